@testable import Jixiao

/// Writes consistent documents in the forms that are published, from words and ranges of real budgets.
///
/// Every number follows from the others; nothing here knows of any check.
struct CleanDocuments {
  /// A form of sheet, by where it is used.
  enum Family: String, Sendable, CaseIterable {
    case ministryPlan, ministryYearEnd, yunnan, sichuanPlan, sichuanYearEnd, povertyRelief, hubeiA, hubeiB,
      hunan
    case chongqing, innerMongolia, hebei, tianjin, ningxia, gansu, centralTransfer, longTerm, xinjiang

    var isYearEnd: Bool {
      switch self {
      case .ministryYearEnd, .sichuanYearEnd, .hubeiA, .hubeiB, .centralTransfer: true
      default: false
      }
    }

    var hasWeights: Bool {
      switch self {
      case .yunnan, .hunan, .hebei, .tianjin, .ningxia, .gansu, .centralTransfer, .longTerm: false
      default: true
      }
    }

    /// Points for output, cost, benefit, satisfaction, execution; cost nil where it is part of output.
    var points: (output: Int, cost: Int?, benefit: Int, satisfaction: Int, execution: Int) {
      switch self {
      case .hubeiA, .hubeiB: (40, nil, 30, 10, 20)
      case .chongqing: (60, nil, 30, 10, 0)
      case .sichuanPlan, .sichuanYearEnd, .xinjiang: (40, 20, 20, 10, 10)
      default: (50, nil, 30, 10, 10)
      }
    }
  }

  let family: Family
  let vocabulary: Vocabulary
  private var random: SplitMix64

  init(_ family: Family, seed: UInt64, vocabulary: Vocabulary) {
    self.family = family
    self.vocabulary = vocabulary
    random = SplitMix64(
      seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(Family.allCases.firstIndex(of: family) ?? 0))
  }

  /// A document of one organisation with some of its projects.
  mutating func document(projects count: Int) -> Document {
    let places = ["青山县", "云溪区", "白水市", "安平镇", "南河县", "临江区", "石门市", "宁远县"]
    let offices = ["交通运输局", "教育体育局", "文化和旅游局", "司法局", "民政局", "农业农村局", "市场监督管理局", "林业和草原局"]
    let organization = pick(places) + pick(offices)
    let year = number(2020...2025)
    var themes = CleanTheme.all
    var sheets: [Sheet] = []
    for ordinal in 1...count {
      let theme = themes.remove(at: number(0...(themes.count - 1)))
      sheets.append(sheet(theme, ordinal: ordinal, year: year, organization: organization))
    }
    return Document(file: "\(family.rawValue).txt", reader: "test", sheets: sheets)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(random.next() % UInt64(range.count))
  }

  private mutating func pick<T>(_ items: [T]) -> T { items[number(0...(items.count - 1))] }

  private mutating func sheet(_ theme: CleanTheme, ordinal: Int, year: Int, organization: String) -> Sheet {
    let cents = number(300...90_000)
    let total = hundredths(cents)
    let isPartFiscal = number(0...3) == 0
    let fiscalCents = isPartFiscal ? cents * number(40...90) / 100 : cents
    let executedCents = family.isYearEnd ? cents * number(92...100) / 100 : cents
    var funds = Funds(
      unit: "万元", total: total, fiscal: hundredths(fiscalCents), other: hundredths(cents - fiscalCents))
    if family.isYearEnd {
      let rate = (executedCents * 10_000 + cents / 2) / cents
      funds.initial = total
      funds.adjusted = total
      funds.executed = hundredths(executedCents)
      funds.rate = "\(hundredths(rate))%"
      if family.points.execution > 0, family.hasWeights {
        let points = (family.points.execution * executedCents * 100 + cents / 2) / cents
        funds.weight = Exact(family.points.execution)
        funds.claimed = hundredths(points)
      }
    }
    var sheet = Sheet(
      ordinal: ordinal, kind: family.isYearEnd ? .projectSelfAssessment : .projectTarget, year: year,
      organization: organization,
      project: number(0...2) == 0 ? "\(year)年\(theme.project)" : theme.project + pick(["", "项目", "经费"]),
      funds: funds,
      objective: theme.objective, indicators: rows(theme, year: year, executed: executedCents, budget: cents))
    weigh(&sheet)
    if family.isYearEnd, family.hasWeights {
      sheet.totalClaimed = Exact.sum(sheet.indicators.compactMap(\.claimed) + [sheet.funds.claimed ?? .zero])
    }
    return sheet
  }

