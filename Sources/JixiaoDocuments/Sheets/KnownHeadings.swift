/// A row of headings that was read before: most files print the same one above every sheet.
struct KnownHeadings {
  private let row: Grid.Row
  private let columns: ColumnMap

  /// Columns that depend on nothing but the row.
  init(row: Grid.Row, columns: ColumnMap) {
    (self.row, self.columns) = (row, columns)
  }

  /// The columns that a row names which prints the same in the same cells; nil for any other row.
  func columns(of other: Grid.Row) -> ColumnMap? {
    guard other.cells.count == row.cells.count else { return nil }
    for index in row.cells.indices {
      guard other.cells[index].text == row.cells[index].text,
        other.cells[index].columnSpan == row.cells[index].columnSpan,
        other.cells[index].rowSpan == row.cells[index].rowSpan
      else { return nil }
    }
    return columns.moved(to: other.place)
  }
}
