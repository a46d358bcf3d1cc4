extension Check {
  static let executionArithmetic = Check(
    "JX511", "execution-rate-wrong",
    Bilingual("执行率与执行数、预算数不符", "the execution rate does not follow from the amounts"),
    rationale: Bilingual("执行率等于执行数÷预算数。", "The rate is what was spent over the budget."),
    source: "财预〔2020〕10号第十三条", certainty: .recalled, severity: .error,
    parameters: [Check.Parameter("tolerance", "容差，百分点", "tolerance in percentage points")],
    examples: [
      .fires(
        ExampleSheet(
          .projectSelfAssessment, funds: Funds(adjusted: Exact(20), executed: Exact(10), rate: "90%"), [])),
      .quiet(
        ExampleSheet(
          .projectSelfAssessment, funds: Funds(adjusted: Exact(20), executed: Exact(10), rate: "50%"), [])),
      .quiet(
        ExampleSheet(
          .projectSelfAssessment, funds: Funds(adjusted: Exact(432), executed: Exact(372), rate: "86%"), [])),
      .notApplicable(ExampleSheet(.projectSelfAssessment, funds: Funds(adjusted: Exact(20)), [])),
    ],
    body: .sheet { sheet, outcomes in
      let funds = sheet.sheet.funds
      guard let executed = funds.executed, let printed = funds.rate else { return }
      guard let budget = funds.adjusted ?? funds.total ?? funds.initial,
        let rate = Ratio(executed, over: budget),
        case .quantity(let value, let unit) = Actual(cell: printed, vocabulary: sheet.tools.vocabulary)
      else {
        outcomes.undecided(sheet.tools.language.pick("预算为零或执行率读不出", "no budget, or the rate cannot be read"))
        return
      }
      let least = sheet.tools.ratio("JX511", "tolerance")
      let percent = rate * Ratio(100)
      // 0.985 without a sign may be a share of one.
      let candidates = unit == nil ? [Ratio.one, Ratio(100)] : [Ratio.one]
      let holds = candidates.contains { factor in
        // 86 % is 86.2 % at the digits shown.
        let tolerance = max(least, Ratio.halfUnit(places: value.places) * factor)
        let difference = Ratio(value) * factor - percent
        return (difference.isNegative ? -difference : difference) <= tolerance
      }
      if holds {
        outcomes.pass()
        return
      }
      outcomes.fail(
        sheet,
        Draft(
          .execution, seen: printed,
          Bilingual(
            "\(executed)÷\(budget) = \(percent.points)%，所印\(printed)",
            "\(executed) / \(budget) is \(percent.points) %, printed \(printed)"),
          suggestion: Suggestion(
            .execution, percent.points.description + "%", Bilingual("执行数÷预算数", "spent over budget"))))
    })

  static let lowExecution = Check(
    "JX512", "low-execution-full-output",
    Bilingual("执行率低而产出满分", "little spent, everything delivered"),
    rationale: Bilingual(
      "花了不到一半的钱却全部完成：预算过大，或结果不实。",
      "Half the money and all the output: the budget was too large, or the results are not real."),
    source: "公开软件：得分率与执行率之差；界限由本项目选定", certainty: .software, severity: .warning,
    parameters: [
      Check.Parameter("rate", "执行率低于此即看", "execution below which to look"),
      Check.Parameter("share", "产出得分占分值不低于此即报", "share of output points from which to tell"),
    ],
    examples: [
      .fires(
        ExampleSheet(
          .projectSelfAssessment, funds: Funds(adjusted: Exact(20), executed: Exact(5)),
          [ExampleRow("产出", "数量", "人数", "≥5人", actual: "5", claimed: Exact(10))])),
      .quiet(
        ExampleSheet(
          .projectSelfAssessment, funds: Funds(adjusted: Exact(20), executed: Exact(19)),
          [ExampleRow("产出", "数量", "人数", "≥5人", actual: "5", claimed: Exact(10))])),
      .notApplicable(
        ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥5人", actual: "5")])),
    ],
    body: .sheet { sheet, outcomes in
      let funds = sheet.sheet.funds
      guard let executed = funds.executed, let budget = funds.adjusted ?? funds.total,
        let rate = Ratio(executed, over: budget)
      else { return }
      let outputs = sheet.rows.filter { $0.category?.isOutput ?? false }
      let claimed = outputs.compactMap(\.indicator.claimed), weights = outputs.compactMap(\.indicator.weight)
      guard !claimed.isEmpty, claimed.count == outputs.count, weights.count == outputs.count,
        let got = Exact.sum(claimed),
        let most = Exact.sum(weights)
      else { return }
      let isFull = Ratio(most) * sheet.tools.ratio("JX512", "share") <= Ratio(got)
      if rate < sheet.tools.ratio("JX512", "rate"), isFull {
        outcomes.fail(
          sheet,
          Draft(
            .execution, seen: executed.description,
            Bilingual(
              "执行\(executed)，预算\(budget)（\((rate * Ratio(100)).points)%），产出却得\(got)/\(most)",
              "spent \(executed) of \(budget), and \(got) of \(most) points for output")))
      } else {
        outcomes.pass()
      }
    })

  static let resultsNotFilled = Check(
    "JX513", "self-assessment-without-scores",
    Bilingual("自评表没有得分和执行数", "a self-assessment without scores and spending"),
    rationale: Bilingual(
      "自评要有各项得分、预算执行数和偏差原因；没有这几栏就看不出自评结果。",
      "A self-assessment states points, spending and reasons; without these columns it assesses nothing."),
    source: "财预〔2020〕10号附表", certainty: .recalled, group: "layout", severity: .error,
    examples: [
      .fires(ExampleSheet(.projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥5人", actual: "5")])),
      .quiet(
        ExampleSheet(
          .projectSelfAssessment, [ExampleRow("产出", "数量", "人数", "≥5人", actual: "5", claimed: Exact(10))])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "人数", "≥5人")])),
    ],
    body: .organization { group, outcomes in
      let assessed = group.sheets.filter { !$0.sheet.kind.isTarget && !$0.rows.isEmpty }
      let bare = assessed.filter { sheet in
        sheet.sheet.funds.executed == nil && sheet.sheet.totalClaimed == nil
          && sheet.sheet.indicators.allSatisfy { $0.claimed == nil && $0.reason == nil }
      }
      outcomes.pass(assessed.count - bare.count)
      // One form without the columns is one fault, however many sheets are printed on it.
      guard let first = bare.first else { return }
      outcomes.fail(
        first,
        Draft(
          .claimed, seen: nil,
          Bilingual(
            "\(bare.count)张自评表没有得分、执行数和偏差原因",
            "\(bare.count) self-assessments have no points, no spending and no reasons")))
    })
}
