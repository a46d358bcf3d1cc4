extension Check {
  static let overAchieved = Check(
    "JX504", "over-achieved",
    Bilingual("完成值远超指标值", "far beyond the target"),
    rationale: Bilingual(
      "目标50人做到300人：目标定低了，或者数不对，要说明。", "Fifty promised, 300 done: set too low, or wrong; needs an explanation."
    ),
    source: "财预〔2020〕10号：超额过多要分析原因；1.5倍由本项目选定", certainty: .recalled, group: "over-achievement",
    severity: .warning,
    parameters: [
      Check.Parameter(
        "bound", "实际与指标值之比（成本、时限反之），规则包另有规定的从其规定", "ratio to the target; the pack's own where it has one"),
      Check.Parameter(
        "points", "比率的上限至少要低出这么多个百分点才算定宽了",
        "percentage points below its ceiling from which a rate was promised too high"),
    ],
    examples: [
      .fires(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "数量", "发放人数", "＞50人", actual: "300")])),
      .fires(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "时效", "完成天数", "＜30天", actual: "7")])),
      .quiet(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "数量", "发放人数", "＞50人", actual: "60")])),
      .quiet(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "质量", "数据差错率", "≤1%", actual: "0.4%")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "发放人数", "＞50人")])),
    ],
    body: .row { row, sheet in
      guard row.isQuantified, let relation = row.target.relation, relation != .range,
        let target = row.scaledTarget,
        !target.isZero,
        !(row.unit?.dimension == "share" && row.marks.contains(.unbounded) && row.concept == .rate),
        let result = row.result(sheet.tools), !result.isNegative
      else { return .notApplicable }
      // Growth of 6 % where 3 % were promised is three points more, not twice as much.
      if relation.isCeiling, let unit = row.unit, unit.dimension == "share",
        let percent = sheet.tools.unit("%"),
        target - result < sheet.tools.ratio("JX504", "points") * percent.factor
      {
        return .pass
      }
      let over = sheet.tools.pack.overAchievement.rule
      let bound =
        over.policy == .none || over.policy == .note
        ? sheet.tools.ratio("JX504", "bound") : Ratio(over.threshold)
      let times = relation.isCeiling ? target.divided(by: result) : result.divided(by: target)
      guard let times else {
        return .fail(
          Draft(
            .actual, seen: row.indicator.actual,
            Bilingual(
              "上限“\(row.printed ?? "")”，实际为0：目标定高了", "ceiling \(row.printed ?? ""), actual 0: set too high")))
      }
      if times <= bound { return .pass }
      let percent = ((times * Ratio(100)).rounded(places: 1) ?? .zero).description
      return .fail(
        Draft(
          .actual, seen: row.indicator.actual,
          Bilingual(
            "指标值“\(row.printed ?? "")”，实际\(row.indicator.actual ?? "")：\(percent)%，应说明目标是否定\(relation.isCeiling ? "宽" : "低")了",
            "target \(row.printed ?? ""), actual \(row.indicator.actual ?? ""): \(percent) %, was the target too easy?"
          )))
    })
}
