/// The share of a claim in whole numbers: the short way through `Kernel.credit` for claims without surprises.
///
/// Made from the compiled pack, never written by hand: it answers only where the rule's own function gives the same
/// share, and refuses everything else, which then goes through `Kernel.credit`. A test holds the two together.
/// - Example: ≥ under `ratio-up`, target 40, actual 36: 36 of 40.
@frozen
public struct QuickRule: Sendable, Hashable {
  @usableFromInline
  @frozen
  enum Shape: UInt8, Sendable {
    /// Nothing is answered.
    case none
    /// From the target up everything, below it actual over target.
    case floor
    /// Up to the target everything, above it target over actual.
    case ceiling
    /// The smaller of actual over target and target over actual.
    case symmetric
    /// What lies on the right side of the target earns everything, the rest nothing.
    case allUp, allDown, allEqual
  }

  @usableFromInline let shape: Shape
  /// Whether equality earns everything; false only for a strict sign whose bound counts as missed.
  @usableFromInline let boundIsFull: Bool
  /// Whether reaching the target may cost points, which the over-achievement clause then decides.
  @usableFromInline let mayOverachieve: Bool

  /// Refuses every claim.
  public static let refusing = QuickRule(shape: .none, boundIsFull: true, mayOverachieve: false)

  @usableFromInline
  init(shape: Shape, boundIsFull: Bool, mayOverachieve: Bool) {
    self.shape = shape
    self.boundIsFull = boundIsFull
    self.mayOverachieve = mayOverachieve
  }

  /// The short form of a rule under one sign; it refuses every claim where there is none.
  public init(_ rule: NumericRule, relation: Relation, in kernel: Kernel) {
    let shape: Shape
    var atBound = AtBound.met
    switch rule {
    case .ratioUp(let rule) where rule.passMinimum.isZero:
      shape = .floor
      if relation == .moreThan { atBound = rule.atBound }
    case .ratioDownInverse(let rule) where rule.passMinimum.isZero:
      shape = .ceiling
      if relation == .lessThan { atBound = rule.atBound }
    case .equalTo(let rule) where rule.passMinimum.isZero:
      switch rule.mode {
      case .up: shape = .floor
      case .symmetric: shape = .symmetric
      case .exact: shape = rule.tolerance.isZero ? .allEqual : .none
      case .abs: shape = .none
      }
    case .allOrNothing(let rule) where rule.deduct == nil:
      switch relation {
      case .atLeast: shape = .allUp
      case .moreThan:
        shape = .allUp
        atBound = rule.atBound
      case .atMost: shape = .allDown
      case .lessThan:
        shape = .allDown
        atBound = rule.atBound
      case .equalTo, .qualitative: shape = rule.equal == .up ? .allUp : .allEqual
      case .range: shape = .none
      }
    default: shape = .none
    }
    let over = kernel.overAchievement.policy
    self.init(
      shape: relation == .range ? .none : shape, boundIsFull: atBound != .missed,
      mayOverachieve: (over == .zero || over == .taper) && !relation.isCeiling)
  }

  /// The share of the weight as part over whole.
  ///
  /// - Parameters:
  ///   - actual: at least 0.
  ///   - target: above 0, in the same unit and with as many places as `actual`.
  /// - Returns: `0 ≤ part ≤ whole`; nil where the kernel has to answer.
  @inlinable
  @inline(__always)
  public func share(actual: UInt64, target: UInt64) -> (part: UInt64, whole: UInt64)? {
    if mayOverachieve && actual >= target { return nil }
    if actual == target && !boundIsFull { return (0, 1) }
    switch shape {
    case .none: return nil
    case .floor, .ceiling, .symmetric:
      // Which of the two is the larger cannot be foreseen, so there is no branch for it.
      return (
        shape == .ceiling ? target : min(actual, target), shape == .floor ? target : max(actual, target)
      )
    case .allUp: return (actual >= target ? 1 : 0, 1)
    case .allDown: return (actual <= target ? 1 : 0, 1)
    case .allEqual: return (actual == target ? 1 : 0, 1)
    }
  }
}

extension Kernel {
  /// The short form of the rule that a sign and a printed rule name lead to.
  public func quickRule(for relation: Relation, named name: ScoringRuleName?) -> QuickRule {
    let rule = rule(for: relation, named: name).rule.rule
    // A table for one unit looks at the claim's own unit first.
    return rule.unit == nil ? QuickRule(rule, relation: relation, in: self) : .refusing
  }

  /// Whether a printed rule name can change what a number earns.
  public var rulesByName: Bool {
    named.values.contains { if case .numeric = $0 { true } else { false } }
  }
}
