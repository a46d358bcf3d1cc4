extension Check {
  static let previousUnit = Check(
    "JX401", "previous-unit-differs",
    Bilingual("上年完成值的单位与指标值不同", "last year's value has another unit"),
    rationale: Bilingual(
      "今年以人计、上年以%计，无从比较，多半是照抄。", "Persons this year, % last year: no comparison, likely copied."),
    source: "表内互证", certainty: .text, group: "previous-unit-or-form", severity: .error,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "数量", "筛查人数", "≥100人", previous: "100%")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "筛查人数", "≥100人", previous: "90人")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "筛查人数", "≥100人", previous: "无")])),
    ],
    body: .row { row, sheet in
      guard let printed = row.target.unit, row.isQuantified,
        case .number(_, let previousUnit?, _) = row.previous(sheet.tools)
      else {
        return .notApplicable
      }
      // 50万 beside 万元 leaves 元 out and is no other unit; an unknown unit is surely no percentage.
      let isComparable =
        row.unit.map { $0.isComparable(with: previousUnit) } ?? (previousUnit.dimension != "share")
      if isComparable || previousUnit.dimension == "number" { return .pass }
      return .fail(
        Draft(
          .previous, seen: row.indicator.previous,
          Bilingual(
            "指标值以\(printed)计，上年完成值“\(row.indicator.previous ?? "")”以\(previousUnit.printed)计",
            "target in \(printed), last year in \(previousUnit.printed)")))
    })

  static let previousIsTarget = Check(
    "JX402", "previous-is-a-target",
    Bilingual("上年完成值带符号，是指标值不是完成值", "last year's value carries a sign: a target, no result"),
    rationale: Bilingual(
      "完成值是一个数；带“≥”说明抄的是上年目标。", "A result is a number; with ≥ last year's target was copied."),
    source: "栏目含义", certainty: .text, group: "previous-unit-or-form", severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥100人", previous: "≥90人")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥100人", previous: "90人")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥100人")])),
    ],
    body: .row { row, sheet in
      // Whoever fills the column in, with 无 or a dash too, is held to what the column asks for.
      guard row.indicator.previous != nil else { return .notApplicable }
      guard case .number(_, _, let hasSign) = row.previous(sheet.tools), hasSign else { return .pass }
      return .fail(
        Draft(
          .previous, seen: row.indicator.previous,
          Bilingual(
            "上年完成值“\(row.indicator.previous ?? "")”带符号，不是完成数",
            "\(row.indicator.previous ?? "") carries a sign")))
    })
}
