import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite struct DocxQuirkTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: String
    let lines: [String]

    init(_ name: String, _ body: String, _ lines: [String]) {
      (testDescription, self.body, self.lines) = (name, body, lines)
    }
  }

  static func tc(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
  }

  static func row(_ cells: String..., properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
  }

  static func tbl(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }

  static func run(_ inside: String) -> String { "<w:p><w:r>\(inside)</w:r></w:p>" }

  static let start = "<w:vMerge w:val=\"restart\"/>"
  static let on = "<w:vMerge/>"

  static let cases: [Case] = [
    Case(
      "gridSpan covers columns to the right",
      tbl(row(tc("a", "<w:gridSpan w:val=\"3\"/>"), tc("b")), row(tc("1"), tc("2"), tc("3"), tc("4"))),
      ["a|>|>|b", "1|2|3|4"]),
    Case(
      "vMerge covers rows below",
      tbl(row(tc("a", start), tc("1")), row(tc("", on), tc("2")), row(tc("b"), tc("3"))),
      ["a|1", "^|2", "b|3"]),
    Case(
      "vMerge with gridSpan covers a block",
      tbl(
        row(tc("a", "<w:gridSpan w:val=\"2\"/>" + start), tc("1")),
        row(tc("", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"continue\"/>"), tc("2"))), ["a|>|1", "^|^|2"]),
    Case(
      "a merge that continues nothing is a cell", tbl(row(tc("a"), tc("b")), row(tc("c", on), tc("d"))),
      ["a|b", "c|d"]),
    Case(
      "text left under a merge is not shown", tbl(row(tc("a", start), tc("1")), row(tc("old", on), tc("2"))),
      ["a|1", "^|2"]),
    Case(
      "gridBefore and gridAfter",
      tbl(
        row(tc("a"), tc("b"), tc("c")),
        row(tc("x"), properties: "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>")),
      ["a|b|c", "|x|"]),
    Case(
      "hMerge of old programs",
      tbl(row(tc("a", "<w:hMerge w:val=\"restart\"/>"), tc("", "<w:hMerge/>"), tc("b"))), ["a|>|b"]),
    Case(
      "spans of before a tracked change are not its spans",
      tbl(row(tc("a", "<w:tcPrChange><w:tcPr><w:gridSpan w:val=\"4\"/></w:tcPr></w:tcPrChange>"), tc("b"))),
      ["a|b"]),
    Case(
      "a span of zero or of nonsense is one",
      tbl(row(tc("a", "<w:gridSpan w:val=\"0\"/>"), tc("b", "<w:gridSpan w:val=\"x\"/>"))), ["a|b"]),
    Case(
      "runs split anywhere",
      "<w:p><w:r><w:t>满</w:t></w:r><w:r><w:t>意</w:t></w:r><w:proofErr/><w:r><w:t>度</w:t></w:r></w:p>",
      ["\"满意度\""]),
    Case("tab and break", run("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"), ["\"a\tb\nc\""]),
    Case(
      "tab stops are no tabs",
      "<w:p><w:pPr><w:tabs><w:tab w:pos=\"1\"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", ["\"a\""]),
    Case(
      "soft hyphen goes, hard hyphen stays",
      run("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t>"), ["\"ab-c\""]),
    Case(
      "symbols of Symbol and Wingdings",
      run(
        "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>95%</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>"
      ), ["\"≥95%☑\""]),
    Case(
      "an unknown symbol is not guessed", run("<w:t>a</w:t><w:sym w:font=\"Webdings\" w:char=\"F041\"/>"),
      ["\"a\u{FFFD}\""]),
    Case(
      "inserted text stays, deleted and moved text goes",
      "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del>"
        + "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>到</w:t></w:r></w:moveTo></w:p>",
      ["\"新到\""]),
    Case(
      "a deleted row goes, an inserted row stays",
      tbl(row(tc("a"), properties: "<w:del w:id=\"1\"/>"), row(tc("b"), properties: "<w:ins w:id=\"2\"/>")),
      ["b"]),
    Case(
      "hidden text goes",
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>a</w:t></w:r></w:p>",
      ["\"a\""]),
    Case(
      "hyperlinks and fields keep their text",
      "<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>b</w:t></w:r></w:fldSimple></w:p>",
      ["\"ab\""]),
    Case(
      "content controls around paragraph, row and cell",
      "<w:sdt><w:sdtPr/><w:sdtContent>\(run("<w:t>p</w:t>"))</w:sdtContent></w:sdt><w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>\(tc("a"))</w:sdtContent></w:sdt>\(tc("b"))</w:tr></w:sdtContent></w:sdt></w:tbl>",
      ["\"p\"", "a|b"]),
    Case(
      "a prompt of a content control is no content",
      "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>a</w:t></w:r></w:p>",
      ["\"a\""]),
    Case(
      "a text box in two forms is read once",
      "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>\(run("<w:t>框</w:t>"))</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(run("<w:t>框</w:t>"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>",
      ["\"框\"", "\"后\""]),
    Case(
      "an old text box alone",
      run(
        "<w:pict><v:textbox><w:txbxContent>\(tbl(row(tc("a"), tc("b"))))</w:txbxContent></v:textbox></w:pict>"
      ), ["a|b"]),
    Case(
      "text of drawings is not text of the document",
      run("<w:drawing><a:p><a:r><a:t>图</a:t></a:r></a:p></w:drawing><w:t>a</w:t>"), ["\"a\""]),
    Case(
      "pronunciation is not text",
      run(
        "<w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby>"
      ), ["\"拼\""]),
    Case(
      "two paragraphs of a cell are two lines of it",
      tbl("<w:tr><w:tc>\(run("<w:t>a</w:t>"))<w:p/>\(run("<w:t>b</w:t>"))</w:tc>\(tc("c"))</w:tr>"),
      ["a\nb|c"]),
    Case(
      "another prefix, and none", "<x:p><x:r><x:t>a</x:t></x:r></x:p><p><r><t>b</t></r></p>",
      ["\"a\"", "\"b\""]),
    Case("entities and CDATA", run("<w:t>&lt;&#23383;&#x5B57;<![CDATA[&amp;]]></w:t>"), ["\"<字字&amp;\""]),
    Case(
      "a small table in a cell is text of the cell",
      tbl(row(tc("a"), "<w:tc>\(tbl(row(tc("b"), tc("c"))))</w:tc>")), ["a|b\nc"]),
    Case(
      "a table of data in a table of layout is read, the rows around it too",
      tbl(
        row(tc("x"), tc("y")),
        row(
          "<w:tc>\(run("<w:t>上</w:t>"))\(tbl(row(tc("1"), tc("2"), tc("3")), row(tc("4"), tc("5"), tc("6"))))</w:tc>"
        ),
        row(tc("z"), tc("w"))), ["x|y", "\"上\"", "1|2|3", "4|5|6", "z|w"]),
  ]

  @Test(arguments: cases) func quirk(_ example: Case) throws {
    #expect(try Shown.docx(example.body) == example.lines)
  }

  @Test func strictNamespaceAndOtherPartNames() throws {
    let body =
      OfficeFiles.p(OfficeFiles.title) + OfficeFiles.table(OfficeFiles.head)
      + OfficeFiles.table([OfficeFiles.headings] + OfficeFiles.body)
    let plain = try reader().read(file: "a", bytes: OfficeFiles.docx(body))
    let strict = try reader().read(file: "a", bytes: OfficeFiles.docx(body, namespace: OfficeFiles.strict))
    #expect(plain[0].sheets.count == 1 && plain[0].sheets == strict[0].sheets)
    let document = "<w:document><w:body>\(body)</w:body></w:document>"
    let moved = ZipWriter.archive([
      OfficeFiles.relations("/Office/main2.xml"),
      OfficeFiles.contentTypes("/Office/main2.xml", "wordprocessingml.document"),
      ZipWriter.Entry("office\\main2.xml", document),
    ])
    #expect(try reader().read(file: "a", bytes: moved)[0].sheets == plain[0].sheets)
    let bare = ZipWriter.archive([ZipWriter.Entry("word/document.xml", document)])
    #expect(try reader().read(file: "a", bytes: bare)[0].sheets == plain[0].sheets)
  }

  @Test func placesCountTablesRowsAndColumns() throws {
    let body =
      OfficeFiles.p(OfficeFiles.title) + OfficeFiles.table(OfficeFiles.head)
      + OfficeFiles.table([OfficeFiles.headings] + OfficeFiles.body)
    let sheet = try #require(try reader().read(file: "a", bytes: OfficeFiles.docx(body))[0].sheets.first)
    let place = try #require(sheet.indicators[1].places[.target])
    #expect(place.table == 2 && place.row == 3 && place.column == 4 && place.line == nil)
  }

  @Test func utf16Document() throws {
    let body = OfficeFiles.p(OfficeFiles.title) + OfficeFiles.table([OfficeFiles.headings] + OfficeFiles.body)
    let document = "<w:document><w:body>\(body)</w:body></w:document>"
    var units: [UInt8] = [0xFF, 0xFE]
    for unit in document.utf16 { units += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(
      try reader().read(file: "a", bytes: OfficeFiles.docx(part: units))[0].sheets[0].indicators.count == 3)
  }
}
