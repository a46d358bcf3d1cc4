import Jixiao

/// Resolves the columns whose cells are words of closed sets: 赋分规则, 设定依据, 佐证资料.
///
/// Where a sheet leaves out the heading of such a column, or two cells have run together, the words themselves say which
/// column they belong to. A word never goes to a column that the sheet prints: there it stays where it stands.
enum ClosedColumns {
  /// The words of one cell by column; nil where the cell holds anything beside words of closed sets.
  static func parts(of cell: String, words: SheetWords) -> [(field: Indicator.Field, text: String)]? {
    var rest = Substring(cell.folded)
    var parts: [(field: Indicator.Field, text: String)] = []
    while !rest.isEmpty {
      if let first = rest.first, ",、;/".contains(first) {
        guard !parts.isEmpty else { return nil }
        rest = rest.dropFirst()
        continue
      }
      guard let word = words.closedWord(rest) else { return nil }
      let text = String(rest.prefix(rest.count - word.rest.count))
      if let last = parts.last, last.field == word.field {
        parts[parts.count - 1].text += "," + text
      } else {
        parts.append((word.field, text))
      }
      rest = word.rest
    }
    return parts.isEmpty ? nil : parts
  }

  /// The texts of the closed columns of one row; cells that belong to none are left in `unplaced`.
  static func resolve(_ row: Grid.Row, _ columns: ColumnMap, words: SheetWords)
    -> (fields: [Indicator.Field: Grid.Cell], unplaced: [Grid.Cell])
  {
    var fields: [Indicator.Field: Grid.Cell] = [:]
    // Most tables have none of these columns, and a heading over every cell.
    let mayHold = row.cells.indices.contains { index in
      !row.cells[index].isBlank
        && (index >= columns.width || columns.headings[index].isEmpty
          || columns.fields[index].map { SheetWords.closedFields.contains($0) } ?? false)
    }
    guard mayHold else { return (fields, []) }
    var moved: [(field: Indicator.Field, cell: Grid.Cell)] = []
    var unplaced: [Grid.Cell] = []
    // Columns whose own cell turned out to hold another column's words, so that theirs stands without a heading.
    var vacated: Set<Indicator.Field> = []
    func place(_ cell: Grid.Cell, under heading: Indicator.Field?) {
      let parts = parts(of: cell.text, words: words) ?? []
      let fits = parts.allSatisfy {
        $0.field == heading || !columns.has($0.field) || vacated.contains($0.field)
      }
      guard !parts.isEmpty, fits else {
        if let heading { fields[heading] = cell } else { unplaced.append(cell) }
        return
      }
      for part in parts {
        var piece = cell
        if parts.count > 1 { piece.text = part.text }
        if part.field == heading { fields[part.field] = piece } else { moved.append((part.field, piece)) }
      }
      if let heading, fields[heading] == nil { vacated.insert(heading) }
    }
    let filled = row.cells.enumerated().filter { !$0.element.isBlank }
    for (index, cell) in filled where index < columns.width {
      if let heading = columns.fields[index], SheetWords.closedFields.contains(heading) {
        place(cell, under: heading)
      }
    }
    for (index, cell) in filled where index >= columns.width || columns.headings[index].isEmpty {
      place(cell, under: nil)
    }
    for move in moved {
      if fields[move.field] == nil { fields[move.field] = move.cell } else { unplaced.append(move.cell) }
    }
    return (fields, unplaced)
  }
}
