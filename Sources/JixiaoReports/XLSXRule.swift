import Jixiao

/// The scoring functions as formulas over the cells of one row.
struct XLSXRule {
  /// The cells of a row that a formula may name.
  struct Cells {
    let target: XLSXFormula
    let upper: XLSXFormula
    /// In the target's unit.
    let actual: XLSXFormula
    let weight: XLSXFormula
  }

  let relation: Relation
  let cells: Cells

  /// The points of a rule, with the pack's clause on going far beyond the target; nil where it is no formula.
  func points(_ rule: NumericRule, over: OverAchievement) -> XLSXFormula? {
    guard let base = points(rule) else { return nil }
    guard over.policy == .zero || over.policy == .taper, !relation.isCeiling, relation != .range else {
      return base
    }
    let limit = cells.target * .number(over.threshold)
    // 1 − s·(a − T·t)/t
    let left = .number(.one) - .number(over.slope) * ((cells.actual - limit) / cells.target)
    let beyond: XLSXFormula = over.policy == .zero ? .zero : cells.weight * .maximum(.zero, left)
    let far = XLSXFormula.Condition(
      left: cells.actual, sign: over.edge == .from ? .atLeast : .more, right: limit)
    let isAboveZero = XLSXFormula.Condition(left: cells.target, sign: .more, right: .zero)
    return .choice([isAboveZero, far], then: beyond, otherwise: base)
  }

  private func points(_ rule: NumericRule) -> XLSXFormula? {
    let (target, actual, weight) = (cells.target, cells.actual, cells.weight)
    switch rule {
    case .ratioUp(let rule):
      let missed = XLSXFormula.when(
        actual, .less, .zero, .zero, passing(actual / target, rule.passMinimum))
      return .when(actual, .more, target, weight, atTarget(relation == .moreThan, rule.atBound, missed))
    case .ratioDownInverse(let rule):
      let missed = XLSXFormula.when(
        target, .atMost, .zero, .zero, passing(target / actual, rule.passMinimum))
      return .when(actual, .less, target, weight, atTarget(relation == .lessThan, rule.atBound, missed))
    case .ratioDownLinear(let rule):
      guard let span = rule.zeroAt.subtracting(.one) else { return nil }
      let share = (.number(rule.zeroAt) - actual / target) / .number(span)
      let missed = XLSXFormula.when(target, .atMost, .zero, .zero, weight * .maximum(.zero, share))
      return .when(actual, .less, target, weight, atTarget(relation == .lessThan, rule.atBound, missed))
    case .equalTo(let rule): return points(rule)
    case .zeroTarget: return .when(actual, .atMost, .zero, weight, .zero)
    case .range(let rule): return points(rule)
    case .allOrNothing(let rule): return points(rule)
    case .stepTable(let table):
      var formula = XLSXFormula.zero
      for tier in table.tiers.reversed() {
        let sign: XLSXFormula.Sign =
          switch (table.side, table.edge) {
          case (.from, .included): .atLeast
          case (.from, .excluded): .more
          case (.upTo, .included): .atMost
          case (.upTo, .excluded): .less
          }
        formula = .when(actual, sign, .number(tier.edge), weight * .number(tier.share), formula)
      }
      return formula
    case .perUnitDeduction(let rule): return points(rule)
    }
  }

  private func points(_ rule: EqualTo) -> XLSXFormula {
    let (target, actual, weight) = (cells.target, cells.actual, cells.weight)
    switch rule.mode {
    case .up:
      let missed = XLSXFormula.when(
        actual, .less, .zero, .zero, passing(actual / target, rule.passMinimum))
      let atZero = XLSXFormula.when(actual, .atMost, .zero, weight, .zero)
      return .when(target, .equal, .zero, atZero, .when(actual, .atLeast, target, weight, missed))
    case .exact:
      return .when(.magnitude(actual - target), .atMost, .number(rule.tolerance), weight, .zero)
    case .abs:
      let share = XLSXFormula.number(.one) - .magnitude(actual - target) / .magnitude(target)
      let missed = passing(.maximum(.zero, share), rule.passMinimum)
      return .when(actual, .equal, target, weight, .when(target, .equal, .zero, .zero, missed))
    case .symmetric:
      let share = XLSXFormula.minimum(actual / target, target / actual)
      let missed = XLSXFormula.when(
        actual, .atMost, .zero, .zero, passing(share, rule.passMinimum))
      return .when(actual, .equal, target, weight, .when(target, .atMost, .zero, .zero, missed))
    }
  }

