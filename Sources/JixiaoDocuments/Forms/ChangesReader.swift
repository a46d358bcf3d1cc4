import Jixiao

/// Reads what rows might have said instead: `file`, `sheet`, `indicator`, `actual` and `weight`, as CSV or JSON.
///
/// Blank cells change nothing. The form of `score --write-decisions` has these columns and may be used; its others are
/// passed over.
public struct ChangesReader: Sendable {
  public static let columns = ["file", "sheet", "indicator", "actual", "weight"]

  public let language: Language

  public init(language: Language) {
    self.language = language
  }

  /// - Returns: the changes that say something, and the rows that cannot be used.
  public func read(_ bytes: [UInt8]) -> (changes: [RowChange], problems: [FormProblem]) {
    let rows: [FormRows.Row]
    let columns = Self.columns + DecisionsReader.columns.filter { !Self.columns.contains($0) }
    do { rows = try FormRows(columns: columns, list: "changes", language: language).read(bytes) } catch {
      return ([], [error])
    }
    var changes: [RowChange] = []
    var problems: [FormProblem] = []
    for row in rows {
      do {
        let change = RowChange(
          file: row.cells["file"], sheet: try row.ordinal("sheet", language),
          indicator: try row.ordinal("indicator", language), actual: row.cells["actual"],
          weight: try row.number("weight", language))
        if !change.isEmpty { changes.append(change) }
      } catch {
        problems.append(error)
      }
    }
    return (changes, problems)
  }
}
