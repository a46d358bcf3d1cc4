extension Check {
  static let departmentFunds = Check(
    "JX302", "department-funds-differ",
    Bilingual("部门表的资金装不下各项目", "the department's funds do not hold its projects"),
    rationale: Bilingual(
      "部门资金总额应等于基本支出加项目支出：项目合计（加部门表自报的基本支出）超过总额，必有一处不对。",
      "A department's total is basic spending plus projects; where they exceed it, a figure is wrong."),
    source: "部门整体支出绩效目标表的结构", certainty: .form, group: "fund-arithmetic", severity: .error,
    parameters: [
      Check.Parameter("tolerance", "每个项目的容差（四舍五入），万元", "tolerance a project, for rounding, in 万元")
    ],
    examples: [
      .fires(
        ExampleSheet(.departmentTarget, funds: Funds(total: Exact(10)), []),
        ExampleSheet(funds: Funds(total: Exact(20)), [])),
      .quiet(
        ExampleSheet(.departmentTarget, funds: Funds(total: Exact(30)), []),
        ExampleSheet(funds: Funds(total: Exact(20)), [])),
      .notApplicable(ExampleSheet(funds: Funds(total: Exact(20)), [])),
    ],
    body: .organization { group, outcomes in
      guard let department = group.department, let total = department.sheet.funds.total else { return }
      let projects = group.projects
      let budgets = projects.compactMap { $0.sheet.funds.total == nil ? nil : $0.budget }
      if projects.isEmpty { return }
      guard budgets.count == projects.count else {
        outcomes.undecided(group.tools.language.pick("有的项目表没有资金总额", "a project sheet has no total"))
        return
      }
      let sum = budgets.reduce(Ratio.zero, +)
      let basic = department.rows.filter {
        $0.marks.contains(.basicSpending) && $0.unit?.dimension == "money"
      }
      .compactMap(\.scaledTarget).reduce(Ratio.zero, +)
      let limit = Ratio(total) * department.moneyFactor
      let tolerance = group.tools.ratio("JX302", "tolerance") * Ratio(10000) * Ratio(projects.count)
      if sum + basic <= limit + tolerance {
        outcomes.pass()
        return
      }
      let plus =
        basic.isZero
        ? Bilingual("", "")
        : Bilingual("，加自报基本支出\(department.money(basic))", " plus basic spending \(department.money(basic))")
      outcomes.fail(
        department,
        Draft(
          .total, seen: total.description,
          Bilingual(
            "部门资金总额\(department.money(limit))，\(projects.count)个项目合计\(department.money(sum))\(plus.zh)，超过总额",
            "the department has \(department.money(limit)); \(projects.count) projects have \(department.money(sum))\(plus.en)"
          )))
    })
}
