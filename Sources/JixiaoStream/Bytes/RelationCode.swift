import Jixiao

/// Short numbers for the words that a row is scored by.
enum RelationCode {
  /// No sign printed; those below are the places of `Relation.allCases`.
  static let blank: UInt8 = 7
  /// Words, ranges, and what is no sign.
  static let unknown: UInt8 = 255

  static func of(_ run: ByteRun, _ spellings: RelationSpellings) -> UInt8 {
    if run.count == 0 { return blank }
    let text = FormulaGuard.removed(from: String(decoding: run.bytes, as: UTF8.self)).withoutSpace
    guard !text.isEmpty, let relation = spellings.relation(ofCell: text), relation != .qualitative,
      relation != .range, let index = Relation.allCases.firstIndex(of: relation)
    else { return unknown }
    return UInt8(index)
  }

  static func ofRule(_ run: ByteRun, _ names: RuleNames) -> UInt8 {
    let text = FormulaGuard.removed(from: String(decoding: run.bytes, as: UTF8.self)).withoutSpace
    guard let name = names.name(of: text), let index = ScoringRuleName.allCases.firstIndex(of: name) else {
      return 0
    }
    return UInt8(index + 1)
  }

  static func ofKind(_ run: ByteRun) -> UInt8 {
    guard let kind = Sheet.Kind(rawValue: String(decoding: run.bytes, as: UTF8.self)) else { return 2 }
    return kind.isTarget ? 1 : 0
  }
}
