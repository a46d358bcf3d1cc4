/// A calendar date as a cell prints it: `2025年11月30日前`, `11月30日之前`, `12月底前完成`, `2025-11-30`, `2025年12月`, `年底前`.
///
/// A bare `2025年` or `12月` is a number with a unit, not a date: only a day, a month with its year, or the end of a month
/// or year makes a date. `10年6月` may be ten years and is not read.
struct PrintedDate: Sendable, Hashable {
  let date: CalendarDate

  init?(_ printed: String, spellings: RelationSpellings) {
    guard Self.mayBeDate(printed) else { return nil }
    var text = Substring(printed.folded)
    while let first = text.first, spellings.quotes.contains(first) { text = text.dropFirst() }
    while let last = text.last, spellings.quotes.contains(last) || "。;".contains(last) {
      text = text.dropLast()
    }
    if let sign = spellings.sign(before: text), sign.relation != .qualitative {
      text = text.dropFirst(sign.text.count)
    }
    if text.hasPrefix("于") || text.hasPrefix("在") { text = text.dropFirst() }
    guard let date = Self.numeric(text, spellings) ?? Self.written(text, spellings) else { return nil }
    self.date = date
  }

  /// By its bytes: every date has 年 or 月, or two points, dashes or slashes, in whatever width.
  private static func mayBeDate(_ text: String) -> Bool {
    var separators = 0
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): separators += 1
      case 0xB4 where last == (0xE5, 0xB9), 0x88 where last == (0xE6, 0x9C): return true
      case 0xEF, 0xE2: separators += 1
      default: break
      }
      last = (last.1, byte)
    }
    return separators >= 2
  }

  /// Whether a text may be a date although it holds no digit: `年底前`.
  static func isNamed(in text: String) -> Bool { text.contains("年底") || text.contains("年末") }

  /// `2025年11月30日前`, `12月底`, `2025年底`, `年底前`, `2025年内`.
  private static func written(_ text: Substring, _ spellings: RelationSpellings) -> CalendarDate? {
    var text = text
    var year: Int?
    var month: Int?
    var day: Int?
    var isShortYear = false
    if let part = part(text, "年"), part.digits == 4 || part.digits == 2 {
      isShortYear = part.digits == 2
      year = isShortYear ? 2000 + part.number : part.number
      text = part.rest
    }
    if year != nil, text.hasPrefix("度") { text = text.dropFirst() }
    let isBareYearEnd = text.hasPrefix("年底") || text.hasPrefix("年末")
    if isBareYearEnd { text = text.dropFirst() }
    if !isBareYearEnd, let part = self.part(text, "月") {
      month = part.number
      text = part.rest
      if let part = self.part(text, "日") ?? self.part(text, "号") {
        day = part.number
        text = part.rest
      }
    }
    guard text.isEmpty || spellings.deadlineEndings.contains(String(text)) else { return nil }
    let isWithinYear = year != nil && month == nil && (text == "内" || text == "之内")
    let isEnd = day == nil && (text.hasPrefix("底") || text.hasPrefix("末") || isWithinYear)
    let isBefore = text.hasPrefix("前") || text.hasPrefix("之前") || text.hasPrefix("以前")
    if isShortYear && day == nil && !isEnd { return nil }
    if isEnd {
      guard month != nil || year != nil || isBareYearEnd else { return nil }
      let last = month ?? 12
      return CalendarDate(
        year: year, month: last, day: (1...12).contains(last) ? CalendarDate.days(in: last, of: year) : nil)
    }
    guard day != nil || month != nil && (year != nil || isBefore) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func part(_ text: Substring, _ unit: Character) -> (
    number: Int, digits: Int, rest: Substring
  )? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), let number = Int(digits) else { return nil }
    let rest = text.dropFirst(digits.count)
    guard rest.first == unit else { return nil }
    return (number, digits.count, rest.dropFirst())
  }

  /// `2025-11-30`, `2025/11/30`, `2025.11.30`, with an ending such as 前.
  private static func numeric(_ text: Substring, _ spellings: RelationSpellings) -> CalendarDate? {
    func number(_ digits: Substring, _ lengths: ClosedRange<Int>) -> Int? {
      lengths.contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
    }
    for separator in ["-", "/", "."] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, let year = number(parts[0], 4...4), let month = number(parts[1], 1...2) else {
        continue
      }
      let digits = parts[2].prefix { $0.isASCII && $0.isNumber }
      let ending = parts[2].dropFirst(digits.count)
      guard let day = number(digits, 1...2),
        ending.isEmpty || spellings.deadlineEndings.contains(String(ending))
      else { continue }
      return CalendarDate(year: year, month: month, day: day)
    }
    return nil
  }
}
