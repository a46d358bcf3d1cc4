extension Check {
  static let tablesAgainstEachOther = Check(
    "JX702", "budget-tables-disagree",
    Bilingual("预算表之间对不上", "two budget tables disagree"),
    rationale: Bilingual(
      "收入总表与支出总表逐科目相等；按经济分类的养老、医疗、公积金应等于按功能分类的同一笔钱。",
      "Income and spending agree item by item; pension, health and housing are one sum under either classification."
    ),
    source: "预算公开表2、3、5、6的结构；政府收支分类科目", certainty: .form, group: "table-sum", severity: .warning,
    parameters: [Check.Parameter("tolerance", "容差，按表的货币单位", "tolerance, in the tables' unit of money")],
    examples: [
      .document(.fires, figures("部门收入总体情况表", 100, "部门支出总体情况表", 101)),
      .document(.quiet, figures("部门收入总体情况表", 100, "部门支出总体情况表", 100)),
      .document(.notApplicable, figures("部门收入总体情况表", 100, "财政拨款收支表", 101)),
    ],
    body: .organization { group, outcomes in
      guard let figures = group.figures, let sheet = group.sheets.first else { return }
      let tolerance = group.tools.number("JX702", "tolerance")
      func compare(
        _ left: Exact, _ right: Exact, _ place: Place, _ what: Bilingual
      ) {
        guard let difference = left.subtracting(right)?.magnitude else { return }
        if difference <= tolerance {
          outcomes.pass()
          return
        }
        outcomes.fail(
          sheet,
          Draft(
            .total, seen: left.description,
            Bilingual("\(what.zh)：\(left) 与 \(right)", "\(what.en): \(left) and \(right)"),
            documentPlace: place))
      }
      if let income = figures.table(named: "收入总体"), let spending = figures.table(named: "支出总体") {
        for row in income.rows {
          guard let left = row.amounts.first ?? nil, let other = spending.row(row.code),
            let right = other.amounts.first ?? nil
          else { continue }
          compare(
            left, right, other.place,
            Bilingual(
              "“\(row.code) \(row.name)”在“\(income.title)”和“\(spending.title)”中",
              "\(row.code) \(row.name) in \(income.title) and \(spending.title)"))
        }
      }
      guard let functional = figures.table(named: "一般公共预算支出"), let economic = figures.table(named: "基本支出情况"),
        functional.rows.first.map({ $0.amounts.count == 3 }) ?? false
      else { return }
      for pair in group.tools.words.sameAmounts {
        guard let row = economic.row(pair.economic), let left = row.amounts.first ?? nil else { continue }
        // Columns are 合计, 基本支出, 项目支出.
        let amounts = pair.functional.compactMap { functional.row($0)?.amounts[1] }
        guard amounts.count == pair.functional.count, let right = Exact.sum(amounts) else { continue }
        compare(
          left, right, row.place,
          Bilingual(
            "“\(row.code) \(row.name)”与功能分类 \(pair.functional.joined(separator: "+"))",
            "\(row.code) \(row.name) and functional \(pair.functional.joined(separator: "+"))"))
      }
    })

  private static func figures(_ left: String, _ one: Int, _ right: String, _ two: Int) -> PublishedFigures {
    var figures = PublishedFigures()
    for (title, amount) in [(left, one), (right, two)] {
      let row = PublishedFigures.BudgetRow(code: "201", name: "支出", amounts: [Exact(amount)], place: Place())
      figures.tables.append(PublishedFigures.BudgetTable(title: title, rows: [row]))
    }
    return figures
  }
}

extension PublishedFigures {
  /// The first table whose title holds a phrase.
  func table(named phrase: String) -> BudgetTable? { tables.first { $0.title.contains(phrase) } }
}

extension PublishedFigures.BudgetTable {
  func row(_ code: String) -> PublishedFigures.BudgetRow? { rows.first { $0.code == code } }
}
