/// Points that an evaluator takes off a score, with a reason; nothing falls below zero.
///
/// - Example: 8…10 points less 9 are 0…1.
public enum ManualDeduction {
  static let page = FunctionPage(
    name: "manual-deduction", zh: "人工扣分：评价人写明原因扣分，扣完为止",
    en: "points taken off by the evaluator, with a reason",
    formula: "max(0, points − d)",
    parameters: [
      .init("deduct", default: "—", "扣分，不小于0", "points taken off, at least 0"),
      .init("reason", default: "—", "原因，必填", "the reason, required"),
    ], example: "8 分扣 9 → 0", source: "公开软件（广西“扣减分”）")

  /// The points less a deduction of at least 0.
  public static func applied(to points: Points, _ deduct: Exact) -> Points {
    func less(_ end: Ratio) -> Ratio { max(.zero, end - Ratio(deduct)) }
    return Points(low: less(points.low), high: less(points.high))
  }
}
