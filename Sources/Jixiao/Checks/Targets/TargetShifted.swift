extension Check {
  static let targetShifted = Check(
    "JX209", "targets-shifted",
    Bilingual("指标值串行", "targets stand on the wrong rows"),
    rationale: Bilingual(
      "一段指标值整体上移或下移一行，单位、类别和赋分规则就都对不上；移回来全部吻合。",
      "A block of targets moved by one row contradicts units, categories and rules; moved back, all fit."),
    source: "表内互证", certainty: .text, group: "target-shifted", severity: .error,
    examples: [
      .fires(
        ExampleSheet([
          ExampleRow("产出", "数量", "慰问次数", "=100%", rule: "按照完成比例赋分"),
          ExampleRow("产出", "质量", "资金使用准确率", "≤6万元", rule: "按照完成比例赋分"),
          ExampleRow("成本", "经济成本", "项目成本", "有效提升", rule: "按照完成比例赋分"),
          ExampleRow("效益", "社会效益", "生活品质", "≥95%", rule: "按评判等级赋分"),
          ExampleRow("满意度", "满意度", "人员满意度", "≥5次", rule: "满意度赋分"),
        ])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "慰问次数", "≥5次"), ExampleRow("产出", "质量", "准确率", "=100%")])),
      .notApplicable(ExampleSheet([])),
    ],
    body: .row { row, sheet in
      guard let printed = row.printed else { return .notApplicable }
      guard let shift = sheet.shifts[row.index] else { return .pass }
      guard let belongs = shift.belongs else {
        return .fail(
          Draft(
            .target, seen: printed,
            Bilingual(
              "“\(row.indicator.level3 ?? "")”的指标值“\(printed)”是其他表时间指标的值，本表没有那一行：删行时留下的",
              "\(printed) is what the other sheets set for time, a row this sheet lacks: left over from a deleted row"
            )))
      }
      let first = shift.first + 1, last = shift.last + 1
      return .fail(
        Draft(
          .target, seen: printed,
          Bilingual(
            "第\(first)至\(last)行的指标值串了一行，本行应为“\(belongs)”",
            "targets of rows \(first) to \(last) moved by one; here belongs \(belongs)"),
          suggestion: Suggestion(
            .target, belongs,
            Bilingual("移回后单位、类别和赋分规则全部吻合", "moved back, units, categories and rules all fit"))))
    })
}
