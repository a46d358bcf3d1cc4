extension Check {
  static let benefitInWords = Check(
    "JX202", "benefit-in-words-only",
    Bilingual("效益指标只有文字", "benefit in words only"),
    rationale: Bilingual(
      "“有效提升”没有说明按什么判断；这是普遍做法，仅提示。", "有效提升 names no standard to judge by. Usual practice, so a hint only."),
    source: "财预〔2021〕101号", certainty: .recalled, group: "benefit-in-words-only", severity: .note,
    examples: [
      .fires(ExampleSheet([ExampleRow("效益", "社会效益", "群众生活", "有效改善")])),
      .quiet(ExampleSheet([ExampleRow("效益", "社会效益", "新增就业人数", "≥20人")])),
      .quiet(ExampleSheet([ExampleRow("效益", "生态效益", "化肥使用量", "零增长")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥20人")])),
    ],
    body: .row { row, sheet in
      guard row.category?.isBenefit ?? false, let printed = row.target.printed, row.concept != .rate else {
        return .notApplicable
      }
      if !row.isWords || sheet.tools.words.comparisons.hasMatch(in: printed.folded) { return .pass }
      return .fail(
        Draft(
          .target, seen: printed,
          Bilingual("效益只写“\(printed)”，没有判断标准", "\(printed) names no standard to judge by")))
    })
}
