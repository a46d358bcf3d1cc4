import Jixiao
import Testing

@testable import JixiaoDocuments

/// The blocks of a container as text, so that cases can say what they expect in one line a row.
enum Shown {
  /// `a|b` for a row, `>` for a cell covered from the left, `^` for one covered from above; `"x"` for a line of text.
  static func lines(_ grid: Grid) -> [String] {
    grid.blocks.flatMap { block -> [String] in
      switch block {
      case .text(let line): ["\"\(line.text)\""]
      case .table(let table):
        table.rows.map { row in
          row.cells.map { $0.columnSpan == 0 ? ">" : $0.rowSpan == 0 ? "^" : $0.text }.joined(separator: "|")
        }
      }
    }
  }

  static func docx(_ body: String) throws -> [String] {
    let xml = "<w:body>\(body)</w:body>"
    let pieces = try DocxBody(XMLScanner(Array(xml.utf8), depthLimit: 512)).pieces
    var builder = GridBuilder(try input(), rowsMayBeCut: false)
    try DocxReader.add(pieces, to: &builder)
    builder.endTable()
    return lines(builder.grid)
  }

  static func xlsx(_ sheet: OfficeFiles.Worksheet, strings: [String] = [], formats: [NumberFormat] = [])
    throws
    -> [String]
  {
    let xml = "<worksheet>\(sheet.before)<sheetData>\(sheet.data)</sheetData>\(sheet.behind)</worksheet>"
    let workbook = XlsxWorkbook(formats: formats, strings: strings)
    var rows = try XlsxSheet(XMLScanner(Array(xml.utf8), depthLimit: 512), workbook)
    var layout = XlsxRows(try input())
    layout.begin("Sheet1")
    var lines: [String] = []
    while let row = try rows.next() {
      let cells = layout.laidOut(row, rows.rangesOverRow())
      let shown = cells.map { $0.columnSpan == 0 ? ">" : $0.rowSpan == 0 ? "^" : $0.text }
      lines.append("\(row.number): " + shown.joined(separator: "|"))
    }
    return lines
  }

  static func input() throws -> ReaderInput {
    ReaderInput(
      file: "a", sha256: "", offsetsHold: false, lines: TextLines([]), vocabulary: try Vocabulary.embedded(),
      limits: ReadLimits(), language: .zh)
  }
}

/// The fault with which reading bytes ends; nil where it succeeds.
func packageFault(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws -> PackageFault? {
  do {
    _ = try reader(limits: limits).read(file: "a", bytes: bytes)
    return nil
  } catch let error as ReadError {
    guard case .package(let fault) = error.kind else { throw error }
    // Both wordings exist.
    #expect(!fault.reason(in: .zh).isEmpty && !fault.reason(in: .en).isEmpty)
    return fault
  }
}
