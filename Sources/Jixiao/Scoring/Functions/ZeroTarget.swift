/// Points for a target of zero: all for nothing above it, none otherwise.
///
/// A blank actual never gets here, so a blank cell cannot become full points.
/// - Example: weight 5, = 0 accidents, actual 0 earns 5, actual 1 earns 0.
@frozen
public struct ZeroTarget: Sendable, Hashable {
  static let page = FunctionPage(
    name: "zero-target", zh: "目标为0：实际不大于0得满分，否则0分",
    en: "a target of zero: all for nothing above it, none otherwise",
    formula: "a ≤ 0: w; else 0", parameters: [], example: "w=5, =0, 1 → 0", source: "公开软件")

  init(_ parameters: JSONObject) throws(RuleError) { try parameters.allowOnly([]) }

  var parameters: [(String, String)] { [] }

  @inlinable
  func credit(_ claim: Claim) -> Credit {
    claim.actual <= .zero ? .met : Credit(.missed, .missed, .none, note: .targetZero)
  }
}
