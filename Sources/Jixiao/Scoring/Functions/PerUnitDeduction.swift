/// Points lost for every step by which the target is missed.
///
/// - Edge cases: `count` decides what a begun step costs; the score never falls below nothing.
/// - Example: weight 5, ≤ 100 %, 0.5 points for every point above: actual 103 earns 3.5.
public struct PerUnitDeduction: Sendable, Hashable {
  /// How begun steps count: not, fully, or in proportion.
  public enum Count: String, Sendable, Hashable, CaseIterable { case floor, ceiling, continuous }

  /// The size of a step, in the target's unit, above zero.
  public let step: Exact
  /// Points lost a step.
  public let deduct: Exact
  public let count: Count

  static let page = FunctionPage(
    name: "per-unit-deduction", zh: "按偏离扣分：每偏离一个步长扣固定分，扣完为止",
    en: "a fixed deduction for every step off the target",
    formula: "k = |a−t| / step; w − d·k, at least 0",
    parameters: [
      .init("step", default: "1", "步长，目标值的单位", "size of a step, in the target's unit"),
      .init("deduct", default: "—", "每步扣分", "points a step"),
      .init(
        "count", default: "floor", "不足一步：floor 不扣，ceiling 扣满，continuous 按比例",
        "begun steps: floor, ceiling, continuous"),
    ], example: "w=5, ≤100, step 1, d 0.5, 103 → 3.5", source: "湖南岳阳表式；财政部2003年试行办法")

  init(_ parameters: JSONObject) throws(RuleError) {
    try parameters.allowOnly(["step", "deduct", "count"])
    step = try parameters.optionalExact("step") ?? .one
    deduct = try parameters.exact("deduct")
    count = try parameters.optionalChoice("count") ?? .floor
    try check(parameters)
  }

  /// The same with defaults for the step and what it costs, beside the keys of another rule.
  init(_ parameters: JSONObject, step fallback: Exact, deduct usual: Exact) throws(RuleError) {
    step = try parameters.optionalExact("step") ?? fallback
    deduct = try parameters.optionalExact("deduct") ?? usual
    count = try parameters.optionalChoice("count") ?? .floor
    try check(parameters)
  }

  private func check(_ parameters: JSONObject) throws(RuleError) {
    guard step > .zero else { throw parameters.error("step", .outOfRange("\(step)", range: "> 0")) }
    guard deduct >= .zero else { throw parameters.error("deduct", .outOfRange("\(deduct)", range: "≥ 0")) }
  }

  var parameters: [(String, String)] {
    [("step", step.description), ("deduct", deduct.description), ("count", count.rawValue)]
  }

  /// Nil where the numbers leave 38 digits.
  @usableFromInline
  func credit(_ claim: Claim) -> Credit? {
    let (actual, target) = (claim.actual, claim.target)
    let excess: Exact?
    if claim.relation.isFloor {
      excess = target.subtracting(actual)
    } else if claim.relation.isCeiling {
      excess = actual.subtracting(target)
    } else if claim.relation == .range {
      excess = actual < target ? target.subtracting(actual) : actual.subtracting(claim.upper)
    } else {
      excess = actual.subtracting(target)?.magnitude
    }
    guard let excess else { return nil }
    if excess <= .zero { return .met }
    guard let step = step.multiplied(by: claim.scale) else { return nil }
    return credit(excess: excess, by: step, weight: claim.weight)
  }

  /// The credit for a miss of `excess`, above zero, by steps in the same unit.
  func credit(excess: Exact, by step: Exact, weight: Exact) -> Credit? {
    guard !weight.isZero else { return .missed(earning: .none) }
    guard let steps = Ratio(excess, over: step) else { return nil }
    switch count {
    case .continuous:
      // w − d·e/s over w = (w·s − d·e)/(w·s)
      guard let whole = weight.multiplied(by: step), let lost = deduct.multiplied(by: excess),
        let left = whole.subtracting(lost)
      else { return nil }
      return .missed(earning: Share(left, of: whole))
    case .floor, .ceiling:
      // Rounding half up one half less is the floor.
      let half = Ratio(Exact.one, over: Exact(2)) ?? .zero
      guard var whole = (steps - half).rounded(places: 0) else { return nil }
      if count == .ceiling, Ratio(whole) < steps { whole = whole.adding(.one) ?? whole }
      guard let lost = deduct.multiplied(by: whole), let left = weight.subtracting(lost) else { return nil }
      return lost.isZero ? Credit(.partial, .missed, .full) : .missed(earning: Share(left, of: weight))
    }
  }
}