  private func hundredths(_ value: Int) -> Exact { Exact(coefficient: Int128(value), places: 2) ?? .zero }

  private mutating func rows(_ theme: CleanTheme, year: Int, executed: Int, budget: Int) -> [Indicator] {
    var rows: [Indicator] = []
    let costIsOwn = family.points.cost != nil || family == .hunan || family == .yunnan && number(0...1) == 0
    func level(_ one: String, _ two: String) -> (String?, String?) {
      family == .chongqing ? (nil, nil) : (one, two)
    }
    let output = "产出指标"
    for item in theme.quantities { rows.append(measured(item, level(output, "数量指标"))) }
    for item in theme.qualities { rows.append(measured(item, level(output, "质量指标"))) }
    rows.append(measured(CleanTheme.Item(theme.timely, "%", 95...100), level(output, "时效指标")))
    if number(0...1) == 0 { rows.append(deadline(theme.deadline, year, level(output, "时效指标"))) }
    let cost = costIsOwn ? level("成本指标", "经济成本指标") : level("产出指标", "成本指标")
    rows.append(money(theme.cost, budget: budget, executed: executed, cost))
    rows.append(words(theme.benefit.name, theme.benefit.words, level("效益指标", "社会效益指标")))
    rows.append(measured(theme.benefitRate, level("效益指标", "社会效益指标")))
    if number(0...2) > 0 {
      rows.append(words(theme.lasting.name, theme.lasting.words, level("效益指标", "可持续影响指标")))
    }
    rows.append(
      measured(
        CleanTheme.Item(theme.satisfied, "%", 85...95), level("满意度指标", pick(["服务对象满意度指标", "满意度指标"]))))
    if family == .hunan {
      // The form begins with cost.
      rows.sort { ($0.level1 == "成本指标" ? 0 : 1) < ($1.level1 == "成本指标" ? 0 : 1) }
    }
    for index in rows.indices { rows[index].ordinal = index + 1 }
    return rows
  }

  private mutating func measured(_ item: CleanTheme.Item, _ level: (String?, String?)) -> Indicator {
    let bound = number(item.range)
    let isWhole = bound == 100 && item.unit == "%" || item.range.count == 1
    let relation: Relation = item.isCeiling ? .atMost : isWhole ? .equalTo : .atLeast
    let target = spelled(relation, "\(bound)", item.unit)
    let slack = item.unit == "%" ? min(3, 100 - bound) : max(0, bound / 20)
    let result =
      isWhole
      ? bound
      : item.isCeiling ? max(0, bound - number(0...(bound == 0 ? 0 : 0))) : bound + number(0...max(0, slack))
    return indicator(item.name, level, target, actual: pick(["\(result)\(item.unit)", "\(result)"]))
  }

  private mutating func money(_ name: String, budget: Int, executed: Int, _ level: (String?, String?))
    -> Indicator
  {
    if number(0...3) == 0 {
      return indicator(
        name, level, spelled(.atMost, "\(budget * 100)", "元"), actual: "\(executed * 100)元")
    }
    return indicator(
      name, level, spelled(.atMost, "\(hundredths(budget))", "万元"), actual: "\(hundredths(executed))万元")
  }

  private mutating func words(_ name: String, _ words: String, _ level: (String?, String?)) -> Indicator {
    indicator(name, level, Target(cell: words, vocabulary: vocabulary), actual: pick([words, "达成预期指标"]))
  }

