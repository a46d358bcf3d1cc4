extension Check {
  static let unitMissing = Check(
    "JX204", "unit-missing",
    Bilingual("数值没有单位", "a number without a unit"),
    rationale: Bilingual("“≥10”可以是人、次或万元。", "≥10 may be persons, times or 万元."),
    source: "财预〔2021〕101号；公开审核工具", certainty: .software, severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "数量", "慰问情况", "≥10")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "慰问情况", "≥10人")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "慰问情况", "按计划")])),
    ],
    body: .row { row, _ in
      guard row.target.value != nil, let printed = row.printed else { return .notApplicable }
      if row.target.unit != nil { return .pass }
      return .fail(
        Draft(.unit, seen: printed, Bilingual("指标值“\(printed)”没有单位", "target \(printed) has no unit")))
    })
}
