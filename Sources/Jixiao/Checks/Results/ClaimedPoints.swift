extension Check {
  static let actualMissing = Check(
    "JX505", "actual-missing",
    Bilingual("自评表没有填实际完成值", "no actual on a self-assessment"),
    rationale: Bilingual("空白不是零，也不是完成。", "A blank is neither zero nor done."),
    source: "公开软件：必填项", certainty: .software, severity: .error,
    examples: [
      .fires(
        ExampleSheet(
          .projectSelfAssessment,
          [ExampleRow("产出", "数量", "人数", "≥5人"), ExampleRow("产出", "质量", "合格率", "=100%", actual: "100")])),
      .quiet(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥5人", actual: "5")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "人数", "≥5人")])),
    ],
    body: .row { row, sheet in
      guard !sheet.sheet.kind.isTarget, !row.indicator.notApplicable else { return .notApplicable }
      if row.actual != .missing { return .pass }
      // A row without target and result shares the cells of the row above it.
      if row.target.printed == nil { return .notApplicable }
      if sheet.sheet.isReadInPart { return .undecided(sheet.tools.readInPart) }
      return .fail(Draft(.actual, seen: row.indicator.actual, Bilingual("没有填实际完成值", "no actual value")))
    })

  static let claimedAboveWeight = Check(
    "JX506", "claimed-above-weight",
    Bilingual("自评得分高于分值", "claimed points above the weight"),
    rationale: Bilingual("得分不得超过分值，也不得为负。", "Points lie between nothing and the weight."),
    source: "公开软件：得分不高于分值", certainty: .software, severity: .error,
    examples: [
      .fires(
        ExampleSheet(
          .projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥5人", actual: "5", claimed: Exact(11))])),
      .quiet(
        ExampleSheet(
          .projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥5人", actual: "5", claimed: Exact(10))])),
      .notApplicable(
        ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥5人", actual: "5")])),
    ],
    body: .row { row, _ in
      guard let claimed = row.indicator.claimed, let weight = row.indicator.weight else {
        return .notApplicable
      }
      if claimed <= weight, !claimed.isNegative { return .pass }
      return .fail(
        Draft(
          .claimed, seen: claimed.description,
          Bilingual("得分\(claimed)，分值只有\(weight)", "\(claimed) points of \(weight)")))
    })

  static let claimedAgainstScore = Check(
    "JX507", "claimed-differs-from-score",
    Bilingual("自评得分与按规则计算的不同", "claimed points differ from the recomputed ones"),
    rationale: Bilingual(
      "按所印指标值、实际值和规则重算，得分应一致。", "Recomputed from target, actual and rule, the points should agree."),
    source: "公开软件：重算容差0.1", certainty: .software, severity: .warning,
    parameters: [Check.Parameter("tolerance", "容差，分", "tolerance in points")],
    examples: [
      .fires(
        ExampleSheet(
          .projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥10人", actual: "5", claimed: Exact(10))])),
      .quiet(
        ExampleSheet(
          .projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥10人", actual: "10", claimed: Exact(10))])),
      .notApplicable(
        ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥10人", actual: "5")])),
    ],
    body: .row { row, sheet in
      guard let claimed = row.indicator.claimed, row.indicator.weight != nil else { return .notApplicable }
      let score = sheet.tools.scorer.score(row.indicator, row.actual, year: sheet.sheet.year)
      guard let points = score.points else {
        return .undecided(sheet.tools.language.pick("这一行无法计分", "the row cannot be scored"))
      }
      // Points given in whole numbers only are rounded, not wrong.
      let places = sheet.rows.compactMap { $0.indicator.claimed?.places }.max() ?? 0
      let tolerance = max(sheet.tools.ratio("JX507", "tolerance"), Ratio.halfUnit(places: places))
      if points.low - tolerance <= Ratio(claimed), Ratio(claimed) <= points.high + tolerance { return .pass }
      let should =
        points.exact == nil ? "\(points.low.points)…\(points.high.points)" : points.low.points.description
      return .fail(
        Draft(
          .claimed, seen: claimed.description,
          Bilingual(
            "自评\(claimed)分，按规则为\(should)分：\(score.why)",
            "claimed \(claimed), by the rules \(should): \(score.why)"),
          suggestion: points.exact.map {
            Suggestion(.claimed, $0.points.description, Bilingual("按规则重算", "recomputed by the rules"))
          }))
    })

  static let claimedTotal = Check(
    "JX508", "claimed-total-wrong",
    Bilingual("总分与各项得分之和不符", "the total differs from the sum of its parts"),
    rationale: Bilingual(
      "总分等于各指标得分加预算执行率得分。", "The total is the indicators' points and those for execution."),
    source: "公开软件：容差0.1", certainty: .software, severity: .error,
    parameters: [Check.Parameter("tolerance", "容差，分", "tolerance in points")],
    examples: [
      .fires(
        ExampleSheet(
          .projectSelfAssessment, totalClaimed: Exact(95),
          [ExampleRow("产出", "数量", "人数", "≥5人", 90, actual: "5", claimed: Exact(90))])),
      .quiet(
        ExampleSheet(
          .projectSelfAssessment, funds: Funds(claimed: Exact(5)), totalClaimed: Exact(95),
          [ExampleRow("产出", "数量", "人数", "≥5人", 90, actual: "5", claimed: Exact(90))])),
      .notApplicable(
        ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥5人", claimed: Exact(5))])),
    ],
    body: .sheet { sheet, outcomes in
      guard let total = sheet.sheet.totalClaimed else { return }
      let points = sheet.rows.compactMap { $0.indicator.claimed }
      guard points.count == sheet.rows.count, !points.isEmpty, !sheet.sheet.isReadInPart,
        let sum = Exact.sum(points + [sheet.sheet.funds.claimed ?? .zero])
      else {
        outcomes.undecided(sheet.tools.language.pick("有的得分未填或读不出", "some points are missing or unread"))
        return
      }
      let difference = total.subtracting(sum)?.magnitude ?? .zero
      if difference <= sheet.tools.number("JX508", "tolerance") {
        outcomes.pass()
        return
      }
      outcomes.fail(
        sheet,
        Draft(
          .total, seen: total.description,
          Bilingual("总分印\(total)，各项合计\(sum)", "total \(total), the parts add up to \(sum)"),
          suggestion: Suggestion(
            .total, sum.description, Bilingual("各项之和", "the sum of the parts"))))
    })

  static let reasonMissing = Check(
    "JX509", "reason-missing",
    Bilingual("扣了分或执行率低，却没有偏差原因", "points lost without a reason"),
    rationale: Bilingual("未完成的指标要写明原因和改进措施。", "A missed target needs a reason and a remedy."),
    source: "财预〔2020〕10号；公开软件：得分低于分值必填原因", certainty: .software, severity: .warning,
    parameters: [
      Check.Parameter("ratio", "得分占分值低于此比例而无原因即报", "share of the weight below which a reason is due")
    ],
    examples: [
      .fires(
        ExampleSheet(
          .projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥10人", actual: "5", claimed: Exact(5))])),
      .quiet(
        ExampleSheet(
          .projectSelfAssessment,
          [ExampleRow("产出", "数量", "人数", "≥10人", actual: "5", claimed: Exact(5), reason: "疫情停办，已改线上")])),
      .notApplicable(
        ExampleSheet(
          .projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥10人", actual: "10", claimed: Exact(10))])),
    ],
    body: .row { row, sheet in
      guard let claimed = row.indicator.claimed, let weight = row.indicator.weight, Exact.zero < weight,
        Ratio(claimed) < Ratio(weight) * sheet.tools.ratio("JX509", "ratio")
      else { return .notApplicable }
      if let reason = row.indicator.reason?.folded, !reason.isEmpty,
        !sheet.tools.vocabulary.relations.unlimited.contains(reason)
      {
        return .pass
      }
      return .fail(
        Draft(
          .reason, seen: row.indicator.reason,
          Bilingual("得\(claimed)分（共\(weight)分），没有写偏差原因", "\(claimed) of \(weight) points and no reason")))
    })
}
