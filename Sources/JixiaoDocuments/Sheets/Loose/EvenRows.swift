import Jixiao

/// Whether the rows of a text still have all their cells, so that a cell's position says its column.
///
/// A copy of a table either keeps the places of merged cells as blanks or leaves them out; in the second case the rows
/// are shorter and begin with a cell of a later column.
enum EvenRows {
  /// Whether all lines that have cells have them in place; of a row that is cut short only blanks may lack at the end.
  static func hold(_ rows: [[String]], words: SheetWords) -> Bool {
    var width: Int?
    var isBelowHeadings = false
    for cells in rows {
      defer { isBelowHeadings = cells.contains { words.column($0) != nil } }
      if cells.count(where: { words.column($0) != nil }) >= 3 {
        // A second row of headings that lies below one of the first has blanks where the others go on.
        if let width, isBelowHeadings, cells.count < width, cells.allSatisfy({ words.column($0) != nil }) {
          return false
        }
        width = cells.count
        continue
      }
      guard let width, cells.count < width, cells.count > 1 else { continue }
      let first = cells[0].folded
      if first.isEmpty || words.isFirstLevel(IndicatorName.level(first, words: words)?.name ?? first) {
        continue
      }
      let core = SheetWords.core(first)
      if words.isTotal(core) || words.isFooter(core) || words.isNote(first) || words.label(first) != nil {
        continue
      }
      return false
    }
    return true
  }
}
