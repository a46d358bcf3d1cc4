/// Points in inverse proportion where less is better: past the ceiling earns target over actual.
///
/// - Edge cases: a target of 0 earns nothing for any actual above it; the actual is never a divisor of 0.
/// - Example: weight 10, target < 4 months, actual 7 earns 10 × 4/7 = 5.71.
@frozen
public struct RatioDownInverse: Sendable, Hashable {
  /// The ratio target over actual below which nothing is earned, 0…1.
  public let passMinimum: Exact
  public let atBound: AtBound

  static let page = FunctionPage(
    name: "ratio-down-inverse", zh: "反向反比赋分：不超上限得满分，超过按目标值÷实际值得分",
    en: "in inverse proportion, less is better", formula: "r ≤ 1: w; r > 1: w/r",
    parameters: [.passMinimum, .atBound], example: "w=10, <4, 7 → 40/7 = 5.71", source: "湖北表式 w·A/B")

  init(_ parameters: JSONObject) throws(RuleError) {
    try parameters.allowOnly(["passMinimum", "atBound"])
    passMinimum = try parameters.passMinimum()
    atBound = try parameters.optionalChoice("atBound") ?? .met
  }

  var parameters: [(String, String)] {
    [("passMinimum", passMinimum.description), ("atBound", atBound.rawValue)]
  }

  @inlinable
  func credit(_ claim: Claim) -> Credit {
    if claim.actual < claim.target { return .met }
    if claim.actual == claim.target { return claim.relation == .lessThan ? atBound.credit : .met }
    if claim.target.isZero || claim.target.isNegative {
      return Credit(.missed, .missed, .none, note: .targetZero)
    }
    return .missed(earning: Share(claim.target, of: claim.actual), passing: passMinimum)
  }
}