  private mutating func deadline(_ name: String, _ year: Int, _ level: (String?, String?)) -> Indicator {
    let month = number(6...11)
    let printed = pick([
      "\(year)年\(month)月30日前", "\(year)年12月31日前", "\(month)月底前", "\(year)年12月底前", "\(year)-\(month)-28",
    ])
    return indicator(name, level, Target(cell: printed, vocabulary: vocabulary), actual: "\(year)年5月20日")
  }

  /// A target as its form prints it: one cell, or sign, number and unit in three.
  private mutating func spelled(_ relation: Relation, _ number: String, _ unit: String) -> Target {
    let sign = relation == .equalTo ? pick(["=", "＝"]) : relation.sign
    switch family {
    case .yunnan, .sichuanPlan, .sichuanYearEnd:
      return Target(cell: number, relationCell: sign, unitCell: unit, vocabulary: vocabulary)
    case .innerMongolia:
      // 正向 and 反向 only say which way is better; what is to be equal carries its sign.
      let direction = relation == .equalTo ? "" : relation == .atMost ? "反向指标" : "正向指标"
      return Target(
        cell: relation == .equalTo ? sign + number : number, relationCell: direction, unitCell: unit,
        vocabulary: vocabulary)
    case .tianjin:
      let unit = unit == "%" ? "百分比" : unit
      return Target(cell: (relation == .equalTo ? "" : sign) + number + unit, vocabulary: vocabulary)
    case .hebei, .longTerm, .povertyRelief:
      let text: String
      switch relation {
      case .atLeast:
        text = pick(["≥\(number)\(unit)", "\(number)\(unit)以上", "不低于\(number)\(unit)", "不少于\(number)\(unit)"])
      case .atMost: text = pick(["≤\(number)\(unit)", "\(number)\(unit)以内", "不超过\(number)\(unit)"])
      default: text = "\(number)\(unit)"
      }
      return Target(cell: text, vocabulary: vocabulary)
    default:
      return Target(cell: sign + number + unit, vocabulary: vocabulary)
    }
  }

  private func indicator(
    _ name: String, _ level: (String?, String?), _ target: Target, actual: String
  ) -> Indicator {
    Indicator(
      ordinal: 1, level1: level.0, level2: level.1, level3: name, target: target, weight: nil, previous: nil,
      rule: nil, actual: family.isYearEnd ? actual : nil, claimed: nil, reason: nil)
  }

  /// Spreads the points of each category over its rows in whole points, more for some rows than for others.
  private mutating func weigh(_ sheet: inout Sheet) {
    guard family.hasWeights else { return }
    let points = family.points
    func isCost(_ row: Indicator) -> Bool { row.level1 == "成本指标" }
    func isSatisfaction(_ row: Indicator) -> Bool { row.level3?.hasSuffix("满意度") ?? false }
    func isBenefit(_ row: Indicator) -> Bool {
      guard family == .chongqing else { return row.level1 == "效益指标" }
      return row.target.value == nil && row.target.deadline == nil
    }
    let indices = sheet.indicators.indices
    let cost = points.cost == nil ? [] : indices.filter { isCost(sheet.indicators[$0]) }
    let satisfaction = indices.filter { isSatisfaction(sheet.indicators[$0]) }
    let benefit = indices.filter { isBenefit(sheet.indicators[$0]) }
    let output = indices.filter { !cost.contains($0) && !satisfaction.contains($0) && !benefit.contains($0) }
    for (rows, sum) in [
      (output, points.output), (cost, points.cost ?? 0), (benefit, points.benefit),
      (satisfaction, points.satisfaction),
    ] where !rows.isEmpty {
      var left = sum
      for (position, index) in rows.enumerated() {
        let after = rows.count - position - 1
        let even = left / (after + 1)
        let weight = after == 0 ? left : max(1, min(left - after, even + number(-1...1)))
        left -= weight
        sheet.indicators[index].weight = Exact(weight)
        if family.isYearEnd { sheet.indicators[index].claimed = Exact(weight) }
      }
    }
  }
}
