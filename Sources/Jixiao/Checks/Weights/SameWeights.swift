extension Check {
  static let sameWeights = Check(
    "JX106", "one-weight-vector",
    Bilingual("各项目的分值逐行相同", "one weight vector for every project"),
    rationale: Bilingual(
      "几十个项目每行分值都一样，说明是套表，没有按项目的重点设分值。",
      "The same points row by row for every project: the form was copied, and no weight was set by what matters."
    ),
    source: "本项目选定", certainty: .chosen, severity: .note,
    parameters: [
      Check.Parameter("sheets", "至少几张项目表才看", "fewest project sheets to judge by"),
      Check.Parameter("share", "相同的占项目表的比例", "share of the project sheets that agree"),
    ],
    examples: [
      .fires(example("甲", 10), example("乙", 10), example("丙", 10), example("丁", 10), example("戊", 10)),
      .quiet(example("甲", 10), example("乙", 20), example("丙", 30), example("丁", 15), example("戊", 10)),
      .notApplicable(example("甲", 10), example("乙", 10)),
    ],
    body: .organization { group, outcomes in
      var vectors: [[Exact]: Int] = [:]
      var first: CheckSheet?
      var sheets = 0
      for sheet in group.projects {
        let weights = sheet.rows.compactMap { $0.indicator.weight }
        guard weights.count >= 3, weights.count == sheet.rows.count else { continue }
        vectors[weights, default: 0] += 1
        first = first ?? sheet
        sheets += 1
      }
      guard sheets >= group.tools.int("JX106", "sheets"), let first,
        let usual = vectors.max(by: { ($0.value, $1.key.count) < ($1.value, $0.key.count) })
      else { return }
      if Ratio(usual.value) < Ratio(sheets) * group.tools.ratio("JX106", "share") {
        outcomes.pass()
        return
      }
      let (number, vector) = (sheets, usual.key.map(\.description).joined(separator: "、"))
      outcomes.fail(
        first,
        Draft(
          .weight, seen: vector,
          Bilingual(
            "\(number)张项目表有\(usual.value)张各行分值都是 \(vector)",
            "\(usual.value) of \(number) project sheets have the weights \(vector)")))
    })

  private static func example(_ project: String, _ first: Int) -> ExampleSheet {
    ExampleSheet(
      project: project,
      [
        ExampleRow("产出", "数量", "人数", "≥10人", first), ExampleRow("产出", "质量", "合格率", "=100%", 50 - first),
        ExampleRow("效益", "社会效益", "认识", "提高", 40),
      ])
  }
}
