/// What a scoring function sees of one indicator: its numbers, already in one unit.
@frozen
public struct Claim: Sendable {
  public var relation: Relation
  public var target: Exact
  /// The upper bound of a range; equal to `target` otherwise.
  public var upper: Exact
  public var actual: Exact
  public var weight: Exact
  /// How many of the claim's units make one of the unit in which a rule states its parameters; 1 unless converted.
  public var scale: Exact

  @inlinable
  public init(
    relation: Relation, target: Exact, upper: Exact? = nil, actual: Exact, weight: Exact, scale: Exact = .one
  ) {
    self.relation = relation
    self.target = target
    self.upper = upper ?? target
    self.actual = actual
    self.weight = weight
    self.scale = scale
  }
}

/// The share of the weight that is earned, as a quotient of two decimals so that nothing is rounded.
///
/// - Range: 0…1; `whole` is above zero.
@frozen
public struct Share: Sendable, Hashable {
  public let part: Exact
  public let whole: Exact

  public static let none = Share(Exact.zero, of: .one)
  public static let full = Share(Exact.one, of: .one)

  /// Clips to 0…1; the caller guarantees `whole > 0`.
  @inlinable
  public init(_ part: Exact, of whole: Exact) {
    if part.isNegative || part.isZero {
      self.part = .zero
      self.whole = .one
    } else if part < whole {
      self.part = part
      self.whole = whole
    } else {
      self.part = .one
      self.whole = .one
    }
  }

  public var ratio: Ratio { Ratio(part, over: whole) ?? .zero }
}

/// What became of an indicator.
public enum Outcome: String, Sendable, Hashable, CaseIterable {
  case met, partial, missed
  /// Words: a person's judgement places the score within its band.
  case qualitative
  /// A plan, or a blank cell: nothing is claimed yet.
  case noActual = "no-actual"
  /// A blank cell under a rule that gives nothing for what is not shown.
  case notDemonstrated = "not-demonstrated"
  case notApplicable = "not-applicable"
  /// The rule cannot be applied, and the reason says why.
  case unscorable
}

/// Remarks that a score carries: what a reader should know before relying on it.
public enum Note: String, Sendable, Hashable, CaseIterable {
  case metAtBound = "met-at-bound"
  case directionNotStated = "direction-not-stated"
  case ruleTargetMismatch = "rule-target-mismatch"
  case unknownRule = "unknown-rule"
  case targetZero = "target-zero"
  case negativeActual = "negative-actual"
  case belowPassMark = "below-pass-mark"
  case overAchievement = "over-achievement"
  case unitConverted = "unit-converted"
  case unitAssumed = "unit-assumed"
  case wordNotInBands = "word-not-in-bands"
  case actualNotANumber = "actual-not-a-number"
  case zeroWeight = "zero-weight"
  case negativeWeight = "negative-weight"
  case decided = "decided"
  case targetFromPlan = "target-from-plan"
  case weightFromPlan = "weight-from-plan"

  /// Whether the remark questions the sheet or its score, rather than saying how the score was made.
  public var isDoubt: Bool {
    switch self {
    case .unitConverted, .unitAssumed, .decided, .targetFromPlan, .weightFromPlan, .zeroWeight: false
    default: true
    }
  }

  /// The remark in words.
  public func text(in language: Language) -> String {
    switch self {
    case .metAtBound:
      language.pick(
        "严格不等号恰好取等，按规则包的规定处理；多半是符号写错",
        "equality at a strict bound, handled as the pack says; probably a wrong sign")
    case .directionNotStated: language.pick("目标值未注明方向，按“=”处理", "no sign is printed; handled as =")
    case .ruleTargetMismatch:
      language.pick("所印赋分规则与目标值类型不符", "the printed rule does not fit this kind of target")
    case .unknownRule: language.pick("不认识的赋分规则，按符号处理", "unknown rule name; handled by its sign")
    case .targetZero: language.pick("目标值为0，比例无从计算", "the target is 0, so no ratio exists")
    case .negativeActual: language.pick("实际值为负，按0计", "a negative actual counts as 0")
    case .belowPassMark: language.pick("完成比例低于及格门槛", "below the pass mark")
    case .overAchievement:
      language.pick("实际值远超目标值，目标可能偏低", "far beyond the target, which may have been set too low")
    case .unitConverted:
      language.pick("实际值与目标值单位不同，已精确换算", "actual and target differ in unit and were converted exactly")
    case .unitAssumed:
      language.pick("目标值未注单位，按实际值的单位理解", "the target prints no unit; the actual's is assumed")
    case .wordNotInBands:
      language.pick("完成情况的文字不在评判等级内，须人工评定", "the words are in no band; a person has to judge")
    case .actualNotANumber: language.pick("目标是数值而完成情况是文字", "the target is a number but the actual is words")
    case .zeroWeight: language.pick("权重为0", "the weight is 0")
    case .negativeWeight: language.pick("权重为负，不能计分", "a negative weight cannot be scored")
    case .decided: language.pick("按评价人的决定计分", "scored as the evaluator decided")
    case .targetFromPlan: language.pick("目标值取自批复的绩效目标表", "target taken from the approved plan")
    case .weightFromPlan: language.pick("权重取自批复的绩效目标表", "weight taken from the approved plan")
    }
  }
}

/// Which clause of a rule decided: the target was met, met only at a strict bound, or missed.
@frozen
public enum Branch: Sendable, Hashable {
  case met, bound, missed
}

/// The answer of a scoring function: the share earned and how it came about.
@frozen
public struct Credit: Sendable, Hashable {
  public var outcome: Outcome
  public var branch: Branch
  public var share: Share
  /// At most one remark of the function itself; the scorer adds those of its own.
  public var note: Note?

  @inlinable
  public init(_ outcome: Outcome, _ branch: Branch, _ share: Share, note: Note? = nil) {
    self.outcome = outcome
    self.branch = branch
    self.share = share
    self.note = note
  }

  @inlinable public static var met: Credit { Credit(.met, .met, .full) }

  /// A target not reached that still earns a share; nothing earned is `missed`.
  @inlinable
  public static func missed(earning share: Share, note: Note? = nil) -> Credit {
    Credit(share.part.isZero ? .missed : .partial, .missed, share, note: note)
  }
}

/// What a strict sign (> <) earns when the actual stands exactly at its bound.
public enum AtBound: String, Sendable, Hashable, CaseIterable {
  /// Counts as met, with a note.
  case met
  /// Earns everything, but is reported as partial.
  case partial
  /// Counts as missed and earns nothing.
  case missed

  @inlinable
  var credit: Credit {
    switch self {
    case .met: Credit(.met, .bound, .full, note: .metAtBound)
    case .partial: Credit(.partial, .bound, .full, note: .metAtBound)
    case .missed: Credit(.missed, .bound, .none, note: .metAtBound)
    }
  }
}
