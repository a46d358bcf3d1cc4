extension Check {
  static let beyondYear = Check(
    "JX216", "result-beyond-the-year",
    Bilingual("一年内观察不到的结果", "a result that one year cannot show"),
    rationale: Bilingual(
      "一年的自评不可能已经看到设备用满8年。", "A year's self-assessment cannot have seen equipment last eight."),
    source: "表内互证", certainty: .text, group: "contradiction", severity: .warning,
    examples: [
      .fires(ExampleSheet(.projectSelfAssessment, [ExampleRow("效益", "可持续影响", "设备使用年限", "≥8年", actual: "8")])),
      .quiet(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "时效", "完成时间", "≤1年", actual: "1")])),
      .notApplicable(ExampleSheet([ExampleRow("效益", "可持续影响", "设备使用年限", "≥8年")])),
    ],
    body: .row { row, sheet in
      guard case .quantity(let value, let actualUnit) = row.actual,
        let unit = row.target.unit?.folded, CheckRow.isYear(unit), row.isQuantified,
        actualUnit == nil || actualUnit == unit
      else { return .notApplicable }
      guard Exact.one < value else { return .pass }
      return .fail(
        Draft(
          .actual, seen: row.indicator.actual,
          Bilingual("实际完成值“\(value)年”，一年内不可能观察到", "\(value) years cannot have been observed within one")))
    })
}
