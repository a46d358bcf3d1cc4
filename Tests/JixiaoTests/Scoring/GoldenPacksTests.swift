import Testing

@testable import Jixiao

/// One published sheet and four strict bounds under the packs, with the totals worked out by hand.
///
/// The facts are those of 渠县总工会 2024, sheet 8 and rows of sheets 3, 5, 7 and 11.
@Suite struct GoldenPacksTests {
  static func sheet() throws -> Sheet {
    let rows: [(String, String, String?, String, String)] = [
      (">", "400", "人数", "500", "10"), ("=", "100", "%", "100", "10"), ("=", "100", "%", "100", "10"),
      ("<", "4", "月", "7", "10"),
      ("定性", "提高", nil, "提高", "10"), ("定性", "扩大", nil, "扩大", "10"), (">", "97", "%", "98", "10"),
      ("<=", "1000", "元/人·次", "500", "20"),
    ]
    return Fixture.sheet(
      try rows.enumerated().map { index, row in
        try Fixture.indicator(index + 1, row.0, row.1, unit: row.2, actual: row.3, weight: row.4)
      })
  }

  @Test(arguments: [
    ("literal", "85.71"), ("mof-2020-10", "81.71…85.71"), ("mof-2021-101", "81.71…85.71"),
    ("xinjiang", "81.71…85.71"),
    ("sichuan", "81.71…85.71"), ("hubei-2020", "81.71…85.71"), ("guangxi", "78.5…82.5"),
    ("pidu-2026", "76…80"),
    ("strict", "80"),
  ])
  func sheetEight(pack: String, points: String) throws {
    let score = try Fixture.scorer(pack).score(Self.sheet())
    #expect(Fixture.text(score.points) == points)
    if pack == "literal" { #expect(score.points?.exact?.description == "600/7") }
  }

  /// Actual equal to a strict bound: 20 under all but `strict`, and always noted.
  @Test(arguments: try PackCatalog(vocabulary: .embedded()).ids)
  func strictBounds(pack: String) throws {
    let rows = [("<", "200000", "元"), ("<", "220400", "元"), ("<", "5280", "元"), ("<", "91000", "元")]
    let scorer = try Fixture.scorer(pack)
    for (relation, bound, unit) in rows {
      let row = try Fixture.indicator(1, relation, bound, unit: unit, actual: bound, weight: "20")
      let score = scorer.score(row, in: Fixture.sheet([row]))
      #expect(Fixture.text(score.points) == (pack == "strict" ? "0" : "20"))
      #expect(score.notes == [.metAtBound])
      #expect(score.clause == "\(pack)#strict-bound")
      #expect(score.outcome == (pack == "strict" ? .missed : pack == "literal" ? .partial : .met))
    }
  }

  @Test(arguments: [
    ("mof-2020-10", ["成本", "产出"], "产出50 效益30 满意度10"),
    ("mof-2021-101", ["成本指标", "产出指标", "效益指标", "满意度指标"], "成本20 产出40 效益20 满意度10"),
    ("mof-2021-101", ["成本指标", "产出指标", "效益指标"], "成本20 产出40 效益30"),
    ("mof-2021-101", ["产出指标", "效益指标", "满意度指标"], "产出50 效益30 满意度10"),
    ("mof-2021-101", ["产出指标", "效益指标"], "产出50 效益40"),
    ("xinjiang", ["产出指标", "效益指标"], "产出50 效益40"), ("hubei-2020", ["产出指标"], "全部指标80"),
    ("sichuan", ["产出指标"], "全部指标90"),
    ("guangxi", ["产出指标"], "全部指标90"), ("pidu-2026", ["产出指标"], "产出40 效益20 成本10 满意度10"),
    ("literal", ["产出指标"], "全部指标90"),
    ("strict", ["产出指标"], "全部指标90"),
  ])
  func frames(id: String, level1: [String], frame: String) throws {
    let pack = try Fixture.pack(id)
    let holding = pack.frames.filter { $0.holds(for: level1) }
    #expect(holding.count == 1)
    #expect(holding.first?.levels.map { "\($0.level1)\($0.weight)" }.joined(separator: " ") == frame)
    #expect(
      holding.first?.total.adding(pack.execution.rule.weight) == Exact(100), "frame and execution make 100")
  }

  @Test(
    arguments: [
      (2025, "产出指标", "mof-2021-101", "自动选用：第1张表是2025年（2022年起适用）"),
      (2021, "产出指标", "mof-2020-10", "自动选用：没有其他规则包适用"),
      (2021, "成本指标", "mof-2021-101", "自动选用：第1张表有一级指标“成本”"),
      (2022, "产出指标", "mof-2021-101", "自动选用：第1张表是2022年（2022年起适用）"),
      (nil, "产出指标", "mof-2020-10", "自动选用：没有其他规则包适用"),
    ] as [(Int?, String, String, String)])
  func automatic(year: Int?, level1: String, id: String, why: String) throws {
    let row = try Fixture.indicator(1, ">=", "1", actual: "1", level1: level1)
    let choice = try PackCatalog(vocabulary: Fixture.words()).automaticPacks().automatic(
      for: [Fixture.sheet([row], year: year)], language: .zh)
    #expect(choice.pack.id == id)
    #expect(choice.why == why)
  }
}
