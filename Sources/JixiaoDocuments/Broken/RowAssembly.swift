import Jixiao

/// Turns the cells of a search into rows of a grid; what is not certain becomes a report instead.
struct RowAssembly {
  private let atoms: BodyAtoms
  private let headings: HeadingRun
  private let result: RowSearch.Result
  private let nameColumn: Int
  private let vocabulary: Vocabulary

  var isEmpty: Bool { !result.cells.contains { $0.column == nameColumn } }

  init(_ atoms: BodyAtoms, _ headings: HeadingRun, _ result: RowSearch.Result, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    self.atoms = atoms
    self.headings = headings
    self.result = result
    nameColumn = headings.index(of: .level3) ?? 0
  }

  func headingRow() -> [Grid.Cell] {
    headings.columns.enumerated().map { index, column in
      Grid.Cell(text: column.text, place: Place(line: column.line, column: index + 1))
    }
  }

  mutating func rows(_ log: inout ReadLog) -> [[Grid.Cell]] {
    var rows: [[Grid.Cell]] = []
    // Whether the level in force of each column is certain.
    var isCertain = [Bool](repeating: true, count: headings.columns.count)
    for cells in grouped() {
      guard let first = cells.first(where: { $0.column >= 0 }) else { continue }
      let place = Place(line: atoms.line(first.first))
      var row = headings.columns.indices.map { Grid.Cell(text: "", place: Place(line: place.line, column: $0 + 1)) }
      var nameIsCertain = false
      for cell in cells where cell.column >= 0 {
        let holds = cell.margin >= SearchScores.margin
        if cell.column < nameColumn {
          for column in cell.column..<nameColumn { isCertain[column] = holds }
        }
        if cell.column == nameColumn { nameIsCertain = holds }
      }
      // An empty row of the form: its levels hold for what follows, nothing else is there.
      if !cells.contains(where: { $0.column >= nameColumn }) {
        if isCertain[..<nameColumn].allSatisfy({ $0 }) {
          for cell in cells where cell.column >= 0 {
            row[cell.column] = Grid.Cell(
              text: string(cell), place: Place(line: atoms.line(cell.first), column: cell.column + 1))
          }
          rows.append(row)
        }
        continue
      }
      let text = cells.filter { $0.column >= 0 }.map { string($0) }.joined(separator: "|")
      guard nameIsCertain else {
        log.unread(
          text, at: place, zh: "这一行有多种读法，差距太小，没有取舍", en: "the row can be read in several ways and none is clearly ahead")
        continue
      }
      guard isCertain[..<nameColumn].allSatisfy({ $0 }) else {
        log.unread(
          text, at: place, zh: "这一行属于哪一级指标无法确定", en: "it is not certain under which level the row stands")
        continue
      }
      for cell in cells where cell.column >= 0 {
        let field = headings.columns[cell.column].field
        let cellPlace = Place(line: atoms.line(cell.first), column: cell.column + 1)
        if cell.margin < SearchScores.margin && cell.column != nameColumn {
          if field != nil {
            log.unread(
              string(cell), at: cellPlace, zh: "这一格有多种读法，差距太小，没有取舍",
              en: "the cell can be read in several ways and none is clearly ahead")
          }
          continue
        }
        row[cell.column] = Grid.Cell(text: string(cell), place: cellPlace)
      }
      rows.append(row)
    }
    for cell in result.cells where cell.column < 0 {
      let line = string(cell).folded
      if TemplateLine.isPageNumber(line) || TemplateLine.isTemplate(line, vocabulary) { continue }
      log.unread(
        string(cell), at: Place(line: atoms.line(cell.first)), zh: "这一行文字不属于任何一格",
        en: "the line fits into no cell")
    }
    return rows
  }

  /// What stands behind the last row, where it looks like more rows.
  func reportRest(_ log: inout ReadLog) {
    guard result.end < atoms.count, atoms.rest[result.end] > 0 else { return }
    log.unread(
      atoms.text.string(atoms.range(result.end, atoms.count)), at: Place(line: atoms.line(result.end)),
      zh: "表尾的文字像是指标行，但读不成行", en: "the text behind the last row looks like rows but could not be read as such")
  }

  private func grouped() -> [[RowSearch.Cell]] {
    var groups: [[RowSearch.Cell]] = []
    for cell in result.cells {
      if cell.startsRow || groups.isEmpty { groups.append([]) }
      groups[groups.count - 1].append(cell)
    }
    return groups
  }

  private func string(_ cell: RowSearch.Cell) -> String { atoms.text.string(atoms.range(cell.first, cell.end)) }
}
