extension Check {
  static let missedTarget = Check(
    "JX501", "target-missed-but-claimed",
    Bilingual("没有达到指标值却按完成填报", "the target was missed and yet claimed"),
    rationale: Bilingual(
      "实际值没达到，又没扣分、没说明原因。", "The result misses the target, with no points lost and no reason given."),
    source: "财预〔2020〕10号：未完成要说明原因", certainty: .recalled, group: "claimed-not-met", severity: .error,
    examples: [
      .fires(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "时效", "完成时间", "＜4月", actual: "7")])),
      .quiet(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "时效", "完成时间", "＜4月", actual: "3")])),
      .fires(
        ExampleSheet(
          .projectSelfAssessment, [ExampleRow("产出", "时效", "完成时间", "2025年10月底前", actual: "2025年12月")])),
      .quiet(
        ExampleSheet(
          .projectSelfAssessment, [ExampleRow("产出", "时效", "完成时间", "2025年12月20日前", actual: "2025年12月")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "时效", "完成时间", "＜4月")])),
    ],
    body: .row { row, sheet in
      if let due = row.due(sheet.tools), case .date(let done) = row.actual {
        return late(row, due, done, sheet)
      }
      guard row.isQuantified, let target = row.scaledTarget, let result = row.result(sheet.tools) else {
        return .notApplicable
      }
      let missed: Bool
      switch row.target.relation {
      case .atLeast, .moreThan: missed = result < target
      case .atMost, .lessThan: missed = target < result
      case .equalTo: missed = result < target
      default: return .notApplicable
      }
      if !missed || !row.isClaimedAsDone { return .pass }
      let share =
        result.divided(by: target).map {
          "，为指标值的\((($0 * Ratio(100)).rounded(places: 1) ?? .zero).description)%"
        } ?? ""
      return .fail(
        Draft(
          .actual, seen: row.indicator.actual,
          Bilingual(
            "指标值“\(row.printed ?? "")”，实际“\(row.indicator.actual ?? "")”：没有达到\(share)，却没有扣分和原因",
            "target \(row.printed ?? ""), actual \(row.indicator.actual ?? ""): missed, with no points lost and no reason"
          )))
    })

  /// A date after the deadline; where one of the two prints no day, only what is surely after it.
  private static func late(
    _ row: CheckRow, _ due: CalendarDate, _ done: CalendarDate, _ sheet: CheckSheet
  ) -> CheckOutcome {
    let year = sheet.sheet.year ?? due.year ?? done.year
    guard let last = due.completed(with: year).lastDayNumber,
      let first = done.completed(with: year).firstDayNumber
    else { return .undecided(sheet.tools.language.pick("日期没有年份", "a date without a year")) }
    if first <= last || !row.isClaimedAsDone { return .pass }
    return .fail(
      Draft(
        .actual, seen: row.indicator.actual,
        Bilingual(
          "期限“\(row.printed ?? "")”，实际“\(row.indicator.actual ?? "")”：已经逾期，却没有扣分和原因",
          "due \(row.printed ?? ""), done \(row.indicator.actual ?? ""): late, with no points lost and no reason"
        )))
  }

  static let strictEquality = Check(
    "JX502", "equality-at-strict-bound",
    Bilingual("实际值恰等于严格不等号的界限", "the actual equals a strict bound"),
    rationale: Bilingual(
      "“＜20万元”花了正好20万元，照字面没有完成；多半符号应为“≤”。",
      "Below 20 and exactly 20: missed by the letter; likely the sign should be ≤."),
    source: "符号的字面含义", certainty: .text, group: "claimed-not-met", severity: .warning,
    examples: [
      .fires(ExampleSheet(.projectSelfAssessment, [ExampleRow("成本", "经济成本", "成本", "＜20万元", actual: "20")])),
      .quiet(ExampleSheet(.projectSelfAssessment, [ExampleRow("成本", "经济成本", "成本", "＜20万元", actual: "19")])),
      .notApplicable(
        ExampleSheet(.projectSelfAssessment, [ExampleRow("成本", "经济成本", "成本", "≤20万元", actual: "20")])),
    ],
    body: .row { row, sheet in
      guard row.isQuantified, let relation = row.target.relation,
        relation == .lessThan || relation == .moreThan,
        let target = row.scaledTarget, let result = row.result(sheet.tools)
      else { return .notApplicable }
      guard result == target, row.isClaimedAsDone else { return .pass }
      let other: Relation = relation == .lessThan ? .atMost : .atLeast
      return .fail(
        Draft(
          .operator, seen: row.printed,
          Bilingual(
            "“\(row.printed ?? "")”而实际正是\(row.indicator.actual ?? "")：照字面没有完成，符号应为“\(other.sign)”？",
            "\(row.printed ?? "") and the actual is exactly that: missed by the letter; should the sign be \(other.sign)?"
          ),
          suggestion: Suggestion(.operator, other.rawValue, Bilingual("含界限", "includes the bound"))))
    })

  static let actualUnit = Check(
    "JX503", "actual-unit-differs",
    Bilingual("实际完成值与指标值单位不同", "the actual has another unit than the target"),
    rationale: Bilingual(
      "指标以年计、实际以月计，要换算才能比较；不能换算的无法评分。",
      "Years against months must be converted; other units cannot be scored."),
    source: "栏目含义", certainty: .text, group: "unit-difference", severity: .warning,
    examples: [
      .fires(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "时效", "完成时间", "＜1年", actual: "11个月")])),
      .quiet(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "时效", "完成时间", "≤12个月", actual: "11个月")])),
      .notApplicable(
        ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "时效", "完成时间", "≤12个月", actual: "11")])),
    ],
    body: .row { row, sheet in
      guard row.isQuantified, let unit = row.target.unit, case .quantity(_, let printed?) = row.actual else {
        return .notApplicable
      }
      if printed.folded == unit.folded { return .pass }
      let other = sheet.tools.unit(printed)
      if let other, let own = row.unit, own.isComparable(with: other), own.factor == other.factor {
        return .pass
      }
      let converts = other.flatMap { other in row.unit.map { $0.isComparable(with: other) } } ?? false
      return .fail(
        Draft(
          .actual, seen: row.indicator.actual,
          Bilingual(
            "指标值以\(unit)计，实际以\(printed)计\(converts ? "，须换算" : "，不能换算")",
            "target in \(unit), actual in \(printed): \(converts ? "has to be converted" : "cannot be converted")"
          )))
    })
}
