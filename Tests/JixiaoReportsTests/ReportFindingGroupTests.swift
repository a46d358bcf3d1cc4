import Jixiao
import Testing

@testable import JixiaoReports

/// Three findings of one check in one sheet are one group of 10 + 20 points; a note with more points still comes last.
@Test func findingsOfOneCheckInOneSheetAreToldOnce() throws {
  let findings = [
    try ReportFixture.finding(.note, indicator: 4, points: "60"),
    try ReportFixture.finding(indicator: 1, points: "10"),
    try ReportFixture.finding(indicator: 2, points: "20"),
    try ReportFixture.finding(indicator: 3, points: nil),
    try ReportFixture.finding(.shouldFix, indicator: 1, points: "50"),
  ]
  let groups = ReportFindingGroup.ranked(findings)
  #expect(groups.map(\.first.severity) == [.mustFix, .shouldFix, .note])
  #expect(groups.map(\.count) == [3, 1, 1])
  #expect(groups.map { $0.points?.description } == ["30", "50", "60"])
  #expect(groups.first?.first.indicator == 1)
}

@Test func thePageListsEveryFindingOnce() throws {
  let findings = try (1...3).map { (number: Int) in
    try ReportFixture.finding(indicator: number, message: "第\(number)个问题")
  }
  let content = try ReportFixture.content(
    [ReportFixture.sheet(1, ReportFixture.variety())], findings: findings)
  let first = try #require(HTMLReport(content, name: "r.html").pages().first)
  let page = String(decoding: first.bytes, as: UTF8.self)
  #expect(page.contains("本表另有 2 处"))
  let table = try #require(page.components(after: "id=every-finding"))
  for number in 1...3 { #expect(table.contains("第\(number)个问题")) }
}

extension String {
  fileprivate func components(after mark: String) -> Substring? {
    firstRange(of: mark).map { self[$0.upperBound...] }
  }
}
