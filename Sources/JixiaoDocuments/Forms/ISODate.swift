import Jixiao

/// Dates as outputs write them: `2025-11-30`, `2025-11`, `2025`, and `--11-30` where the year is not printed.
enum ISODate {
  static func date(_ text: String) -> CalendarDate? {
    var rest = Substring(text)
    var year: Int?
    if rest.hasPrefix("--") {
      rest = rest.dropFirst(2)
    } else {
      guard let number = number(rest.prefix(4), digits: 4) else { return nil }
      year = number
      rest = rest.dropFirst(4)
      if rest.isEmpty { return CalendarDate(year: year, month: nil, day: nil) }
      guard rest.first == "-" else { return nil }
      rest = rest.dropFirst()
    }
    let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let month = number(parts[0], digits: 2) else { return nil }
    if parts.count == 1 { return CalendarDate(year: year, month: month, day: nil) }
    guard let day = number(parts[1], digits: 2) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
