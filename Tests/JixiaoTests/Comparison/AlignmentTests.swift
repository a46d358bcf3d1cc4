import Testing

@testable import Jixiao

/// A person's word over the automatic alignment.
struct AlignmentTests {
  private func sheets() throws -> [Sheet] {
    [
      try Compared.sheet("甲县总工会", ["数量指标|帮困人数|>=|10|人"]),
      try Compared.sheet("乙县总工会", ["数量指标|解困户主人数|>=|20|人"]),
    ]
  }

  @Test func namesAreJoined() throws {
    #expect(try Compared.comparison(sheets()).families.count == 2)
    let alignment = AlignmentFile(
      file: "对应.csv", rows: [.init(family: "帮扶", name: "帮困人数"), .init(family: "帮扶", name: "解困户主人数")])
    let family = try #require(try Compared.comparison(sheets(), alignment: alignment).families.first)
    #expect(family.name == "帮扶" && family.isPinned && family.confidence == nil)
    #expect(family.members.count == 2)
  }

  @Test func bodiesAreJoined() throws {
    let alignment = AlignmentFile(
      file: "a.json", rows: [], organizations: [.init(organization: "乙县总工会", to: "甲县总工会")])
    let comparison = try Compared.comparison(sheets(), alignment: alignment)
    #expect(ComparisonGroups(comparison, by: .organization).names == ["甲县总工会"])
  }

  @Test func whatIsNotThereIsAnErrorWithTheNearest() throws {
    let wrong = AlignmentFile(file: "对应.csv", rows: [.init(family: "帮扶", name: "帮扶人数", line: 2)])
    #expect(
      throws: AlignmentError(file: "对应.csv", line: 2, .unknownName("帮扶人数", nearest: "帮困人数"))
    ) { try Compared.comparison(sheets(), alignment: wrong) }
    let body = AlignmentFile(
      file: "a.json", rows: [], organizations: [.init(organization: "丙县总工会", to: "甲", line: 1)])
    #expect(throws: AlignmentError.self) { try Compared.comparison(sheets(), alignment: body) }
  }

  @Test func aNameInTwoFamiliesIsRefused() throws {
    let twice = AlignmentFile(
      file: "对应.csv", rows: [.init(family: "一", name: "帮困人数"), .init(family: "二", name: "帮困人数", line: 3)])
    #expect(
      throws: AlignmentError(file: "对应.csv", line: 3, .contradiction("帮困人数", "一", "二"))
    ) { try Compared.comparison(sheets(), alignment: twice) }
  }
}
