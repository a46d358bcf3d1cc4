import Testing

@testable import Jixiao

/// Values of several units brought together, and goals mixed by their ratios.
@Suite struct RollUpTests {
  static func part(_ actual: String, _ funds: String = "0") throws -> RollUp.Part {
    RollUp.Part(actual: try Fixture.exact(actual), funds: try Fixture.exact(funds))
  }

  static func points(_ kind: RollUp.Kind, _ parts: [(String, String)], target: String) throws -> String {
    let claim = Claim(relation: .atLeast, target: try Fixture.exact(target), actual: .zero, weight: Exact(10))
    let credit = try RollUp(kind).credit(
      of: parts.map { try part($0.0, $0.1) }, claim: claim,
      under: Fixture.rule("{\"function\": \"ratio-up\"}"),
      kernel: Kernel(Fixture.pack("literal")))
    return (Ratio(10) * credit.share.ratio).description
  }

  @Test func sumThenScore() throws {
    #expect(try Self.points(.sum, [("100", "0"), ("50", "0")], target: "200") == "15/2")
  }

  @Test func meanByFunds() throws {
    // (90·100 + 80·300)/400 = 82.5, and 10 × 82.5/90 = 55/6.
    #expect(try Self.points(.fundsWeightedMean, [("90", "100"), ("80", "300")], target: "90") == "55/6")
    // (100·1 + 50·2)/3 = 200/3, no decimal: 10 × 200/300 = 20/3.
    #expect(try Self.points(.fundsWeightedMean, [("100", "1"), ("50", "2")], target: "100") == "20/3")
    #expect(
      try Self.points(.fundsWeightedMean, [("90", "1"), ("0", "0")], target: "90") == "10", "no funds, no say"
    )
  }

  @Test func refusals() throws {
    #expect(throws: RollUp.Failure.noParts) { try RollUp(.sum).value(of: []) }
    #expect(throws: RollUp.Failure.noFunds) {
      try RollUp(.fundsWeightedMean).value(of: [Self.part("90"), Self.part("80")])
    }
    #expect(throws: RollUp.Failure.negativeFunds(Exact(-1))) {
      try RollUp(.fundsWeightedMean).value(of: [Self.part("90", "-1"), Self.part("80", "2")])
    }
    #expect(RollUp.Failure.noFunds.reason(in: .en) == "the funds add up to 0; state them or use sum")
  }

  @Test func goals() throws {
    func goal(_ points: Points?, _ ratio: Int) -> GoalMix.Goal {
      GoalMix.Goal(points: points, ratio: Exact(ratio))
    }
    let (eighty, ninety) = (Points(Ratio(80)), Points(Ratio(90)))
    #expect(try GoalMix.points(of: [goal(eighty, 60), goal(ninety, 40)]).exact == Ratio(84))
    let open = try GoalMix.points(of: [goal(Points(low: .zero, high: Ratio(80)), 50), goal(ninety, 50)])
    #expect(Fixture.text(open) == "45…85")
    #expect(
      try GoalMix.points(of: [goal(ninety, 100), goal(nil, 0)]).exact == Ratio(90),
      "a goal of 0 % may be empty")
    #expect(throws: GoalMix.Failure.emptyGoal(2)) {
      try GoalMix.points(of: [goal(eighty, 60), goal(nil, 40)])
    }
    #expect(throws: GoalMix.Failure.ratiosOffTotal(Ratio(90))) {
      try GoalMix.points(of: [goal(eighty, 50), goal(ninety, 40)])
    }
    #expect(throws: GoalMix.Failure.negativeRatio(goal: 1, Exact(-10))) {
      try GoalMix.points(of: [goal(eighty, -10), goal(ninety, 110)])
    }
    #expect(throws: GoalMix.Failure.ratiosOffTotal(.zero)) { try GoalMix.points(of: []) }
  }
}
