import Jixiao

/// One row of the workpaper as formulas: the claim in the target's unit, and what it earns.
struct XLSXClaim {
  let actualCell: XLSXCell
  let low: XLSXFormula?
  let high: XLSXFormula?

  init(_ score: IndicatorScore, row: Int, pack: RulePack?, vocabulary: Vocabulary) {
    typealias Column = XLSXWorkpaper.Column
    let indicator = score.indicator
    let target = indicator.target
    let actual = Self.actual(of: score, vocabulary)
    actualCell = actual?.cell ?? .empty(.input)
    let weight = indicator.weight.map { XLSXFormula.cell("\(Column.weight)\(row)", Ratio($0)) }
    guard let weight, let points = score.points, let pack else {
      low = nil
      high = nil
      return
    }
    let isRoundingRows = pack.rounding.rule.when == .rowsThenSum
    func rounded(_ formula: XLSXFormula) -> XLSXFormula {
      isRoundingRows ? .rounded(formula, places: pack.rounding.rule.places) : formula
    }
    if score.decision == nil, let value = target.value, let actual, let rule = pack.rule(of: score) {
      let cells = XLSXRule.Cells(
        target: .cell("\(Column.target)\(row)", Ratio(value)),
        upper: .cell("\(Column.upper)\(row)", Ratio(target.upper ?? value)),
        actual: .cell("\(Column.actual)\(row)", actual.value), weight: weight)
      let formula = XLSXRule(relation: target.relation ?? .equalTo, cells: cells)
        .points(rule, over: pack.overAchievement.rule).map(rounded)
      low = formula
      high = formula
      return
    }
    // Words and blanks earn shares of the weight: 0.8 to 1, or 0 to 1.
    func share(_ end: Ratio) -> XLSXFormula? {
      guard score.decision == nil, let whole = indicator.weight, !whole.isZero,
        let share = end.divided(by: Ratio(whole))?.exact
      else { return nil }
      return rounded(share == .one ? weight : share.isZero ? .zero : weight * .number(share))
    }
    low = share(points.low)
    high = share(points.high)
  }

  /// The claimed number in the target's unit, with the cell that shows the conversion: 11个月 against 年 is `11*1/12`.
  private static func actual(of score: IndicatorScore, _ vocabulary: Vocabulary) -> (
    value: Ratio, cell: XLSXCell
  )? {
    guard
      case .quantity(let amount, let printed) = Actual(cell: score.indicator.actual, vocabulary: vocabulary),
      score.indicator.target.value != nil
    else { return nil }
    let plain = Ratio(amount)
    guard score.notes.contains(.unitConverted) else { return (plain, .number(plain, .input)) }
    guard let printed, let unit = score.indicator.target.unit, let from = vocabulary.units.unit(printed),
      let to = vocabulary.units.unit(unit), let factor = from.factor.divided(by: to.factor)
    else { return nil }
    return (plain * factor, .formula("\(amount)*\(factor)", plain * factor, .input))
  }
}
