extension Check {
  static let tableSums = Check(
    "JX701", "budget-table-sum-off",
    Bilingual("预算表的合计与明细不符", "a sum in a budget table does not add up"),
    rationale: Bilingual(
      "类等于所属各款之和，总计等于各类之和，收入总计等于支出总计；差在四舍五入以外，必有一格不对。",
      "A class is the sum of its items, and income equals spending; beyond rounding, one cell is wrong."),
    source: "预算公开表1–6的结构", certainty: .form, group: "table-sum", severity: .warning,
    parameters: [Check.Parameter("tolerance", "容差，按表的货币单位", "tolerance, in the table's unit of money")],
    examples: [
      .document(.fires, figures([("", 100), ("201", 60), ("208", 30)])),
      .document(.quiet, figures([("", 100), ("201", 60), ("208", 40)])),
      .document(.notApplicable, PublishedFigures()),
    ],
    body: .organization { group, outcomes in
      guard let figures = group.figures, let sheet = group.sheets.first else { return }
      let tolerance = group.tools.number("JX701", "tolerance")
      for table in figures.tables {
        // 合计 and 人员经费 often hold the same amounts, which are told once.
        var told: Set<String> = []
        for (row, column, sum) in sums(of: table) {
          guard let printed = row.amounts[column], let difference = printed.subtracting(sum)?.magnitude else {
            continue
          }
          if difference <= tolerance {
            outcomes.pass()
            continue
          }
          guard told.insert("\(row.code)\u{1f}\(printed)\u{1f}\(sum)").inserted else { continue }
          let name = row.code.isEmpty ? row.name : "\(row.code) \(row.name)"
          outcomes.fail(
            sheet,
            Draft(
              .total, seen: "\(name) \(printed)",
              Bilingual(
                "“\(table.title)”中“\(name)”印 \(printed)，所属各项合计 \(sum)",
                "\(table.title): \(name) is printed as \(printed), its items add up to \(sum)"),
              documentPlace: row.place))
        }
      }
      for balance in figures.balances {
        let sums = [
          (balance.income, Bilingual("收入总计", "income")),
          (balance.classes, Bilingual("各类支出合计", "the classes")),
        ]
        for (amount, name) in sums where !amount.isZero {
          guard let difference = balance.spending.subtracting(amount)?.magnitude else { continue }
          if difference <= tolerance {
            outcomes.pass()
            continue
          }
          outcomes.fail(
            sheet,
            Draft(
              .total, seen: balance.spending.description,
              Bilingual(
                "支出总计 \(balance.spending)，\(name.zh) \(amount)",
                "spending \(balance.spending), \(name.en) \(amount)"),
              documentPlace: balance.place))
        }
      }
    })

  /// Each row that has items below it, with the sum of their amounts by column.
  private static func sums(
    of table: PublishedFigures.BudgetTable
  ) -> [(row: PublishedFigures.BudgetRow, column: Int, sum: Exact)] {
    var children: [String: [PublishedFigures.BudgetRow]] = [:]
    var seen: Set<String> = []
    for row in table.rows where !row.code.isEmpty {
      // A code twice is a table by project, whose rows are no parts of each other.
      guard seen.insert(row.code).inserted else { return [] }
      children[row.code.count == 3 ? "" : String(row.code.dropLast(2)), default: []].append(row)
    }
    var sums: [(row: PublishedFigures.BudgetRow, column: Int, sum: Exact)] = []
    for row in table.rows {
      guard let items = children[row.code] else { continue }
      for column in row.amounts.indices where row.amounts[column] != nil {
        let amounts = items.compactMap { column < $0.amounts.count ? $0.amounts[column] : nil }
        if let sum = Exact.sum(amounts) { sums.append((row, column, sum)) }
      }
    }
    return sums
  }

  /// A table of one column.
  fileprivate static func figures(_ rows: [(code: String, amount: Int)]) -> PublishedFigures {
    var figures = PublishedFigures()
    figures.tables = [
      PublishedFigures.BudgetTable(
        title: "部门支出总体情况表",
        rows: rows.map {
          PublishedFigures.BudgetRow(
            code: $0.code, name: $0.code.isEmpty ? "总计" : "支出", amounts: [Exact($0.amount)], place: Place())
        })
    ]
    return figures
  }
}
