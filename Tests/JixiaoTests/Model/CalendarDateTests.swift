import Testing

@testable import Jixiao

struct CalendarDateTests {
  @Test(
    "days that exist and days that do not",
    arguments: [
      (2025, 11, 30, "2025-11-30"), (2024, 2, 29, "2024-02-29"), (2025, 2, 29, nil),
      (2000, 2, 29, "2000-02-29"), (1900, 2, 29, nil), (nil, 2, 29, "--02-29"), (nil, 2, 30, nil),
      (2025, 4, 31, nil), (2025, 13, nil, nil), (2025, 0, nil, nil), (2025, 1, 0, nil), (2025, nil, 5, nil),
      (nil, nil, nil, nil), (2025, nil, nil, "2025"), (2025, 6, nil, "2025-06"),
      (nil, 6, nil, "--06"), (0, 1, 1, nil), (10_000, 1, 1, nil), (Int.max, 1, 1, nil),
      (Int.min, nil, nil, nil), (25, 1, 1, "0025-01-01"),
    ] as [(Int?, Int?, Int?, String?)])
  func checksDays(year: Int?, month: Int?, day: Int?, printed: String?) {
    #expect(CalendarDate(year: year, month: month, day: day)?.description == printed)
  }

  @Test func aDateWithoutYearTakesTheSheets() throws {
    let date = try #require(CalendarDate(year: nil, month: 11, day: 30))
    #expect(date.completed(with: 2025).description == "2025-11-30")
    #expect(date.completed(with: nil) == date)
    #expect(date.lastDayNumber == nil)
    let leap = try #require(CalendarDate(year: nil, month: 2, day: 29))
    #expect(leap.completed(with: 2025) == leap)
  }

  @Test func dayNumbersCountEveryDayOnce() throws {
    var expected: Int?
    // Over a leap year, a century without and one with a leap day.
    for year in [1899...1901, 1999...2001, 2023...2025].joined() {
      if [1999, 2023].contains(year) { expected = nil }
      for month in 1...12 {
        for day in 1...CalendarDate.days(in: month, of: year) {
          let number = try #require(CalendarDate(year: year, month: month, day: day)?.lastDayNumber)
          if let expected, number != expected {
            Issue.record("\(year)-\(month)-\(day): \(number), not \(expected)")
          }
          expected = number + 1
        }
      }
    }
  }

  @Test func aVagueDateSpansItsMonthOrYear() throws {
    let month = try #require(CalendarDate(year: 2024, month: 2, day: nil))
    let year = try #require(CalendarDate(year: 2024, month: nil, day: nil))
    func number(_ month: Int, _ day: Int) -> Int? {
      CalendarDate(year: 2024, month: month, day: day)?.lastDayNumber
    }
    #expect(month.firstDayNumber == number(2, 1) && month.lastDayNumber == number(2, 29))
    #expect(year.firstDayNumber == number(1, 1) && year.lastDayNumber == number(12, 31))
  }
}
