/// Points for the budget execution rate, which sheets leave out of the 90 (or 80) of their indicators.
///
/// - Edge cases: a budget of 0 is not a divisor: the points stay open; a rate above the cap earns the cap.
/// - Example: weight 10, adjusted 20, executed 18.5 earns 9.25.
public struct Execution: Sendable, Hashable {
  /// Which figure the executed money is held against, first one printed wins.
  public enum Base: String, Sendable, Hashable, CaseIterable { case adjusted, initial, total }

  /// The frame's points for execution where the sheet prints none: 10 or 20.
  public let weight: Exact
  public let base: [Base]
  /// By steps of the rate in percent instead of in proportion.
  public let tiers: StepTable?
  /// The rate, 0…1, below which nothing is earned.
  public let passMinimum: Exact

  static let page = FunctionPage(
    name: "execution", zh: "预算执行率得分：执行数÷预算数", en: "budget execution: executed over budget",
    formula: "w·min(executed/budget, 1), or tiers of the rate in %",
    parameters: [
      .init("weight", default: "10", "分值", "points"),
      .init("base", default: "adjusted,total", "预算数取值顺序：全年、年初、总额", "budget figure: adjusted, initial, total"),
      .init("tiers", default: "—", "按执行率（%）分档", "steps of the rate in %"),
      .init("passMinimum", default: "0", "及格门槛：执行率低于它得0分，0…1", "pass mark of the rate, 0…1"),
    ], example: "w=10, 18.5/20 → 9.25", source: "湖北、四川表式；公开软件")

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly(["weight", "base", "tiers", "passMinimum", "clause"])
    weight = try object.exact("weight", default: Exact(10), in: .zero...Exact(100))
    var base: [Base] = []
    for word in try object.strings("base") {
      guard let known = Base(rawValue: word) else {
        let allowed = Base.allCases.map(\.rawValue)
        throw object.error(
          "base", .unknownChoice(word, nearest: nearestName(to: word, among: allowed), allowed: allowed))
      }
      base.append(known)
    }
    self.base = base.isEmpty ? [.adjusted, .total] : base
    tiers = object.optional("tiers") == nil ? nil : try StepTable(tiers: object, edge: .included, unit: nil)
    passMinimum = try object.passMinimum()
  }

  /// The budget figure this clause uses, with its name; nil where the sheet prints none of them.
  func budget(of funds: Funds) -> (base: Base, amount: Exact)? {
    for candidate in base {
      let amount: Exact? =
        switch candidate {
        case .adjusted: funds.adjusted
        case .initial: funds.initial
        case .total: funds.total
        }
      if let amount { return (candidate, amount) }
    }
    return nil
  }

  /// The points; nil where the budget is not above zero.
  func points(executed: Exact, budget: Exact, weight: Exact) -> Ratio? {
    guard budget > .zero, let rate = Ratio(executed, over: budget) else { return nil }
    if rate < Ratio(passMinimum) { return .zero }
    if let tiers { return Ratio(weight) * Ratio(tiers.share(of: rate * Ratio(100))) }
    return Ratio(weight) * min(max(rate, .zero), .one)
  }
}
