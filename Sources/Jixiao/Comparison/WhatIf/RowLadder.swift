/// The ways in which one row can do better, from a small step to as good as its rule rewards.
///
/// Steps are as fine as the sheet's own numbers: with a target of 300 and an actual of 270 the steps are 1, with 43.3 they
/// are 0.1; points that a person gives go by hundredths. Along the steps points never fall, since no score falls for doing
/// better between an actual and its target.
struct RowLadder: Sendable {
  private enum Rung {
    /// `start + sign × step` at `places`, with the unit.
    case actual(start: Int, sign: Int, places: UInt8, unit: String)
    case awarded(start: Int)
  }

  let row: Int
  /// The number of the last step; the row is as it is at 0.
  let last: Int
  private let rung: Rung
  private let now: IndicatorScore
  private let sheet: Sheet
  private let scorer: Scorer

  /// Nil for rows that cannot gain, that a person has decided, and whose claim is neither a number nor open to judgement.
  init?(_ row: Int, of score: SheetScore, scorer: Scorer) {
    let now = score.indicators[row]
    self.row = row
    self.now = now
    self.scorer = scorer
    sheet = score.sheet
    guard now.decision == nil, let points = now.points, let weight = now.indicator.weight,
      points.low < Ratio(weight)
    else { return nil }
    if now.outcome == .qualitative {
      guard let start = Self.hundredths(points.low, up: true),
        let end = Self.hundredths(points.high, up: false),
        end > start
      else { return nil }
      rung = .awarded(start: start)
      last = end - start
      return
    }
    guard let way = Self.numbers(now.indicator, scorer) else { return nil }
    (rung, last) = way
  }

  /// The row after so many steps.
  func score(at step: Int) -> IndicatorScore? {
    switch rung {
    case .awarded(let start):
      guard let points = Exact(coefficient: Int128(start + step), places: 2) else { return nil }
      var score = now
      let decision = Decision(sheet: sheet.ordinal, indicator: now.indicator.ordinal, awarded: points)
      do { try scorer.apply(decision, to: &score) } catch { return nil }
      return score
    case .actual(let start, let sign, let places, let unit):
      guard let value = Exact(coefficient: Int128(start + sign * step), places: places) else { return nil }
      var indicator = now.indicator
      indicator.actual = value.description + unit
      return scorer.score(indicator, in: sheet)
    }
  }

  /// The first step at which `suffices` holds, found by halving; nil where the last does not.
  func first(where suffices: (IndicatorScore) -> Bool) -> IndicatorScore? {
    guard let best = score(at: last), suffices(best) else { return nil }
    var (low, high, found) = (1, last, best)
    while low < high {
      let middle = low + (high - low) / 2
      if let score = score(at: middle), suffices(score) {
        (high, found) = (middle, score)
      } else {
        low = middle + 1
      }
    }
    return found
  }

  /// From the actual to the target, or to the next value beyond a strict one.
  private static func numbers(_ indicator: Indicator, _ scorer: Scorer) -> (Rung, Int)? {
    let target = indicator.target
    let relation = target.relation ?? .equalTo
    guard let value = target.value, relation != .qualitative else { return nil }
    let upper = target.upper ?? value
    var unit = ""
    var known: Exact?
    if case .quantity(let amount, let printed) = Actual(cell: indicator.actual, vocabulary: scorer.vocabulary)
    {
      unit = printed == nil ? "" : target.unit ?? printed ?? ""
      known = scorer.amount(amount, printed, in: target.unit, places: max(value.places, 2))
    }
    let places = max(value.places, upper.places, known?.places ?? 0)
    guard let aim = grid(value, places), let top = grid(upper, places) else { return nil }
    // Where nothing is claimed a floor is climbed from zero; for the others only the target itself is sure.
    let blank = relation.isCeiling ? aim + 1 : min(0, aim - 1)
    let start = known.flatMap { grid($0, places) } ?? blank
    let end: Int
    switch relation {
    case .atLeast, .atMost, .equalTo, .qualitative: end = aim
    case .moreThan: end = aim + 1
    case .lessThan: end = aim - 1
    case .range: end = start < aim ? aim : top
    }
    let gap = end.subtractingReportingOverflow(start)
    guard !gap.overflow, gap.partialValue != 0, gap.partialValue != .min else { return nil }
    if relation.isFloor, gap.partialValue < 0 { return nil }
    if relation.isCeiling, gap.partialValue > 0 { return nil }
    if relation == .range, start >= aim, start <= top { return nil }
    return (
      .actual(start: start, sign: gap.partialValue.signum(), places: places, unit: unit),
      abs(gap.partialValue)
    )
  }

  /// A decimal as a whole number of its last places; nil where it leaves 18 digits.
  private static func grid(_ value: Exact, _ places: UInt8) -> Int? {
    guard places >= value.places else { return nil }
    let (scaled, overflow) = value.coefficient.multipliedReportingOverflow(
      by: powerOfTen(places - value.places))
    guard !overflow, abs(scaled) < 1_000_000_000_000_000_000 else { return nil }
    return Int(scaled)
  }

  /// Hundredths of a point within a bound.
  private static func hundredths(_ value: Ratio, up: Bool) -> Int? {
    guard let rounded = value.rounded(places: 2), let number = grid(rounded, 2) else { return nil }
    if up, Ratio(rounded) < value { return number + 1 }
    if !up, Ratio(rounded) > value { return number - 1 }
    return number
  }
}

extension Scorer {
  /// An amount in another unit, rounded where it does not convert to few places; only a place to start from.
  fileprivate func amount(_ amount: Exact, _ unit: String?, in other: String?, places: UInt8) -> Exact? {
    guard let unit, let other, unit.folded != other.folded else { return amount }
    guard let from = vocabulary.units.unit(unit), let to = vocabulary.units.unit(other),
      from.isComparable(with: to),
      let factor = from.factor.divided(by: to.factor)
    else { return nil }
    return (Ratio(amount) * factor).rounded(places: places)
  }
}
