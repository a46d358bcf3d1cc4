import Jixiao

/// What an option takes, as data: the parser, the help and the completions all read it from here.
enum ValueForm: Sendable, Hashable {
  /// The option stands alone.
  case flag
  /// Any text; completed from words, from file names, or not at all.
  case text(placeholder: Wording, completion: Completion)
  /// One of a closed set.
  case choice([String])
  /// A whole number within bounds, both included.
  case number(ClosedRange<Int>)
  /// A number of bytes with an optional K, M or G (1024 each).
  case size

  /// Where a shell looks for candidates.
  struct Completion: Sendable, Hashable {
    var words: [String] = []
    var files = false

    static let nothing = Completion()
    static let files = Completion(files: true)
  }

  var takesValue: Bool { self != .flag }

  /// What stands for the value in a help page.
  var placeholder: Wording {
    switch self {
    case .flag: Wording(same: "")
    case .text(let placeholder, _): placeholder
    case .choice(let words) where words.count < 4: Wording(same: words.joined(separator: "|"))
    case .choice: Wording("值", "VALUE")
    case .number: Wording("数", "N")
    case .size: Wording("大小", "SIZE")
    }
  }

  var completion: Completion {
    switch self {
    case .flag, .number, .size: .nothing
    case .text(_, let completion): completion
    case .choice(let words): Completion(words: words)
    }
  }

  /// Why a value cannot be used, nil when it can.
  func problem(with value: String, of subject: String) -> Complaint? {
    switch self {
    case .flag: nil
    case .text: value.isEmpty ? .emptyValue(subject) : nil
    case .choice(let words): words.contains(value) ? nil : .notAllowed(subject, value, words)
    case .number(let range):
      Int(value).map { range.contains($0) } == true ? nil : .notANumber(subject, value, range)
    case .size: Self.bytes(value) == nil ? .notASize(subject, value) : nil
    }
  }

  /// A number of bytes: `500`, `64K`, `200M`, `2G`; nil for anything else, and for zero.
  static func bytes(_ text: String) -> Int? {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = text.uppercased().last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? text[...] : text.dropLast()), number > 0 else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
    return overflow ? nil : bytes
  }
}
