extension Check {
  static let costAgainstBudget = Check(
    "JX303", "cost-against-budget",
    Bilingual("成本指标与预算不符", "the cost target does not agree with the budget"),
    rationale: Bilingual(
      "全额成本的上限应等于预算（按所印位数）；差10倍或1万倍多半是小数点或元、万元之误。",
      "A ceiling on the whole cost equals the budget at the digits shown; 10 or 10,000 times is a slip."),
    source: "财预〔2021〕101号成本指标；公开审核工具", certainty: .software, group: "cost-vs-budget", severity: .warning,
    parameters: [Check.Parameter("tolerance", "容差，按表的货币单位", "tolerance, in the sheet's unit of money")],
    examples: [
      .fires(ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "经济成本", "项目成本", "≤200万元")])),
      .fires(ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "经济成本", "使用资金", "有效提升")])),
      .quiet(ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "经济成本", "项目成本", "≤20.0047万元")])),
      .quiet(ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "经济成本", "宣传活动成本", "≤5万元")])),
      .notApplicable(
        ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "社会成本", "社会成本", "无不利影响")])),
      .notApplicable(
        ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "经济成本", "补助标准", "≤500元/人")])),
    ],
    body: .sheet { sheet, outcomes in
      guard !sheet.isDepartment else { return }
      let costs = sheet.rows.filter(\.isCost)
      for row in costs where row.isWords && row.concept != .standard && asksForMoney(row, sheet.tools) {
        outcomes.fail(
          sheet, row, Draft(.target, seen: row.printed, Bilingual("成本指标没有金额", "a cost without an amount")))
      }
      let whole = costs.filter {
        $0.unit?.dimension == "money" && $0.isQuantified && $0.concept != .standard
          && $0.target.relation?.isFloor != true
      }
      // Several costs share the budget; only one alone can be held against it.
      guard let budget = sheet.budget, whole.count == 1, costs.count == 1, let row = whole.first,
        let amount = row.scaledTarget
      else { return }
      let tolerance = sheet.tools.ratio("JX303", "tolerance") * sheet.moneyFactor
      let difference = amount - budget
      if (difference.isNegative ? -difference : difference) <= tolerance {
        outcomes.pass()
        return
      }
      if row.marks.contains(.each), difference.isNegative {
        outcomes.pass()
        return
      }
      let slip = amount.exact.flatMap { left in budget.exact.flatMap { fundsSlip(left, $0) } }
      // One part of the cost, named as such, is less than the whole.
      let isWhole =
        row.marks.contains(.wholeCost) && !sheet.tools.words.specific(row.name).contains(where: \.isLetter)
      if slip == nil, difference.isNegative, !isWhole {
        outcomes.pass()
        return
      }
      let seen = row.printed ?? ""
      outcomes.fail(
        sheet, row,
        Draft(
          .target, seen: seen,
          Bilingual(
            "成本上限“\(seen)”，预算\(sheet.money(budget))\(slip.map { "，" + $0.zh } ?? "")",
            "ceiling \(seen), budget \(sheet.money(budget))\(slip.map { ", " + $0.en } ?? "")"),
          suggestion: slip == nil
            ? nil
            : Suggestion(
              .target, (row.target.relation?.sign ?? "≤") + sheet.money(budget),
              Bilingual("与预算一致", "as the budget"))))
    })

  /// Social and ecological costs are described; 控制在预算内 names the budget as the ceiling.
  private static func asksForMoney(_ row: CheckRow, _ tools: CheckTools) -> Bool {
    let level2 = row.indicator.level2?.folded ?? ""
    if level2.contains("社会") || level2.contains("生态") || level2.contains("环境") { return false }
    return !(row.printed?.contains("预算") ?? false)
  }

  private static func fundsSlip(_ left: Exact, _ right: Exact) -> Bilingual? { slip(left, right) }

  static let perUseIsWhole = Check(
    "JX304", "per-use-is-whole-budget",
    Bilingual("“每次”的上限等于全部预算", "a ceiling per use that is the whole budget"),
    rationale: Bilingual(
      "“每次使用资金≤2万元”而预算一共2万元：要么只用一次，要么名称错。", "Per use, and yet the whole budget: used once, or misnamed."),
    source: "表内互证", certainty: .text, group: "cost-vs-budget", severity: .warning,
    parameters: [Check.Parameter("tolerance", "容差，按表的货币单位", "tolerance, in the sheet's unit of money")],
    examples: [
      .fires(ExampleSheet(funds: Funds(total: Exact(2)), [ExampleRow("成本", "经济成本", "每次使用资金", "≤2万元")])),
      .quiet(ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "经济成本", "每次使用资金", "≤2万元")])),
      .notApplicable(ExampleSheet(funds: Funds(total: Exact(2)), [ExampleRow("成本", "经济成本", "使用资金", "≤2万元")])),
    ],
    body: .row { row, sheet in
      guard row.isCost, row.marks.contains(.each), row.unit?.dimension == "money",
        let amount = row.scaledTarget,
        let budget = sheet.budget
      else { return .notApplicable }
      let difference = amount - budget
      let tolerance = sheet.tools.ratio("JX304", "tolerance") * sheet.moneyFactor
      guard (difference.isNegative ? -difference : difference) <= tolerance else { return .pass }
      let seen = row.printed ?? ""
      return .fail(
        Draft(
          .target, seen: seen,
          Bilingual(
            "“\(row.indicator.level3 ?? "")”的上限“\(seen)”就是全部预算", "\(seen) for one use is the whole budget")))
    })
}
