extension Check {
  static let strictAtBudget = Check(
    "JX206", "strict-ceiling-at-budget",
    Bilingual("成本以“＜”全额预算为限", "cost strictly below the whole budget"),
    rationale: Bilingual(
      "“＜200000元”而预算正是20万元：把预算用完就算未完成，多半是“≤”之误。",
      "Below the whole budget: spending all of it misses the target. Likely a slip for ≤."),
    source: "符号的字面含义", certainty: .text, group: "operator-direction", severity: .warning,
    examples: [
      .fires(ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "经济成本", "项目成本", "＜200000元")])),
      .quiet(ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "经济成本", "项目成本", "≤200000元")])),
      .notApplicable(ExampleSheet([ExampleRow("成本", "经济成本", "项目成本", "≤200000元")])),
    ],
    body: .row { row, sheet in
      guard row.isCost, row.isQuantified, row.unit?.dimension == "money", let budget = sheet.budget,
        let amount = row.scaledTarget, let relation = row.target.relation, relation.isCeiling
      else { return .notApplicable }
      guard relation == .lessThan, let share = amount.divided(by: budget), Exact.nearlyWhole(share) else {
        return .pass
      }
      let seen = row.printed ?? ""
      return .fail(
        Draft(
          .operator, seen: seen,
          Bilingual(
            "“\(seen)”而预算为\(sheet.money(budget))：用完预算就算未完成",
            "\(seen), and the budget is \(sheet.money(budget)): spending it all misses"),
          suggestion: Suggestion(
            .operator, "<=", Bilingual("上限应含全额", "the ceiling should include the whole"))))
    })
}

extension Exact {
  /// Within half a percent of one.
  static func nearlyWhole(_ share: Ratio) -> Bool {
    guard let half = Ratio(Exact(5), over: Exact(1000)) else { return false }
    return Ratio.one - half <= share && share <= Ratio.one + half
  }
}
