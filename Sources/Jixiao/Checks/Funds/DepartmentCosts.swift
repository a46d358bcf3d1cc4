extension Check {
  static let departmentCosts = Check(
    "JX306", "department-cost-differs",
    Bilingual("部门表的支出成本与项目表或总额不符", "the department's cost targets disagree with its funds"),
    rationale: Bilingual(
      "“项目支出成本”应与各项目表合计一致，“基本支出成本”加“项目支出成本”应与资金总额一致。",
      "项目支出成本 is what the projects add up to; with 基本支出成本 it is the total."),
    source: "部门整体支出绩效目标表的结构", certainty: .form, group: "cost-vs-budget", severity: .error,
    parameters: [Check.Parameter("tolerance", "容许的相对差", "relative difference allowed")],
    examples: [
      .fires(
        ExampleSheet(
          .departmentTarget, funds: Funds(total: Exact(30)), [ExampleRow("成本", "经济成本", "项目支出成本", "≤4万元")]),
        ExampleSheet(funds: Funds(total: Exact(20)), [])),
      .quiet(
        ExampleSheet(
          .departmentTarget, funds: Funds(total: Exact(30)), [ExampleRow("成本", "经济成本", "项目支出成本", "≤20万元")]),
        ExampleSheet(funds: Funds(total: Exact(20)), [])),
      .notApplicable(ExampleSheet(.departmentTarget, [ExampleRow("成本", "经济成本", "用餐标准", "≤20元")])),
    ],
    body: .organization { group, outcomes in
      guard let department = group.department else { return }
      let rows = department.rows.filter { $0.isCost && $0.unit?.dimension == "money" && $0.isQuantified }
      let slack = group.tools.ratio("JX306", "tolerance")
      func compare(_ amount: Ratio, _ should: Ratio, _ row: CheckRow, _ zh: String, _ en: String) {
        let difference = amount - should
        if (difference.isNegative ? -difference : difference) <= should * slack {
          outcomes.pass()
        } else {
          outcomes.fail(
            department, row,
            Draft(
              .target, seen: row.printed,
              Bilingual(
                "\(zh)\(department.money(should))，这里是\(department.money(amount))",
                "\(en) \(department.money(should)), here \(department.money(amount))")))
        }
      }
      let projectRow = rows.first { $0.marks.contains(.projectSpending) }
      if let projectRow, let amount = projectRow.scaledTarget {
        let budgets = group.projects.compactMap(\.budget)
        if !budgets.isEmpty, budgets.count == group.projects.count {
          compare(
            amount, budgets.reduce(Ratio.zero, +), projectRow, "\(budgets.count)张项目表合计",
            "\(budgets.count) project sheets have")
        }
      }
      if let projectRow, let basicRow = rows.first(where: { $0.marks.contains(.basicSpending) }),
        let project = projectRow.scaledTarget, let basic = basicRow.scaledTarget,
        let budget = department.budget
      {
        compare(
          project + basic, budget, basicRow, "基本支出加项目支出应为资金总额",
          "basic and project spending should be the total")
      }
    })
}
