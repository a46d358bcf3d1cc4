extension Check {
  static let ruleAgainstTarget = Check(
    "JX210", "rule-against-target",
    Bilingual("赋分规则用不到这种指标值上", "the scoring rule does not fit the target"),
    rationale: Bilingual(
      "按照完成比例赋分要有数；按评判等级赋分用于文字；满意度赋分用于满意率。",
      "A ratio rule needs a number, a graded rule words, a satisfaction rule a satisfaction rate."),
    source: "财预〔2021〕101号", certainty: .recalled, group: "rule-vs-target", severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "数量", "活动对象", "全体会员", rule: "按照完成比例赋分")])),
      .fires(ExampleSheet([ExampleRow("效益", "社会效益", "生活品质", "≥95%", rule: "按评判等级赋分")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "活动次数", "≥5次", rule: "按照完成比例赋分")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "活动次数", "≥5次")])),
    ],
    body: .row { row, _ in
      guard let rule = row.rule, let printed = row.printed else { return .notApplicable }
      let why: Bilingual?
      switch rule {
      case .proportion:
        if row.isWords || row.isDate {
          why = Bilingual("要有数才能按比例", "a ratio needs a number")
        } else if row.isCalendarYear {
          why = Bilingual("年份不能按比例", "a year of the calendar has no ratio")
        } else {
          why = nil
        }
      case .grade:
        why = row.isQuantified ? Bilingual("评判等级用于文字，这里是数", "grades are for words, this is a number") : nil
      case .satisfaction:
        if !row.isQuantified {
          why = Bilingual("满意度赋分要有满意率", "a satisfaction rule needs a rate")
        } else if !row.marks.contains(.satisfaction), row.concept != .degree {
          why = Bilingual("这不是满意度指标", "this is no satisfaction rate")
        } else {
          why = nil
        }
      case .direct: why = nil
      }
      guard let why else { return .pass }
      return .fail(
        Draft(
          .rule, seen: rule.rawValue,
          Bilingual(
            "指标值“\(printed)”用“\(rule.rawValue)”：\(why.zh)", "\(rule.rawValue) on \(printed): \(why.en)")))
    })

  static let ratioOnCeiling = Check(
    "JX211", "ratio-rule-on-ceiling",
    Bilingual("上限指标按完成比例赋分", "a ratio rule on a ceiling"),
    rationale: Bilingual(
      "照字面，成本花得少得分反而少；普遍做法是不超即满分，仅提示。",
      "Read literally, spending less scores less. Usual practice, so a hint only."),
    source: "财预〔2021〕101号；字面含义", certainty: .recalled, group: "ratio-rule-on-ceiling", severity: .note,
    examples: [
      .fires(ExampleSheet([ExampleRow("成本", "经济成本", "项目成本", "≤5万元", rule: "按照完成比例赋分")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "次数", "≥5次", rule: "按照完成比例赋分")])),
      .notApplicable(ExampleSheet([ExampleRow("成本", "经济成本", "项目成本", "≤5万元")])),
    ],
    body: .row { row, _ in
      guard row.rule == .proportion, row.isQuantified else { return .notApplicable }
      guard row.target.relation?.isCeiling ?? false else { return .pass }
      return .fail(
        Draft(
          .rule, seen: row.indicator.rule,
          Bilingual("照字面，少花钱反而少得分", "read literally, spending less scores less")))
    })
}
