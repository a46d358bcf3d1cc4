import Jixiao
import Testing

@testable import JixiaoReports

struct RankingCase: CustomTestStringConvertible {
  let name: String
  /// Low and high of each entry.
  let intervals: [(Int, Int)]
  /// Name of the entry by its position, with best and worst rank, in ranked order.
  let ranked: [(Int, Int, Int)]

  var testDescription: String { name }
}

private let rankingCases = [
  RankingCase(name: "apart", intervals: [(70, 75), (90, 95)], ranked: [(1, 1, 1), (0, 2, 2)]),
  RankingCase(
    name: "overlapping intervals share their ranks", intervals: [(80, 90), (85, 95), (60, 70)],
    ranked: [(1, 1, 2), (0, 1, 2), (2, 3, 3)]),
  RankingCase(
    name: "equal points share the better rank", intervals: [(90, 90), (90, 90), (80, 80)],
    ranked: [(0, 1, 1), (1, 1, 1), (2, 3, 3)]),
  RankingCase(
    name: "a wide interval reaches over all", intervals: [(0, 100), (50, 50), (60, 60)],
    ranked: [(0, 1, 3), (2, 1, 2), (1, 2, 3)]),
]

@Test(arguments: rankingCases)
func anIntervalRanksBetweenItsEnds(_ example: RankingCase) {
  let entries = example.intervals.enumerated().map { index, ends in
    ReportRanking.Entry(name: "\(index)", sheet: nil, points: Points(low: Ratio(ends.0), high: Ratio(ends.1)))
  }
  let ranked = ReportRanking(entries).entries.map { "\($0.name) \($0.best)-\($0.worst)" }
  #expect(ranked == example.ranked.map { "\($0.0) \($0.1)-\($0.2)" })
}

@Test func findingsGoBySeverityThenPoints() throws {
  let findings = [
    try ReportFixture.finding(.note, points: "20", message: "n"),
    try ReportFixture.finding(.mustFix, points: nil, message: "e0"),
    try ReportFixture.finding(.shouldFix, points: "5", message: "w5"),
    try ReportFixture.finding(.shouldFix, points: "10", message: "w10"),
    try ReportFixture.finding(.mustFix, points: "3", message: "e3"),
  ]
  #expect(ReportFinding.ranked(findings).map(\.message) == ["e3", "e0", "w10", "w5", "n"])
}
