import Testing

@testable import Jixiao

/// Configuration, baseline and pack settings of checks: what they change, and what they refuse.
struct CheckConfigurationTests {
  private func configuration(_ text: String) throws(RuleError) -> CheckConfiguration {
    try CheckConfiguration(parsing: Array(text.utf8), file: ".jixiao.json")
  }

  @Test func selectsAndIgnores() throws {
    let some = try configuration(#"{"check":{"select":["JX20"],"ignore":["unit-missing"]}}"#)
    #expect(some.checks.map(\.code).contains("JX203"))
    #expect(!some.checks.map(\.code).contains("JX204"))
    #expect(!some.checks.map(\.code).contains("JX301"))
    #expect(CheckConfiguration().checks.count == Check.registry.count)
  }

  @Test(arguments: [
    (#"{"check":{"ignore":["unit-mising"]}}"#, "unit-missing"), (#"{"chekc":{}}"#, "check"),
    (#"{"check":{"severity":{"JX203":"eror"}}}"#, "error"),
    (#"{"check":{"parameters":{"JX504":{"bond":2}}}}"#, "bound"),
    (#"{"check":{"failOn":"erro"}}"#, "error"),
  ]) func refusesWhatItDoesNotKnow(_ text: String, _ nearest: String) throws {
    let error = #expect(throws: RuleError.self) { try self.configuration(text) }
    #expect(error?.message(in: .zh).contains(nearest) ?? false)
  }

  @Test func severityAndNumbersChange() throws {
    let changed = try configuration(
      #"{"check":{"severity":{"JX504":"error"},"parameters":{"JX504":{"bound":7}}}}"#)
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("literal")
    let rows = [5, 8].map { ExampleRow("产出", "数量", "活动人数", "≥10人", actual: "\($0 * 10)") }
    let sheet = ExampleSheet(.projectSelfAssessment, rows).sheet(ordinal: 1, vocabulary: vocabulary)
    let checker = try Checker(
      pack: pack, vocabulary: vocabulary, checks: [Check.overAchieved], overrides: changed.parameters)
    let findings = checker.check(Document(file: "a", reader: "test", sheets: [sheet])).findings
    #expect(findings.map(\.indicator) == [2])
    #expect(findings.map(\.severity) == [.error])
  }

  @Test func baselineRoundTrips() throws {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("literal")
    let sheet = ExampleSheet([ExampleRow("产出", "数量", "活动开展次数", "≥1年")]).sheet(
      ordinal: 1, vocabulary: vocabulary)
    var answer = try Checker(pack: pack, vocabulary: vocabulary).check(
      Document(file: "a", reader: "test", sheets: [sheet]))
    #expect(!answer.findings.isEmpty)
    let baseline = try Baseline(parsing: Baseline.render(answer.findings), file: "b.json")
    answer.apply(suppressed: [], baseline: baseline, least: nil)
    #expect(answer.findings.allSatisfy { $0.suppression == .baseline })
    answer.apply(suppressed: [], baseline: nil, least: .error)
    #expect(answer.findings.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: [
    "", "{", #"{"schema":"jixiao.baseline/2","findings":[]}"#,
    #"{"schema":"jixiao.baseline/1","findings":[{"fingerprint":"0","code":"JX999"}]}"#,
  ])
  func damagedBaselineIsRefused(_ text: String) {
    #expect(throws: RuleError.self) { try Baseline(parsing: Array(text.utf8), file: "b.json") }
  }
}
