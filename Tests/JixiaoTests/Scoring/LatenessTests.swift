import Testing

@testable import Jixiao

/// Deadlines: by the day, with month precision, without a year.
@Suite struct LatenessTests {
  static let percent = "{\"late\": \"percent\", \"step\": 4, \"deduct\": 1}"

  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    let rule: String
    /// Year, month and day; 0 where it is not printed.
    let start: [Int]?
    let due: [Int]
    let done: [Int]
    /// Points of 10, lowest first; empty where lateness cannot be told.
    let points: [String]

    init(_ id: String, _ rule: String, from start: [Int]? = nil, due: [Int], done: [Int], _ points: [String])
    {
      self.id = id
      self.rule = rule
      self.start = start
      self.due = due
      self.done = done
      self.points = points
    }

    var testDescription: String { id }
  }

  @Test(arguments: [
    Case("in-time", "{}", due: [2025, 11, 30], done: [2025, 11, 30], ["10"]),
    Case("late-open", "{}", due: [2025, 11, 30], done: [2025, 12, 1], ["0", "10"]),
    Case("late-zero", "{\"late\": \"zero\"}", due: [2025, 11, 30], done: [2025, 12, 1], ["0"]),
    // 2025-01-01 to 2025-11-30 are 333 days; 20 days late are 6.006 %: one whole step of 4 %.
    Case("percent-floor", percent, from: [2025, 1, 1], due: [2025, 11, 30], done: [2025, 12, 20], ["9"]),
    Case(
      "percent-ceiling", "{\"late\": \"percent\", \"count\": \"ceiling\"}", from: [2025, 1, 1],
      due: [2025, 11, 30],
      done: [2025, 12, 20], ["8"]),
    // 20·100/(4·333) = 500/333 points lost.
    Case(
      "percent-continuous", "{\"late\": \"percent\", \"count\": \"continuous\"}", from: [2025, 1, 1],
      due: [2025, 11, 30],
      done: [2025, 12, 20], ["2830/333"]),
    Case("percent-next-year", percent, from: [2025, 1, 1], due: [2025, 1, 11], done: [2026, 1, 11], ["0"]),
    Case("percent-without-start", percent, due: [2025, 11, 30], done: [2025, 12, 20], ["0", "10"]),
    Case("month-in-time", "{}", due: [2025, 11, 30], done: [2025, 11, 0], ["10"]),
    Case(
      "month-may-be-late", "{\"late\": \"zero\"}", due: [2025, 11, 15], done: [2025, 11, 0], ["0", "10"]),
    Case("month-late", "{\"late\": \"zero\"}", due: [2025, 10, 0], done: [2025, 11, 0], ["0"]),
    Case("due-month-means-its-end", "{}", due: [2025, 11, 0], done: [2025, 11, 30], ["10"]),
    Case("leap-day", "{\"late\": \"zero\"}", due: [2024, 2, 0], done: [2024, 2, 29], ["10"]),
    Case("year-only", "{\"late\": \"zero\"}", due: [2025, 11, 30], done: [2025, 0, 0], ["0", "10"]),
    Case("due-without-year", "{}", due: [0, 11, 30], done: [2025, 11, 1], []),
    Case("done-without-year", "{}", due: [2025, 11, 30], done: [0, 11, 1], []),
  ])
  func earns(_ c: Case) throws {
    func date(_ parts: [Int]) throws -> CalendarDate {
      func known(_ part: Int) -> Int? { part == 0 ? nil : part }
      return try #require(CalendarDate(year: known(parts[0]), month: known(parts[1]), day: known(parts[2])))
    }
    let rule = try Lateness(Fixture.object(c.rule))
    let credits = rule.credits(
      start: try c.start.map(date), due: try date(c.due), done: try date(c.done), weight: Exact(10))
    #expect((credits ?? []).map { (Ratio(10) * $0.share.ratio).description } == c.points)
  }

  @Test(arguments: [
    "{\"late\": \"percent\", \"step\": 0}", "{\"late\": \"percent\", \"deduct\": -1}",
    "{\"late\": \"zero\", \"step\": 4}",
  ])
  func refuses(_ json: String) {
    #expect(throws: RuleError.self) { try Lateness(Fixture.object(json)) }
  }
}
