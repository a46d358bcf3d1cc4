/// The only arithmetic that turns a claim into credit: the rules of one pack, ready to use.
///
/// Drives the single-sheet scorer and the stream alike.
public struct Kernel: Sendable {
  public let operators: OperatorRules
  public let named: [ScoringRuleName: NamedRule]
  public let overAchievement: OverAchievement

  public init(_ pack: RulePack) {
    operators = pack.operators
    named = pack.named
    overAchievement = pack.overAchievement.rule
  }

  /// The rule for a number, by its sign and the printed rule name.
  ///
  /// - Returns: the rule, and whether the printed name does not fit a number.
  public func rule(for relation: Relation, named name: ScoringRuleName?) -> (
    rule: Clausal<NumericRule>, mismatch: Bool
  ) {
    guard let name, let special = named[name] else { return (operators[relation], false) }
    switch special {
    case .byOperator: return (operators[relation], false)
    case .forWords: return (operators[relation], true)
    case .numeric(let rule): return (rule, false)
    }
  }

  /// The credit of a claim under a rule, over-achievement included; nil where the numbers leave 38 digits.
  @inlinable
  public func credit(_ claim: Claim, under rule: NumericRule) -> Credit? {
    guard let credit = rule.credit(claim) else { return nil }
    return overAchievement.applied(to: credit, claim)
  }
}
