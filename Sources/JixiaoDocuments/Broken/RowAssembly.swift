import Jixiao

/// Turns the cells of a search into rows of a grid; what is not certain becomes a report instead.
struct RowAssembly {
  private let atoms: BodyAtoms
  private let headings: HeadingRun
  private var result: RowSearch.Result
  /// Whether the body goes on behind the atoms, past what one search takes in.
  private let isCut: Bool
  private let nameColumn: Int
  private let lexicon: CellLexicon
  private var vocabulary: Vocabulary { lexicon.vocabulary }

  var isEmpty: Bool { !result.cells.contains { $0.column == nameColumn } }

  init(
    _ atoms: BodyAtoms, _ body: Range<Int>, _ headings: HeadingRun, _ result: RowSearch.Result,
    _ lexicon: CellLexicon
  ) {
    self.lexicon = lexicon
    self.atoms = atoms
    self.headings = headings
    self.result = result
    nameColumn = headings.index(of: .level3) ?? 0
    isCut = atoms.end < body.upperBound
    // The row at which the text was cut may lack its end; it is left with the rest.
    if isCut, let last = result.cells.lastIndex(where: \.startsRow), last > 0 {
      self.result.end = result.cells[last].first
      self.result.cells.removeSubrange(last...)
    }
  }

  func headingRow() -> [Grid.Cell] {
    headings.columns.enumerated().map { index, column in
      Grid.Cell(text: column.text, place: Place(line: column.line, column: index + 1))
    }
  }

  /// The rows that are certain; a row that is not leaves behind only the levels that are.
  func rows(_ log: inout ReadLog) -> [[Grid.Cell]] {
    var rows: [[Grid.Cell]] = []
    // Whether the level in force of each column is certain.
    var isCertain = [Bool](repeating: true, count: nameColumn)
    var first: Int?
    for cells in grouped() {
      for cell in cells where cell.column < 0 {
        reportSkipped(cell, &log)
        if (cell.first..<cell.end).contains(where: { atoms.looksLikeRow($0) }) {
          isCertain = isCertain.map { _ in false }
        }
      }
      let cells = cells.filter { $0.column >= 0 }
      guard let start = cells.first else { continue }
      let place = Place(line: atoms.line(start.first))
      var row = headings.columns.indices.map {
        Grid.Cell(text: "", place: Place(line: place.line, column: $0 + 1))
      }
      func keep(_ cell: RowSearch.Cell) {
        row[cell.column] = Grid.Cell(
          text: string(cell), place: Place(line: atoms.line(cell.first), column: cell.column + 1))
      }
      for cell in cells where cell.column < nameColumn {
        let holds = cell.margin >= SearchScores.margin
        for column in cell.column..<nameColumn { isCertain[column] = holds }
        if holds { keep(cell) }
        switch headings.columns[cell.column].field {
        case .level1:
          first = level(cell) { lexicon.level1($0) }
        case .level2:
          // A second level that sheets never print below the first one in force: that one has ended unseen.
          let isAlone = !cells.contains { headings.columns[$0.column].field == .level1 }
          let name = level(cell) { $0 }
          if isAlone, let first, let name, lexicon.isSecond(name), !lexicon.belongs(name, under: first) {
            isCertain = isCertain.map { _ in false }
          }
        default: break
        }
      }
      let levels = row
      let name = cells.first { $0.column == nameColumn }
      let text = cells.map { string($0) }.joined(separator: "|")
      guard let name, name.margin >= SearchScores.margin else {
        if name != nil {
          log.unread(
            text, at: place, zh: "这一行有多种读法，差距太小，没有取舍",
            en: "the row can be read in several ways and none is clearly ahead")
        }
        rows.append(levels)
        continue
      }
      guard isCertain.allSatisfy({ $0 }) else {
        log.unread(
          text, at: place, zh: "这一行属于哪一级指标无法确定", en: "it is not certain under which level the row stands")
        rows.append(levels)
        continue
      }
      for cell in cells where cell.column >= nameColumn {
        if cell.margin >= SearchScores.margin {
          keep(cell)
        } else if headings.columns[cell.column].field != nil {
          log.unread(
            string(cell), at: Place(line: atoms.line(cell.first), column: cell.column + 1),
            zh: "这一格有多种读法，差距太小，没有取舍", en: "the cell can be read in several ways and none is clearly ahead")
        }
      }
      rows.append(row)
    }
    return rows.filter { $0.contains { !$0.isBlank } }
  }

  private func level<Value>(_ cell: RowSearch.Cell, _ look: (String) -> Value?) -> Value? {
    IndicatorName.level(string(cell), words: vocabulary.sheets).flatMap { look($0.name.folded) }
  }

  private func reportSkipped(_ cell: RowSearch.Cell, _ log: inout ReadLog) {
    let line = string(cell).folded
    if TemplateLine.isPageNumber(line) || TemplateLine.isTemplate(line, vocabulary) { return }
    log.unread(
      string(cell), at: Place(line: atoms.line(cell.first)), zh: "这一行文字不属于任何一格",
      en: "the line fits into no cell")
  }

  /// What stands behind the last row, where it looks like more rows.
  func reportRest(_ log: inout ReadLog) {
    if isCut {
      log.unread(
        atoms.text.string(atoms.range(result.end, atoms.count)),
        at: Place(line: atoms.line(min(result.end, atoms.count - 1))),
        zh: "表太长，从这里起没有读；请按表拆分文件",
        en: "the table is too long and was not read from here on; split the file by sheets")
      return
    }
    guard result.end < atoms.count else { return }
    if atoms.rest[result.end] <= 0 {
      // A row whose result is not read, with text right behind it, has not been read to its end.
      let isOpen =
        headings.columns.contains { $0.field == .actual }
        && !(grouped().last ?? []).contains { $0.column >= 0 && headings.columns[$0.column].field == .actual }
      guard isOpen, atoms.foreign[result.end] < 9 else { return }
      log.unread(
        atoms.text.string(atoms.range(result.end, atoms.count)), at: Place(line: atoms.line(result.end)),
        zh: "最后一行没有读完", en: "the last row was not read to its end")
      return
    }
    log.unread(
      atoms.text.string(atoms.range(result.end, atoms.count)), at: Place(line: atoms.line(result.end)),
      zh: "表尾的文字像是指标行，但读不成行", en: "the text behind the last row looks like rows but could not be read as such"
    )
  }

  private func grouped() -> [[RowSearch.Cell]] {
    var groups: [[RowSearch.Cell]] = []
    for cell in result.cells {
      if cell.startsRow || groups.isEmpty { groups.append([]) }
      groups[groups.count - 1].append(cell)
    }
    return groups
  }

  private func string(_ cell: RowSearch.Cell) -> String {
    atoms.text.string(atoms.range(cell.first, cell.end))
  }
}
