import Foundation
import Jixiao
import Testing

@testable import JixiaoReports

private let allPacks = [
  "guangxi", "hubei-2020", "literal", "mof-2020-10", "mof-2021-101", "pidu-2026", "sichuan", "strict",
  "xinjiang",
]

private func funded() throws -> Funds {
  Funds(unit: "万元", adjusted: try ReportFixture.exact("20"), executed: try ReportFixture.exact("18.5"))
}

@Test func theWorkbookHasItsPartsAndGuards() throws {
  let content = try ReportFixture.content(
    [ReportFixture.sheet(1, ReportFixture.variety(), funds: funded())],
    findings: [try ReportFixture.finding()],
    unread: [Document.Unread(place: Place(line: 3), text: "…", why: "读不准")])
  let files = try ZipFiles(XLSXWorkpaper(content).render())
  #expect(files.names.first == "[Content_Types].xml" && files.names.count == 10)
  let workbook = try files.text("xl/workbook.xml")
  for name in ["汇总", "指标复核", "问题清单", "来源", "规则条款"] { #expect(workbook.contains("name=\"\(name)\"")) }
  #expect(workbook.contains("'指标复核'!$A:$D,'指标复核'!$1:$1"))
  let rows = try files.text("xl/worksheets/sheet2.xml")
  #expect(rows.contains("<pane xSplit=\"4\" ySplit=\"1\" topLeftCell=\"E2\""))
  #expect(rows.contains("<autoFilter ref=\"A1:AC14\"/>"))
  // 11个月 against 年 is shown as its conversion.
  #expect(rows.contains("<f>11*1/12</f>"))
  #expect(
    rows.contains("<f>IF(M2&lt;I2,N2,IF(M2=I2,N2,IF(I2&lt;=0,0,N2*I2/M2)))</f><v>5.714285714285714</v>"))
  let summary = try files.text("xl/worksheets/sheet1.xml")
  #expect(summary.contains("<f>K5*MAX(0,MIN(1,M5/L5))</f><v>9.25</v>"))
  #expect(try files.text("xl/worksheets/sheet4.xml").contains(String(repeating: "ab", count: 32)))
}

@Test func noTextOfADocumentIsAFormula() throws {
  let files = try ZipFiles(XLSXWorkpaper(try ReportFixture.content([ReportFixture.hostileSheet()])).render())
  for name in files.names where name.hasPrefix("xl/worksheets/") {
    let xml = try files.text(name)
    #expect(!xml.contains("<f>HYPERLINK") && !xml.contains("<f>@") && !xml.contains("<script"))
    #expect(!xml.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0xFFFE })
  }
  let rows = try files.text("xl/worksheets/sheet2.xml")
  #expect(
    rows.contains(
      "t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;)</t>"))
}

@Test func theCellOfALongTextIsCutAndSaysSo() throws {
  let row = try ReportFixture.indicator(
    String(repeating: "😀长", count: 20_000), "≥", "5", nil, actual: "5", weight: "10")
  let content = try ReportFixture.content([ReportFixture.sheet(1, [row])])
  let xml = try ZipFiles(XLSXWorkpaper(content).render()).text("xl/worksheets/sheet2.xml")
  let longest = xml.split(separator: "<").map(\.utf16.count).max() ?? 0
  #expect(longest > 20_000 && longest < 32_767 && xml.contains("…</t>"))
}

@Test(
  .enabled(if: Programs.office != nil, "LibreOffice is not installed: formulas are not recalculated here"))
func anotherProgramRecalculatesOurPoints() throws {
  let sheets = [
    ReportFixture.sheet(1, try ReportFixture.variety(), funds: try funded()),
    ReportFixture.sheet(2, try ReportFixture.variety(), project: "乙"),
  ]
  let content = try ReportFixture.content(sheets, packs: allPacks, findings: [try ReportFixture.finding()])
  let folder = try Folder()
  // Without values of ours in the file, so that every number that comes back was calculated there.
  let workbook = XLSXWorkpaper(content, isCaching: false).render()
  try Programs.convert(
    workbook, named: "底稿.xlsx",
    to: "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1",
    in: folder)
  let rows = try folder.text("底稿-指标复核.csv").split(separator: "\n").dropFirst()
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" } } }
  let scores = content.scores.flatMap(\.sheets).flatMap(\.indicators)
  try #require(rows.count == scores.count)
  var formulas = 0
  for (row, score) in zip(rows, scores) {
    guard let points = score.points else { continue }
    formulas += 1
    for (column, value) in [(15, points.low), (16, points.high)] {
      let ours = Double(XLSXWorksheet.decimal(value).description) ?? .nan
      let theirs = Double(row[column]) ?? .nan
      #expect(abs(ours - theirs) < 1e-9, "\(row[3]) \(score.clause) \(column)")
    }
  }
  #expect(formulas > 200)
  let totals = try folder.text("底稿-汇总.csv").split(separator: "\n").drop { !$0.contains("表序") }.dropFirst()
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" } } }
  for (row, sheet) in zip(totals, content.sheets) {
    guard let total = sheet.score.total else { continue }
    for (column, value) in [(15, total.low), (16, total.high)] {
      let ours = Double(XLSXWorksheet.decimal(value).description) ?? .nan
      #expect(abs(ours - (Double(row[column]) ?? .nan)) < 1e-9, "\(sheet.source.pack) total")
    }
    #expect([row[17], row[18]] == [sheet.score.gradeLow, sheet.score.gradeHigh])
  }
}

@Test(.enabled(if: Programs.office != nil, "LibreOffice is not installed: nothing is converted here"))
func anotherProgramPrintsWorkpaperAndReview() throws {
  let hostile = try ReportFixture.hostileSheet()
  let content = try ReportFixture.content([ReportFixture.sheet(1, ReportFixture.variety()), hostile])
  for (bytes, name) in [(XLSXWorkpaper(content).render(), "a.xlsx"), (DOCXReview.render(content), "b.docx")] {
    let folder = try Folder()
    try Programs.convert(bytes, named: name, to: "pdf", in: folder)
    let pdf = try Data(contentsOf: folder.url(String(name.prefix(1)) + ".pdf"))
    #expect(pdf.starts(with: Array("%PDF".utf8)) && pdf.count > 10_000)
  }
}

@Test(.enabled(if: Programs.office != nil, "LibreOffice is not installed: the review is not read back here"))
func anotherProgramReadsTheReview() throws {
  let content = try ReportFixture.content([ReportFixture.sheet(1, ReportFixture.variety())])
  let folder = try Folder()
  try Programs.convert(DOCXReview.render(content), named: "b.docx", to: "txt:Text (encoded):UTF8", in: folder)
  let text = try folder.text("b.txt")
  #expect(text.contains("扣 4.29 分") && text.contains("mof-2021-101#ceiling-missed") && text.contains("理由和依据"))
}