  private func points(_ rule: WithinRange) -> XLSXFormula {
    let (low, high, actual, weight) = (cells.target, cells.upper, cells.actual, cells.weight)
    let below: XLSXFormula =
      rule.outside == .zero
      ? .zero
      : .when(
        actual, .atMost, .zero, .zero,
        .when(low, .atMost, .zero, .zero, passing(actual / low, rule.passMinimum)))
    let above: XLSXFormula =
      rule.outside == .zero
      ? .zero : .when(high, .atMost, .zero, .zero, passing(high / actual, rule.passMinimum))
    // A bound left out still earns everything unless what lies outside earns nothing.
    let (lower, upper): (XLSXFormula.Sign, XLSXFormula.Sign) =
      rule.outside == .zero
      ? (
        rule.edges == .upper || rule.edges == .neither ? .atMost : .less,
        rule.edges == .lower || rule.edges == .neither ? .atLeast : .more
      ) : (.less, .more)
    return .when(actual, lower, low, below, .when(actual, upper, high, above, weight))
  }

  private func points(_ rule: AllOrNothing) -> XLSXFormula {
    let (target, actual, weight) = (cells.target, cells.actual, cells.weight)
    let missed: XLSXFormula = rule.deduct.map { .maximum(.zero, weight - .number($0)) } ?? .zero
    switch relation {
    case .atLeast: return .when(actual, .atLeast, target, weight, missed)
    case .atMost: return .when(actual, .atMost, target, weight, missed)
    case .moreThan: return .when(actual, .more, target, weight, atTarget(true, rule.atBound, missed))
    case .lessThan: return .when(actual, .less, target, weight, atTarget(true, rule.atBound, missed))
    case .equalTo, .qualitative:
      return .when(actual, rule.equal == .up ? .atLeast : .equal, target, weight, missed)
    case .range:
      return .when(actual, .less, target, missed, .when(actual, .more, cells.upper, missed, weight))
    }
  }

  private func points(_ rule: PerUnitDeduction) -> XLSXFormula {
    let (target, actual, weight) = (cells.target, cells.actual, cells.weight)
    let excess: XLSXFormula
    if relation.isFloor {
      excess = target - actual
    } else if relation.isCeiling {
      excess = actual - target
    } else if relation == .range {
      excess = .when(actual, .less, target, target - actual, actual - cells.upper)
    } else {
      excess = .magnitude(actual - target)
    }
    let steps = excess / .number(rule.step)
    let counted: XLSXFormula =
      switch rule.count {
      case .floor: .floor(steps)
      case .ceiling: .ceiling(steps)
      case .continuous: steps
      }
    return .when(excess, .atMost, .zero, weight, .maximum(.zero, weight - .number(rule.deduct) * counted))
  }

  /// Weight times a share, or nothing below the pass mark.
  private func passing(_ share: XLSXFormula, _ minimum: Exact) -> XLSXFormula {
    let points = cells.weight * share
    return minimum.isZero ? points : .when(share, .less, .number(minimum), .zero, points)
  }

  /// What the target itself earns: everything, unless the sign is strict and the rule gives nothing at its bound.
  private func atTarget(_ isStrict: Bool, _ bound: AtBound, _ missed: XLSXFormula) -> XLSXFormula {
    .when(cells.actual, .equal, cells.target, isStrict && bound == .missed ? .zero : cells.weight, missed)
  }
}

extension RulePack {
  /// The rule that a score names, with its typed parameters; nil for words, dates and decisions.
  func rule(of score: IndicatorScore) -> NumericRule? {
    let bySign = [Relation.atLeast, .moreThan, .atMost, .lessThan, .equalTo, .range].map {
      operators[$0].rule
    }
    if score.function == "over-achievement" {
      // The clause has put itself in place of the rule of the sign.
      return score.indicator.rule == nil ? operators[score.indicator.target.relation ?? .equalTo].rule : nil
    }
    let byName = ScoringRuleName.allCases.compactMap { name -> NumericRule? in
      if case .numeric(let rule) = named[name] { rule.rule } else { nil }
    }
    return (bySign + byName).first { rule in
      rule.page.name == score.function && rule.parameters.elementsEqual(score.parameters) { $0 == $1 }
    }
  }
}
