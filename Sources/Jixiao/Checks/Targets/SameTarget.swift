extension Check {
  static let sameTarget = Check(
    "JX212", "same-target-everywhere",
    Bilingual("所有指标值都一样", "every target is the same"),
    rationale: Bilingual(
      "四项以上指标值完全相同，多半没有逐项测算。", "Four or more identical targets were hardly set one by one."),
    source: "本项目选定", certainty: .chosen, severity: .warning,
    examples: [
      .fires(
        ExampleSheet([
          ExampleRow("产出", "数量", "甲", "=100%"), ExampleRow("产出", "质量", "乙率", "=100%"),
          ExampleRow("产出", "时效", "丙率", "=100%"), ExampleRow("效益", "社会效益", "丁率", "=100%"),
        ])),
      .quiet(
        ExampleSheet([
          ExampleRow("产出", "数量", "甲", "≥3次"), ExampleRow("产出", "质量", "乙率", "=100%"),
          ExampleRow("产出", "时效", "丙率", "=100%"), ExampleRow("效益", "社会效益", "丁率", "=100%"),
        ])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "甲", "=100%")])),
    ],
    body: .sheet { sheet, outcomes in
      let targets = sheet.rows.compactMap(\.printed)
      guard targets.count >= 4, let first = targets.first else { return }
      guard targets.allSatisfy({ $0.folded == first.folded }) else {
        outcomes.pass()
        return
      }
      outcomes.fail(
        sheet,
        Draft(
          .target, seen: first,
          Bilingual("\(targets.count)项指标值全是“\(first)”", "all \(targets.count) targets are \(first)")))
    })
}
