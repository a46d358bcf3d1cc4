import Jixiao

/// A day and time of a spreadsheet, and the parts of it that a format shows.
struct NumberFormatDate {
  enum Part: Sendable, Equatable {
    case year(digits: Int), month, monthPadded, monthName, day, dayPadded, weekday(long: Bool)
    case hour, hourPadded, minute, minutePadded, second, secondPadded
    /// 上午/下午.
    case half
    /// Hours, minutes, seconds past 24, 60, 60.
    indirect case elapsed(Part)

    init?(_ letter: Character, _ count: Int) {
      switch letter {
      case "y": self = .year(digits: count <= 2 ? 2 : 4)
      case "e": self = .year(digits: 4)
      case "m": self = count == 1 ? .month : count == 2 ? .monthPadded : .monthName
      case "d": self = count == 1 ? .day : count == 2 ? .dayPadded : .weekday(long: true)
      case "a": if count >= 3 { self = .weekday(long: count > 3) } else { return nil }
      case "h": self = count == 1 ? .hour : .hourPadded
      case "s": self = count == 1 ? .second : .secondPadded
      default: return nil
      }
    }
  }

  private let days: Int
  /// Of the day.
  private let seconds: Int
  private let date: (year: Int, month: Int, day: Int)

  /// Nil before day 0 and past the year 9999, which a spreadsheet shows as ####.
  init?(_ number: DecimalText, from1904: Bool) {
    guard !number.isNegative, let whole = number.whole, whole <= 2_958_465 else { return nil }
    // The fraction of a day to the nearest second, from its first nine digits.
    var billionths = 0
    let fraction = number.parts.fraction
    for index in 0..<9 { billionths = billionths * 10 + (index < fraction.count ? Int(fraction[index]) : 0) }
    var days = whole
    var seconds = (billionths * 86_400 + 500_000_000) / 1_000_000_000
    if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
    self.days = days
    self.seconds = seconds
    if from1904 {
      date = Self.civil(daysSince1970: days - 24_107)
    } else if days == 60 {
      // Excel keeps the 29th of February of 1900, which never was.
      date = (1900, 2, 29)
    } else {
      date = Self.civil(daysSince1970: days - (days < 60 ? 25_568 : 25_569))
    }
  }

  func text(_ pieces: [NumberFormatSection.Piece]) -> String? {
    let hasHalf = pieces.contains(.date(.half))
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .date(let part): text += shown(part, hasHalf: hasHalf)
      case .number, .text: return nil
      }
    }
    return text
  }

  private func shown(_ part: Part, hasHalf: Bool) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let hour = seconds / 3600
    let clock = hasHalf ? (hour + 11) % 12 + 1 : hour
    switch part {
    case .year(let digits): return digits == 2 ? padded(date.year % 100) : "\(date.year)"
    case .month: return "\(date.month)"
    case .monthPadded: return padded(date.month)
    case .monthName:
      let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
      return names[(date.month - 1) % 12]
    case .day: return "\(date.day)"
    case .dayPadded: return padded(date.day)
    case .weekday(let long):
      // Day 1 of 1900 counts as a Sunday in Excel; from the 1st of March 1900 on the weekday is the true one.
      let names = ["六", "日", "一", "二", "三", "四", "五"]
      return (long ? "星期" : "") + names[days % 7]
    case .hour: return "\(clock)"
    case .hourPadded: return padded(clock)
    case .minute: return "\(seconds / 60 % 60)"
    case .minutePadded: return padded(seconds / 60 % 60)
    case .second: return "\(seconds % 60)"
    case .secondPadded: return padded(seconds % 60)
    case .half: return hour < 12 ? "上午" : "下午"
    case .elapsed(.hour): return "\(days * 24 + hour)"
    case .elapsed(.minute): return padded(days * 1440 + seconds / 60)
    case .elapsed: return padded(days * 86_400 + seconds)
    }
  }

  /// `m` beside hours or seconds means minutes.
  static func settleMinutes(_ pieces: inout [NumberFormatSection.Piece]) {
    let dates = pieces.indices.filter { if case .date = pieces[$0] { true } else { false } }
    for (order, index) in dates.enumerated() {
      guard pieces[index] == .date(.month) || pieces[index] == .date(.monthPadded) else { continue }
      let before = order > 0 ? pieces[dates[order - 1]] : nil
      let after = order + 1 < dates.count ? pieces[dates[order + 1]] : nil
      let isAfterHour =
        before == .date(.hour) || before == .date(.hourPadded) || before == .date(.elapsed(.hour))
      let isBeforeSecond = after == .date(.second) || after == .date(.secondPadded)
      guard isAfterHour || isBeforeSecond else { continue }
      pieces[index] = .date(pieces[index] == .date(.month) ? .minute : .minutePadded)
    }
  }

  /// The date of a day count, after Howard Hinnant's days-to-civil.
  private static func civil(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
