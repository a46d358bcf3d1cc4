/// Yes or no: the relation holds or it does not, read literally; a miss loses everything, or a stated deduction.
///
/// - Example: weight 20, < 200000, actual 200000 earns 0; with `deduct` 5 it earns 15.
@frozen
public struct AllOrNothing: Sendable, Hashable {
  /// Points lost by a miss; nil loses all.
  public let deduct: Exact?
  public let atBound: AtBound
  /// Whether = holds for anything from the target up, or for the target alone.
  public let equal: Equal

  @frozen
  public enum Equal: String, Sendable, Hashable, CaseIterable { case exact, up }

  static let page = FunctionPage(
    name: "all-or-nothing", zh: "是否赋分：符合得满分，不符合得0分或扣固定分",
    en: "yes or no: all, or nothing, or a stated deduction",
    formula: "holds: w; else 0 or w−d",
    parameters: [
      .init("deduct", default: "—", "不符合时扣的分，缺省全扣", "points lost by a miss, all by default"),
      .init(
        "atBound", default: "missed", "严格不等号取等时：met、partial、missed", "at a strict bound: met, partial, missed"
      ),
      .init("equal", default: "exact", "等号：exact 相等才算，up 不低于即算", "=: exact, or up as ≥"),
    ],
    example: "w=20, <200000, 200000 → 0", source: "财预〔2021〕101号 直接赋分（回忆）")

  init(_ parameters: JSONObject) throws(RuleError) {
    try parameters.allowOnly(["deduct", "atBound", "equal"])
    deduct = try parameters.optionalExact("deduct")
    if let deduct, deduct.isNegative {
      throw parameters.error("deduct", .outOfRange("\(deduct)", range: "≥ 0"))
    }
    atBound = try parameters.optionalChoice("atBound") ?? .missed
    equal = try parameters.optionalChoice("equal") ?? .exact
  }

  var parameters: [(String, String)] {
    [("deduct", deduct?.description ?? "all"), ("atBound", atBound.rawValue), ("equal", equal.rawValue)]
  }

  @inlinable
  func credit(_ claim: Claim) -> Credit? {
    let (actual, target) = (claim.actual, claim.target)
    let holds =
      switch claim.relation {
      case .atLeast: actual >= target
      case .moreThan: actual > target
      case .atMost: actual <= target
      case .lessThan: actual < target
      case .equalTo, .qualitative: equal == .up ? actual >= target : actual == target
      case .range: actual >= target && actual <= claim.upper
      }
    if holds { return .met }
    if actual == target && (claim.relation == .moreThan || claim.relation == .lessThan) {
      return atBound.credit
    }
    guard let deduct, !claim.weight.isZero else { return .missed(earning: .none) }
    guard let left = claim.weight.subtracting(deduct) else { return nil }
    return .missed(earning: Share(left, of: claim.weight))
  }
}
