/// Scores sheets by one rule pack. A pure value: the same sheet gives the same score.
public struct Scorer: Sendable {
  public let pack: RulePack
  let kernel: Kernel
  let vocabulary: Vocabulary
  let language: Language

  public init(pack: RulePack, vocabulary: Vocabulary, language: Language) {
    self.pack = pack
    kernel = Kernel(pack)
    self.vocabulary = vocabulary
    self.language = language
  }

  /// Scores a document.
  ///
  /// - Parameters:
  ///   - document: what was read.
  ///   - packWhy: why this pack, for the output.
  ///   - decisions: the evaluator's own; those of other files are ignored, those of rows that are not there are problems.
  ///   - link: where the document was held against its approved plan.
  /// - Returns: the score of every sheet, and the decisions that could not stand.
  public func score(
    _ document: Document, packWhy: String, decisions: [Decision] = [], link: PlanLink? = nil
  ) -> DocumentScore {
    let document = link?.document ?? document
    var problems: [DecisionError] = []
    var byRow: [RowKey: Decision] = [:]
    for decision in decisions where decision.file == nil || decision.file == document.file {
      if byRow.updateValue(decision, forKey: RowKey(decision)) != nil {
        problems.append(DecisionError(decision: decision, kind: .repeated))
      }
    }
    var sheets: [SheetScore] = []
    for sheet in document.sheets {
      sheets.append(score(sheet, decisions: &byRow, problems: &problems, planned: link?.replaced ?? [:]))
    }
    let unknown = byRow.values.sorted { ($0.sheet, $0.indicator) < ($1.sheet, $1.indicator) }
    problems += unknown.map { DecisionError(decision: $0, kind: .unknownRow) }
    return DocumentScore(
      file: document.file, sha256: document.sha256, pack: pack.id, packVersion: pack.version,
      packWhy: packWhy,
      sheets: sheets, problems: problems)
  }

  /// Scores a sheet without decisions other than those it carries.
  public func score(_ sheet: Sheet) -> SheetScore {
    var none: [RowKey: Decision] = [:]
    var problems: [DecisionError] = []
    return score(sheet, decisions: &none, problems: &problems)
  }

  struct RowKey: Hashable {
    let sheet: Int
    let indicator: Int

    init(_ decision: Decision) {
      sheet = decision.sheet
      indicator = decision.indicator
    }

    init(_ sheet: Sheet, _ indicator: Indicator) {
      self.sheet = sheet.ordinal
      self.indicator = indicator.ordinal
    }
  }

  /// Scores a sheet, taking the decisions of its rows out of `decisions`.
  private func score(
    _ sheet: Sheet, decisions: inout [RowKey: Decision], problems: inout [DecisionError],
    planned: [[Int]: Set<Note>] = [:]
  ) -> SheetScore {
    let isPlan = sheet.isPlan
    var scores: [IndicatorScore] = []
    scores.reserveCapacity(sheet.indicators.count)
    for indicator in sheet.indicators {
      var score = isPlan ? unclaimed(indicator) : self.score(indicator, in: sheet)
      let fromPlan = planned[[sheet.ordinal, indicator.ordinal]] ?? []
      score.notes += Note.allCases.filter(fromPlan.contains)
      let given =
        decisions.removeValue(forKey: RowKey(sheet, indicator)) ?? Decision(carriedBy: indicator, of: sheet)
      if let given, !given.isEmpty {
        do { try apply(given, to: &score) } catch { problems.append(error) }
      }
      scores.append(score)
    }
    return totalled(sheet, isPlan: isPlan, scores)
  }

  /// Scores one row by the rules alone.
  public func score(_ indicator: Indicator, in sheet: Sheet) -> IndicatorScore {
    score(indicator, Actual(cell: indicator.actual, vocabulary: vocabulary), year: sheet.year)
  }

  /// Scores one row whose actual has been read.
  func score(_ indicator: Indicator, _ actual: Actual, year: Int?) -> IndicatorScore {
    var score = IndicatorScore(
      indicator: indicator, outcome: .unscorable, ratio: nil, points: open(indicator.weight), function: nil,
      parameters: [], inputs: inputs(of: indicator), clause: "", certainty: .chosen, notes: [], why: "")
    if let weight = indicator.weight {
      if weight.isNegative {
        score.points = nil
        score.notes.append(.negativeWeight)
      } else if weight.isZero {
        score.notes.append(.zeroWeight)
      }
    }
    let target = indicator.target
    if case .missing = actual {
      scoreMissing(&score)
    } else if target.relation == .qualitative {
      scoreWords(&score, actual, year: year)
    } else if let value = target.value {
      scoreNumber(&score, value, actual)
    } else {
      cite(&score, pack.operators.equalTo.clause)
      score.why =
        target.isUnlimited
        ? language.pick(
          "目标值“\(target.printed ?? "")”没有可对照的数",
          "the target “\(target.printed ?? "")” gives nothing to compare with")
        : language.pick("没有目标值，无法计分", "no target, so nothing can be scored")
    }
    if pack.rounding.rule.when == .rowsThenSum {
      score.points = score.points?.rounded(places: pack.rounding.rule.places)
    }
    return score
  }

