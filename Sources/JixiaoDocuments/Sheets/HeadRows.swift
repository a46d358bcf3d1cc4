import Jixiao

/// Rows of a head whose cells stand one below the other, put side by side again.
///
/// 年初预算数, 全年预算数 … in lines of their own become one row, and so does 年度资金总额 with the amounts below it.
enum HeadRows {
  private static let measures: Set<SheetWords.Label> = [
    .initial, .adjusted, .executed, .rate, .weight, .claimed,
  ]

  static func joined(_ rows: [Grid.Row], words: SheetWords) -> [Grid.Row] {
    var result: [Grid.Row] = []
    var at = 0
    while at < rows.count {
      if let found = measureRow(rows, at, words) ?? amountRow(rows, at, words) {
        result.append(found.row)
        at = found.end
      } else {
        result.append(rows[at])
        at += 1
      }
    }
    return result
  }

  private static func single(_ row: Grid.Row) -> Grid.Cell? { row.cells.count == 1 ? row.cells[0] : nil }

  /// At least two measures, each of one line or of two: 全年 above 预算数.
  private static func measureRow(_ rows: [Grid.Row], _ start: Int, _ words: SheetWords) -> (
    row: Grid.Row, end: Int
  )? {
    var cells: [Grid.Cell] = []
    var at = start
    while at < rows.count, var cell = single(rows[at]) {
      if let label = words.label(cell.text)?.label, measures.contains(label) {
        at += 1
      } else if at + 1 < rows.count, let next = single(rows[at + 1]),
        let label = words.label(cell.text + next.text)?.label, measures.contains(label)
      {
        cell.text += next.text
        at += 2
      } else {
        break
      }
      cells.append(cell)
    }
    return cells.count >= 2 ? (Grid.Row(cells: cells, place: rows[start].place), at) : nil
  }

  /// A label of money and the numbers that follow it.
  private static func amountRow(_ rows: [Grid.Row], _ start: Int, _ words: SheetWords) -> (
    row: Grid.Row, end: Int
  )? {
    guard let first = single(rows[start]), let label = words.label(first.text)?.label, label.isMoney else {
      return nil
    }
    var cells = [first]
    var at = start + 1
    while at < rows.count, let cell = single(rows[at]), words.label(cell.text) == nil,
      PrintedNumber(cell.text, words: words).value != nil || words.isNoNumber(cell.text.folded)
        || cell.text.folded.hasSuffix("%")
    {
      cells.append(cell)
      at += 1
    }
    return cells.count >= 2 ? (Grid.Row(cells: cells, place: rows[start].place), at) : nil
  }
}
