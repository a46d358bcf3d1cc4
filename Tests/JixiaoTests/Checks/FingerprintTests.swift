import Testing

@testable import Jixiao

/// A fingerprint follows what is said, not where it stands.
struct FingerprintTests {
  private func findings(line: Int, target: String) throws -> [Finding] {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("literal")
    var sheet = ExampleSheet([ExampleRow("产出", "数量", "活动开展次数", target)]).sheet(
      ordinal: 1, vocabulary: vocabulary)
    sheet.indicators[0].place = Place(line: line)
    let document = Document(file: "a.txt", reader: "test", sheets: [sheet])
    return try Checker(pack: pack, vocabulary: vocabulary, checks: [Check.unitAgainstName]).check(document)
      .findings
  }

  @Test func movedLinesKeepIt() throws {
    let here = try findings(line: 10, target: "≥1年"), there = try findings(line: 99, target: "≥1年")
    #expect(here.count == 1)
    #expect(here.map(\.fingerprint) == there.map(\.fingerprint))
    #expect(here.first?.place != there.first?.place)
  }

  @Test func anotherTextLosesIt() throws {
    #expect(
      try findings(line: 1, target: "≥1年").first?.fingerprint
        != findings(line: 1, target: "≥2年").first?.fingerprint)
  }

  @Test func twoOfAKindAreToldApart() throws {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("literal")
    let row = ExampleRow("产出", "数量", "活动开展次数", "≥1年")
    let sheets = (1...2).map { ExampleSheet([row]).sheet(ordinal: $0, vocabulary: vocabulary) }
    let findings = try Checker(pack: pack, vocabulary: vocabulary, checks: [Check.unitAgainstName])
      .check(Document(file: "a", reader: "test", sheets: sheets)).findings
    #expect(findings.count == 2)
    #expect(findings.last?.fingerprint == (findings.first?.fingerprint ?? "") + "-2")
  }

  @Test func hashIsFNV1a() {
    // Published test vectors of FNV-1a, 64 bits.
    #expect(Fingerprint.hash("") == 0xcbf2_9ce4_8422_2325)
    #expect(Fingerprint.hash("a") == 0xaf63_dc4c_8601_ec8c)
    #expect(Fingerprint.hash("foobar") == 0x8594_4171_f739_67e8)
  }
}
