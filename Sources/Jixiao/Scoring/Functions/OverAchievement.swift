/// What happens when an actual goes far beyond a floor: the target may have been set too low.
///
/// Applies to ≥, > and = only, and never to a target of 0.
/// - Example: `zero` above 1.3: weight 10, ≥ 10, actual 14 earns 0; `taper` with slope 1: 10 × (1 − (1.4 − 1.3)) = 9.
public struct OverAchievement: Sendable, Hashable {
  public enum Policy: String, Sendable, Hashable, CaseIterable {
    case none
    /// Points stay; the score carries a note and checks report it.
    case note
    case zero
    /// Loses `slope` of the weight for each whole ratio beyond the threshold.
    case taper
  }

  /// Whether the threshold itself is already far beyond.
  public enum Edge: String, Sendable, Hashable, CaseIterable { case above, from }

  public let policy: Policy
  /// The ratio actual over target above which, or from which, it applies.
  public let threshold: Exact
  public let edge: Edge
  public let slope: Exact

  static let page = FunctionPage(
    name: "over-achievement", zh: "超额完成：实际远超目标时不扣、注明、计0或递减", en: "an actual far beyond its target",
    formula: "r > t, or r ≥ t: w (none, note), 0 (zero), w·(1−slope·(r−t)) (taper)",
    parameters: [
      .init("policy", default: "none", "四种处理之一", "one of four policies"),
      .init("threshold", default: "1.3", "触发的完成比例 t", "the ratio t from which it applies"),
      .init("edge", default: "above", "恰为 t 时：above 不触发，from 触发", "exactly at t: above no, from yes"),
      .init("slope", default: "1", "taper 的斜率", "slope of taper"),
    ], example: "w=10, ≥10, 14, zero 1.3 → 0", source: "财预〔2020〕10号（回忆，无数字）；广西、郫都")

  init(_ parameters: JSONObject) throws(RuleError) {
    try parameters.allowOnly(["policy", "threshold", "edge", "slope", "clause"])
    policy = try parameters.choice("policy")
    threshold = try parameters.exact(
      "threshold", default: Exact(coefficient: 13, places: 1) ?? .one, in: .one...Exact(1000))
    edge = try parameters.optionalChoice("edge") ?? .above
    slope = try parameters.exact("slope", default: .one, in: .zero...Exact(1000))
  }

  public var parameters: [(String, String)] {
    if policy == .none { return [("policy", policy.rawValue)] }
    var list = [("policy", policy.rawValue), ("threshold", threshold.description), ("edge", edge.rawValue)]
    if policy == .taper { list.append(("slope", slope.description)) }
    return list
  }

  /// The credit after this clause; the same credit where it does not apply, nil where the numbers leave 38 digits.
  @inlinable
  public func applied(to credit: Credit, _ claim: Claim) -> Credit? {
    if policy == .none || credit.branch != .met || claim.relation.isCeiling || claim.relation == .range {
      return credit
    }
    guard claim.target > .zero else { return credit }
    guard let limit = claim.target.multiplied(by: threshold) else { return nil }
    if claim.actual < limit || (claim.actual == limit && edge == .above) { return credit }
    switch policy {
    case .none: return credit
    case .note: return Credit(credit.outcome, credit.branch, credit.share, note: .overAchievement)
    case .zero: return Credit(.missed, .missed, .none, note: .overAchievement)
    case .taper:
      // 1 − s·(a/t − T) = (t − s·(a − T·t))/t
      guard let beyond = claim.actual.subtracting(limit), let lost = beyond.multiplied(by: slope),
        let left = claim.target.subtracting(lost)
      else { return nil }
      // Exactly at the threshold nothing is lost yet.
      if lost.isZero { return Credit(credit.outcome, credit.branch, credit.share, note: .overAchievement) }
      return .missed(earning: Share(left, of: claim.target), note: .overAchievement)
    }
  }
}
