/// Points for a range: inside earns all, outside the ratio to the nearer bound.
///
/// - Edge cases: both bounds are inside unless `edges` leaves one out, which then is treated as a strict bound; a lower bound of 0 cannot be missed from below except by a negative actual.
/// - Example: weight 10, 80…90: actual 60 earns 10 × 60/80 = 7.5, actual 100 earns 10 × 90/100 = 9.
@frozen
public struct WithinRange: Sendable, Hashable {
  @frozen
  public enum Outside: String, Sendable, Hashable, CaseIterable { case ratio, zero }

  /// Which bounds lie inside.
  @frozen
  public enum Edges: String, Sendable, Hashable, CaseIterable { case both, lower, upper, neither }

  public let outside: Outside
  public let edges: Edges
  public let passMinimum: Exact

  static let page = FunctionPage(
    name: "range", zh: "区间赋分：落在区间内得满分，区间外按到较近端点的比例",
    en: "inside earns all, outside the ratio to the nearer bound",
    formula: "lo ≤ a ≤ hi: w; a < lo: w·a/lo; a > hi: w·hi/a",
    parameters: [
      .init("outside", default: "ratio", "区间外：ratio 按比例，zero 得0分", "outside: ratio or zero"),
      .init(
        "edges", default: "both", "哪一端点算在内：both、lower、upper、neither",
        "bounds inside: both, lower, upper, neither"),
      .passMinimum,
    ], example: "w=10, 80–90, 100 → 9", source: "本项目选定")

  init(_ parameters: JSONObject) throws(RuleError) {
    try parameters.allowOnly(["outside", "edges", "passMinimum"])
    outside = try parameters.optionalChoice("outside") ?? .ratio
    edges = try parameters.optionalChoice("edges") ?? .both
    passMinimum = try parameters.passMinimum()
  }

  var parameters: [(String, String)] {
    [("outside", outside.rawValue), ("edges", edges.rawValue), ("passMinimum", passMinimum.description)]
  }

  @inlinable
  func credit(_ claim: Claim) -> Credit {
    if claim.actual >= claim.target && claim.actual <= claim.upper {
      let isLeftOut =
        (claim.actual == claim.target && (edges == .upper || edges == .neither))
        || (claim.actual == claim.upper && (edges == .lower || edges == .neither))
      if !isLeftOut { return .met }
      return outside == .zero ? AtBound.missed.credit : AtBound.partial.credit
    }
    if outside == .zero { return .missed(earning: .none) }
    if claim.actual < claim.target {
      if claim.actual.isNegative || claim.target <= .zero { return .missed(earning: .none) }
      return .missed(earning: Share(claim.actual, of: claim.target), passing: passMinimum)
    }
    if claim.upper <= .zero { return .missed(earning: .none) }
    return .missed(earning: Share(claim.upper, of: claim.actual), passing: passMinimum)
  }
}
