/// Points in proportion to completion where more is better: met earns all, less earns actual over target.
///
/// - Edge cases: a negative actual counts as 0; a target of 0 is met by anything not below it, with a note; below
///   `passMinimum` nothing.
/// - Example: weight 10, target 40, actual 36 earns 9.
@frozen
public struct RatioUp: Sendable, Hashable {
  /// The completion ratio below which nothing is earned, 0…1.
  public let passMinimum: Exact
  public let atBound: AtBound

  static let page = FunctionPage(
    name: "ratio-up", zh: "正向比例赋分：达标得满分，未达标按完成比例得分", en: "in proportion to completion, more is better",
    formula: "r ≥ 1: w; r < 1: w·r", parameters: [.passMinimum, .atBound],
    example: "w=10, ≥40, 36 → 9", source: "财预〔2020〕10号（回忆）；湖北表式；公开软件")

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
    if claim.actual > claim.target {
      return claim.target.isZero ? Credit(.met, .met, .full, note: .targetZero) : .met
    }
    if claim.actual == claim.target {
      if claim.relation == .moreThan { return atBound.credit }
      return claim.target.isZero ? Credit(.met, .met, .full, note: .targetZero) : .met
    }
    if claim.actual.isNegative { return Credit(.missed, .missed, .none, note: .negativeActual) }
    // Here 0 ≤ actual < target, so the target is above zero.
    return .missed(earning: Share(claim.actual, of: claim.target), passing: passMinimum)
  }
}

extension Credit {
  /// A missed target whose share counts only from the pass mark on.
  @inlinable
  static func missed(earning share: Share, passing minimum: Exact) -> Credit {
    if minimum.isZero { return .missed(earning: share) }
    // Where the mark leaves 38 digits the fractions are compared instead.
    let isBelow =
      share.whole.multiplied(by: minimum).map { share.part < $0 } ?? (share.ratio < Ratio(minimum))
    return isBelow ? Credit(.missed, .missed, .none, note: .belowPassMark) : .missed(earning: share)
  }
}

extension FunctionPage.Parameter {
  static let passMinimum = FunctionPage.Parameter(
    "passMinimum", default: "0", "及格门槛：完成比例低于它得0分，0…1",
    "pass mark: below this completion nothing is earned, 0…1")
  static let atBound = FunctionPage.Parameter(
    "atBound", default: "met", "严格不等号取等时：met 算达标，partial 得满分但注明，missed 得0分",
    "at a strict bound: met, partial (full points, noted), missed (nothing)")
}

extension JSONObject {
  func passMinimum() throws(RuleError) -> Exact {
    try exact("passMinimum", default: .zero, in: .zero ... .one)
  }

  /// A decimal parameter with its default and range.
  func exact(_ key: String, default fallback: Exact, in range: ClosedRange<Exact>) throws(RuleError) -> Exact
  {
    guard let value = try optionalExact(key) else { return fallback }
    guard range.contains(value) else {
      throw error(key, .outOfRange(value.description, range: "\(range.lowerBound)…\(range.upperBound)"))
    }
    return value
  }
}
