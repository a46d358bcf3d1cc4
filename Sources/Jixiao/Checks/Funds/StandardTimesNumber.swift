extension Check {
  static let standardTimesNumber = Check(
    "JX305", "standard-times-number",
    Bilingual("标准×数量与预算不符", "standard times number disagrees with the budget"),
    rationale: Bilingual(
      "350人×1000元/人·次=35万元，预算31.8万元：人数、标准、预算必有一个不对。",
      "350 persons at 1000 元 are 35万元, not 31.8: one of the three is wrong."),
    source: "表内互证", certainty: .text, group: "cost-vs-budget", severity: .warning,
    parameters: [Check.Parameter("tolerance", "容许的相对差", "relative difference allowed")],
    examples: [
      .fires(
        ExampleSheet(
          funds: Funds(total: Exact(20)),
          [ExampleRow("产出", "数量", "慰问人数", "=350人"), ExampleRow("成本", "经济成本", "慰问标准", "=1000元/人")])),
      .quiet(
        ExampleSheet(
          funds: Funds(total: Exact(35)),
          [ExampleRow("产出", "数量", "慰问人数", "=350人"), ExampleRow("成本", "经济成本", "慰问标准", "=1000元/人")])),
      .quiet(
        ExampleSheet(
          funds: Funds(total: Exact(105)),
          [
            ExampleRow("产出", "数量", "慰问人数", "=350人"), ExampleRow("成本", "经济成本", "慰问标准", "=1000元/人·月"),
            ExampleRow("产出", "数量", "慰问场次", "=3场"),
          ])),
      .quiet(
        ExampleSheet(
          funds: Funds(total: Exact(96)),
          [ExampleRow("产出", "数量", "被监管人数", "≥220人"), ExampleRow("成本", "经济成本", "伙食费标准", "≥330元/人·月")])),
      .notApplicable(
        ExampleSheet(
          funds: Funds(total: Exact(4680)),
          [ExampleRow("产出", "数量", "低保对象人数", "≥9620人"), ExampleRow("成本", "经济成本", "低保标准", "≥580元/人·月")])),
      .notApplicable(ExampleSheet(funds: Funds(total: Exact(35)), [ExampleRow("产出", "数量", "慰问人数", "=350人")])),
    ],
    body: .sheet { sheet, outcomes in
      guard !sheet.isDepartment, let budget = sheet.budget else { return }
      let counts = sheet.rows.filter {
        ($0.category == .quantity) && ($0.unit?.dimension == "person" || $0.unit?.dimension == "person-time")
          && amount($0) != nil
      }
      let costs = sheet.rows.filter { $0.isCost }
      let perPerson = costs.filter {
        $0.unit.map { $0.dimension.hasPrefix("money/") && $0.dimension.contains("person") } ?? false
      }
      // A standard that everyone is brought up to is not what is paid: 低保 pays the difference.
      if counts.isEmpty || perPerson.contains(where: { $0.marks.contains(.floor) }) { return }
      let slack = sheet.tools.ratio("JX305", "tolerance")
      if !perPerson.isEmpty, perPerson.count == costs.count {
        guard let pairs = pair(perPerson, counts) else {
          outcomes.undecided(
            sheet.tools.language.pick("分不清哪个标准配哪个人数", "which standard goes with which number is open"))
          return
        }
        let terms = pairs.compactMap { pair -> (text: String, sum: Ratio)? in
          guard let standard = price(pair.standard, sheet.tools), let count = amount(pair.count) else {
            return nil
          }
          return ("\(count.shortDecimal)×\(standard.shortDecimal)", standard * count)
        }
        let sum = terms.map(\.sum).reduce(Ratio.zero, +)
        let difference = sum - budget
        if (difference.isNegative ? -difference : difference) <= budget * slack {
          outcomes.pass()
          return
        }
        // At least so much a head: the sum is the least there may be.
        if difference.isNegative, pairs.contains(where: { promisesAtLeast($0.standard) }) {
          outcomes.pass()
          return
        }
        // 元/人·月 is paid several times a year; only a single time above the budget is surely wrong.
        if difference.isNegative, pairs.contains(where: { isRepeated($0.standard) }),
          isMultiple(budget, of: sum, slack)
        {
          outcomes.undecided(sheet.tools.language.pick("不知道发几次", "how often it is paid is open"))
          return
        }
        let formula = terms.map(\.text).joined(separator: " + ")
        outcomes.fail(
          sheet, perPerson.first,
          Draft(
            .target, seen: perPerson.first?.printed,
            Bilingual(
              "\(formula) = \(sheet.money(sum))，预算\(sheet.money(budget))",
              "\(formula) = \(sheet.money(sum)), budget \(sheet.money(budget))")))
        return
      }
      // A standard that does not say per what can still be shown to exceed the budget by itself.
      for standard in costs where standard.concept == .standard && standard.unit?.dimension == "money" {
        let subject = String(CheckWords.core(standard.name).replacing("标准", with: ""))
        guard subject.count >= 2, let price = amount(standard),
          let row = counts.first(where: { $0.name.contains(subject) }), let count = amount(row)
        else { continue }
        let sum = price * count
        if sum <= budget * (Ratio.one + slack) {
          outcomes.pass()
          continue
        }
        outcomes.fail(
          sheet, standard,
          Draft(
            .target, seen: standard.printed,
            Bilingual(
              "\(count.shortDecimal)×\(price.shortDecimal)元 = \(sheet.money(sum))，超过预算\(sheet.money(budget))",
              "\(count.shortDecimal) × \(price.shortDecimal) 元 = \(sheet.money(sum)), above the budget \(sheet.money(budget))"
            )))
      }
    })

  /// Paid so many times, the sum makes the budget: within the slack of a whole multiple.
  private static func isMultiple(_ budget: Ratio, of sum: Ratio, _ slack: Ratio) -> Bool {
    guard let times = budget.divided(by: sum), let whole = times.rounded(places: 0) else { return true }
    let difference = times - Ratio(whole)
    return (difference.isNegative ? -difference : difference) <= slack
  }

  private static func promisesAtLeast(_ row: CheckRow) -> Bool {
    if case .quantity = row.actual { return false }
    return row.target.relation?.isFloor ?? false
  }

  /// Per month, day or time: the sum of a year is a multiple.
  private static func isRepeated(_ row: CheckRow) -> Bool {
    let unit = row.target.unit ?? ""
    return ["月", "天", "日", "次", "餐", "顿", "季", "场", "课时", "学期"].contains { unit.contains($0) }
  }

  /// What was achieved where it is reported, else what is promised, in base units.
  private static func amount(_ row: CheckRow) -> Ratio? {
    if case .quantity(let value, let unit) = row.actual,
      unit == nil || unit?.folded == row.target.unit?.folded
    {
      return row.unit.map { Ratio(value) * $0.factor }
    }
    return row.isQuantified ? row.scaledTarget : nil
  }

  /// What one person is paid, in 元: the period of 元/人年 is the year of the budget, and no divisor.
  private static func price(_ row: CheckRow, _ tools: CheckTools) -> Ratio? {
    guard let unit = row.target.unit?.folded, let money = tools.unit(String(unit.prefix { $0 != "/" })) else {
      return nil
    }
    if case .quantity(let value, let printed) = row.actual, printed == nil || printed?.folded == unit {
      return Ratio(value) * money.factor
    }
    return row.target.value.map { Ratio($0) * money.factor }
  }

  /// Each standard with its number: the only one, or the one of the same name, the rest by elimination.
  private static func pair(
    _ standards: [CheckRow], _ counts: [CheckRow]
  ) -> [(standard: CheckRow, count: CheckRow)]? {
    if counts.count == 1, let count = counts.first { return standards.map { ($0, count) } }
    guard standards.count == counts.count, standards.count <= 20 else { return nil }
    var open = counts
    var pairs: [(standard: CheckRow, count: CheckRow)] = []
    var left: [CheckRow] = []
    for standard in standards {
      let subject = standard.name.replacing("发放标准", with: "").replacing("标准", with: "")
      if let index = open.firstIndex(where: { !subject.isEmpty && $0.name.contains(subject) }) {
        pairs.append((standard, open.remove(at: index)))
      } else {
        left.append(standard)
      }
    }
    if left.isEmpty { return pairs }
    guard left.count == 1, let last = left.first, let count = open.first else { return nil }
    return pairs + [(last, count)]
  }
}
