import Jixiao

/// Targets already read in this file: `=100` with `%` stands in row after row.
struct TargetMemo {
  private struct Key: Hashable {
    let cell: String?
    let relation: String?
    let unit: String?
  }

  /// Enough for the targets of any one document; a file with more starts over.
  private static let most = 4096
  private var known: [Key: Target] = [:]

  mutating func target(cell: String?, relation: String?, unit: String?, vocabulary: Vocabulary) -> Target {
    let key = Key(cell: cell, relation: relation, unit: unit)
    if let target = known[key] { return target }
    let target = Target(cell: cell, relationCell: relation, unitCell: unit, vocabulary: vocabulary)
    if known.count >= Self.most { known = [:] }
    known[key] = target
    return target
  }
}
