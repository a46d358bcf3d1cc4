import Jixiao

/// Lays the rows of a Word table out on its grid.
struct DocxTable {
  /// Word itself has at most 63 columns.
  static let mostColumns = 64

  /// What covers a column from above: the row and column of the cell that reaches down.
  private struct Reach {
    var row: Int
    var column: Int
    var span: Int
  }

  private var rows: [[Grid.Cell]] = []
  private var reaching: [Int: Reach] = [:]

  /// The rows with all columns, merged ones as cells of span 0.
  static func rows(of table: ArraySlice<DocxBody.Row>) -> [[Grid.Cell]] {
    var layout = DocxTable()
    for row in table { layout.add(row) }
    return layout.rows
  }

  private mutating func add(_ row: DocxBody.Row) {
    var cells: [Grid.Cell] = []
    func blank(rowSpan: Int = 1, columnSpan: Int = 1) -> Grid.Cell {
      Grid.Cell(text: "", place: Place(column: cells.count + 1), columnSpan: columnSpan, rowSpan: rowSpan)
    }
    for _ in 0..<row.before { cells.append(blank()) }
    var next: [Int: Reach] = [:]
    for cell in row.cells {
      let column = cells.count
      let span = max(1, min(cell.span, Self.mostColumns - min(column, Self.mostColumns - 1)))
      if cell.across == .continued, let origin = cells.lastIndex(where: { !$0.isCovered }) {
        cells[origin].columnSpan += span
        for _ in 0..<span { cells.append(blank(columnSpan: 0)) }
        continue
      }
      // A cell that continues one above, which must begin in its column.
      if cell.down == .continued, let reach = reaching[column] {
        rows[reach.row][reach.column].rowSpan += 1
        next[column] = reach
        for _ in 0..<span { cells.append(blank(rowSpan: 0)) }
        continue
      }
      var found = blank(columnSpan: span)
      found.text = Self.text(of: cell)
      cells.append(found)
      for _ in 1..<max(1, span) { cells.append(blank(columnSpan: 0)) }
      if cell.down != .none { next[column] = Reach(row: rows.count, column: column, span: span) }
    }
    for _ in 0..<min(row.after, Self.mostColumns) { cells.append(blank()) }
    reaching = next
    rows.append(cells)
  }

  /// The text of a cell, that of small tables inside it included.
  static func text(of cell: DocxBody.Cell) -> String {
    if cell.pieces.count == 1, case .text(let text) = cell.pieces[0] { return text }
    var lines: [String] = []
    collect(cell.pieces, into: &lines)
    return lines.joined(separator: "\n")
  }

  private static func collect(_ pieces: [DocxBody.Piece], into lines: inout [String]) {
    for piece in pieces {
      switch piece {
      case .text(let text): lines.append(text)
      case .table(let table):
        for row in table.rows { for cell in row.cells { collect(cell.pieces, into: &lines) } }
      }
    }
  }
}
