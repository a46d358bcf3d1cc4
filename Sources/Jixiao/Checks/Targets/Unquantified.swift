extension Check {
  static let unquantified = Check(
    "JX201", "target-not-quantified",
    Bilingual("指标值没有可衡量的数", "the target has no number to measure against"),
    rationale: Bilingual(
      "产出、质量、时效、满意度和各种“率”要有数量、方向或期限；“不限”“按计划开展”年终无从评分。",
      "Outputs, satisfaction and rates need a number, a direction or a date; 不限 or 按计划开展 cannot be scored."),
    source: "财预〔2021〕101号；绩效目标审核“细化量化”", certainty: .recalled, group: "unquantified-target",
    severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "数量", "开展次数", "不限")])),
      .fires(ExampleSheet([ExampleRow("效益", "可持续影响", "提高入会率", "提高")])),
      .quiet(ExampleSheet([ExampleRow("产出", "时效", "完成时间", "2025年11月30日前")])),
      .quiet(ExampleSheet([ExampleRow("产出", "时效", "服务周期", "2025.07-2026.01")])),
      .quiet(ExampleSheet([ExampleRow("产出", "质量", "空气质量", "优良")])),
      .quiet(ExampleSheet([ExampleRow("产出", "时效", "资金发放时间", "每学期末前")])),
      .quiet(ExampleSheet([ExampleRow("效益", "社会效益", "刑事案件发案率", "同比下降")])),
      .notApplicable(ExampleSheet([ExampleRow("效益", "社会效益", "群众生活", "有效改善")])),
    ],
    body: .row { row, sheet in
      guard let category = row.category, let printed = row.target.printed, !row.isCost else {
        return .notApplicable
      }
      let isRate = row.concept == .rate
      guard category.isOutput || category == .satisfaction || isRate else { return .notApplicable }
      // A target of another row says nothing about this one.
      if sheet.shifts[row.index] != nil { return .notApplicable }
      if row.isCalendarYear, row.target.relation == nil {
        return .fail(
          Draft(
            .target, seen: printed,
            Bilingual("“\(printed)”只是年份，没有期限或数量", "\(printed) is a bare year, no deadline and no number")))
      }
      if !row.isWords || row.isDateRange { return .pass }
      // 合格 and 优良 are grades that somebody awards.
      if category == .quality, sheet.tools.words.grades.contains(printed.folded) { return .pass }
      // 同比下降 has no number of its own, yet last year's decides.
      if sheet.tools.words.comparisons.hasMatch(in: printed.folded) { return .pass }
      if category == .timeliness, sheet.tools.words.deadlines.hasMatch(in: printed.folded) { return .pass }
      let what =
        isRate ? Bilingual("是比率却用文字", "a rate in words") : Bilingual("没有数和方向", "no number and no direction")
      return .fail(
        Draft(
          .target, seen: printed,
          Bilingual(
            "“\(row.indicator.level3 ?? "")”的指标值“\(printed)”\(what.zh)，年终无从衡量",
            "target \(printed): \(what.en), nothing to measure against")))
    })
}
