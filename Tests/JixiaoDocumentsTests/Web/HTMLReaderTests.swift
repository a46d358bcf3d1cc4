import Jixiao
import JixiaoDocuments
import Testing

@Suite struct HTMLReaderTests {
  static let table = "<tr><td>一级指标<td>二级指标<td>三级指标<td>指标值<td>分值"

  static func page(_ rows: String, before: String = "", after: String = "") -> [UInt8] {
    Array("<!doctype html><html><body>\(before)<table>\(table)\(rows)</table>\(after)</body></html>".utf8)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let expected: [String]

    init(_ name: String, _ bytes: [UInt8], _ expected: [String]) {
      testDescription = name
      self.bytes = bytes
      self.expected = expected
    }
  }

  static let one = "<tr><td>产出指标<td>数量指标<td>里程<td>≥3公里<td>10"
  static let oneRead = "产出指标/数量指标/里程 >= 3 公里 w10"

  static let cases: [Case] = [
    Case("unclosed tags", page(one), [oneRead]),
    Case(
      "rowspan 0 reaches to the end",
      page("<tr><td rowspan=0>产出指标<td>数量指标<td>里程<td>≥3公里<td>10<tr><td>质量指标<td>合格率<td>≥9%<td>5"),
      [oneRead, "产出指标/质量指标/合格率 >= 9 % w5"]),
    Case(
      "a rowspan of 99999999999 ends with the table",
      page("<tr><td rowspan=99999999999>产出指标<td>数量指标<td>里程<td>≥3公里<td>10<tr><td>质量指标<td>合格率<td>≥9%<td>5"),
      [oneRead, "产出指标/质量指标/合格率 >= 9 % w5"]),
    Case(
      "a colspan of 99999999999 is bounded", page(one + "<tr><td colspan=99999999999>说明：无"), [oneRead]),
    Case(
      "entities with and without semicolon",
      page("<tr><td>产出指标<td>数量指标<td>里&nbsp;程<td>&#8805;3&#x516C;&#37324;<td>1&#48"), [oneRead]),
    Case(
      "a hidden row", page(one + "<tr style='display : none'><td>产出指标<td>数量指标<td>隐藏<td>1<td>1</tr>"),
      [oneRead]),
    Case(
      "script, style and comments",
      page(one, before: "<style>td{}</style><script>'<table><tr><td>x'</script><!-- <td> -->"), [oneRead]),
    Case(
      "a table in a layout table",
      page(one, before: "<table><tr><td>导航</td><td>", after: "</td></tr></table>"), [oneRead]),
    Case(
      "br inside a name and a small table inside a cell",
      page("<tr><td>产出指标<td>数量<br>指标<td><table><tr><td>里程</td></tr></table><td>≥3公里<td>10"), [oneRead]),
    Case("a broken byte in a page that says it is UTF-8", broken, [oneRead]),
  ]

  private static var broken: [UInt8] {
    Array("<html><meta charset=utf-8><p>".utf8) + [0xE4, 0xB8]
      + Array("</p><table>\(table)\(one)</table>".utf8)
  }

  @Test(arguments: cases)
  func reads(_ example: Case) throws {
    let document = try #require(try SheetLines.read(example.bytes).first)
    #expect(document.reader == "html")
    #expect(document.sheets.map(SheetLines.of) == [example.expected])
  }

  @Test func tablesNestedAThousandDeepEnd() throws {
    let bytes = Array((String(repeating: "<table><tr><td>", count: 1000) + "一级指标").utf8)
    #expect(throws: ReadError.self) { try SheetLines.read(bytes) }
  }

  @Test func spansThatCoverBillionsOfCellsEnd() throws {
    let rows = String(repeating: "<tr><td rowspan=65534 colspan=1000>x", count: 2000)
    let document = try #require(try SheetLines.read(Self.page(Self.one + rows)).first)
    #expect(document.sheets.first.map(SheetLines.of)?.first == Self.oneRead)
  }

  @Test func textBetweenTablesSplitsSheets() throws {
    let bytes = Self.page(
      Self.one, before: "<p>甲项目绩效目标表</p>",
      after: "<p>乙项目绩效目标表（2024年度）</p><table>\(Self.table)\(Self.one)</table>")
    let sheets = try #require(try SheetLines.read(bytes).first).sheets
    #expect(sheets.map(\.year) == [nil, 2024])
    #expect(sheets.map(SheetLines.of) == [[Self.oneRead], [Self.oneRead]])
  }
}
