/// Points falling in a straight line where less is better: nothing is left at `zeroAt` times the ceiling.
///
/// - Edge cases: a target of 0 earns nothing for any actual above it.
/// - Example: weight 10, target < 4, actual 7, zero at 2 times: 10 × (2 − 7/4) = 2.5.
@frozen
public struct RatioDownLinear: Sendable, Hashable {
  /// The ratio actual over target from which nothing is earned, above 1.
  public let zeroAt: Exact
  public let atBound: AtBound

  static let page = FunctionPage(
    name: "ratio-down-linear", zh: "反向线性赋分：超过上限按超出比例直线扣减，到 zeroAt 倍为0",
    en: "falling in a straight line, less is better", formula: "r ≤ 1: w; 1 < r < z: w·(z−r)/(z−1); r ≥ z: 0",
    parameters: [
      .init("zeroAt", default: "2", "得0分的倍数 z，大于1", "the multiple z at which nothing is left, above 1"),
      .atBound,
    ], example: "w=10, <4, 7 → 2.5", source: "公开软件（预算绩效模块）")

  init(_ parameters: JSONObject) throws(RuleError) {
    try parameters.allowOnly(["zeroAt", "atBound"])
    zeroAt = try parameters.exact("zeroAt", default: Exact(2), in: Exact.one...Exact(1000))
    guard zeroAt > .one else { throw parameters.error("zeroAt", .outOfRange("\(zeroAt)", range: "> 1")) }
    atBound = try parameters.optionalChoice("atBound") ?? .met
  }

  var parameters: [(String, String)] { [("zeroAt", zeroAt.description), ("atBound", atBound.rawValue)] }

  /// Nil where the numbers leave 38 digits.
  @inlinable
  func credit(_ claim: Claim) -> Credit? {
    if claim.actual < claim.target { return .met }
    if claim.actual == claim.target { return claim.relation == .lessThan ? atBound.credit : .met }
    if claim.target.isZero || claim.target.isNegative {
      return Credit(.missed, .missed, .none, note: .targetZero)
    }
    // (z − a/t)/(z − 1) = (z·t − a)/((z − 1)·t)
    guard let end = zeroAt.multiplied(by: claim.target), let left = end.subtracting(claim.actual),
      let span = end.subtracting(claim.target)
    else { return nil }
    return .missed(earning: Share(left, of: span))
  }
}
