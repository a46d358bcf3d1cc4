import Testing

@testable import Jixiao

/// Every scoring function for numbers at its edges, with points worked out by hand.
@Suite struct NumericRuleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    let rule: String
    let relation: Relation
    let target: String
    let actual: String
    let weight: String
    /// The exact points as a fraction.
    let points: String
    let outcome: Outcome
    let note: Note?
    let upper: String?
    let scale: String

    init(
      _ id: String, _ rule: String, _ relation: Relation, _ target: String, _ actual: String,
      of weight: String = "10",
      earns points: String, _ outcome: Outcome, _ note: Note? = nil, upper: String? = nil, scale: String = "1"
    ) {
      self.id = id
      self.rule = rule
      self.relation = relation
      self.target = target
      self.actual = actual
      self.weight = weight
      self.points = points
      self.outcome = outcome
      self.note = note
      self.upper = upper
      self.scale = scale
    }

    var testDescription: String { id }
  }

  static func json(_ function: String, _ parameters: String = "") -> String {
    "{\"function\": \"\(function)\", \"parameters\": {\(parameters)}}"
  }

  @Test(arguments: up + down + equal + range + binary + steps + perUnit)
  func earns(_ c: Case) throws {
    let claim = Claim(
      relation: c.relation, target: try Fixture.exact(c.target), upper: try c.upper.map(Fixture.exact),
      actual: try Fixture.exact(c.actual), weight: try Fixture.exact(c.weight),
      scale: try Fixture.exact(c.scale))
    let credit = try #require(try Fixture.rule(c.rule).credit(claim))
    #expect((Ratio(claim.weight) * credit.share.ratio).description == c.points)
    #expect(credit.outcome == c.outcome)
    #expect(credit.note == c.note)
  }

  static let pass7 = "\"passMinimum\": 0.7"

  static let up: [Case] = [
    Case("up-met", json("ratio-up"), .atLeast, "40", "45", earns: "10", .met),
    Case("up-at-target", json("ratio-up"), .atLeast, "40", "40", earns: "10", .met),
    Case("up-short", json("ratio-up"), .atLeast, "40", "36", earns: "9", .partial),
    Case("up-third", json("ratio-up"), .atLeast, "3", "1", earns: "10/3", .partial),
    Case("up-nothing", json("ratio-up"), .atLeast, "40", "0", earns: "0", .missed),
    Case("up-negative", json("ratio-up"), .atLeast, "40", "-3", earns: "0", .missed, .negativeActual),
    Case(
      "up-both-negative-short", json("ratio-up"), .atLeast, "-5", "-8", earns: "0", .missed, .negativeActual),
    Case("up-both-negative-met", json("ratio-up"), .atLeast, "-5", "-3", earns: "10", .met),
    Case("up-target-0-above", json("ratio-up"), .atLeast, "0", "5", earns: "10", .met, .targetZero),
    Case("up-target-0-at", json("ratio-up"), .atLeast, "0", "0", earns: "10", .met, .targetZero),
    Case("up-target-0-below", json("ratio-up"), .atLeast, "0", "-1", earns: "0", .missed, .negativeActual),
    Case("up-pass-at", json("ratio-up", pass7), .atLeast, "10", "7", earns: "7", .partial),
    Case(
      "up-pass-below", json("ratio-up", pass7), .atLeast, "10", "6.99", earns: "0", .missed, .belowPassMark),
    Case("up-strict-met", json("ratio-up"), .moreThan, "97", "97", earns: "10", .met, .metAtBound),
    Case(
      "up-strict-partial", json("ratio-up", "\"atBound\": \"partial\""), .moreThan, "97", "97", earns: "10",
      .partial, .metAtBound),
    Case(
      "up-strict-missed", json("ratio-up", "\"atBound\": \"missed\""), .moreThan, "97", "97", earns: "0",
      .missed, .metAtBound),
    Case(
      "up-bound-not-strict", json("ratio-up", "\"atBound\": \"missed\""), .atLeast, "97", "97", earns: "10",
      .met),
    Case("up-weight-0", json("ratio-up"), .atLeast, "40", "36", of: "0", earns: "0", .partial),
    Case(
      "up-38-digits-pass", json("ratio-up", "\"passMinimum\": 0.123456789"), .atLeast,
      "99999999999999999999999999999999999999", "1", earns: "0", .missed, .belowPassMark),
  ]

  static let down: [Case] = [
    Case("inverse-under", json("ratio-down-inverse"), .atMost, "4", "3", earns: "10", .met),
    Case("inverse-at", json("ratio-down-inverse"), .atMost, "4", "4", earns: "10", .met),
    Case("inverse-7-of-4", json("ratio-down-inverse"), .lessThan, "4", "7", earns: "40/7", .partial),
    Case("inverse-2t", json("ratio-down-inverse"), .atMost, "4", "8", earns: "5", .partial),
    Case("inverse-target-0", json("ratio-down-inverse"), .atMost, "0", "1", earns: "0", .missed, .targetZero),
    Case("inverse-0-of-0", json("ratio-down-inverse"), .atMost, "0", "0", earns: "10", .met),
    Case("inverse-actual-0", json("ratio-down-inverse"), .atMost, "4", "0", earns: "10", .met),
    Case("inverse-negative", json("ratio-down-inverse"), .atMost, "4", "-2", earns: "10", .met),
    Case(
      "inverse-negative-target", json("ratio-down-inverse"), .atMost, "-4", "-2", earns: "0", .missed,
      .targetZero),
    Case("inverse-pass-at", json("ratio-down-inverse", pass7), .atMost, "7", "10", earns: "7", .partial),
    Case(
      "inverse-pass-below", json("ratio-down-inverse", pass7), .atMost, "4", "7", earns: "0", .missed,
      .belowPassMark),
    Case(
      "inverse-strict", json("ratio-down-inverse"), .lessThan, "200000", "200000", of: "20", earns: "20",
      .met, .metAtBound),
    Case(
      "inverse-strict-partial", json("ratio-down-inverse", "\"atBound\": \"partial\""), .lessThan, "5", "5",
      earns: "10", .partial, .metAtBound),
    Case("linear-under", json("ratio-down-linear"), .atMost, "4", "4", earns: "10", .met),
    Case("linear-7-of-4", json("ratio-down-linear"), .lessThan, "4", "7", earns: "5/2", .partial),
    Case("linear-1.5t", json("ratio-down-linear"), .atMost, "4", "6", earns: "5", .partial),
    Case("linear-at-2t", json("ratio-down-linear"), .atMost, "4", "8", earns: "0", .missed),
    Case("linear-past-2t", json("ratio-down-linear"), .atMost, "4", "9", earns: "0", .missed),
    Case(
      "linear-zero-at-3", json("ratio-down-linear", "\"zeroAt\": 3"), .atMost, "4", "8", earns: "5", .partial),
    Case(
      "linear-zero-at-1.5", json("ratio-down-linear", "\"zeroAt\": 1.5"), .atMost, "4", "5", earns: "5",
      .partial),
    Case("linear-target-0", json("ratio-down-linear"), .atMost, "0", "1", earns: "0", .missed, .targetZero),
    Case("linear-0-of-0", json("ratio-down-linear"), .atMost, "0", "0", earns: "10", .met),
    Case("linear-negative", json("ratio-down-linear"), .atMost, "4", "-1", earns: "10", .met),
    Case(
      "linear-strict-missed", json("ratio-down-linear", "\"atBound\": \"missed\""), .lessThan, "4", "4",
      earns: "0", .missed, .metAtBound),
    Case("zero-0", json("zero-target"), .equalTo, "0", "0", of: "5", earns: "5", .met),
    Case("zero-1", json("zero-target"), .equalTo, "0", "1", of: "5", earns: "0", .missed, .targetZero),
    Case("zero-negative", json("zero-target"), .equalTo, "0", "-1", of: "5", earns: "5", .met),
  ]

  static func mode(_ mode: String, _ more: String = "") -> String {
    json("equal", "\"mode\": \"\(mode)\"\(more)")
  }

  static let equal: [Case] = [
    Case("equal-up-at", mode("up"), .equalTo, "100", "100", earns: "10", .met),
    Case("equal-up-over", mode("up"), .equalTo, "100", "125", earns: "10", .met),
    Case("equal-up-under", mode("up"), .equalTo, "100", "80", earns: "8", .partial),
    Case("equal-up-negative", mode("up"), .equalTo, "100", "-80", earns: "0", .missed, .negativeActual),
    Case("equal-up-0-under", mode("up"), .equalTo, "0", "-1", earns: "10", .met, .targetZero),
    Case("equal-up-0-over", mode("up"), .equalTo, "0", "1", earns: "0", .missed, .targetZero),
    Case(
      "equal-up-pass", mode("up", ", " + pass7), .equalTo, "100", "69.99", earns: "0", .missed, .belowPassMark
    ),
    Case("equal-exact-over", mode("exact"), .equalTo, "100", "100.01", earns: "0", .missed),
    Case(
      "equal-exact-tolerance-at", mode("exact", ", \"tolerance\": 0.5"), .equalTo, "100", "100.5",
      earns: "10", .met),
    Case(
      "equal-exact-tolerance-past", mode("exact", ", \"tolerance\": 0.5"), .equalTo, "100", "99.49",
      earns: "0", .missed),
    Case(
      "equal-exact-0-tolerance", mode("exact", ", \"tolerance\": 1"), .equalTo, "0", "1", earns: "10", .met),
    Case(
      "equal-exact-scaled", mode("exact", ", \"tolerance\": 0.5"), .equalTo, "12", "17", earns: "10", .met,
      scale: "12"),
    Case("equal-abs-over", mode("abs"), .equalTo, "100", "125", earns: "15/2", .partial),
    Case("equal-abs-under", mode("abs"), .equalTo, "100", "80", earns: "8", .partial),
    Case("equal-abs-2t", mode("abs"), .equalTo, "100", "200", earns: "0", .missed),
    Case("equal-abs-negative-target", mode("abs"), .equalTo, "-100", "-80", earns: "8", .partial),
    Case("equal-abs-0", mode("abs"), .equalTo, "0", "1", earns: "0", .missed, .targetZero),
    Case("equal-symmetric-over", mode("symmetric"), .equalTo, "100", "125", earns: "8", .partial),
    Case("equal-symmetric-under", mode("symmetric"), .equalTo, "100", "80", earns: "8", .partial),
    Case("equal-symmetric-actual-0", mode("symmetric"), .equalTo, "100", "0", earns: "0", .missed),
    Case(
      "equal-symmetric-negative", mode("symmetric"), .equalTo, "100", "-5", earns: "0", .missed,
      .negativeActual),
    Case("equal-symmetric-0", mode("symmetric"), .equalTo, "0", "1", earns: "0", .missed, .targetZero),
    Case("equal-symmetric-0-of-0", mode("symmetric"), .equalTo, "0", "0", earns: "10", .met),
  ]

  static let range: [Case] = [
    Case("range-low-edge", json("range"), .range, "80", "80", earns: "10", .met, upper: "90"),
    Case("range-high-edge", json("range"), .range, "80", "90", earns: "10", .met, upper: "90"),
    Case("range-below", json("range"), .range, "80", "60", earns: "15/2", .partial, upper: "90"),
    Case("range-above", json("range"), .range, "80", "100", earns: "9", .partial, upper: "90"),
    Case("range-negative", json("range"), .range, "80", "-1", earns: "0", .missed, upper: "90"),
    Case("range-from-0", json("range"), .range, "0", "0", earns: "10", .met, upper: "5"),
    Case("range-from-0-below", json("range"), .range, "0", "-1", earns: "0", .missed, upper: "5"),
    Case("range-to-0-above", json("range"), .range, "-5", "1", earns: "0", .missed, upper: "0"),
    Case(
      "range-zero-outside", json("range", "\"outside\": \"zero\""), .range, "80", "91", earns: "0", .missed,
      upper: "90"),
    Case(
      "range-pass", json("range", pass7), .range, "80", "55.99", earns: "0", .missed, .belowPassMark,
      upper: "90"),
    Case("range-pass-at", json("range", pass7), .range, "80", "56", earns: "7", .partial, upper: "90"),
    Case(
      "range-edge-left-out", json("range", "\"edges\": \"lower\""), .range, "80", "90", earns: "10", .partial,
      .metAtBound, upper: "90"),
    Case(
      "range-edge-left-in", json("range", "\"edges\": \"lower\""), .range, "80", "80", earns: "10", .met,
      upper: "90"),
    Case(
      "range-edge-zero", json("range", "\"edges\": \"neither\", \"outside\": \"zero\""), .range, "80", "80",
      earns: "0",
      .missed, .metAtBound, upper: "90"),
  ]

  static let binary: [Case] = [
    Case("binary-floor", json("all-or-nothing"), .atLeast, "40", "40", earns: "10", .met),
    Case("binary-floor-missed", json("all-or-nothing"), .atLeast, "40", "39.99", earns: "0", .missed),
    Case("binary-ceiling", json("all-or-nothing"), .atMost, "4", "4", earns: "10", .met),
    Case("binary-strict", json("all-or-nothing"), .lessThan, "4", "4", earns: "0", .missed, .metAtBound),
    Case(
      "binary-strict-met", json("all-or-nothing", "\"atBound\": \"met\""), .lessThan, "4", "4", earns: "10",
      .met, .metAtBound),
    Case("binary-strict-past", json("all-or-nothing"), .moreThan, "4", "3", earns: "0", .missed),
    Case("binary-equal-over", json("all-or-nothing"), .equalTo, "100", "101", earns: "0", .missed),
    Case(
      "binary-equal-up", json("all-or-nothing", "\"equal\": \"up\""), .equalTo, "100", "101", earns: "10",
      .met),
    Case("binary-range", json("all-or-nothing"), .range, "80", "91", earns: "0", .missed, upper: "90"),
    Case(
      "binary-deduct", json("all-or-nothing", "\"deduct\": 5"), .atMost, "4", "5", of: "20", earns: "15",
      .partial),
    Case(
      "binary-deduct-more-than-there-is", json("all-or-nothing", "\"deduct\": 25"), .atMost, "4", "5",
      of: "20", earns: "0", .missed),
    Case(
      "binary-deduct-weight-0", json("all-or-nothing", "\"deduct\": 5"), .atMost, "4", "5", of: "0",
      earns: "0", .missed),
  ]

  static let falling = json(
    "step-table",
    "\"tiers\": [{\"from\": 90, \"share\": 1}, {\"from\": 80, \"share\": 0.8}, {\"from\": 70, \"share\": 0.6}]"
  )
  static let rising = json(
    "step-table",
    "\"tiers\": [{\"upTo\": 0, \"share\": 1}, {\"upTo\": 10, \"share\": 0.5}, {\"upTo\": 20, \"share\": 0.25}]"
  )
  static let open = json(
    "step-table", "\"edge\": \"excluded\", \"tiers\": [{\"from\": 90, \"share\": 1}, {\"from\": 80}]")

  static let steps: [Case] = [
    Case("steps-above-top", falling, .atLeast, "95", "100", earns: "10", .met),
    Case("steps-top-edge", falling, .atLeast, "95", "90", earns: "10", .met),
    Case("steps-below-top", falling, .atLeast, "95", "89.99", earns: "8", .partial),
    Case("steps-second-edge", falling, .atLeast, "95", "80", earns: "8", .partial),
    Case("steps-third", falling, .atLeast, "95", "79.99", earns: "6", .partial),
    Case("steps-under-all", falling, .atLeast, "95", "69.99", earns: "0", .missed),
    Case("steps-scaled", falling, .atLeast, "950", "850", earns: "8", .partial, scale: "10"),
    Case("steps-rising-0", rising, .atMost, "0", "0", of: "4", earns: "4", .met),
    Case("steps-rising-negative", rising, .atMost, "0", "-1", of: "4", earns: "4", .met),
    Case("steps-rising-edge", rising, .atMost, "0", "10", of: "4", earns: "2", .partial),
    Case("steps-rising-past-edge", rising, .atMost, "0", "10.01", of: "4", earns: "1", .partial),
    Case("steps-rising-above-all", rising, .atMost, "0", "20.01", of: "4", earns: "0", .missed),
    Case("steps-excluded-at", open, .atLeast, "95", "90", earns: "0", .missed),
    Case("steps-excluded-past", open, .atLeast, "95", "90.01", earns: "10", .met),
  ]

  static func deduct(_ count: String, _ step: String = "1", _ deduct: String = "0.5") -> String {
    json("per-unit-deduction", "\"step\": \(step), \"deduct\": \(deduct), \"count\": \"\(count)\"")
  }

  static let perUnit: [Case] = [
    Case("per-unit-met", deduct("floor"), .atMost, "100", "100", of: "5", earns: "5", .met),
    Case("per-unit-3-points", deduct("floor"), .atMost, "100", "103", of: "5", earns: "7/2", .partial),
    Case("per-unit-floor", deduct("floor"), .atMost, "100", "103.9", of: "5", earns: "7/2", .partial),
    Case("per-unit-floor-not-begun", deduct("floor"), .atMost, "100", "100.9", of: "5", earns: "5", .partial),
    Case("per-unit-ceiling", deduct("ceiling"), .atMost, "100", "103.1", of: "5", earns: "3", .partial),
    Case("per-unit-ceiling-whole", deduct("ceiling"), .atMost, "100", "103", of: "5", earns: "7/2", .partial),
    Case(
      "per-unit-continuous", deduct("continuous"), .atMost, "100", "103.1", of: "5", earns: "69/20", .partial),
    Case("per-unit-used-up", deduct("floor"), .atMost, "100", "110", of: "5", earns: "0", .missed),
    Case("per-unit-below-nothing", deduct("continuous"), .atMost, "100", "150", of: "5", earns: "0", .missed),
    Case(
      "per-unit-floor-relation", deduct("floor", "3", "1"), .atLeast, "100", "90", of: "15", earns: "12",
      .partial),
    Case(
      "per-unit-equal-over", deduct("floor", "1", "1"), .equalTo, "10", "12", of: "5", earns: "3", .partial),
    Case(
      "per-unit-range-over", deduct("floor", "1", "1"), .range, "8", "12", of: "5", earns: "3", .partial,
      upper: "10"),
    Case(
      "per-unit-scaled", deduct("floor", "1", "1"), .atMost, "12", "25", of: "5", earns: "4", .partial,
      scale: "12"),
    Case("per-unit-weight-0", deduct("floor"), .atMost, "100", "103", of: "0", earns: "0", .missed),
  ]

  /// Numbers that leave 38 digits are said to be too large, never scored wrongly.
  @Test(arguments: [json("ratio-down-linear"), mode("abs"), mode("exact"), deduct("floor")])
  func tooLarge(_ rule: String) throws {
    let most = try Fixture.exact("99999999999999999999999999999999999999")
    let least = try Fixture.exact("-99999999999999999999999999999999999999")
    let relation: Relation = rule.contains("equal") ? .equalTo : .atMost
    let (target, actual) = relation == .equalTo || rule.contains("per-unit") ? (least, most) : (most, most)
    let over =
      relation == .atMost && target == actual ? try #require(Exact(coefficient: .max, places: 0)) : actual
    let claim = Claim(relation: relation, target: target, actual: over, weight: .one)
    #expect(try Fixture.rule(rule).credit(claim) == nil)
  }
}
