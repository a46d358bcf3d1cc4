/// Finds the smallest improvements of one sheet by scoring it again and again.
struct GoalSearch {
  /// An indicator with points to gain, and the actuals between its own and the one that meets its target.
  private struct Candidate {
    let row: Int
    let start: Exact?
    let step: Exact
    /// How many steps lead from the start to the target; 1 where nothing is claimed yet.
    let steps: Int
    /// −1 where less is better.
    let sign: Int
    let full: Exact

    /// The actual after some steps.
    func actual(after count: Int) -> Exact {
      if count >= steps { return full }
      let way = step.multiplied(by: Exact(count * sign)) ?? .zero
      return (start ?? full).adding(way) ?? full
    }
  }

  /// Beyond this many steps the search takes larger ones: an amount in 元 has no need of single ones.
  private static let mostSteps = 1_000_000

  private let sheet: Sheet
  private let scorer: Scorer
  private let candidates: [Candidate]

  init(_ sheet: Sheet, _ scored: SheetScore, _ scorer: Scorer) {
    self.sheet = sheet
    self.scorer = scorer
    candidates = scored.indicators.enumerated().compactMap { row, score in Self.candidate(row, score) }
  }

  private static func candidate(_ row: Int, _ score: IndicatorScore) -> Candidate? {
    guard let points = score.points, let weight = score.indicator.weight, points.low < Ratio(weight),
      let target = score.indicator.target.value, score.outcome != .notApplicable,
      score.indicator.target.relation != .qualitative
    else { return nil }
    let actual = score.inputs.actual.flatMap { try? Exact(parsing: $0) }
    let places = max(target.places, actual?.places ?? 0)
    guard let step = Exact(coefficient: 1, places: places) else { return nil }
    let relation = score.indicator.target.relation
    var full = target
    if relation == .moreThan { full = target.adding(step) ?? target }
    if relation == .lessThan { full = target.subtracting(step) ?? target }
    guard let actual else {
      return Candidate(row: row, start: nil, step: step, steps: 1, sign: 1, full: full)
    }
    guard let way = full.subtracting(actual), !way.isZero else { return nil }
    let units = way.coefficient.magnitude * powerOfTen(places - way.places).magnitude
    guard let count = Int(exactly: units) else { return nil }
    let scale = max(1, (count + mostSteps - 1) / mostSteps)
    return Candidate(
      row: row, start: actual, step: step.multiplied(by: Exact(scale)) ?? step,
      steps: (count + scale - 1) / scale,
      sign: way.isNegative ? -1 : 1, full: full)
  }

  /// The low end of the total with some actuals replaced, rounded as grades are.
  private func total(_ changes: [(row: Int, actual: Exact)]) -> Exact {
    var supposed = sheet
    for change in changes { supposed.indicators[change.row].actual = change.actual.description }
    return scorer.score(supposed).total?.low.points ?? .zero
  }

  /// The fewest steps of a candidate that reach the goal beside other changes, which all its steps do.
  ///
  /// - Complexity: O(log steps) scorings; more steps never score less.
  private func fewest(_ candidate: Candidate, beside others: [(row: Int, actual: Exact)], to goal: Exact)
    -> Int
  {
    var (low, high) = (1, candidate.steps)
    while low < high {
      let middle = (low + high) / 2
      if total(others + [(candidate.row, candidate.actual(after: middle))]) >= goal {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  private func improvement(_ candidate: Candidate, steps: Int) -> Goal.Improvement {
    let indicator = sheet.indicators[candidate.row]
    return Goal.Improvement(
      indicator: indicator.ordinal, name: indicator.level3, from: indicator.actual,
      to: candidate.actual(after: steps).description, unit: indicator.target.unit,
      share: Ratio(Exact(steps), over: Exact(candidate.steps)) ?? .one)
  }

  func way(to goal: Exact) -> Goal.Way {
    let whole = candidates.map { candidate in total([(candidate.row, candidate.full)]) }
    let enough = candidates.indices.filter { whole[$0] >= goal }
    if !enough.isEmpty {
      let ways = enough.map { index in
        improvement(candidates[index], steps: fewest(candidates[index], beside: [], to: goal))
      }
      return .single(ways.sorted { ($0.share, $0.indicator) < ($1.share, $1.indicator) })
    }
    var taken: [Candidate] = []
    for index in candidates.indices.sorted(by: { (whole[$1], $0) < (whole[$0], $1) }) {
      let others = taken.map { ($0.row, $0.full) }
      taken.append(candidates[index])
      guard total(others + [(candidates[index].row, candidates[index].full)]) >= goal else { continue }
      let last = fewest(candidates[index], beside: others, to: goal)
      return .several(
        taken.dropLast().map { improvement($0, steps: $0.steps) } + [
          improvement(candidates[index], steps: last)
        ])
    }
    return .outOfReach(most: total(taken.map { ($0.row, $0.full) }))
  }
}
