import Testing

@testable import Jixiao

/// Over-achievement at its threshold, under every policy.
@Suite struct OverAchievementTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    let policy: String
    let relation: Relation
    let target: String
    let actual: String
    let points: String
    let isNoted: Bool

    init(
      _ id: String, _ policy: String, _ relation: Relation, of target: String = "10", _ actual: String,
      earns points: String, noted: Bool
    ) {
      self.id = id
      self.policy = policy
      self.relation = relation
      self.target = target
      self.actual = actual
      self.points = points
      isNoted = noted
    }

    var testDescription: String { id }
  }

  static let zero = "{\"policy\": \"zero\", \"threshold\": 1.3}"
  static let taper = "{\"policy\": \"taper\", \"threshold\": 1.3, \"slope\": 1}"

  @Test(arguments: [
    Case("none", "{\"policy\": \"none\"}", .atLeast, "100", earns: "10", noted: false),
    Case("note-at", "{\"policy\": \"note\", \"threshold\": 1.5}", .atLeast, "15", earns: "10", noted: false),
    Case(
      "note-above", "{\"policy\": \"note\", \"threshold\": 1.5}", .atLeast, "15.01", earns: "10", noted: true),
    Case(
      "note-from-at", "{\"policy\": \"note\", \"threshold\": 1.3, \"edge\": \"from\"}", .atLeast, "13",
      earns: "10", noted: true),
    Case(
      "note-from-below", "{\"policy\": \"note\", \"threshold\": 1.3, \"edge\": \"from\"}", .atLeast, "12.99",
      earns: "10", noted: false),
    Case("zero-at", zero, .atLeast, "13", earns: "10", noted: false),
    Case("zero-above", zero, .atLeast, "13.01", earns: "0", noted: true),
    Case("zero-more-than", zero, .moreThan, "14", earns: "0", noted: true),
    Case("zero-equal", zero, .equalTo, "14", earns: "0", noted: true),
    Case("zero-ceiling", zero, .atMost, "1", earns: "10", noted: false),
    Case("zero-less-than", zero, .lessThan, "1", earns: "10", noted: false),
    Case("zero-target-0", zero, .atLeast, of: "0", "5", earns: "10", noted: false),
    Case("taper-at", taper, .atLeast, "13", earns: "10", noted: false),
    Case("taper-1.4", taper, .atLeast, "14", earns: "9", noted: true),
    Case("taper-2.3", taper, .atLeast, "23", earns: "0", noted: true),
    Case("taper-3", taper, .atLeast, "30", earns: "0", noted: true),
    Case(
      "taper-from-at", "{\"policy\": \"taper\", \"threshold\": 1.3, \"edge\": \"from\"}", .atLeast, "13",
      earns: "10", noted: true),
    Case("missed-is-left-alone", zero, .atLeast, "5", earns: "5", noted: false),
  ])
  func applies(_ c: Case) throws {
    let clause = try OverAchievement(Fixture.object(c.policy))
    let function = c.relation.isCeiling ? "ratio-down-inverse" : c.relation == .equalTo ? "equal" : "ratio-up"
    let claim = Claim(
      relation: c.relation, target: try Fixture.exact(c.target), actual: try Fixture.exact(c.actual),
      weight: Exact(10))
    let plain = try #require(try Fixture.rule("{\"function\": \"\(function)\"}").credit(claim))
    let credit = try #require(clause.applied(to: plain, claim))
    #expect((Ratio(10) * credit.share.ratio).description == c.points)
    #expect((credit.note == .overAchievement) == c.isNoted)
  }
}
