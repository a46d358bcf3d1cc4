extension Check {
  static let goalWithoutIndicator = Check(
    "JX608", "goal-without-indicator",
    Bilingual("总体目标中的一项没有对应指标", "a goal without an indicator"),
    rationale: Bilingual("写进目标而没有指标的事，年终无从检查。", "What is promised and not measured cannot be checked."),
    source: "绩效目标审核“相互匹配”", certainty: .recalled, group: "plan-vs-indicator", severity: .warning,
    examples: [
      .fires(
        ExampleSheet(
          .departmentTarget, objective: "目标1：困难帮扶。目标2：劳模疗养。", [ExampleRow("产出", "数量", "困难帮扶户数", "≥5户")])),
      .quiet(
        ExampleSheet(
          .departmentTarget, objective: "目标1：困难帮扶。目标2：劳模疗养。",
          [ExampleRow("产出", "数量", "困难帮扶户数", "≥5户"), ExampleRow("产出", "数量", "疗养人数", "≥5人")])),
      .notApplicable(
        ExampleSheet(.departmentTarget, objective: "困难帮扶", [ExampleRow("产出", "数量", "困难帮扶户数", "≥5户")])),
    ],
    body: .organization { group, outcomes in
      for sheet in group.sheets {
        let goals = goals(in: sheet.objective)
        if goals.count < 2 || sheet.rows.isEmpty { continue }
        var known = TextRuns()
        for row in sheet.rows {
          known.formUnion(CommonText.runs(of: 2, in: group.specific(row.name)))
        }
        for (number, goal) in goals {
          let runs = CommonText.runs(of: 2, in: group.specific(goal))
          if runs.isEmpty {
            outcomes.undecided(group.tools.language.pick("目标只有泛泛之词", "a goal in general words only"))
          } else if runs.isDisjoint(with: known), sheet.sheet.isReadInPart {
            outcomes.undecided(group.tools.readInPart)
          } else if runs.isDisjoint(with: known) {
            outcomes.fail(
              sheet,
              Draft(
                .objective, seen: String(goal.prefix(40)),
                Bilingual(
                  "目标\(number)没有对应的指标：\(goal.prefix(40))",
                  "goal \(number) has no indicator: \(goal.prefix(40))")))
          } else {
            outcomes.pass()
          }
        }
      }
    })

  /// The goals of `目标1：…目标2：…`.
  private static func goals(in objective: String) -> [(number: String, text: String)] {
    objective.pieces(between: "目标").compactMap { part in
      let number = part.prefix { $0.isASCII && $0.isNumber || "一二三四五六七八九十".contains($0) }
      let rest = part.dropFirst(number.count)
      guard !number.isEmpty, rest.first == ":" || rest.first == "." || rest.first == "、" else { return nil }
      return (String(number), String(rest.dropFirst()))
    }
  }
}
