import Jixiao

/// Rows of a table whose headings are gone: 产出指标 | 质量指标 | 名称 | ≥90% | 98%.
///
/// Only what the cells say by themselves is taken: each row begins with its two levels and has as many cells as the
/// others, and somewhere a promise with a sign stands before a result without one.
struct HeadlessRows {
  let table: Grid.Table
  /// From the first piece of the first row to behind the last.
  let range: Range<Int>

  private static let fewest = 3

  init?(_ tokens: [LooseToken], vocabulary: Vocabulary) {
    let words = vocabulary.sheets
    func isFirst(_ at: Int) -> Bool { words.isFirstLevel(Self.level(tokens[at].text, words)) }
    func isSecond(_ at: Int) -> Bool { words.isSecondLevel(Self.level(tokens[at].text, words)) }
    var rows: [Range<Int>] = []
    var at = 0
    while at + 1 < tokens.count {
      guard !tokens[at].isBlank, isFirst(at), isSecond(at + 1) else {
        at += 1
        continue
      }
      var end = at + 2
      while end < tokens.count, !tokens[end].isBlank, !tokens[end].isText, !(isFirst(end) && end > at + 2) {
        end += 1
      }
      rows.append(at..<end)
      at = end
    }
    guard rows.count >= Self.fewest, let first = rows.first, let last = rows.last,
      rows.allSatisfy({ $0.count == 5 })
    else { return nil }
    let shows = rows.contains { row in
      let target = Target(cell: tokens[row.lowerBound + 3].text, vocabulary: vocabulary)
      let actual = Target(cell: tokens[row.lowerBound + 4].text, vocabulary: vocabulary)
      return target.relation != nil && target.value != nil && actual.relation == nil && actual.value != nil
    }
    guard shows else { return nil }
    let fields: [Indicator.Field] = [.level1, .level2, .level3, .target, .actual]
    var table = Grid.Table()
    let place = tokens[first.lowerBound].place
    table.rows.append(
      Grid.Row(cells: fields.map { Grid.Cell(text: words.heading(of: $0), place: place) }, place: place))
    for row in rows {
      table.rows.append(
        Grid.Row(
          cells: row.map { Grid.Cell(text: tokens[$0].text, place: tokens[$0].place) },
          place: tokens[row.lowerBound].place))
    }
    self.table = table
    range = first.lowerBound..<last.upperBound
  }

  private static func level(_ text: String, _ words: SheetWords) -> String {
    IndicatorName.level(text, words: words)?.name.folded ?? ""
  }
}
