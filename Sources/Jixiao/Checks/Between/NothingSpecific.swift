extension Check {
  static let nothingSpecific = Check(
    "JX609", "nothing-specific-measured",
    Bilingual("数量指标全是泛泛之词", "the quantities name nothing specific"),
    rationale: Bilingual(
      "“开展各项重点工作”“工作时间”放在哪个项目都行，看不出钱买了什么。",
      "“Various key work” fits any project and shows nothing of what the money buys."),
    source: "财预〔2021〕101号：指标应反映核心产出", certainty: .recalled, group: "not-measuring", severity: .warning,
    examples: [
      .fires(
        ExampleSheet([ExampleRow("产出", "数量", "开展各项重点工作", "≥12次"), ExampleRow("产出", "数量", "工作开展次数", "≥1次")])),
      .quiet(
        ExampleSheet([ExampleRow("产出", "数量", "开展各项重点工作", "≥12次"), ExampleRow("产出", "数量", "审计单位数", "≥1家")])),
      .notApplicable(ExampleSheet([ExampleRow("效益", "社会效益", "认识", "提高")])),
    ],
    body: .organization { group, outcomes in
      for sheet in group.projects {
        let quantities = sheet.rows.filter { $0.category == .quantity && !$0.name.isEmpty }
        guard let first = quantities.first else { continue }
        let isGeneric = quantities.allSatisfy { row in
          !group.specific(row.name).contains { $0.isLetter }
        }
        if !isGeneric {
          outcomes.pass()
          continue
        }
        let names = quantities.map { $0.indicator.level3 ?? "" }.joined(separator: "、")
        outcomes.fail(
          sheet, first,
          Draft(
            .level3, seen: first.indicator.level3,
            Bilingual(
              "数量指标“\(names)”没有说明本项目做什么", "the quantities “\(names)” do not say what this project does")))
      }
    })
}
