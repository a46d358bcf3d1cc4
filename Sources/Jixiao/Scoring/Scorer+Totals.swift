extension Scorer {
  /// Adds up a sheet: levels, points, execution, total, grade.
  func totalled(_ sheet: Sheet, isPlan: Bool, _ scores: [IndicatorScore]) -> SheetScore {
    let weight = sum(scores.map(\.indicator.weight))
    let points = self.points(of: scores)
    let execution = execution(of: sheet, indicatorWeight: weight, isPlan: isPlan)
    var total: Points?
    let blocked = pack.missing.rule == .block && !isPlan && scores.contains { $0.outcome == .noActual }
    if let points, let more = execution.points, !blocked {
      total = pack.notApplicable.rule.total(points + more, leavingOut: leftOut(of: scores))
    }
    return SheetScore(
      sheet: sheet, isPlan: isPlan, weight: weight, points: points, indicators: scores,
      levels: levels(scores),
      execution: execution, total: total,
      gradeLow: total.flatMap { pack.grades.rule.grade(of: $0.low, year: sheet.year) },
      gradeHigh: total.flatMap { pack.grades.rule.grade(of: $0.high, year: sheet.year) })
  }

  /// The exact sum of what is printed; nil where nothing is, or it leaves 38 digits.
  private func sum(_ weights: [Exact?]) -> Exact? {
    let printed = weights.compactMap(\.self)
    if printed.isEmpty { return nil }
    var total = Exact.zero
    for weight in printed {
      guard let next = total.adding(weight) else { return nil }
      total = next
    }
    return total
  }

  /// Points of some rows, those that do not apply made up for as the pack says; nil where a row has no points.
  private func points(of scores: [IndicatorScore]) -> Points? {
    if scores.isEmpty { return nil }
    var sum = Points.zero
    var whole = Ratio.zero
    for score in scores {
      guard let weight = score.indicator.weight, !weight.isNegative else { return nil }
      whole = whole + Ratio(weight)
      if score.outcome == .notApplicable { continue }
      guard let points = score.points else { return nil }
      sum = sum + points
    }
    return pack.notApplicable.rule.sum(sum, leavingOut: leftOut(of: scores), of: whole)
  }

  /// The weight of the rows that do not apply.
  private func leftOut(of scores: [IndicatorScore]) -> Ratio {
    scores.reduce(.zero) { sum, score in
      score.outcome == .notApplicable ? sum + Ratio(score.indicator.weight ?? .zero) : sum
    }
  }

  /// Level-1 groups in the order of their first rows.
  private func levels(_ scores: [IndicatorScore]) -> [LevelScore] {
    var order: [String?] = []
    var groups: [String?: [IndicatorScore]] = [:]
    for score in scores {
      let name = score.indicator.level1
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(score)
    }
    return order.map { name in
      let group = groups[name] ?? []
      return LevelScore(level1: name, weight: sum(group.map(\.indicator.weight)), points: points(of: group))
    }
  }

  /// Execution points: the printed weight, else what the rows leave to 100 where that is a known frame.
  private func execution(of sheet: Sheet, indicatorWeight: Exact?, isPlan: Bool) -> ExecutionScore {
    let rule = pack.execution.rule
    let funds = sheet.funds
    let certainty = pack.clause(pack.execution.clause)?.certainty ?? .chosen
    func answer(_ weight: Exact?, _ points: Points?, _ why: String) -> ExecutionScore {
      ExecutionScore(
        weight: weight, points: points, clause: pack.citation(pack.execution.clause), certainty: certainty,
        frameMismatch: weight != nil && weight != rule.weight, why: why)
    }
    var weight = funds.weight
    if weight == nil, let indicatorWeight, let left = Exact(100).subtracting(indicatorWeight),
      [Exact.zero, Exact(10), Exact(20)].contains(left)
    {
      weight = left
    }
    guard let weight, !weight.isNegative else {
      return answer(
        nil, nil,
        language.pick(
          "指标权重合计 \(indicatorWeight?.description ?? "未印")，看不出预算执行率占几分",
          "weights add up to \(indicatorWeight?.description ?? "nothing printed"), so the points for execution are unknown"
        ))
    }
    if weight.isZero {
      return answer(weight, .zero, language.pick("表内不含预算执行率分", "the sheet has no points for execution"))
    }
    let open = Points(low: .zero, high: Ratio(weight))
    guard let executed = funds.executed else {
      return answer(
        weight, open,
        language.pick("表内没有预算执行数，0…\(weight) 分待定", "no executed amount is printed, so 0…\(weight) stays open")
      )
    }
    guard let (base, budget) = rule.budget(of: funds) else {
      return answer(
        weight, open,
        language.pick("表内没有预算数，0…\(weight) 分待定", "no budget is printed, so 0…\(weight) stays open"))
    }
    guard var points = rule.points(executed: executed, budget: budget, weight: weight) else {
      return answer(
        weight, open,
        language.pick(
          "预算数为 \(budget)，不能作除数，0…\(weight) 分待定",
          "a budget of \(budget) is no divisor; 0…\(weight) stays open"))
    }
    if pack.rounding.rule.when == .rowsThenSum {
      points = points.rounded(places: pack.rounding.rule.places).map { Ratio($0) } ?? points
    }
    let name =
      switch base {
      case .adjusted: language.pick("全年预算数", "adjusted budget")
      case .initial: language.pick("年初预算数", "initial budget")
      case .total: language.pick("资金总额", "total funds")
      }
    return answer(
      weight, Points(points),
      "\(executed) ÷ \(budget)" + language.pick("（\(name)）", " (\(name))")
        + " → \(weight) × \(points.divided(by: Ratio(weight)) ?? .zero) = \(points.points)")
  }
}
