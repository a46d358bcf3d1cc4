extension Check {
  static let operatorDirection = Check(
    "JX205", "operator-against-direction",
    Bilingual("符号方向不对", "the sign points the wrong way"),
    rationale: Bilingual(
      "成本用“≥”等于花得越多越好（低保标准、生均经费这类人人应有的下限除外），产出用“＜”等于什么都不做也得满分，满意度用“＜”同理。",
      "A floor on cost rewards spending (unless it is what everyone is to have at least); a ceiling on output or satisfaction rewards doing nothing."
    ),
    source: "公开审核工具：成本不用≥", certainty: .software, group: "operator-direction", severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("成本", "经济成本", "用餐标准", "≥50元")])),
      .fires(ExampleSheet([ExampleRow("产出", "数量", "补助阵地数量", "＜4家")])),
      .quiet(ExampleSheet([ExampleRow("产出", "质量", "设备故障率", "＜30%")])),
      .quiet(ExampleSheet([ExampleRow("产出", "质量", "投诉办结率", "≥90%")])),
      .quiet(ExampleSheet([ExampleRow("成本", "经济成本", "农村低保标准", "≥580元/人·月")])),
      .quiet(ExampleSheet([ExampleRow("成本", "经济成本", "护理补贴标准", "≥100元/人·月")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "补助阵地数量", "=4家")])),
    ],
    body: .row { row, sheet in
      guard row.isQuantified, let relation = row.target.relation, relation.isFloor || relation.isCeiling,
        let category = row.category ?? (row.marks.contains(.satisfaction) ? .satisfaction : nil),
        sheet.shifts[row.index] == nil
      else { return .notApplicable }
      let seen = row.printed ?? ""
      let isNegative = row.marks.contains(.negative) && !row.marks.contains(.favourable)
      if row.isCost {
        guard relation.isFloor, !isNegative, !row.marks.contains(.floor), !isEntitlement(row) else {
          return .pass
        }
        return .fail(
          Draft(
            .operator, seen: seen,
            Bilingual("成本用“\(relation.sign)”：花得越多越好", "a floor on cost: spending more is better"),
            suggestion: Suggestion(.operator, "<=", Bilingual("成本应有上限", "a cost has a ceiling"))))
      }
      if isNegative {
        guard relation.isFloor, category == .quality, row.concept == .rate, !goesDown(row.name) else {
          return .pass
        }
        return .fail(
          Draft(
            .operator, seen: seen, Bilingual("越少越好的指标用“\(relation.sign)”", "a floor on what should be low"),
            suggestion: Suggestion(.operator, "<=", Bilingual("越少越好", "less is better"))))
      }
      let rises =
        category == .quantity || category == .satisfaction
        || (category == .quality || category.isBenefit) && row.marks.contains(.favourable)
          && (row.concept == .rate || row.concept == .degree)
      guard rises else { return .pass }
      guard relation.isCeiling, row.concept != .time, row.concept != .money else {
        // A sum under 数量 with a ceiling is a ceiling on the sum, unless it is counted in pieces.
        guard relation.isCeiling, row.concept == .money,
          row.unit.map({ !$0.dimension.hasPrefix("money") }) ?? false
        else { return .pass }
        return .fail(ceiling(row, seen, relation))
      }
      return .fail(ceiling(row, seen, relation))
    })

  /// So much a head and month (元/人·月) is what people are entitled to, and no price.
  private static func isEntitlement(_ row: CheckRow) -> Bool {
    guard row.concept == .standard, let unit = row.target.unit else { return false }
    return unit.contains("月") && unit.contains { "人户生".contains($0) }
  }

  private static func ceiling(_ row: CheckRow, _ seen: String, _ relation: Relation) -> Draft {
    Draft(
      .operator, seen: seen,
      Bilingual(
        "“\(row.indicator.level3 ?? "")”用“\(relation.sign)”：不做也得满分",
        "a ceiling on what should be high: doing nothing scores full"),
      suggestion: Suggestion(.operator, ">=", Bilingual("越多越好", "more is better")))
  }

  /// 下降率 and 减少率 are negative in what they count, and should be high.
  private static func goesDown(_ name: String) -> Bool {
    ["下降", "减少", "降低", "压减", "控制"].contains { name.contains($0) }
  }
}
