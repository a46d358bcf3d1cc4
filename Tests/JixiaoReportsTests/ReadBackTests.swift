import Jixiao
import JixiaoDocuments
import Testing

@testable import JixiaoReports

/// Our own readers read what our writers wrote: every row with its name, target, actual and weight, in order.
@Test(arguments: ["底稿.xlsx", "意见.docx"])
func ourReadersReadOurFiles(_ name: String) throws {
  let sheets = [
    ReportFixture.sheet(1, try ReportFixture.variety()),
    ReportFixture.sheet(2, try ReportFixture.variety(), project: "乙项目"),
  ]
  let content = try ReportFixture.content(sheets)
  let bytes = name.hasSuffix("xlsx") ? XLSXWorkpaper(content).render() : DOCXReview.render(content)
  let reader = DocumentReader(
    vocabulary: try ReportFixture.words(), limits: ReadLimits(bytes: 1 << 24), language: .zh)
  let rows = try reader.read(file: name, bytes: bytes).flatMap(\.sheets).flatMap(\.indicators)
  let written = sheets.flatMap(\.indicators)
  try #require(rows.count == written.count)
  for (row, ours) in zip(rows, written) {
    #expect(row.level3 == ours.level3)
    #expect(
      row.target.value == ours.target.value && row.target.relation == ours.target.relation,
      "\(ours.level3 ?? "")")
    #expect(row.weight == ours.weight)
    #expect(row.actual == ours.actual || (ours.actual == nil && row.actual == "空白"), "\(ours.level3 ?? "")")
  }
}
