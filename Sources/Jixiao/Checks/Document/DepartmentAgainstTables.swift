extension Check {
  static let departmentAgainstTables = Check(
    "JX707", "department-total-differs-from-tables",
    Bilingual("部门整体表的资金与预算总表不符", "the department sheet disagrees with the budget tables"),
    rationale: Bilingual(
      "部门整体绩效目标覆盖全部预算，资金总额应等于部门支出总计。",
      "The department's objectives cover its whole budget: the total is the tables' total."),
    source: "预算公开表3；部门整体支出绩效目标表", certainty: .form, group: "dept-total-vs-tables", severity: .error,
    parameters: [Check.Parameter("tolerance", "容差，万元", "tolerance, in 万元")],
    examples: [
      CheckExample(
        expectation: .fires, sheets: [ExampleSheet(.departmentTarget, funds: Funds(total: Exact(90)), [])],
        figures: figures(100)),
      CheckExample(
        expectation: .quiet, sheets: [ExampleSheet(.departmentTarget, funds: Funds(total: Exact(100)), [])],
        figures: figures(100)),
      .document(.notApplicable, figures(100)),
    ],
    body: .organization { group, outcomes in
      guard let figures = group.figures, let department = group.department, department.sheet.kind.isTarget,
        let budget = department.budget, let table = figures.table(named: "支出总体"), let row = table.row(""),
        let total = row.amounts.first ?? nil
      else { return }
      let difference = budget - Ratio(total) * Ratio(10000)
      let tolerance = group.tools.ratio("JX707", "tolerance") * Ratio(10000)
      if (difference.isNegative ? -difference : difference) <= tolerance {
        outcomes.pass()
        return
      }
      let error = budget.divided(by: Ratio(10000))?.exact.flatMap { Check.slip($0, total) }
      outcomes.fail(
        department,
        Draft(
          .total, seen: department.money(budget),
          Bilingual(
            "部门整体表\(department.money(budget))，“\(table.title)”总计\(total)万元\(error.map { "，" + $0.zh } ?? "")",
            "the department sheet has \(department.money(budget)), \(table.title) \(total)\(error.map { ", " + $0.en } ?? "")"
          )))
    })

  static let personalData = Check(
    "JX708", "personal-data-published",
    Bilingual("公开了个人手机号", "a personal mobile number is published"),
    rationale: Bilingual(
      "公开的绩效表不应带联系人的手机号；印办公电话即可。",
      "A published sheet should carry an office telephone, not a person's mobile number."),
    source: "个人信息保护法；政府信息公开条例", certainty: .recalled, group: "personal-data", severity: .warning,
    examples: [
      .document(.fires, mobiles([Place(line: 3)])), .document(.quiet, figures(100)),
      .document(.notApplicable, PublishedFigures()),
    ],
    body: .organization { group, outcomes in
      guard let figures = group.figures, let sheet = group.sheets.first else { return }
      if figures.mobiles.isEmpty { outcomes.pass() }
      for place in figures.mobiles {
        outcomes.fail(
          sheet,
          Draft(
            nil, seen: "1××××××××××",
            Bilingual("联系电话是个人手机号（此处不重复）", "the telephone is a personal mobile number (not repeated here)"),
            documentPlace: place))
      }
    })

  private static func figures(_ total: Int) -> PublishedFigures {
    var figures = PublishedFigures()
    figures.tables = [
      PublishedFigures.BudgetTable(
        title: "部门支出总体情况表",
        rows: [PublishedFigures.BudgetRow(code: "", name: "总计", amounts: [Exact(total)], place: Place())])
    ]
    return figures
  }

  private static func mobiles(_ places: [Place]) -> PublishedFigures {
    var figures = PublishedFigures()
    figures.mobiles = places
    return figures
  }
}
