import Testing

@testable import Jixiao

/// What holds for every check there is.
struct CheckRegistryTests {
  /// One example of one check, named for the report.
  struct Case: Sendable, CustomTestStringConvertible {
    let check: Check
    let number: Int
    let example: CheckExample
    var testDescription: String { "\(check.code) \(check.name) #\(number) \(example.expectation.rawValue)" }
  }

  static let cases = Check.registry.flatMap { check in
    check.examples.enumerated().map { Case(check: check, number: $0.offset + 1, example: $0.element) }
  }

  @Test(arguments: cases) func exampleHolds(_ item: Case) throws {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("mof-2021-101")
    let sheets = item.example.sheets.enumerated().map {
      $0.element.sheet(ordinal: $0.offset + 1, vocabulary: vocabulary)
    }
    var document = Document(file: "example", reader: "example", sheets: sheets)
    document.figures = item.example.figures
    let checker = try Checker(pack: pack, vocabulary: vocabulary, checks: [item.check])
    let answer = checker.check(document)
    var run = RunCheck()
    run.take(answer.traces)
    let (files, counts) = run.finish()
    var tally = try #require(answer.counts.first).tally
    if let more = counts.first?.tally { tally += more }
    switch item.example.expectation {
    case .fires: #expect(tally.failed > 0)
    case .quiet: #expect(tally.failed == 0 && tally.applicable > 0)
    case .notApplicable: #expect(tally.applicable == 0)
    }
    #expect(answer.findings.count + files.flatMap(\.findings).count == tally.failed)
  }

  @Test func codesAndNamesAreUniqueAndInOrder() {
    let codes = Check.registry.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes == codes.sorted())
    #expect(Set(Check.registry.map(\.name)).count == codes.count)
    #expect(codes.allSatisfy { $0.count == 5 && $0.hasPrefix("JX") })
    #expect(Check.registry.allSatisfy { $0.name.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber } })
  }

  @Test(arguments: Check.registry.map(\.code)) func isDocumented(_ code: String) throws {
    let check = try #require(Check.named(code))
    let said = Set(check.examples.map(\.expectation))
    #expect(said == [.fires, .quiet, .notApplicable])
    for text in [check.title.zh, check.title.en, check.rationale.zh, check.rationale.en, check.source] {
      #expect(!text.isEmpty)
    }
    let parameters = try CheckParameters.embedded()
    for parameter in check.parameters {
      #expect(parameters.number(code, parameter.name) != nil, "\(parameter.name)")
    }
  }

  @Test func mistypedNamesFindTheNearest() {
    #expect(Check.named("jx203")?.name == "unit-against-name")
    #expect(Check.nearest(to: "unit-against-nane") == "unit-against-name")
    #expect(
      Check.matching("JX10").map(\.code) == ["JX101", "JX102", "JX103", "JX104", "JX105", "JX106", "JX107"])
    #expect(Check.matching("unit-vs-name").map(\.code) == ["JX203", "JX217"])
  }
}
