import Testing

@testable import Jixiao

/// Shares of weights and kinds of indicators, budgets, ambition, unit costs.
struct WeightStructureTests {
  @Test func sharesAreExact() throws {
    let comparison = try Compared.comparison([
      Compared.sheet(
        "甲", funds: Funds(unit: "万元", total: Exact(3)),
        [
          "数量指标|慰问人数|>=|100|人|20", "质量指标|发放准确率|=|100|%|20", "时效指标|发放及时率|>=|95|%|10",
          "成本指标|工作成本|<=|2|万元|15", "社会效益指标|提升效率|定性|提升||25", "满意度指标|职工满意度|>=|95|%|10",
        ])
    ])
    let structure = try #require(comparison.structures(ComparisonGroups(comparison, by: .organization)).first)
    #expect(structure.weight == Exact(100))
    #expect(
      structure.level1.map { "\($0.name) \($0.share?.description ?? "")" } == ["产出指标 9/10", "满意度指标 1/10"])
    #expect(structure.qualitative == 1)
    #expect(structure.rates == 3 && structure.fullRates == 1)
    #expect(
      structure.ratesByLevel2 == [
        .init(level2: "质量指标", count: 1, full: 1), .init(level2: "时效指标", count: 1, full: 0),
        .init(level2: "满意度指标", count: 1, full: 0),
      ])
    #expect(structure.cost == 1)
    #expect(structure.budget == Ratio(30000))
    #expect(structure.budgetPerIndicator == Ratio(5000))
  }

  @Test func ambitionFollowsTheBetterDirection() throws {
    let comparison = try Compared.comparison([
      Compared.sheet(
        "甲",
        [
          "数量指标|慰问人数|>=|100|人|10|80人", "数量指标|培训人数|>=|80|人|10|≥80人", "数量指标|走访人数|>=|1|万人|10|20000人",
          "成本指标|工作成本|<=|2|万元|10|1万元", "成本指标|办公费用|<=|1|万元|10|20000元", "数量指标|检查次数|>=|5|次|10|100%",
          "数量指标|演练次数|>=|5|次|10|",
        ])
    ])
    let ambition = try #require(
      comparison.summary(ComparisonGroups(comparison, by: .organization)).ambitions.first)
    #expect(ambition.raised == 2, "慰问人数 and 办公费用")
    #expect(ambition.kept == 1)
    #expect(ambition.lowered == 2, "走访人数 and 工作成本")
    #expect(ambition.loweredRows == [2, 3])
    #expect(ambition.incomparable == 1 && ambition.unknown == 1)
  }

  @Test func unitCostsComeFromTheSheetItself() throws {
    let comparison = try Compared.comparison([
      Compared.sheet(
        "甲", project: "特殊职工慰问", ["数量指标|慰问人数|=|4747|人", "成本指标|开展工作成本|<=|80|万元"]),
      Compared.sheet(
        "乙", project: "送温暖慰问金", funds: Funds(unit: "万元", total: try Fixture.exact("31.8")),
        ["数量指标|慰问职工人数|>|300|人数|||350", "经济成本指标|社会成本指标|<=|1000|元/人·次"]),
      // The cost belongs to something else; two totals leave a choice; a cost of one thing is no total.
      Compared.sheet("丙", project: "运转经费", ["数量指标|慰问人数|>|500|人", "成本指标|基层审计成本|<|5000|元"]),
      Compared.sheet(
        "丁", project: "慰问", ["数量指标|慰问人数|>|500|人", "成本指标|项目成本|<|5|万元", "成本指标|工作经费|<|4|万元"]),
      Compared.sheet("戊", project: "慰问", ["数量指标|慰问人数|>|500|人", "成本指标|每次使用资金|<|5|万元"]),
    ])
    #expect(
      comparison.unitCosts().map { "\($0.source) \($0.amount) \($0.unit) \($0.cost) \($0.quantity ?? "-")" }
        == [
          "targets 800000/4747 元/人 ≤80万元 =4747人", "budget 6360/7 元/人 31.8万元 350",
          "stated 1000 元/人·次 ≤1000元/人·次 -",
        ])
  }
}
