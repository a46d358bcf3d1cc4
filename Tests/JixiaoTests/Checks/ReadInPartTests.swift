import Testing

@testable import Jixiao

/// Where something of a sheet was not read, what seems to be missing is undecided, not wrong.
struct ReadInPartTests {
  private func answer(unreadAt line: Int?) throws -> DocumentFindings {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("mof-2021-101")
    let rows = [
      ExampleRow("产出", "数量", "慰问人数", "≥10人", 30), ExampleRow("产出", "质量", "完成率", "=100%", nil),
    ]
    var sheets = [1, 2].map { number in
      ExampleSheet(project: "项目\(number)", rows).sheet(ordinal: number, vocabulary: vocabulary)
    }
    sheets[0].place = Place(line: 10)
    sheets[1].place = Place(line: 50)
    let unread = line.map { [Document.Unread(place: Place(line: $0), text: "…", why: "…")] } ?? []
    let document = Document(file: "t", reader: "t", sheets: sheets, unread: unread)
    return try Checker(pack: pack, vocabulary: vocabulary).check(document)
  }

  private func sheets(_ answer: DocumentFindings, _ code: String) -> [Int] {
    answer.findings.filter { $0.code == code }.compactMap(\.sheet)
  }

  @Test func aMissingWeightIsUndecidedWhereTheSheetIsReadInPart() throws {
    #expect(sheets(try answer(unreadAt: nil), "JX104") == [1, 2])
    #expect(sheets(try answer(unreadAt: 20), "JX104") == [2])
    #expect(sheets(try answer(unreadAt: 60), "JX104") == [1])
    #expect(sheets(try answer(unreadAt: 3), "JX104") == [1, 2])
    let tally = try #require(try answer(unreadAt: 20).counts.first { $0.code == "JX104" }).tally
    #expect(tally.undecided == 1)
  }
}
