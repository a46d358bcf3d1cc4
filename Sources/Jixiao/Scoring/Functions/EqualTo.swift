/// Points for a target that names one number.
///
/// - Modes: `up` scores as ≥; `exact` all or nothing within a tolerance; `abs` loses in proportion to the distance;
///   `symmetric` earns the smaller of actual over target and target over actual.
/// - Edge cases: at a target of 0 `up` is met by nothing above it, the others only by 0 itself.
/// - Example: weight 10, = 100, actual 80: up 8, exact 0, abs 8, symmetric 8; actual 125: up 10, exact 0, abs 7.5, symmetric 8.
@frozen
public struct EqualTo: Sendable, Hashable {
  @frozen
  public enum Mode: String, Sendable, Hashable, CaseIterable { case up, exact, abs, symmetric }

  public let mode: Mode
  /// How far an actual may stand off and still be equal, in the target's unit; only in `exact`.
  public let tolerance: Exact
  public let passMinimum: Exact

  static let page = FunctionPage(
    name: "equal", zh: "等值赋分：up 同正向，exact 相等才得分，abs 按偏离扣减，symmetric 高低同等折算",
    en: "one number: up as ≥, exact all or nothing, abs by distance, symmetric both ways",
    formula: "up: min(r,1)·w; exact: |a−t| ≤ tol ? w : 0; abs: w·(1−|r−1|); symmetric: w·min(r, 1/r)",
    parameters: [
      .init("mode", default: "up", "四种算法之一", "one of the four modes"),
      .init("tolerance", default: "0", "exact 的允许偏差", "tolerance of exact"), .passMinimum,
    ], example: "w=10, =100, 125 → up 10, exact 0, abs 7.5, symmetric 8",
    source: "公开软件；天津（exact）；abs、symmetric 为本项目选定")

  init(_ parameters: JSONObject) throws(RuleError) {
    try parameters.allowOnly(["mode", "tolerance", "passMinimum"])
    mode = try parameters.optionalChoice("mode") ?? .up
    tolerance = try parameters.exact("tolerance", default: .zero, in: .zero...Exact(1_000_000))
    passMinimum = try parameters.passMinimum()
  }

  var parameters: [(String, String)] {
    [("mode", mode.rawValue), ("tolerance", tolerance.description), ("passMinimum", passMinimum.description)]
  }

  /// Nil where the numbers leave 38 digits.
  @inlinable
  func credit(_ claim: Claim) -> Credit? {
    let (actual, target) = (claim.actual, claim.target)
    if actual == target { return .met }
    if target.isZero {
      if mode == .up && actual < target { return Credit(.met, .met, .full, note: .targetZero) }
      if mode != .exact { return Credit(.missed, .missed, .none, note: .targetZero) }
    }
    switch mode {
    case .up:
      if actual > target { return .met }
      if actual.isNegative { return Credit(.missed, .missed, .none, note: .negativeActual) }
      return .missed(earning: Share(actual, of: target), passing: passMinimum)
    case .exact:
      guard let distance = actual.subtracting(target) else { return nil }
      guard let allowed = tolerance.multiplied(by: claim.scale) else { return nil }
      return distance.magnitude <= allowed ? .met : .missed(earning: .none)
    case .abs:
      // |a/t − 1| = |a − t| / |t|, whatever the sign of the target.
      guard let distance = actual.subtracting(target),
        let left = target.magnitude.subtracting(distance.magnitude)
      else { return nil }
      return .missed(earning: Share(left, of: target.magnitude), passing: passMinimum)
    case .symmetric:
      if actual.isZero || actual.isNegative || target.isNegative {
        return Credit(.missed, .missed, .none, note: actual.isNegative ? .negativeActual : nil)
      }
      let share = actual < target ? Share(actual, of: target) : Share(target, of: actual)
      return .missed(earning: share, passing: passMinimum)
    }
  }
}
