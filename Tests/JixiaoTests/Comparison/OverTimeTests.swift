import Testing

@testable import Jixiao

/// One project from plan to self-assessment to the next plan.
struct OverTimeTests {
  private func changes(_ link: TimeLink) -> [String] {
    link.changes.map { "\($0.kind.rawValue) \($0.from)→\($0.to)\($0.wasMissed == true ? " missed" : "")" }
  }

  /// 慰问 was missed and asks less now; training was met and weighs more; 演练 was missed and is gone for 讲座.
  @Test func changesAreFound() throws {
    let comparison = try Compared.comparison([
      Compared.sheet(
        "甲县总工会", year: 2023, project: "2023年关爱项目", kind: .projectSelfAssessment,
        [
          "数量指标|慰问人数|>=|500|人|20||400", "数量指标|培训人数|>=|100|人|10||120", "数量指标|演练次数|>=|5|次|10||3",
          "质量指标|资金使用合规率|=|100|%|10||100", "成本指标|办公成本|<=|2|万元|20||20000元",
        ]),
      Compared.sheet(
        "甲县总工会", year: 2024, project: "2024年关爱项目", kind: .projectTarget,
        [
          "数量指标|慰问人数|>=|300|人|10|500人", "数量指标|开展培训人数|>=|100|人|20|120人", "数量指标|讲座场数|>=|5|场|10|",
          "质量指标|资金使用合规率|=|100|%|10|100%", "成本指标|办公成本|<=|30000|元|20|2万元",
          "满意度指标|职工满意度|>=|95|%|10|",
        ]),
    ])
    let (links, ambiguous) = comparison.overTime()
    #expect(ambiguous == [])
    let link = try #require(links.first)
    #expect(link.years == 2023...2024)
    #expect(
      changes(link) == [
        "lowered ≥500人→≥300人 missed", "contradicted 400→500人 missed", "weight 20→10 missed", "weight 10→20",
        "lowered ≤2万元→≤30000元", "swapped 演练次数→讲座场数 missed", "added →职工满意度",
      ])
    #expect(link.weightToMet == Exact(10) && link.weightToMissed == Exact(-20))
    #expect(link.movesTowardsAchieved)
  }

  @Test func planAndSelfAssessmentOfOneYearAreLinkedInThisOrder() throws {
    let comparison = try Compared.comparison([
      Compared.sheet(
        "甲", year: 2024, project: "关爱项目", kind: .projectSelfAssessment, ["数量指标|慰问人数|>=|80|人|10||90"]),
      Compared.sheet("甲", year: 2024, project: "关爱项目", ["数量指标|慰问人数|>=|100|人|10"]),
      Compared.sheet("乙", year: 2025, project: "关爱项目", ["数量指标|慰问人数|>=|100|人|10"]),
    ])
    let links = comparison.overTime().links
    #expect(links.map(\.before) == [1] && links.map(\.after) == [0])
    #expect(links.first.map(changes) == ["lowered ≥100人→≥80人"])
  }

  @Test func severalSheetsOfOneMomentAreNotLinked() throws {
    let sheet = try Compared.sheet("甲", year: 2024, project: "关爱项目", ["数量指标|慰问人数|>=|80|人|10"])
    let next = try Compared.sheet("甲", year: 2025, project: "关爱项目", ["数量指标|慰问人数|>=|80|人|10"])
    let (links, ambiguous) = try Compared.comparison([sheet, sheet, next]).overTime()
    #expect(links.isEmpty)
    #expect(ambiguous == [AmbiguousLink(sheets: [0, 1])])
  }

  @Test func sheetsWithoutYearOrBodyAreLeftOut() throws {
    let sheets = [
      try Compared.sheet(nil, year: 2024, project: "关爱项目", ["数量指标|慰问人数|>=|80|人|10"]),
      try Compared.sheet(nil, year: 2025, project: "关爱项目", ["数量指标|慰问人数|>=|80|人|10"]),
      try Compared.sheet("甲", year: nil, project: "关爱项目", ["数量指标|慰问人数|>=|80|人|10"]),
      try Compared.sheet("甲", year: 2025, project: "关爱项目", ["数量指标|慰问人数|>=|80|人|10"]),
    ]
    #expect(try Compared.comparison(sheets).overTime().links.isEmpty)
  }
}
