extension Check {
  static let subtotal = Check(
    "JX103", "subtotal-differs",
    Bilingual("分值与所印小计不符", "weights differ from the printed subtotal"),
    rationale: Bilingual(
      "“产出指标（50分）”下的分值应正好合计50。", "What stands under 产出指标(50分) should add up to 50."),
    source: "公开表式", certainty: .form, group: "weight-sum", severity: .error,
    examples: [
      .fires(
        ExampleSheet(
          subtotals: [Sheet.Subtotal(level1: "产出指标", weight: Exact(50))],
          [ExampleRow("产出", "数量", "慰问人数", "≥10人", 45)])),
      .quiet(
        ExampleSheet(
          subtotals: [Sheet.Subtotal(level1: "产出指标", weight: Exact(50))],
          [ExampleRow("产出", "数量", "慰问人数", "≥10人", 50)])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥10人", 45)])),
    ],
    body: .sheet { sheet, outcomes in
      for subtotal in sheet.sheet.subtotals {
        let rows = sheet.sheet.indicators.filter { $0.level1 == subtotal.level1 }
        let weights = rows.compactMap(\.weight)
        guard !rows.isEmpty, weights.count == rows.count, !sheet.sheet.isReadInPart,
          let sum = Exact.sum(weights)
        else {
          outcomes.undecided(
            sheet.tools.language.pick(
              "小计下没有行，或分值未填、读不出", "no rows or weights under the subtotal, or unread ones"))
          continue
        }
        if sum == subtotal.weight {
          outcomes.pass()
        } else {
          outcomes.fail(
            sheet,
            Draft(
              .weight, seen: "\(subtotal.level1)(\(subtotal.weight)分)",
              Bilingual(
                "“\(subtotal.level1)”印小计 \(subtotal.weight) 分，各行合计 \(sum) 分",
                "\(subtotal.level1) is printed as \(subtotal.weight), its rows add up to \(sum)")))
        }
      }
    })
}
