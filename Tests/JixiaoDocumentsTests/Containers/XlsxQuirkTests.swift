import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite struct XlsxQuirkTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var sheet: OfficeFiles.Worksheet
    let lines: [String]

    init(_ name: String, _ data: String, _ lines: [String], before: String = "", behind: String = "") {
      testDescription = name
      sheet = OfficeFiles.Worksheet(data: data, before: before, behind: behind)
      self.lines = lines
    }
  }

  static func merge(_ ranges: String...) -> String {
    "<mergeCells>" + ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
  }

  static let cases: [Case] = [
    Case(
      "shared, inline and formula texts",
      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c><c r=\"C2\" t=\"str\"><f>A1</f><v>≥95%</v></c></row>",
      ["2: 二|甲乙|≥95%"]),
    Case(
      "a shared text that does not exist is blank",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c><c r=\"B1\"><v>1</v></c></row>", ["1: |1"]),
    Case(
      "booleans and errors as shown",
      "<row r=\"1\"><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#DIV/0!</v></c></row>",
      ["1: TRUE|FALSE|#DIV/0!"]),
    Case(
      "15 digits are shown",
      "<row r=\"1\"><c><v>1.1000000000000001</v></c><c><v>0.28999999999999998</v></c><c><v>1E-3</v></c><c><v>007</v></c></row>",
      ["1: 1.1|0.29|0.001|7"]),
    Case(
      "percent, thousands, date by style",
      "<row r=\"1\"><c s=\"1\"><v>0.95</v></c><c s=\"2\"><v>1234567.5</v></c><c s=\"3\"><v>45626</v></c></row>",
      ["1: 95%|1,234,567.50|2024年11月30日"]),
    Case(
      "gaps in rows and columns",
      "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row><row r=\"1000000\"><c r=\"A1000000\"><v>3</v></c></row>",
      ["3: |1||2", "1000000: 3"]),
    Case(
      "no references at all", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
      ["1: 1|2", "2: 3"]),
    Case(
      "blank cells and rows are nothing",
      "<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" t=\"inlineStr\"><is><t> </t></is></c></row><row r=\"2\"/><row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"B5\"/></row>",
      ["5: 1"]),
    Case(
      "merged ranges",
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>3</v></c></row><row r=\"2\"><c r=\"A2\"><v>9</v></c><c r=\"C2\"><v>4</v></c></row>",
      ["1: 1|>|3", "2: ^|^|4"], behind: merge("A1:B2")),
    Case(
      "a merged range of the whole worksheet costs nothing",
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"9\"><c r=\"B9\"><v>2</v></c></row>",
      [
        "1: 1" + String(repeating: "|>", count: 255),
        "9: " + [String](repeating: "^", count: 256).joined(separator: "|"),
      ], behind: merge("A1:XFD1048576")),
    Case(
      "overlapping and senseless ranges are left out",
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>", ["1: 1|>"],
      behind: merge("A1:B1", "B1:C1", "B2:A1", "A1", "??:??", "A1:ZZZZ9")),
    Case(
      "hidden rows and columns are left out",
      "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" ht=\"0\"><c r=\"A2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"><v>3</v></c><c r=\"B3\"><v>4</v></c></row>",
      ["3: |4"], before: "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>"),
    Case(
      "a false dimension is ignored", "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>",
      ["1: 1|2"], before: "<dimension ref=\"A1\"/>"),
    Case(
      "escapes of control characters", "<row r=\"1\"><c t=\"str\"><v>a_x000D_b_x</v></c></row>", ["1: a\rb_x"]
    ),
    Case("another prefix", "<x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row>", ["1: 1"]),
  ]

  static let formats = [
    NumberFormat.general, NumberFormat("0%"), NumberFormat(builtIn: 4),
    NumberFormat("yyyy\"年\"m\"月\"d\"日\";@"),
  ]

  @Test(arguments: cases) func quirk(_ example: Case) throws {
    #expect(try Shown.xlsx(example.sheet, strings: ["一", "二"], formats: Self.formats) == example.lines)
  }

  /// Cells in the plain spelling are taken from their bytes; with a blank more in each tag the scanner reads them.
  @Test(arguments: cases) func plainCellsReadAsTheScannerReadsThem(_ example: Case) throws {
    var plain = example.sheet
    // Cells near the end of a part are never taken as plain ones.
    plain.data += "<!--\(String(repeating: "-", count: 200).replacing("-", with: " "))-->"
    var spaced = plain
    spaced.data = plain.data.replacing("<c ", with: "<c  ").replacing("<c>", with: "<c >")
    let lines = try Shown.xlsx(plain, strings: ["一", "二"], formats: Self.formats)
    #expect(lines == example.lines)
    #expect(try Shown.xlsx(spaced, strings: ["一", "二"], formats: Self.formats) == lines)
  }

  @Test(arguments: [
    "<c r=\"B1\" s=\"0\" t=\"s\"><v>1</v></c>", "<c t=\"s\" r=\"B1\"><v>1</v></c>",
    "<c r=\"B1\"><v>12</v></c>",
    "<c r=\"B1\" s=\"1\"/>", "<c r=\"AA10\" s=\"1\"><v>0.85</v></c>", "<c><v>-1.5E3</v></c>", "<c/>",
  ])
  func thePlainSpellings(cell: String) throws {
    let bytes = Array((cell + String(repeating: " ", count: 100)).utf8)
    let plain = try #require(bytes.withUnsafeBufferPointer { XlsxPlainCell($0, at: 0) })
    #expect(plain.end == cell.utf8.count)
    if let value = plain.value {
      #expect(cell.contains("<v>\(String(decoding: bytes[value], as: UTF8.self))</v>"))
    }
    #expect(plain.isShared == cell.contains("t=\"s\""))
    #expect(plain.column == (cell.contains("B1") ? 2 : cell.contains("AA10") ? 27 : nil))
  }

  @Test(arguments: [
    "<c r=\"B1\" t=\"str\"><v>1</v></c>", "<c r=\"B1\"><f>A1</f><v>1</v></c>",
    "<c r=\"B1\"><v>a&amp;b</v></c>",
    "<c r=\"B\"><v>1</v></c>", "<c r=\"1\"><v>1</v></c>", "<c r='B1'><v>1</v></c>", "<c r=\"B1\"><v></v></c>",
    "<c r=\"B1\"><v>1</v><x/></c>", "<col r=\"B1\"><v>1</v></c>", "<c r=\"B1\"><v>1</v></d>", "<x/>", "",
    "<c r=\"",
    "<c r=\"B12345678\"><v>1</v></c>", "<c r=\"ABCD1\"><v>1</v></c>", "<c r=\"B1\"r=\"B1\"><v>1</v></c>",
  ])
  func otherSpellingsAreLeftToTheScanner(cell: String) {
    let bytes = Array((cell + String(repeating: " ", count: 100)).utf8)
    #expect(bytes.withUnsafeBufferPointer { XlsxPlainCell($0, at: 0) } == nil)
    #expect(Array(cell.utf8).withUnsafeBufferPointer { XlsxPlainCell($0, at: 0) } == nil)
  }

  @Test(arguments: ["培训 场次", "a_x000D_b", "甲&amp;乙", "", "<![CDATA[甲]]>", "_"])
  func plainSharedTextsReadAsTheScannerReadsThem(text: String) throws {
    func texts(_ start: String) throws -> [String] {
      let padding = "<!--\(String(repeating: " ", count: 64))-->"
      let xml = "<sst>\(start)<t>\(text)</t></si><si><t>丙</t></si>\(padding)</sst>"
      return try XlsxWorkbook.strings(XMLScanner(Array(xml.utf8), depthLimit: 9))
    }
    let plain = try texts("<si>")
    #expect(plain.count == 2 && plain[1] == "丙")
    #expect(try texts("<si >") == plain)
  }

  @Test func hiddenWorksheetsAndRowsAreNamed() throws {
    let data = OfficeFiles.rows([[OfficeFiles.title], OfficeFiles.headings] + OfficeFiles.body)
    let hidden = "<row r=\"50\" hidden=\"true\"><c><v>1</v></c></row>"
    let bytes = OfficeFiles.xlsx([
      OfficeFiles.Worksheet(name: "甲", data: data + hidden),
      OfficeFiles.Worksheet(name: "乙", data: data, state: "veryHidden"),
    ])
    let document = try #require(try reader().read(file: "a", bytes: bytes).first)
    #expect(document.sheets.count == 1)
    #expect(
      document.notices == ["工作表“乙”是隐藏的，未读取", "工作表“甲”有 1 行隐藏（从第50行起），未读取"].sorted { $0 > $1 }
        || document.notices.count == 2)
    #expect(document.notices.contains("工作表“乙”是隐藏的，未读取"))
    #expect(document.notices.contains("工作表“甲”有 1 行隐藏（从第50行起），未读取"))
  }

  @Test func severalWorksheetsHaveTheirPlaces() throws {
    let data = OfficeFiles.rows([[OfficeFiles.title], OfficeFiles.headings] + OfficeFiles.body)
    let sheets = ["甲", "乙"].map { OfficeFiles.Worksheet(name: $0, data: data) }
    let found = try reader().read(file: "a", bytes: OfficeFiles.xlsx(sheets))[0].sheets
    #expect(found.map(\.indicators.count) == [3, 3])
    let place = try #require(found[1].indicators[2].places[.weight])
    #expect(place.worksheet == "乙" && place.row == 5 && place.column == 5 && place.table == nil)
  }

  @Test func datesOf1904() throws {
    let data = "<row><c s=\"1\"><v>44164</v></c></row>"
    let bytes = OfficeFiles.xlsx(
      [OfficeFiles.Worksheet(data: data)], styles: "<cellXfs><xf/><xf numFmtId=\"31\"/></cellXfs>",
      workbookProperties: "<workbookPr date1904=\"1\"/>")
    #expect(throws: ReadError.self) { try reader().read(file: "a", bytes: bytes) }
    do { _ = try reader().read(file: "a", bytes: bytes) } catch let error as ReadError {
      guard case .noSheet(_, let seen) = error.kind else { throw error }
      #expect(seen == "2024年11月30日")
    }
  }
}