  /// A row of a plan: nothing is claimed yet.
  private func unclaimed(_ indicator: Indicator) -> IndicatorScore {
    var score = IndicatorScore(
      indicator: indicator, outcome: .noActual, ratio: nil, points: open(indicator.weight), function: nil,
      parameters: [], inputs: inputs(of: indicator), clause: "", certainty: .chosen, notes: [],
      why: language.pick("目标表尚无实际完成值，年终填报后才能计分", "a plan has no actual yet; it can be scored at year-end"))
    cite(&score, pack.missing.clause)
    return score
  }

  /// The whole weight left open.
  private func open(_ weight: Exact?) -> Points? {
    weight.map { Points(low: .zero, high: Ratio(max($0, .zero))) }
  }

  private func inputs(of indicator: Indicator) -> IndicatorScore.Inputs {
    let target = indicator.target
    return IndicatorScore.Inputs(
      relation: target.relation, target: target.value?.description ?? target.printed,
      upper: target.upper?.description, actual: indicator.actual, unit: target.unit)
  }

  private func cite(_ score: inout IndicatorScore, _ clause: String) {
    score.clause = pack.citation(clause)
    score.certainty = pack.clause(clause)?.certainty ?? .chosen
  }
}

extension Scorer {
  private func scoreMissing(_ score: inout IndicatorScore) {
    cite(&score, pack.missing.clause)
    switch pack.missing.rule {
    case .interval, .block:
      score.outcome = .noActual
      score.why = language.pick("实际完成值为空，不能当作0", "the actual is blank, which is not zero")
    case .zero:
      score.outcome = .notDemonstrated
      score.ratio = .zero
      if score.points != nil { score.points = .zero }
      score.why = language.pick("实际完成值为空，未证明不得分", "the actual is blank; not demonstrated earns nothing")
    case .exclude:
      score.outcome = .notApplicable
      score.points = nil
      score.why = language.pick("实际完成值为空，不计入", "the actual is blank; the row is left out")
    }
  }

  /// Words, or a calendar date.
  private func scoreWords(_ score: inout IndicatorScore, _ actual: Actual, year: Int?) {
    let target = score.indicator.target
    if let printed = score.indicator.rule, !printed.isEmpty {
      let name = vocabulary.ruleNames.name(of: printed)
      if name == nil { score.notes.append(.unknownRule) }
      if name == .proportion { score.notes.append(.ruleTargetMismatch) }
    }
    if let due = target.deadline?.completed(with: year),
      case .date(let done) = actual.completed(with: year ?? target.deadline?.year)
    {
      let rule = pack.deadline.rule
      score.function = Lateness.page.name
      score.parameters = rule.parameters
      let credits = rule.credits(
        start: nil, due: due, done: done, weight: score.indicator.weight ?? .one)
      guard let credits, let low = credits.first, let high = credits.last else {
        cite(&score, pack.deadline.clause)
        score.why = language.pick("日期没有年份，无法判断是否按期", "the dates have no year, so lateness cannot be told")
        return
      }
      cite(&score, pack.deadline.clause(for: low.branch))
      fill(&score, low: low.share.ratio, high: high.share.ratio)
      score.outcome = credits.count == 1 ? low.outcome : .qualitative
      let sign = low.branch == .met ? "≤" : high.branch == .met ? "↔" : ">"
      let dates = "\(done) \(sign) \(due)"
      score.why =
        credits.count == 1
        ? dates + earned(score)
        : dates + language.pick("；逾期如何计分待评价人评定", "; lateness is for a person to judge")
      return
    }
    let rule = pack.words.rule
    let words = score.indicator.actual ?? ""
    score.function = WordBands.page.name
    score.parameters = rule.parameters
    cite(&score, pack.words.clause)
    guard let band = rule.band(actual: words, target: target.printed) else {
      score.outcome = .qualitative
      score.notes.append(.wordNotInBands)
      score.why = language.pick("“\(words)”不在评判等级内，待评价人评定", "“\(words)” is in no band; a person has to judge")
      return
    }
    fill(&score, low: Ratio(band.low), high: Ratio(band.high))
    if band.low == band.high {
      score.outcome = band.low == .one ? .met : band.low.isZero ? .missed : .partial
      score.why = "“\(words)” → \(band.name)" + earned(score)
    } else {
      score.outcome = .qualitative
      let range = score.points.map { "\($0.low.points)…\($0.high.points)" } ?? "\(band.low)…\(band.high)"
      score.why =
        "“\(words)” → \(band.name): "
        + language.pick("\(range) 分之间由评价人评定", "between \(range), for a person to judge")
    }
  }

