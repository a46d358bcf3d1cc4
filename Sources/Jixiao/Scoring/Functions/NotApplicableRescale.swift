/// What becomes of the weight of rows that do not apply.
///
/// - Edge cases: where nothing applies there is nothing to rescale, so there are no points rather than a division by 0.
/// - Example: rows of 90, one of 20 does not apply, the others earn 63: 63 × 90/70 = 81.
extension NotApplicablePolicy {
  static let page = FunctionPage(
    name: "not-applicable-rescale", zh: "不适用指标：剔除后其余得分按分值折算",
    en: "rows that do not apply are left out and made up for",
    formula: "rescale: got·W/(W−na); rescale-total: (got+execution)·100/(100−na); drop: got",
    parameters: [
      .init(
        "policy", default: "—", "rescale 在指标分内折算，rescale-total 连同执行率按100分折算，drop 不折算",
        "rescale within the indicators, rescale-total on 100 with execution, drop not at all")
    ], example: "共90分，20分不适用，得63 → 63×90/70 = 81", source: "通用自评表式脚注；郫财函〔2026〕11号")

  /// The points of a group of rows.
  ///
  /// - Parameters:
  ///   - points: what the applicable rows earn.
  ///   - leftOut: the weight of the others.
  ///   - whole: the weight of all.
  /// - Returns: nil where nothing applies.
  public func sum(_ points: Points, leavingOut leftOut: Ratio, of whole: Ratio) -> Points? {
    if self != .rescale || leftOut.isZero { return points }
    return whole.divided(by: whole - leftOut).map { points.scaled(by: $0) }
  }

  /// The total on 100, execution included; nil where nothing applies.
  public func total(_ points: Points, leavingOut leftOut: Ratio) -> Points? {
    if self != .rescaleTotal || leftOut.isZero { return points }
    let left = Ratio(100) - leftOut
    guard left > .zero else { return nil }
    return Ratio(100).divided(by: left).map { points.scaled(by: $0) }
  }
}

extension Points {
  /// Both ends times a factor of at least 0.
  func scaled(by factor: Ratio) -> Points { Points(low: low * factor, high: high * factor) }
}
