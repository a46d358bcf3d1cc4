import Jixiao
import JixiaoDocuments

/// Which columns of a flat table a score looks at; all others are never touched.
struct FlatLayout: Sendable {
  /// A column that is empty in nearly every row and takes the row off the short way when it is not plain.
  struct Rare: Sendable {
    enum Kind: Sendable {
      /// Must be the target's own number.
      case value
      /// A number that only shows that something is claimed.
      case claimed
      /// What an evaluator has decided: the sheet is then scored whole.
      case decision
    }

    let kind: Kind
    let column: Int
  }

  /// Columns that a table does not have are −1.
  let count: Int
  let sheet: Int
  let relation: Int
  let target: Int
  let weight: Int
  let unit: Int
  let rule: Int
  let actual: Int
  let kind: Int
  let year: Int
  /// Numbers in a sheet's first row.
  let amounts: [Int]
  let rare: [Rare]
  /// What decides over a row's points, its sheet's year apart.
  let deciding: [Int]
  /// The same as neighbouring columns, where little else stands between them: one key instead of several.
  let span: ClosedRange<Int>?
  let longestCell: Int
  /// Whether every column that the fast way reads is there.
  let isQuick: Bool

  init?(_ reader: FlatRowReader) {
    guard let sheet = reader.column(.sheet), let relation = reader.column(.operator),
      let target = reader.column(.target), let weight = reader.column(.weight)
    else { return nil }
    count = reader.columnCount
    self.sheet = sheet
    self.relation = relation
    self.target = target
    self.weight = weight
    unit = reader.column(.unit) ?? -1
    rule = reader.column(.rule) ?? -1
    actual = reader.column(.actual) ?? -1
    kind = reader.column(.kind) ?? -1
    year = reader.column(.year) ?? -1
    amounts = [SheetWords.FlatField.adjusted, .executed].compactMap { reader.column($0) }
    let value = reader.column(.value)
    rare =
      [value.map { Rare(kind: .value, column: $0) }].compactMap(\.self)
      + [reader.column(.claimed)].compactMap { $0.map { Rare(kind: .claimed, column: $0) } }
      + [Indicator.Field.awarded, .notApplicable].compactMap { field in
        reader.column(field).map { Rare(kind: .decision, column: $0) }
      }
    deciding = [relation, target, unit, weight, rule, actual, value ?? -1].filter { $0 >= 0 }
    if let low = deciding.min(), let high = deciding.max(), high - low < deciding.count + 2 {
      span = low...high
    } else {
      span = nil
    }
    longestCell = reader.longestCell
    isQuick = rule >= 0 && actual >= 0
  }
}
