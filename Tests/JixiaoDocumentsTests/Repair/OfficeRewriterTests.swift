import Jixiao
import Testing

@testable import JixiaoDocuments

/// Cells of Office files change alone: all other bytes of the part, and all other entries, stay.
@Suite struct OfficeRewriterTests {
  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    var budget = ZipInflate.Budget(ReadLimits())
    let archive = try ZipArchive(bytes, limits: ReadLimits())
    let entry = try #require(archive.entries.first { $0.name == name })
    return String(decoding: try archive.content(of: entry, budget: &budget), as: UTF8.self)
  }

  /// The packed bytes of every entry, by name.
  private func packed(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
    var packed: [String: [UInt8]] = [:]
    for entry in try ZipArchive(bytes, limits: ReadLimits()).entries {
      let names = Int(bytes[entry.offset + 26]) | Int(bytes[entry.offset + 27]) << 8
      let extra = Int(bytes[entry.offset + 28]) | Int(bytes[entry.offset + 29]) << 8
      let start = entry.offset + 30 + names + extra
      packed[entry.name] = Array(bytes[start..<(start + entry.packedSize)])
    }
    return packed
  }

  private func edited(_ bytes: [UInt8], _ edits: [CellEdit]) throws -> [UInt8] {
    let rewriter = try #require(OfficeRewriter(bytes, limits: ReadLimits()))
    return try rewriter.rewritten(edits)
  }

  private func cell(_ row: Int, _ column: Int) -> Place {
    Place(worksheet: "Sheet1", row: row, column: column)
  }

  static let data =
    "<row r=\"1\"><c r=\"A1\" t=\"s\" s=\"3\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>"
    + "<row r=\"2\"><c r=\"A2\" s=\"7\"><v>15</v></c><c r=\"B2\"><f>A2*2</f><v>30</v></c><c r=\"C2\"/></row>"

  private var workbook: [UInt8] {
    OfficeFiles.xlsx([OfficeFiles.Worksheet(data: Self.data)], strings: "<si><t>质量</t></si>")
  }

  @Test func aSharedTextStaysForTheOtherCells() throws {
    let after = try edited(workbook, [CellEdit(place: cell(1, 1), text: "质量<指标>")])
    let sheet = try part("xl/worksheets/s0.xml", of: after)
    #expect(
      sheet.contains(
        "<c r=\"A1\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">质量&lt;指标&gt;</t></is></c>"
          + "<c r=\"B1\" t=\"s\"><v>0</v></c></row>"))
    var (old, new) = (try packed(workbook), try packed(after))
    #expect(
      old.removeValue(forKey: "xl/worksheets/s0.xml") != new.removeValue(forKey: "xl/worksheets/s0.xml"))
    #expect(old == new && old.count == 5)
  }

  @Test(arguments: [
    (2, 1, "10", "<c r=\"A2\" s=\"7\"><v>10</v></c>"),
    (2, 1, "10%", "<c r=\"A2\" s=\"7\" t=\"inlineStr\"><is><t xml:space=\"preserve\">10%</t></is></c>"),
    (2, 1, "", "<c r=\"A2\" s=\"7\"/>"), (2, 3, "7", "<c r=\"C2\"><v>7</v></c>"),
  ])
  func aNumberStaysANumber(_ row: Int, _ column: Int, _ text: String, _ expected: String) throws {
    let after = try edited(workbook, [CellEdit(place: cell(row, column), text: text)])
    #expect(try part("xl/worksheets/s0.xml", of: after).contains(expected))
  }

  @Test func aFormulaIsLeftAlone() {
    #expect(throws: CellRefusal.formula(cell(2, 2))) {
      try edited(workbook, [CellEdit(place: cell(2, 2), text: "1")])
    }
    #expect(throws: CellRefusal.noCell(cell(9, 9))) {
      try edited(workbook, [CellEdit(place: cell(9, 9), text: "1")])
    }
  }

  @Test func aWordCellKeepsItsRunsAndProperties() throws {
    let cell =
      "<w:tc><w:tcPr><w:tcW w:w=\"900\"/></w:tcPr><w:p><w:pPr/><w:r><w:rPr><w:b/></w:rPr><w:t>≥1</w:t></w:r>"
      + "<w:r><w:t>0场</w:t></w:r></w:p></w:tc>"
    let row = "<w:tr><w:tc>\(OfficeFiles.p("名称"))</w:tc>\(cell)</w:tr>"
    let bytes = OfficeFiles.docx(OfficeFiles.p("题") + "<w:tbl>\(row)\(row)</w:tbl>", isDeflated: true)
    let after = try edited(bytes, [CellEdit(place: Place(table: 1, row: 2, column: 2), text: "=10场")])
    let old = try part("word/document.xml", of: bytes), new = try part("word/document.xml", of: after)
    let changed = cell.replacing("≥1", with: "=10场").replacing(
      "0场</w:t></w:r></w:p>", with: "</w:t></w:r></w:p>"
    )
    .replacing("=1<", with: "=10场<")
    let first = try #require(old.ranges(of: cell).last)
    var expected = old
    expected.replaceSubrange(first, with: changed)
    #expect(new == expected)
  }

  @Test(arguments: [
    "<w:r><w:tab/></w:r>", "<w:ins><w:r><w:t>新</w:t></w:r></w:ins>", "<w:r><w:drawing/></w:r>",
  ])
  func whatIsMoreThanTextIsLeftAlone(_ content: String) {
    let cell = "<w:tc><w:p><w:r><w:t>5</w:t></w:r>\(content)</w:p></w:tc>"
    let bytes = OfficeFiles.docx("<w:tbl><w:tr>\(cell)<w:tc>\(OfficeFiles.p("x"))</w:tc></w:tr></w:tbl>")
    let place = Place(table: 1, row: 1, column: 1)
    #expect(throws: CellRefusal.notPlain(place)) { try edited(bytes, [CellEdit(place: place, text: "6")]) }
  }

  @Test func descriptorsAndCommentsStay() throws {
    var first = ZipWriter.Entry("a.txt", Array("甲".utf8), isDeflated: true)
    first.hasDescriptor = true
    var second = ZipWriter.Entry("b.txt", Array("乙乙乙乙".utf8), isDeflated: true)
    second.hasDescriptor = true
    let bytes = ZipWriter.archive([first, second, ZipWriter.Entry("c.txt", "丙")], comment: "注")
    let archive = try ZipArchive(bytes, limits: ReadLimits())
    // Nothing to change gives the same bytes.
    #expect(try ZipRewriter.rewritten(bytes, [:]) == bytes)
    let after = try ZipRewriter.rewritten(bytes, [archive.entries[1].offset: Array("丁".utf8)])
    #expect(try part("a.txt", of: after) == "甲")
    #expect(try part("b.txt", of: after) == "丁")
    #expect(try part("c.txt", of: after) == "丙")
    #expect(after.suffix(3) == Array("注".utf8)[...])
    #expect(throws: PackageFault.self) {
      try ZipRewriter.rewritten(ZipWriter.archive([first], hasZip64End: true), [:])
    }
  }
}
