import Jixiao

/// A Word document (docx, docm, WPS's docx): the tables of its body with their merged cells, and the text around them.
///
/// Headers, footers, footnotes and comments are not part of a sheet. Deleted text is left out, inserted text kept, as the
/// document prints with all changes accepted.
struct DocxReader: PackageFormat {
  let name = "docx"
  let kind = OfficePackage.Kind.document

  func read(
    _ package: OfficePackage, _ input: ReaderInput, budget: inout ZipInflate.Budget
  ) throws(ReadError) -> Reading {
    let body: DocxBody
    do throws(PackageFault) {
      let xml = try package.scanner(package.main, budget: &budget)
      do throws(XMLFault) { body = try DocxBody(xml) } catch { throw .xml(part: package.main, error) }
    } catch { throw ReadError(file: input.file, .package(error)) }
    var builder = GridBuilder(input, rowsMayBeCut: false)
    try Self.add(body.pieces, to: &builder)
    builder.endTable()
    var reading = SheetCutter.read(builder, input, reader: name)
    if body.hasEmbeddedFiles {
      reading.documents[0].notices.append(
        input.language.pick(
          "文档嵌入了整个文件（altChunk），其内容未读。请用 Word 打开并重新保存。",
          "the document embeds a whole file (altChunk), which was not read; open it in Word and save it again"
        ))
    }
    return reading
  }

  static func add(_ pieces: [DocxBody.Piece], to builder: inout GridBuilder) throws(ReadError) {
    for piece in pieces {
      switch piece {
      case .text(let text): builder.addLine(text, at: Place())
      case .table(let table): try add(table, to: &builder)
      }
    }
  }

  /// The innermost tables of data win: around them a table is the layout of a page, whose other rows stay rows.
  private static func add(_ table: DocxBody.Table, to builder: inout GridBuilder) throws(ReadError) {
    var start = 0
    for (index, row) in table.rows.enumerated() where row.cells.contains(where: \.holdsData) {
      try addRows(table.rows[start..<index], to: &builder)
      start = index + 1
      for cell in row.cells { try add(cell.pieces, to: &builder) }
      builder.endTable()
    }
    try addRows(table.rows[start...], to: &builder)
  }

  private static func addRows(_ rows: ArraySlice<DocxBody.Row>, to builder: inout GridBuilder)
    throws(ReadError)
  {
    for cells in DocxTable.rows(of: rows) { try builder.addRow(cells) }
    builder.endTable()
  }
}
