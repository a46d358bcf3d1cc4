extension Check {
  static let ratingPattern = Check(
    "JX510", "results-follow-a-pattern",
    Bilingual("自评结果呈规律", "self-reported results follow a pattern"),
    rationale: Bilingual(
      "“＞98%”填99、“＞95%”填96：实际值几乎都是目标加一，不像量出来的。",
      "＞98 % is 99 and ＞95 % is 96: results that are all target and one were hardly measured."),
    source: "本项目选定", certainty: .chosen, group: "rating-pattern", severity: .error,
    parameters: [
      Check.Parameter("rows", "至少几行才看", "fewest rows to judge by"),
      Check.Parameter("share", "占这些行的比例", "share of those rows"),
    ],
    examples: [
      .fires(
        ExampleSheet(
          .projectSelfAssessment,
          (0..<9).map { ExampleRow("满意度", "满意度", "对象\($0)满意度", "＞\(90 + $0 % 4)%", actual: "\(91 + $0 % 4)") }
        )),
      .fires(
        ExampleSheet(
          .projectSelfAssessment,
          (0..<9).map { ExampleRow("满意度", "满意度", "对象\($0)满意度", "≥\(90 + $0 % 4)%", actual: "100") })),
      .quiet(
        ExampleSheet(
          .projectSelfAssessment,
          (0..<9).map { ExampleRow("满意度", "满意度", "对象\($0)满意度", "＞90%", actual: "\(91 + $0)") })),
      .notApplicable(
        ExampleSheet(.projectSelfAssessment, [ExampleRow("满意度", "满意度", "满意度", "＞90%", actual: "91")])),
    ],
    body: .organization { group, outcomes in
      let least = group.tools.int("JX510", "rows")
      let share = group.tools.ratio("JX510", "share")
      var strict: [Ratio] = [], bound: [Ratio] = [], full: [Ratio] = []
      var strictSheet: CheckSheet?, boundSheet: CheckSheet?, fullSheet: CheckSheet?
      for sheet in group.sheets {
        for row in sheet.rows {
          guard row.isQuantified, let relation = row.target.relation, let target = row.target.value,
            case .quantity(let value, let unit) = row.actual, unit == nil, let gap = value.subtracting(target)
          else { continue }
          if relation == .moreThan || relation == .atLeast, row.unit?.dimension == "share",
            target < Exact(100)
          {
            // Rates promised below the whole and all reported as the whole.
            full.append(value == Exact(100) ? .zero : .one)
            fullSheet = fullSheet ?? sheet
            strict.append(Ratio(gap))
            strictSheet = strictSheet ?? sheet
          } else if relation == .atLeast || relation == .atMost {
            bound.append(Ratio(gap))
            boundSheet = boundSheet ?? sheet
          }
        }
      }
      judge(
        full, .zero, fullSheet,
        Bilingual("比率目标不到100%，实际值都是100", "of the rates promise less than 100 % and report 100"))
      judge(strict, Ratio.one, strictSheet, Bilingual("比率的实际值等于目标加一", "of the rates are target plus one"))
      judge(bound, Ratio.zero, boundSheet, Bilingual("带≥或≤的实际值恰等于目标", "with ≥ or ≤ are exactly the target"))

      func judge(_ gaps: [Ratio], _ usual: Ratio, _ sheet: CheckSheet?, _ what: Bilingual) {
        guard gaps.count >= least, let sheet else { return }
        let count = gaps.count { $0 == usual }
        if Ratio(count) < Ratio(gaps.count) * share {
          outcomes.pass()
          return
        }
        outcomes.fail(
          sheet,
          Draft(
            .actual, seen: "\(count)/\(gaps.count)",
            Bilingual(
              "全部表中\(gaps.count)行有\(count)行\(what.zh)",
              "\(count) of \(gaps.count) rows of all sheets \(what.en)")))
      }
    })
}
