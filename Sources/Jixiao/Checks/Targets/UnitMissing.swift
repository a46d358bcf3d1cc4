extension Check {
  static let unitMissing = Check(
    "JX204", "unit-missing",
    Bilingual("数值没有单位", "a number without a unit"),
    rationale: Bilingual(
      "“≥10”可以是人、次或万元；名称写明人数、次数或比率的不在此列，整张表都没有单位的只报一次。",
      "≥10 may be persons, times or 万元; a name that says what is counted is let pass, a form without units is told once."
    ),
    source: "财预〔2021〕101号；公开审核工具", certainty: .software, severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "数量", "慰问情况", "≥10")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "慰问情况", "≥10人")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥10"), ExampleRow("产出", "质量", "完成率", "100")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "慰问情况", "按计划")])),
    ],
    body: .sheet { sheet, outcomes in
      let rows = sheet.rows.filter { $0.target.value != nil && $0.printed != nil }
      let bare = rows.filter { $0.target.unit == nil && !namesItsUnit($0) }
      outcomes.pass(rows.count - bare.count)
      guard let first = bare.first else { return }
      if bare.count > 2, rows.allSatisfy({ $0.target.unit == nil }) {
        outcomes.fail(
          sheet, first,
          Draft(
            .unit, seen: first.printed,
            Bilingual(
              "全表指标值都没有单位，\(bare.count)行的名称也看不出",
              "no target of the sheet has a unit, and \(bare.count) names do not tell it")))
        return
      }
      for row in bare {
        outcomes.fail(
          sheet, row,
          Draft(
            .unit, seen: row.printed,
            Bilingual("指标值“\(row.printed ?? "")”没有单位", "target \(row.printed ?? "") has no unit")))
      }
    })

  /// 人数 and 次数 are counted in nothing else; a rate of at most 100 is a percentage.
  private static func namesItsUnit(_ row: CheckRow) -> Bool {
    switch row.concept {
    case .persons, .personTimes, .households, .occasions, .number: true
    case .rate, .degree: row.target.value.map { $0 <= Exact(100) && !$0.isNegative } ?? false
    default: false
    }
  }
}
