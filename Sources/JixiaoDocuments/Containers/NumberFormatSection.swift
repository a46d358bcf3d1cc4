/// One of the up to four sections of a number format.
struct NumberFormatSection: Sendable {
  enum Piece: Sendable, Equatable {
    case literal(String)
    /// Where the digits go.
    case number
    case date(NumberFormatDate.Part)
    case text
  }

  /// `[>=100]`.
  struct Condition: Sendable {
    let sign: String
    let value: DecimalText
  }

  private(set) var pieces: [Piece] = []
  private(set) var condition: Condition?
  /// Shows the number as it is, perhaps with a text beside it: `General"元"`.
  private var isGeneral = false
  /// A form that is shown as the plain number: fractions, exponents, digits with text between.
  private var isUnusual = false
  private var wholeDigits = 0
  private var leastPlaces = 0
  private var mostPlaces = 0
  private var isGrouped = false
  private var scale = 0

  var isPlain: Bool { isGeneral && pieces == [.number] }
  var isText: Bool { pieces.contains(.text) }
  private var isDate: Bool { pieces.contains { if case .date = $0 { true } else { false } } }

  static func sections(of code: String) -> [NumberFormatSection] {
    var sections: [NumberFormatSection] = []
    var reader = NumberFormatReader(code)
    while sections.count < 4, let section = NumberFormatSection(&reader) { sections.append(section) }
    return sections
  }

  private init?(_ reader: inout NumberFormatReader) {
    guard reader.hasSection else { return nil }
    var places: Int?
    var commas = 0
    var dates: [NumberFormatDate.Part] = []
    loop: while let token = reader.next() {
      switch token {
      case .end: break loop
      case .general:
        isGeneral = true
        pieces.append(.number)
      case .literal(let text): add(.literal(text))
      case .text: add(.text)
      case .condition(let sign, let value): condition = Condition(sign: sign, value: value)
      case .date(let part):
        dates.append(part)
        add(.date(part))
      case .digit(let isRequired):
        // Digits behind the seconds are parts of them.
        if dates.last == .second || dates.last == .elapsed(.second) { continue }
        if !pieces.contains(.number) {
          pieces.append(.number)
        } else if pieces.last != .number {
          isUnusual = true
        }
        if commas > 0, places == nil { isGrouped = true }
        commas = 0
        if let count = places {
          places = count + 1
          mostPlaces = count + 1
          if isRequired { leastPlaces = count + 1 }
        } else if isRequired {
          wholeDigits += 1
        }
      case .point:
        if dates.isEmpty { places = 0 } else { add(.literal(".")) }
        if !dates.isEmpty, dates.last == .second { pieces.removeLast() }
      case .comma: if pieces.contains(.number) { commas += 1 } else { add(.literal(",")) }
      case .percent:
        scale += 2
        add(.literal("%"))
      case .unusual: isUnusual = true
      }
    }
    scale -= 3 * commas
    if isDate { NumberFormatDate.settleMinutes(&pieces) }
  }

  private mutating func add(_ piece: Piece) {
    if case .literal(let more) = piece, case .literal(let text)? = pieces.last {
      pieces[pieces.count - 1] = .literal(text + more)
    } else {
      pieces.append(piece)
    }
  }

  /// Whether a stated condition holds; a section without one never claims a number.
  func holds(_ number: DecimalText) -> Bool {
    guard let condition, let order = Self.order(number, condition.value) else { return false }
    switch condition.sign {
    case ">": return order > 0
    case ">=": return order >= 0
    case "<": return order < 0
    case "<=": return order <= 0
    case "=": return order == 0
    default: return order != 0
    }
  }

  /// Nil where the number has no such form.
  func text(_ number: DecimalText, from1904: Bool) -> String? {
    if isUnusual || isText && !pieces.contains(.number) { return nil }
    if isDate { return NumberFormatDate(number, from1904: from1904)?.text(pieces) }
    let scaled = number.scaled(byTen: scale)
    let shown = isGeneral ? scaled : scaled.rounded(toPlaces: mostPlaces)
    var text = shown.isNegative ? "-" : ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .number: text += isGeneral ? shown.magnitude.general : digits(shown)
      case .date, .text: return nil
      }
    }
    return text
  }

  private func digits(_ number: DecimalText) -> String {
    var (whole, fraction) = number.parts
    if whole == [0], wholeDigits == 0, mostPlaces > 0, !fraction.isEmpty { whole = [] }
    if whole.count < wholeDigits { whole = [UInt8](repeating: 0, count: wholeDigits - whole.count) + whole }
    while fraction.count < leastPlaces { fraction.append(0) }
    var text: [UInt8] = []
    for (index, digit) in whole.enumerated() {
      if isGrouped, index > 0, (whole.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit + 0x30)
    }
    if !fraction.isEmpty { text += [UInt8(ascii: ".")] + fraction.map { $0 + 0x30 } }
    return String(decoding: text, as: UTF8.self)
  }

  /// The order of two numbers of ordinary size.
  private static func order(_ one: DecimalText, _ other: DecimalText) -> Int? {
    guard let a = one.scaled(byTen: 6).whole, let b = other.scaled(byTen: 6).whole else { return nil }
    return a < b ? -1 : a > b ? 1 : 0
  }
}