  private func scoreNumber(_ score: inout IndicatorScore, _ value: Exact, _ actual: Actual) {
    let indicator = score.indicator
    let target = indicator.target
    let relation = target.relation ?? .equalTo
    if target.relation == nil { score.notes.append(.directionNotStated) }
    var name: ScoringRuleName?
    if let printed = indicator.rule, !printed.isEmpty {
      name = vocabulary.ruleNames.name(of: printed)
      if name == nil { score.notes.append(.unknownRule) }
    }
    var (rule, mismatch) = kernel.rule(for: relation, named: name)
    var ruleFactor: Ratio?
    if let ruleUnit = rule.rule.unit {
      var valueUnit = target.unit
      if valueUnit == nil, case .quantity(_, let printed) = actual { valueUnit = printed }
      ruleFactor = factor(of: ruleUnit, in: valueUnit)
      // A table in percent says nothing about points or people: there the sign decides.
      if ruleFactor == nil { rule = kernel.operators[relation] }
    }
    if mismatch { score.notes.append(.ruleTargetMismatch) }
    score.function = rule.rule.page.name
    score.parameters = rule.rule.parameters
    cite(&score, rule.clause)
    guard case .quantity(let amount, let unit) = actual else {
      score.notes.append(.actualNotANumber)
      score.why = language.pick(
        "目标是数值，完成情况“\(indicator.actual ?? "")”不是",
        "the target is a number, “\(indicator.actual ?? "")” is not")
      return
    }
    var scaled: ScaledClaim
    do {
      scaled = try ScaledClaim(
        target: value, upper: target.upper, unit: target.unit, actual: amount, actualUnit: unit,
        units: vocabulary.units)
    } catch {
      score.why = error.reason(in: language)
      return
    }
    if let ruleFactor {
      guard let measured = scaled.measured(in: ruleFactor) else {
        score.why = ScaledClaim.Failure.tooLarge.reason(in: language)
        return
      }
      scaled = measured
    }
    if let note = scaled.note { score.notes.append(note) }
    let claim = Claim(
      relation: relation, target: scaled.target, upper: scaled.upper, actual: scaled.actual,
      weight: indicator.weight ?? .one, scale: scaled.scale)
    guard let credit = kernel.credit(claim, under: rule.rule) else {
      score.why = language.pick(
        "数值太大，超出38位，无法精确计算", "the numbers leave 38 digits and cannot be computed exactly")
      return
    }
    let isOver = credit.note == .overAchievement
    if isOver, credit.branch != .met {
      cite(&score, pack.overAchievement.clause)
      score.function = OverAchievement.page.name
      score.parameters = pack.overAchievement.rule.parameters
    } else {
      cite(&score, rule.clause(for: credit.branch))
    }
    score.outcome = credit.outcome
    if let note = credit.note { score.notes.append(note) }
    fill(&score, low: credit.share.ratio, high: credit.share.ratio)
    score.inputs.actual = amount.description
    score.inputs.target = value.description
    let sign = claim.actual < claim.target ? "<" : claim.actual == claim.target ? "=" : ">"
    let printedActual = unit.map { "\(amount)\($0)" } ?? "\(amount)"
    let unitText = target.unit.map { " \($0)" } ?? ""
    let bound = target.upper.map { "\(value)–\($0)" } ?? "\(value)"
    score.why = "\(printedActual) \(target.upper == nil ? sign : "↔") \(bound)\(unitText)" + earned(score)
  }

  /// How many of a value's units make one of a rule's; nil where they do not convert.
  private func factor(of ruleUnit: String, in valueUnit: String?) -> Ratio? {
    guard let valueUnit, let value = vocabulary.units.unit(valueUnit),
      let rule = vocabulary.units.unit(ruleUnit),
      value.isComparable(with: rule)
    else { return nil }
    return rule.factor.divided(by: value.factor)
  }

  /// Sets ratio and points from a share or an interval of shares.
  private func fill(_ score: inout IndicatorScore, low: Ratio, high: Ratio) {
    score.ratio = low == high ? low : nil
    guard score.points != nil, let weight = score.indicator.weight else { return }
    score.points = Points(low: Ratio(weight) * low, high: Ratio(weight) * high)
  }

  /// The tail of a derivation: `; 10 × 4/7 = 5.71`.
  private func earned(_ score: IndicatorScore) -> String {
    guard let weight = score.indicator.weight, let points = score.points?.exact, let ratio = score.ratio
    else { return "" }
    if ratio == .one { return language.pick("；得满分 \(weight)", "; full \(weight)") }
    if ratio.isZero { return language.pick("；得 0", "; 0") }
    let rounded = points.points
    let equals = Ratio(rounded) == points ? "=" : "≈"
    return language.pick("；", "; ") + "\(weight) × \(ratio) \(equals) \(rounded)"
  }
}
