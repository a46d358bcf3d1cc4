import Jixiao
import JixiaoReports
import Testing

@Suite("The project's own documents, read and rendered")
struct GoldenTests {
  @Test(arguments: ["self-assessment-cell-lines", "plan-tab-table"])
  func everyRendering(name: String) throws {
    let read = try fixture(name + ".txt")
    #expect(read.flatMap(\.unread) == [])
    expectGolden(SheetsJSON.render(read), name + ".json")
    expectGolden(SheetsNDJSON.render(read), name + ".ndjson")
    expectGolden(SheetsCSV.render(read), name + ".csv")
    expectGolden(SheetsText.render(read, language: .zh), name + ".zh.txt")
    expectGolden(SheetsText.render(read, language: .en), name + ".en.txt")
    expectGolden(SheetsMarkdown.render(read, language: .zh), name + ".md")
  }

  @Test func theRowCutByABlankLineIsWhole() throws {
    let row = try #require(fixture("self-assessment-cell-lines.txt")[0].sheets[1].indicators.last)
    #expect(row.level3 == "慰问标准")
    #expect(row.target.relation == .atMost)
    #expect(row.target.value == Exact(1000))
    #expect(row.target.unit == "元/人·次")
    #expect(row.weight == Exact(20))
    #expect(row.actual == "500")
  }

  @Test func wordsOfClosedSetsFindTheirColumn() throws {
    let sheets = try fixture("plan-tab-table.txt")[0].sheets
    // Heading 佐证资料 over the rules, the evidence in a column without heading; then both in one cell.
    for row in sheets[1].indicators + sheets[2].indicators {
      #expect(row.rule?.hasSuffix("赋分") == true)
      #expect(row.evidence == "工作资料")
    }
    // Targets shifted by a row in the document stay where they are printed.
    #expect(sheets[3].indicators.map(\.target.printed) == ["不限", "≤6万元", "有效提升", "≥95%"])
  }
}
