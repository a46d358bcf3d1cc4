extension Check {
  static let rateAsQuantity = Check(
    "JX218", "rate-as-quantity",
    Bilingual("比率归在数量指标", "a rate filed as a quantity"),
    rationale: Bilingual(
      "完成率、参保率说明质量，不是数量；但中央转移支付的公开表也把接种率、管理率列为数量，所以只是提示。",
      "Rates speak of quality; but published central sheets file coverage rates under quantity too, so a hint only."
    ),
    source: "财预〔2021〕101号二级指标；中央转移支付绩效目标表", certainty: .recalled, group: "wrong-level2", severity: .note,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "数量", "补助完成率", "=100%")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "补助人数", "≥10人")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "质量", "补助完成率", "=100%")])),
    ],
    body: .row { row, _ in
      guard row.category == .quantity, !row.name.isEmpty else { return .notApplicable }
      guard row.concept == .rate, row.unit?.dimension == "share", !row.marks.contains(.timely) else {
        return .pass
      }
      return .fail(
        Draft(
          .level2, seen: row.indicator.level2,
          Bilingual(
            "“\(row.indicator.level3 ?? "")”是比率，归在数量指标",
            "“\(row.indicator.level3 ?? "")” is a rate, filed as a quantity"),
          suggestion: Suggestion(.level2, "质量指标", Bilingual("按名称归类", "as the name says"))))
    })
}
