import Jixiao

/// One worksheet: its columns, its heading row, and rows that are made while they are written.
struct XLSXWorksheet {
  struct Column {
    let heading: String
    /// In characters of the standard font; a Chinese character takes two.
    let width: Int
  }

  let name: String
  /// Lines above the headings.
  var lead: [XLSXCell] = []
  let columns: [Column]
  /// Columns that stay in view beside the heading row.
  let frozenColumns: Int
  /// Rows under the headings that the filter covers.
  let rowCount: Int
  /// Pages side by side on paper; the frozen columns are printed again on each.
  var pagesWide = 1
  /// Hands every row to its argument, in order, with its number in the sheet.
  let rows: ((Int, [XLSXCell]) -> Void) -> Void

  /// The row of the headings, 1-based.
  var headingRow: Int { lead.isEmpty ? 1 : lead.count + 2 }

  /// The first row under the headings.
  var firstRow: Int { headingRow + 1 }

  /// The last row that the filter covers.
  var lastRow: Int { headingRow + rowCount }

  /// `A`, `AB`: the letters of a column counted from 0.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// The filtered range with fixed references: `$A$1:$T$148`.
  var filterRange: String {
    "$A$\(headingRow):$\(Self.letters(columns.count - 1))$\(max(lastRow, headingRow))"
  }

  /// Writes the part; `caching` is false where readers are to calculate every formula themselves.
  func write(to entry: inout ZipWriter.Entry, isFirst: Bool, caching: Bool) {
    entry.write(Array(head(isFirst: isFirst).utf8))
    var bytes: [UInt8] = []
    for (index, cell) in lead.enumerated() {
      Self.append([cell], row: index + 1, height: index == 0 ? 26 : 17, caching, to: &bytes)
    }
    let headings = columns.map { XLSXCell.text($0.heading, .heading) }
    Self.append(headings, row: headingRow, height: height(of: headings), caching, to: &bytes)
    entry.write(bytes)
    rows { number, cells in
      var bytes: [UInt8] = []
      Self.append(cells, row: number, height: height(of: cells), caching, to: &bytes)
      entry.write(bytes)
    }
    let title = XMLText.escaped(name)
    let tail =
      "</sheetData><autoFilter ref=\"\(filterRange.filter { $0 != "$" })\"/>"
      + "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
      + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"\(pagesWide)\" fitToHeight=\"0\"/>"
      + "<headerFooter><oddFooter>&amp;L\(title)&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
    entry.write(Array(tail.utf8))
  }

  private func head(isFirst: Bool) -> String {
    let corner = Self.letters(frozenColumns) + String(firstRow)
    let split = (frozenColumns > 0 ? "xSplit=\"\(frozenColumns)\" " : "") + "ySplit=\"\(headingRow)\""
    let pane = frozenColumns > 0 ? "bottomRight" : "bottomLeft"
    var columnList = ""
    for (index, column) in columns.enumerated() {
      columnList +=
        "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" customWidth=\"1\"/>"
    }
    return XLSXPart.header
      + "<worksheet xmlns=\"\(XLSXPart.main)\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
      + "<sheetViews><sheetView\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId=\"0\">"
      + "<pane \(split) topLeftCell=\"\(corner)\" activePane=\"\(pane)\" state=\"frozen\"/>"
      + "<selection pane=\"\(pane)\" activeCell=\"\(corner)\" sqref=\"\(corner)\"/></sheetView></sheetViews>"
      + "<sheetFormatPr defaultRowHeight=\"15\"/><cols>\(columnList)</cols><sheetData>"
  }

  /// Room for the longest text in its column, up to three lines, in points; the rest is there and shows on editing.
  ///
  /// Programs differ in whether they fit rows on opening a file, so the height is stated.
  private func height(of cells: [XLSXCell]) -> Int {
    var lines = 1
    for (cell, column) in zip(cells, columns) {
      guard case .text(let text, _) = cell, text.utf8.count > column.width else { continue }
      // A heading wraps a little early, because words do not break.
      let room = max(1, column.width - 1)
      let width = text.utf8.count > room * 9 ? room * 3 : DisplayWidth.of(text)
      lines = max(lines, min(3, (width + room - 1) / room))
    }
    return 4 + lines * 13
  }

  private static func append(
    _ cells: [XLSXCell], row: Int, height: Int, _ caching: Bool, to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: "<row r=\"\(row)\" ht=\"\(height)\" customHeight=\"1\">".utf8)
    for (index, cell) in cells.enumerated() {
      append(cell, at: letters(index) + String(row), caching, to: &bytes)
    }
    bytes.append(contentsOf: "</row>".utf8)
  }

  private static func append(_ cell: XLSXCell, at address: String, _ caching: Bool, to bytes: inout [UInt8]) {
    func open(_ style: XLSXStyle, _ more: String = "") -> String {
      "<c r=\"\(address)\" s=\"\(style.rawValue)\"\(more)"
    }
    switch cell {
    case .empty(let style): bytes.append(contentsOf: (open(style) + "/>").utf8)
    case .text(let text, let style):
      let isFormula = style == .text && text.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
      bytes.append(
        contentsOf: (open(isFormula ? .quoted : style, " t=\"inlineStr\"") + "><is><t xml:space=\"preserve\">")
          .utf8)
      XMLText.append(literal(fitting(text)), to: &bytes)
      bytes.append(contentsOf: "</t></is></c>".utf8)
    case .number(let value, let style):
      bytes.append(contentsOf: (open(style) + "><v>\(decimal(value))</v></c>").utf8)
    case .formula(let formula, let value, let style):
      bytes.append(contentsOf: (open(style) + "><f>").utf8)
      XMLText.append(formula, to: &bytes)
      bytes.append(contentsOf: (caching ? "</f><v>\(decimal(value))</v></c>" : "</f></c>").utf8)
    case .textFormula(let formula, let value, let style):
      bytes.append(contentsOf: (open(style, " t=\"str\"") + "><f>").utf8)
      XMLText.append(formula, to: &bytes)
      bytes.append(contentsOf: "</f>".utf8)
      if caching {
        bytes.append(contentsOf: "<v>".utf8)
        XMLText.append(value, to: &bytes)
        bytes.append(contentsOf: "</v>".utf8)
      }
      bytes.append(contentsOf: "</c>".utf8)
    }
  }

  /// More digits than a spreadsheet's number holds, none of them rounded before the fifteenth place.
  static func decimal(_ value: Ratio) -> Exact { value.exact ?? value.rounded(places: 15) ?? value.points }

  /// A text in which `_x000D_` stands for itself; programs take it for the character of that number.
  private static func literal(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    func isHexadecimal(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      kept.append(byte)
      if byte == UInt8(ascii: "_"), index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
        bytes[index + 6] == UInt8(ascii: "_"), bytes[(index + 2)...(index + 5)].allSatisfy(isHexadecimal)
      {
        kept.append(contentsOf: "x005F_".utf8)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// A cell holds 32,767 UTF-16 units; longer text is cut, and the cut shows.
  private static func fitting(_ text: String) -> String {
    guard text.utf16.count > 32_000 else { return text }
    var kept = text
    while kept.utf16.count > 32_000 { kept = String(kept.prefix(kept.count * 9 / 10)) }
    return kept + "…"
  }
}
