/// A worked example that a pack carries and its test runs: one indicator, and what it must earn.
public struct PackExample: Sendable {
  public let name: String
  public let indicator: Indicator
  public let low: Exact
  public let high: Exact
  public let outcome: Outcome?
  /// The clause that must be cited, where the example says so.
  public let clause: String?

  init(_ object: JSONObject, vocabulary: Vocabulary) throws(RuleError) {
    try object.allowOnly([
      "name", "operator", "target", "unit", "actual", "weight", "rule", "points", "low", "high", "outcome",
      "clause",
    ])
    name = try object.string("name")
    let target = Target(
      cell: try object.optionalString("target"), relationCell: try object.optionalString("operator"),
      unitCell: try object.optionalString("unit"), vocabulary: vocabulary)
    indicator = Indicator(
      ordinal: 1, level3: name, target: target, weight: try object.exact("weight"),
      rule: try object.optionalString("rule"), actual: try object.optionalString("actual"))
    if let points = try object.optionalExact("points") {
      low = points
      high = points
    } else {
      low = try object.exact("low")
      high = try object.exact("high")
    }
    outcome = try object.optionalChoice("outcome")
    clause = try object.optionalString("clause")
  }
}

extension RulePack {
  /// Runs every example; a message for each that does not hold.
  public func failedExamples(vocabulary: Vocabulary, language: Language) -> [String] {
    let scorer = Scorer(pack: self, vocabulary: vocabulary, language: language)
    return examples.compactMap { example in
      let score = scorer.score(example.indicator, in: Sheet(ordinal: 1, kind: .projectSelfAssessment))
      var wrong: [String] = []
      if score.points?.low.points != example.low || score.points?.high.points != example.high {
        let got = score.points.map { "\($0.low.points)…\($0.high.points)" } ?? "null"
        wrong.append(
          language.pick(
            "应得 \(example.low)…\(example.high)，算得 \(got)",
            "expected \(example.low)…\(example.high), got \(got)"))
      }
      if let outcome = example.outcome, outcome != score.outcome {
        wrong.append(
          language.pick(
            "结果应是 \(outcome.rawValue)，实为 \(score.outcome.rawValue)",
            "expected \(outcome.rawValue), got \(score.outcome.rawValue)"))
      }
      if let clause = example.clause, citation(clause) != score.clause {
        wrong.append(
          language.pick("条款应是 \(clause)，实为 \(score.clause)", "expected clause \(clause), got \(score.clause)")
        )
      }
      return wrong.isEmpty
        ? nil : "\(id) “\(example.name)”: " + wrong.joined(separator: language.pick("；", "; "))
    }
  }
}
