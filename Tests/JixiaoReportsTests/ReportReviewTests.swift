import Jixiao
import Testing

@testable import JixiaoReports

struct DeductionCase: CustomTestStringConvertible {
  let name: String
  let row: @Sendable () throws -> Indicator
  /// Weight less printed points.
  let deduction: String
  let says: [String]

  var testDescription: String { name }
}

private let deductionCases = [
  DeductionCase(
    name: "10 × 4/7 is 5.71, so 4.29 are lost",
    row: { try ReportFixture.indicator("资金发放完成时间", "<", "4", "月", actual: "7", weight: "10") },
    deduction: "4.29", says: ["目标 <4月，实际 7", "10 × 4/7 ≈ 5.71，扣 4.29 分。", "mof-2021-101#ceiling-missed"]),
  DeductionCase(
    name: "10 × 1/3 is 3.33, so 6.67 are lost",
    row: { try ReportFixture.indicator("三分之一", "≥", "3", "人", actual: "1", weight: "10") }, deduction: "6.67",
    says: ["扣 6.67 分"]),
  DeductionCase(
    name: "9 of 10, exactly",
    row: { try ReportFixture.indicator("慰问人数", "≥", "40", "人", actual: "36", weight: "10") },
    deduction: "1", says: ["= 9，扣 1 分"]),
]

@Test(arguments: deductionCases)
func aDeductionCarriesItsArithmeticAndClause(_ example: DeductionCase) throws {
  let content = try ReportFixture.content([ReportFixture.sheet(1, [try example.row()])])
  let row = try #require(content.scores.first?.sheets.first?.indicators.first)
  #expect(row.deduction?.description == example.deduction)
  let printed = try #require(row.points?.high.points)
  #expect(row.deduction.flatMap { $0.adding(printed) } == row.indicator.weight)
  let text = try #require(ReportDeduction(row, content: content).lostText)
  let review = ReportReview(try #require(content.sheets.first), content: content, wording: content.wording)
  let item = try #require(review.sections.first?.items.first?.text)
  #expect(item.hasPrefix(text))
  for words in example.says { #expect(item.contains(words), "\(item)") }
}

@Test func aReviewSaysWhereRoundedDeductionsDoNotAddUp() throws {
  let rows = try (1...3).map {
    try ReportFixture.indicator("三分之一\($0)", "≥", "3", "人", actual: "1", weight: "10")
  }
  let content = try ReportFixture.content([ReportFixture.sheet(1, rows)])
  let review = ReportReview(try #require(content.sheets.first), content: content, wording: content.wording)
  // 3 × 10/3 is 10 of 30: 20 lost, though three times 6.67 is 20.01.
  #expect(review.paragraph.contains("复核指标得分 10 分，扣 20 分。"))
  let last = try #require(review.sections.first?.items.last?.text)
  #expect(last.contains("20.01") && last.contains("合计 20 以精确值为准"))
  // The clause stands in full once, and by reference after that.
  #expect(review.sections.first?.items[1].text.contains("依据同（1）") == true)
}

@Test func fullPointsNeedNoReasonAndDoubtsAreTold() throws {
  let rows = [
    try ReportFixture.indicator("足额", "≥", "5", "人", actual: "5", weight: "10"),
    try ReportFixture.indicator("人均成本", "<", "200000", "元", actual: "200000", weight: "20"),
    try ReportFixture.indicator("机制健全", "定性", "健全", nil, actual: "健全", weight: "10"),
  ]
  let content = try ReportFixture.content([ReportFixture.sheet(1, rows)])
  let review = ReportReview(try #require(content.sheets.first), content: content, wording: content.wording)
  #expect(review.sections.map(\.heading) == ["待评定", "须核实"])
  #expect(review.sections[0].items[0].text.contains("机制健全（目标 健全，实际 健全）"))
  #expect(review.sections[0].items[0].text.contains("2 分待定"))
  #expect(review.sections[1].items[0].text.contains("人均成本") && review.sections[1].items.count == 1)
  #expect(review.paragraph.contains("复核指标得分 38–40 分，扣 0 分，另有 2 分待评价人评定。"))
}

@Test func theTableLeavesOutOwnPointsWhereNoneArePrinted() throws {
  let claimed = try ReportFixture.content([ReportFixture.sheet(1, ReportFixture.variety())])
  let plain = try ReportFixture.content([
    ReportFixture.sheet(1, [try ReportFixture.indicator("甲", "≥", "5", "人", actual: "5", weight: "10")])
  ])
  for (content, count) in [(claimed, 9), (plain, 8)] {
    let score = try #require(content.scores.first?.sheets.first)
    let columns = ReportTable.columns(of: score, in: .zh)
    #expect(columns.count == count)
    #expect(columns.map(\.width).reduce(0, +) == 100)
    for row in ReportTable.rows(of: score, content: content, wording: content.wording) {
      #expect(row.count == count)
    }
  }
}

@Test func markdownOfAReportIsNotSteeredByItsDocuments() throws {
  let content = try ReportFixture.content([ReportFixture.hostileSheet()])
  let text = String(decoding: ReportMarkdown.render(content), as: UTF8.self)
  #expect(
    !text.replacing("\\<", with: "").contains("<") && !text.contains("\u{202E}") && !text.contains("\u{1b}"))
  #expect(text.contains("\\<script\\>"))
}
