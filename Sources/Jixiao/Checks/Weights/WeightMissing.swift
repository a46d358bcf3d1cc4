extension Check {
  static let weightMissing = Check(
    "JX104", "weight-not-positive",
    Bilingual("分值缺失、为零或为负", "weight missing, zero or negative"),
    rationale: Bilingual(
      "没有分值的指标不影响得分，等于没有考核。", "An indicator without points does not count at all."),
    source: "公开软件：权重≤0不予保存", certainty: .software, severity: .error,
    examples: [
      .fires(
        ExampleSheet([ExampleRow("产出", "数量", "人数", "≥10人", 0), ExampleRow("产出", "质量", "合格率", "=100%", 10)])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "人数", "≥10人", 10)])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "人数", "≥10人", nil)])),
    ],
    body: .row { row, sheet in
      guard let weight = row.indicator.weight else {
        // A template without weights is no fault of its rows.
        guard sheet.rows.contains(where: { $0.indicator.weight != nil }) else { return .notApplicable }
        if sheet.sheet.isReadInPart { return .undecided(sheet.tools.readInPart) }
        return .fail(
          Draft(
            .weight, seen: nil, Bilingual("未填分值，同表其他指标有", "no weight, unlike the other rows of the sheet")))
      }
      if Exact.zero < weight { return .pass }
      return .fail(
        Draft(.weight, seen: weight.description, Bilingual("分值为 \(weight)", "the weight is \(weight)")))
    })
}
