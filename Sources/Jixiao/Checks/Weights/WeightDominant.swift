extension Check {
  static let weightDominant = Check(
    "JX105", "weight-dominant",
    Bilingual("一个指标占大半分值", "one indicator carries most of the weight"),
    rationale: Bilingual(
      "一项定全表，其他指标形同虚设。没有统一的上限规定，仅提示。", "One row decides the sheet. No norm sets a limit; a hint only."),
    source: "未见规定，本项目选定", certainty: .chosen, severity: .note,
    parameters: [
      Check.Parameter("share", "单个指标占分值合计的比重，超过即提示", "share of the sheet's weight above which to tell")
    ],
    examples: [
      .fires(
        ExampleSheet([ExampleRow("产出", "数量", "人数", "≥10人", 80), ExampleRow("产出", "质量", "合格率", "=100%", 10)])),
      .quiet(
        ExampleSheet([ExampleRow("产出", "数量", "人数", "≥10人", 45), ExampleRow("产出", "质量", "合格率", "=100%", 45)])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "人数", "≥10人", nil)])),
    ],
    body: .sheet { sheet, outcomes in
      let weights = sheet.rows.compactMap { $0.indicator.weight }
      guard weights.count > 1, let sum = Exact.sum(weights), Exact.zero < sum else { return }
      let limit = Ratio(sum) * sheet.tools.ratio("JX105", "share")
      guard let row = sheet.rows.first(where: { limit < Ratio($0.indicator.weight ?? .zero) }) else {
        outcomes.pass()
        return
      }
      let weight = row.indicator.weight ?? .zero
      outcomes.fail(
        sheet, row,
        Draft(
          .weight, seen: weight.description,
          Bilingual("一个指标占 \(weight) 分（共 \(sum) 分）", "one indicator carries \(weight) of \(sum)")))
    })
}
