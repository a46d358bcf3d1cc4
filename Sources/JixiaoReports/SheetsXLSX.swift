import Jixiao

/// Renders documents as a workbook to take away: the flat table with real numbers, the heads of the sheets, what was
/// not read.
///
/// Our own reader reads it back as the same sheets: the first worksheet is the flat table, the second fills in what its
/// columns cannot hold. Every text is a string cell, one that begins like a formula in the style of quoted text, so that
/// it stays text when somebody edits it.
public enum SheetsXLSX {
  /// Rows of indicators on one worksheet: what a spreadsheet holds, less the headings.
  static let rowsAtMost = 1_048_575

  /// The workbook in one language: Chinese headings, or the English names that CSV has.
  public static func render(_ documents: [Document], language: Language) -> [UInt8] {
    render(documents, language: language, rowsAtMost: rowsAtMost)
  }

  /// The workbook with at most so many indicators a worksheet.
  static func render(_ documents: [Document], language: Language, rowsAtMost: Int) -> [UInt8] {
    let sheets = documents.flatMap { document in
      document.sheets.map { FlatSheet($0, of: document, isOnly: documents.count == 1) }
    }
    let table = SheetsXLSXTable(language: language)
    var worksheets: [XLSXWorksheet] = []
    for part in parts(of: sheets, rowsAtMost: rowsAtMost) {
      worksheets.append(table.indicators(part, number: worksheets.count + 1))
    }
    worksheets.append(table.heads(sheets))
    let unread = documents.filter { !$0.unread.isEmpty }
    if !unread.isEmpty { worksheets.append(table.unread(unread)) }
    return XLSXPart.workbook(worksheets, caching: true)
  }

  /// The sheets in the order of their rows, cut where a worksheet is full; at least one part, so that headings stand.
  private static func parts(of sheets: [FlatSheet], rowsAtMost: Int) -> [[FlatSheet]] {
    var parts: [[FlatSheet]] = [[]]
    var room = rowsAtMost
    for sheet in sheets {
      var rest = sheet.rows
      while !rest.isEmpty {
        if room == 0 {
          parts.append([])
          room = rowsAtMost
        }
        var piece = sheet
        piece.rows = rest.prefix(room)
        parts[parts.count - 1].append(piece)
        rest = rest.dropFirst(piece.rows.count)
        room -= piece.rows.count
      }
    }
    return parts
  }
}

/// A sheet under the id by which a flat table knows it, with the rows that are to be written.
struct FlatSheet {
  let id: String
  let file: String
  let reader: String
  let sheet: Sheet
  var rows: ArraySlice<Indicator>

  init(_ sheet: Sheet, of document: Document, isOnly: Bool) {
    let own = sheet.id ?? String(sheet.ordinal)
    id = isOnly ? own : "\(document.file)#\(own)"
    file = document.file
    reader = document.reader
    self.sheet = sheet
    rows = sheet.indicators[...]
  }
}
