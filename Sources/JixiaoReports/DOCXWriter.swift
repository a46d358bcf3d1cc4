/// Writes the body of a Word document: paragraphs and tables in a few styles.
struct DOCXWriter {
  enum Style: String {
    case title = "Title"
    case heading = "Heading1"
    case subheading = "Heading2"
    case body = "BodyText"
    case list = "ListParagraph"
    case note = "Note"
    case cell = "TableText"
    case cellHeading = "TableHeading"
  }

  private(set) var bytes: [UInt8] = []

  mutating func paragraph(_ text: String, _ style: Style, isNumber: Bool = false) {
    raw("<w:p><w:pPr><w:pStyle w:val=\"\(style.rawValue)\"/>")
    if isNumber { raw("<w:jc w:val=\"right\"/>") }
    raw("</w:pPr>")
    if !text.isEmpty {
      raw("<w:r><w:t xml:space=\"preserve\">")
      XMLText.append(text, to: &bytes)
      raw("</w:t></w:r>")
    }
    raw("</w:p>")
  }

  /// Begins a table whose heading row is printed again on every page.
  mutating func beginTable(_ columns: [ReportTable.Column]) {
    raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>")
    raw("<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>")
    for column in columns { raw("<w:gridCol w:w=\"\(Self.width(column))\"/>") }
    raw("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    for column in columns { cell(column.heading, column, .cellHeading) }
    raw("</w:tr>")
  }

  mutating func row(_ cells: [String], _ columns: [ReportTable.Column]) {
    raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
    for (text, column) in zip(cells, columns) { cell(text, column, .cell) }
    raw("</w:tr>")
  }

  /// Ends the table; Word wants a paragraph behind it.
  mutating func endTable() {
    raw("</w:tbl>")
    paragraph("", .note)
  }

  private mutating func cell(_ text: String, _ column: ReportTable.Column, _ style: Style) {
    raw("<w:tc><w:tcPr><w:tcW w:w=\"\(Self.width(column))\" w:type=\"dxa\"/></w:tcPr>")
    paragraph(text, style, isNumber: column.isNumber && style == .cell)
    raw("</w:tc>")
  }

  /// In twentieths of a point, of a line of 482 points on A4.
  private static func width(_ column: ReportTable.Column) -> Int { column.width * 9_638 / 100 }

  private mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Hands out what has been written and begins anew.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}
