/// A date as precise as it was printed: a year, a month, or a day.
public struct CalendarDate: Sendable, Hashable {
  public let year: Int?
  public let month: Int?
  public let day: Int?

  /// Makes a date; a year outside 1…9999, a month outside 1…12 or a day that the month does not have is refused.
  public init?(year: Int?, month: Int?, day: Int?) {
    if let year, !(1...9999).contains(year) { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let day {
      guard let month, day >= 1, day <= CalendarDate.days(in: month, of: year) else { return nil }
    }
    if year == nil && month == nil { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The same date with a year where it printed none.
  public func completed(with year: Int?) -> CalendarDate {
    CalendarDate(year: self.year ?? year, month: month, day: day) ?? self
  }

  static func days(in month: Int, of year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true ? 29 : 28
    default: 31
    }
  }

  /// Days since 0000-03-01 of the last day this date can mean; nil without a year.
  var lastDayNumber: Int? { dayNumber(month: month ?? 12, day: day ?? 31) }
  /// Days since 0000-03-01 of the first day this date can mean; nil without a year.
  var firstDayNumber: Int? { dayNumber(month: month ?? 1, day: day ?? 1) }

  private func dayNumber(month: Int, day: Int) -> Int? {
    guard let year else { return nil }
    let clamped = min(day, CalendarDate.days(in: month, of: year))
    let y = month <= 2 ? year - 1 : year
    let m = month <= 2 ? month + 9 : month - 3
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + clamped - 1
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO form, as short as the date is precise: `2025-11-30`, `2025-11`, `2025`; `--11-30` without a year.
  public var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var text = year.map { String(repeating: "0", count: max(0, 4 - String($0).count)) + String($0) } ?? "-"
    if let month { text += "-" + two(month) }
    if let day { text += "-" + two(day) }
    return text
  }
}
