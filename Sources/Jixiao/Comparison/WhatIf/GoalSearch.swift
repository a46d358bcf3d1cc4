/// Finds the smallest improvements that bring a scored sheet to the borders of better grades, by scoring it again.
///
/// Nothing is estimated: every answer is a score of the same scorer, so that rounding, steps and bands of the pack count.
struct GoalSearch {
  let score: SheetScore
  let scorer: Scorer
  private let ladders: [RowLadder]

  init(_ score: SheetScore, scorer: Scorer) {
    self.score = score
    self.scorer = scorer
    ladders = score.indicators.indices.compactMap { RowLadder($0, of: score, scorer: scorer) }
  }

  /// The borders above zero, lowest first, for a year-end sheet whose total is known.
  var goals: [GradeGoal] {
    guard !score.isPlan, let total = score.total else { return [] }
    let cuts = scorer.pack.grades.rule.cuts(in: score.sheet.year).filter { !$0.from.isZero }
    return cuts.reversed().map { cut in
      let way = total.low.points >= cut.from ? GradeGoal.Way.reached : self.way(to: cut.from)
      return GradeGoal(grade: cut.grade, border: cut.from, way: way)
    }
  }

  private func way(to border: Exact) -> GradeGoal.Way {
    let singles = ladders.compactMap { improvement($0, to: border, from: score.indicators) }
    if !singles.isEmpty { return .single(singles) }
    let best = ladders.compactMap { ladder -> (ladder: RowLadder, score: IndicatorScore, gain: Ratio)? in
      guard let best = ladder.score(at: ladder.last), let points = best.points,
        let now = score.indicators[ladder.row].points, points.low > now.low
      else { return nil }
      return (ladder, best, points.low - now.low)
    }.sorted { ($1.gain, $0.ladder.row) < ($0.gain, $1.ladder.row) }
    var rows = score.indicators
    var steps: [Improvement] = []
    for (ladder, best, _) in best {
      if let last = improvement(ladder, to: border, from: rows) { return .together(steps + [last]) }
      rows[ladder.row] = best
      guard let total = total(rows) else { continue }
      steps.append(Improvement(before: score.indicators[ladder.row], after: best, total: total))
    }
    return .outOfReach(total(rows) ?? .zero)
  }

  /// The smallest step of one row that reaches the border, the others being as given.
  private func improvement(
    _ ladder: RowLadder, to border: Exact, from rows: [IndicatorScore]
  ) -> Improvement? {
    var rows = rows
    func reached(with row: IndicatorScore) -> Points? {
      rows[ladder.row] = row
      return total(rows).flatMap { $0.low.points >= border ? $0 : nil }
    }
    guard let found = ladder.first(where: { reached(with: $0) != nil }), let total = reached(with: found)
    else { return nil }
    return Improvement(before: score.indicators[ladder.row], after: found, total: total)
  }

  private func total(_ rows: [IndicatorScore]) -> Points? {
    scorer.totalled(score.sheet, isPlan: false, rows).total
  }
}
