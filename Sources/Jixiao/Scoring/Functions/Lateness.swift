/// Points for a calendar deadline: in time earns all; late loses by the day, nothing, everything, or waits for a person.
///
/// - Edge cases: a date printed as a month may mean any of its days, so the answer may be an interval.
/// - Example: planned 2025-01-01 to 2025-11-30 (333 days), done 2025-12-20, 20 days or 6.006 % late: at 1 point per 4 % begun
///   steps not counted, weight 10 earns 9.
public struct Lateness: Sendable, Hashable {
  public enum Late: String, Sendable, Hashable, CaseIterable {
    /// A person decides: an interval from nothing to all.
    case interval
    case zero
    /// `deduct` points for every `step` percent of the planned time.
    case percent
  }

  public let late: Late
  /// Points by percent of delay; only in `percent`.
  public let deduction: PerUnitDeduction?

  public static let name = "lateness"

  static let page = FunctionPage(
    name: name, zh: "时限赋分：按期得满分，逾期按规定扣分", en: "a calendar deadline",
    formula: "delay% = (done − due)/(due − start); w − d·(delay%/step)",
    parameters: [
      .init(
        "late", default: "interval", "逾期：interval 待人工，zero 得0分，percent 按逾期比例扣",
        "late: interval, zero, percent"),
      .init("step", default: "4", "每逾期百分之几", "percent of the planned time a step"),
      .init("deduct", default: "1", "每步扣分", "points a step"),
      .init("count", default: "floor", "不足一步", "begun steps"),
    ], example: "w=10, 333 天计划逾期 20 天（6.006%），每4%扣1 → 9", source: "《中央级行政经费项目支出绩效考评管理办法（试行）》附件二")

  init(_ parameters: JSONObject) throws(RuleError) {
    try parameters.allowOnly(["late", "step", "deduct", "count"])
    late = try parameters.optionalChoice("late") ?? .interval
    if late == .percent {
      deduction = try PerUnitDeduction(parameters, step: Exact(4), deduct: .one)
    } else {
      // A step would change nothing here, so a pack that states one is mistaken.
      try parameters.allowOnly(["late"])
      deduction = nil
    }
  }

  public var parameters: [(String, String)] { [("late", late.rawValue)] + (deduction?.parameters ?? []) }

  /// The credits a delivery may earn, lowest first; one where the dates are precise enough.
  ///
  /// - Parameters:
  ///   - start: when the planned time began; nil makes a late delivery an interval.
  ///   - due: the deadline, complete with its year.
  ///   - done: the claimed day, complete with its year.
  ///   - weight: the points at stake.
  /// - Returns: nil where a date has no year.
  func credits(start: CalendarDate?, due: CalendarDate, done: CalendarDate, weight: Exact) -> [Credit]? {
    guard let dueDay = due.lastDayNumber, let first = done.firstDayNumber, let last = done.lastDayNumber
    else { return nil }
    let best = credit(lateBy: first - dueDay, start: start, dueDay: dueDay, weight: weight)
    let worst = credit(lateBy: last - dueDay, start: start, dueDay: dueDay, weight: weight)
    if best == worst { return best }
    let candidates = worst + best
    guard let low = candidates.min(by: { $0.share.ratio < $1.share.ratio }),
      let high = candidates.max(by: { $0.share.ratio < $1.share.ratio })
    else { return nil }
    return [low, high]
  }

  private func credit(lateBy days: Int, start: CalendarDate?, dueDay: Int, weight: Exact) -> [Credit] {
    if days <= 0 { return [.met] }
    switch late {
    case .zero: return [.missed(earning: .none)]
    case .interval: return [.missed(earning: .none), Credit(.partial, .missed, .full)]
    case .percent:
      let planned = dueDay - (start?.firstDayNumber ?? dueDay)
      // (days × 100) / planned percent, against steps of `step` percent: scale the step by the planned time instead.
      guard planned > 0, let deduction, let step = deduction.step.multiplied(by: Exact(planned)),
        let credit = deduction.credit(excess: Exact(days * 100), by: step, weight: weight)
      else { return [.missed(earning: .none), Credit(.partial, .missed, .full)] }
      return [credit]
    }
  }
}
