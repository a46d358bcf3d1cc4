/// Cuts the code of a number format into what it is made of.
struct NumberFormatReader {
  enum Token {
    case literal(String), digit(isRequired: Bool), point, comma, percent, text, general
    case date(NumberFormatDate.Part)
    case condition(sign: String, DecimalText)
    /// A form that is not shown digit by digit: a fraction, an exponent.
    case unusual
    /// The end of a section.
    case end
  }

  private let code: [Character]
  private var at = 0
  private(set) var hasSection = true

  init(_ code: String) { self.code = Array(code.prefix(512)) }

  mutating func next() -> Token? {
    guard at < code.count else {
      hasSection = false
      return nil
    }
    let mark = code[at]
    at += 1
    switch mark {
    case ";": return .end
    case "\"": return .literal(quoted())
    case "\\", "!":
      defer { at += 1 }
      return .literal(at < code.count ? String(code[at]) : "")
    case "_", "*":
      at += 1
      return .literal("")
    case "[": return bracketed()
    case "0": return .digit(isRequired: true)
    case "#", "?": return .digit(isRequired: false)
    case ".": return .point
    case ",": return .comma
    case "%": return .percent
    case "@": return .text
    default: return word(mark)
    }
  }

  private mutating func quoted() -> String {
    let start = at
    while at < code.count, code[at] != "\"" { at += 1 }
    defer { at += 1 }
    return String(code[start..<at])
  }

  /// `[Red]`, `[$¥-804]`, `[h]`, `[>=100]`.
  private mutating func bracketed() -> Token {
    let start = at
    while at < code.count, code[at] != "]" { at += 1 }
    let inside = String(code[start..<at])
    at += 1
    if inside.hasPrefix("$") { return .literal(String(inside.dropFirst().prefix { $0 != "-" })) }
    switch inside.lowercased() {
    case "h", "hh": return .date(.elapsed(.hour))
    case "m", "mm": return .date(.elapsed(.minute))
    case "s", "ss": return .date(.elapsed(.second))
    default: break
    }
    let sign = inside.prefix { "<>=".contains($0) }
    if !sign.isEmpty, let value = DecimalText(inside.dropFirst(sign.count).utf8) {
      return .condition(sign: String(sign), value)
    }
    return .literal("")
  }

  private mutating func word(_ mark: Character) -> Token {
    if follows("eneral"), mark == "G" || mark == "g" {
      at += 6
      return .general
    }
    if mark == "A" || mark == "a" {
      for (name, count) in [("M/PM", 4), ("/P", 2)] where follows(name) {
        at += count
        return .date(.half)
      }
    }
    if mark == "上" && follows("午/下午") {
      at += 4
      return .date(.half)
    }
    if mark == "E", at < code.count, code[at] == "+" || code[at] == "-" {
      at += 1
      return .unusual
    }
    if mark == "/" { return .literal("/") }
    guard let letter = mark.lowercased().first, "ymdhsea".contains(letter) else {
      return .literal(String(mark))
    }
    var count = 1
    while at < code.count, code[at].lowercased().first == letter {
      at += 1
      count += 1
    }
    guard let part = NumberFormatDate.Part(letter, count) else { return .literal(String(mark)) }
    return .date(part)
  }

  private func follows(_ text: String) -> Bool {
    String(code[at..<min(code.count, at + text.count)]).lowercased() == text.lowercased()
  }
}
