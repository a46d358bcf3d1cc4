/// A calendar date as a cell prints it: `2025年11月30日前`, `11月30日之前`, `12月底前完成`, `2025-11-30`, `2025年12月`.
///
/// A bare `2025年` or `12月` is a number with a unit, not a date: only a day, a month with its year, or the end of a month
/// or year makes a date.
struct PrintedDate: Sendable, Hashable {
  let date: CalendarDate

  init?(_ printed: String, spellings: RelationSpellings) {
    var text = Substring(printed.folded)
    while let first = text.first, spellings.quotes.contains(first) { text = text.dropFirst() }
    if let sign = spellings.before.first(where: { text.hasPrefix($0.text) }), sign.relation != .qualitative {
      text = text.dropFirst(sign.text.count)
    }
    if text.hasPrefix("于") || text.hasPrefix("在") { text = text.dropFirst() }
    if let date = Self.numeric(text, spellings) {
      self.date = date
      return
    }
    var year: Int?
    var month: Int?
    var day: Int?
    if let part = Self.part(text, "年"), part.digits == 4 {
      year = part.number
      text = part.rest
    } else if let part = Self.part(text, "年"), part.digits == 2 {
      year = 2000 + part.number
      text = part.rest
    }
    if text.hasPrefix("度") { text = text.dropFirst() }
    if let part = Self.part(text, "月") {
      month = part.number
      text = part.rest
      if let part = Self.part(text, "日") ?? Self.part(text, "号") {
        day = part.number
        text = part.rest
      }
    }
    guard text.isEmpty || spellings.deadlineEndings.contains(String(text)) else { return nil }
    let atEnd = text.hasPrefix("底")
    guard day != nil || (year != nil && month != nil) || ((month != nil || year != nil) && atEnd)
      || (month != nil && text.hasPrefix("前")) || (month != nil && text.hasPrefix("之前")),
      let date = CalendarDate(
        year: year, month: month ?? (atEnd ? 12 : nil),
        day: day ?? (atEnd ? CalendarDate.days(in: month ?? 12, of: year) : nil))
    else { return nil }
    self.date = date
  }

  private static func part(_ text: Substring, _ unit: Character) -> (number: Int, digits: Int, rest: Substring)? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), let number = Int(digits) else { return nil }
    let rest = text.dropFirst(digits.count)
    guard rest.first == unit else { return nil }
    return (number, digits.count, rest.dropFirst())
  }

  /// `2025-11-30`, `2025/11/30`, `2025.11.30`, with an ending such as 前.
  private static func numeric(_ text: Substring, _ spellings: RelationSpellings) -> CalendarDate? {
    for separator in ["-", "/", "."] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]) else { continue }
      let digits = parts[2].prefix { $0.isASCII && $0.isNumber }
      let ending = parts[2].dropFirst(digits.count)
      guard let day = Int(digits), ending.isEmpty || spellings.deadlineEndings.contains(String(ending)) else { continue }
      return CalendarDate(year: year, month: month, day: day)
    }
    return nil
  }
}
