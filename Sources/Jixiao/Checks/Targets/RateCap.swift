extension Check {
  static let rateCap = Check(
    "JX207", "rate-cannot-exceed",
    Bilingual("比率≥100%，不可能超过", "a rate of at least 100 %"),
    rationale: Bilingual(
      "完成率最高100%，应写“=100%”；“＞99%”只有100%才达到。", "A completion rate ends at 100 %; write =100%."),
    source: "公开审核工具", certainty: .software, group: "rate-cap", severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "质量", "验收合格率", "≥100%")])),
      .quiet(ExampleSheet([ExampleRow("产出", "质量", "验收合格率", "=100%")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "人数", "≥100人")])),
    ],
    body: .row { row, sheet in
      guard row.isQuantified, row.unit?.dimension == "share", let value = row.scaledTarget,
        let relation = row.target.relation
      else { return .notApplicable }
      let full = Ratio(100)
      let seen = row.printed ?? ""
      let isStrict = relation == .moreThan && value >= Ratio(99) && value.exact?.places == 0
      guard relation == .atLeast && value == full || isStrict else { return .pass }
      if row.marks.contains(.unbounded) { return .pass }
      return .fail(
        Draft(
          .operator, seen: seen,
          Bilingual("“\(seen)”：最高100%，应为“=100%”", "\(seen): 100 % is the most, write =100%"),
          suggestion: Suggestion(
            .target, "=100%", Bilingual("只有100%能达到", "only 100 % meets it"))))
    })

  static let rateAboveWhole = Check(
    "JX208", "rate-above-whole",
    Bilingual("比率高于100%", "a rate above 100 %"),
    rationale: Bilingual("合格率、满意度不可能超过100%。", "No pass rate or satisfaction exceeds 100 %."),
    source: "公开审核工具", certainty: .software, severity: .error,
    examples: [
      .fires(ExampleSheet([ExampleRow("满意度", "满意度", "群众满意度", "≥950%")])),
      .quiet(ExampleSheet([ExampleRow("满意度", "满意度", "群众满意度", "≥95%")])),
      .notApplicable(ExampleSheet([ExampleRow("效益", "经济效益", "收入增长率", "≥120%")])),
    ],
    body: .row { row, _ in
      guard row.isQuantified, row.unit?.dimension == "share", row.concept == .rate || row.concept == .degree,
        !row.marks.contains(.unbounded), let value = row.scaledTarget
      else { return .notApplicable }
      let seen = row.printed ?? ""
      guard Ratio(100) < value else { return .pass }
      return .fail(Draft(.target, seen: seen, Bilingual("“\(seen)”超过100%", "\(seen) is above 100 %")))
    })
}
