import Jixiao

/// How a row with this sign, weight and rule name is scored.
struct RowKind: BitwiseCopyable {
  fileprivate var sign: UInt64 = 0
  fileprivate var points: UInt64 = 0
  /// The lengths of both texts and the number of the rule name; −1 fits no row.
  fileprivate var lengths = -1
  /// In units of `Earned`.
  var weight: UInt64 = 0
  var quick = QuickRule.refusing
  /// Whether whatever equals its target earns everything.
  var isFullAtTarget = false
  /// Whether the sign is one of a number and the weight a plain one of less than 100,000 digits' worth.
  var isPlain = false
}

/// What sign, weight and rule name come to, remembered by their bytes: nearly every row has those of some row before.
final class RowKinds {
  private static let size = 64

  /// By name (5) and relation (8).
  private let quick: UnsafeMutablePointer<QuickRule>
  private let known: UnsafeMutablePointer<RowKind>
  /// The answer for texts too long to be remembered.
  private let passing: UnsafeMutablePointer<RowKind>
  let readsRule: Bool
  private let spellings: RelationSpellings
  private let ruleNames: RuleNames
  private var relations = WordTable()
  private var rules = WordTable()

  init(_ pack: RulePack, vocabulary: Vocabulary) {
    let kernel = Kernel(pack)
    quick = .allocate(capacity: 64)
    quick.initialize(repeating: .refusing, count: 64)
    for (row, name) in ([nil] + ScoringRuleName.allCases.map { $0 }).enumerated() {
      for (column, relation) in Relation.allCases.enumerated()
      where relation != .qualitative && relation != .range {
        quick[row * 8 + column] = kernel.quickRule(for: relation, named: name)
      }
      quick[row * 8 + Int(RelationCode.blank)] = kernel.quickRule(for: .equalTo, named: name)
    }
    known = .allocate(capacity: RowKinds.size + 1)
    known.initialize(repeating: RowKind(), count: RowKinds.size + 1)
    passing = known + RowKinds.size
    readsRule = kernel.rulesByName
    spellings = vocabulary.relations
    ruleNames = vocabulary.ruleNames
  }

  deinit {
    quick.deallocate()
    known.deallocate()
  }

  /// The kind of a row; what it points to holds until the next call.
  @inline(always)
  func kind(_ relation: ByteRun, _ weight: ByteRun, _ rule: ByteRun) -> UnsafePointer<RowKind> {
    var name = 0
    if readsRule, rule.count != 0 { name = number(of: rule) }
    let sign = relation.top
    let points = weight.top
    let lengths = relation.count | weight.count &<< 30 | name &<< 60
    let place = Int(truncatingIfNeeded: ((sign ^ (points &<< 7)) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
    let kind = known + place
    if kind.pointee.sign == sign, kind.pointee.points == points, kind.pointee.lengths == lengths {
      return UnsafePointer(kind)
    }
    return learn(kind, relation, weight, name, lengths)
  }

  @inline(never)
  private func number(of rule: ByteRun) -> Int {
    Int(rules.answer(rule) { RelationCode.ofRule($0, ruleNames) })
  }

  @inline(never)
  private func learn(
    _ place: UnsafeMutablePointer<RowKind>, _ relation: ByteRun, _ weight: ByteRun, _ name: Int,
    _ lengths: Int
  ) -> UnsafePointer<RowKind> {
    var kind = RowKind()
    let code = relations.answer(relation) { RelationCode.of($0, spellings) }
    if code <= RelationCode.blank, let number = DecimalWord(weight.start, count: weight.count),
      number.digits < 100_000
    {
      var units = number.digits
      for _ in 0..<(Earned.unitPlaces - number.places) { units *= 10 }
      kind.weight = units
      kind.quick = quick[name &* 8 &+ Int(code)]
      kind.isFullAtTarget = kind.quick.share(actual: 1, target: 1).map { $0.part == $0.whole } ?? false
      kind.isPlain = true
    }
    let isShort = relation.count <= 8 && weight.count <= 8
    if isShort {
      kind.sign = relation.top
      kind.points = weight.top
      kind.lengths = lengths
    }
    let place = isShort ? place : passing
    place.pointee = kind
    return UnsafePointer(place)
  }
}
