extension Decision {
  /// The decision that a flat table carries in its own columns; nil where it carries none.
  init?(carriedBy indicator: Indicator, of sheet: Sheet) {
    guard indicator.awarded != nil || indicator.notApplicable else { return nil }
    self.init(
      sheet: sheet.ordinal, indicator: indicator.ordinal, awarded: indicator.awarded,
      notApplicable: indicator.notApplicable, reason: indicator.reason)
  }
}

extension Scorer {
  /// Puts a decision on a score, held against band and weight.
  func apply(_ decision: Decision, to score: inout IndicatorScore) throws(DecisionError) {
    func refuse(_ kind: DecisionError.Kind) -> DecisionError { DecisionError(decision: decision, kind: kind) }
    if decision.notApplicable {
      guard decision.awarded == nil, decision.deduct == nil else { throw refuse(.contradiction) }
      score.outcome = .notApplicable
      score.points = nil
      score.ratio = nil
      score.clause = pack.citation(pack.notApplicable.clause)
      score.certainty = pack.clause(pack.notApplicable.clause)?.certainty ?? .chosen
      score.decision = decision
      score.notes.append(.decided)
      score.why = language.pick("评价人认定不适用", "ruled not applicable") + suffix(decision)
      return
    }
    guard let band = score.points, let weight = score.indicator.weight, !weight.isZero else {
      throw refuse(.noWeight)
    }
    var points = band
    var steps = score.why
    if let awarded = decision.awarded {
      let given = Ratio(awarded)
      guard given >= band.low, given <= band.high else {
        throw refuse(.outsideBand(awarded: awarded, low: band.low.points, high: band.high.points))
      }
      points = Points(given)
      steps += language.pick("；评价人评定 \(awarded)", "; the evaluator gives \(awarded)")
    }
    if let deduct = decision.deduct {
      guard !deduct.isNegative else { throw refuse(.badDeduction(deduct)) }
      guard let reason = decision.reason, !reason.isEmpty else { throw refuse(.reasonMissing) }
      points = ManualDeduction.applied(to: points, deduct)
      steps += language.pick("；扣 \(deduct) 分", "; minus \(deduct)")
    }
    if pack.rounding.rule.when == .rowsThenSum { points = points.rounded(places: pack.rounding.rule.places) }
    score.points = points
    score.ratio = points.exact.flatMap { $0.divided(by: Ratio(weight)) }
    if let exact = points.exact {
      score.outcome = exact == Ratio(weight) ? .met : exact.isZero ? .missed : .partial
    }
    score.decision = decision
    score.notes.append(.decided)
    score.why = steps + suffix(decision)
  }

  private func suffix(_ decision: Decision) -> String {
    var text = ""
    if let reason = decision.reason, !reason.isEmpty { text += language.pick("（\(reason)", " (\(reason)") }
    if let by = decision.by, !by.isEmpty {
      text += text.isEmpty ? language.pick("（\(by)", " (\(by)") : language.pick("，\(by)", ", \(by)")
    }
    return text.isEmpty ? "" : text + language.pick("）", ")")
  }
}
