import Testing

@testable import Jixiao

/// The functions of a whole sheet: words, execution, grade, deduction, rows that do not apply; and the list of pages.
@Suite struct SheetFunctionsTests {
  @Test(arguments: [
    ("{}", "18.5", "20", "37/4"), ("{}", "25", "20", "10"), ("{}", "0", "20", "0"), ("{}", "-1", "20", "0"),
    ("{}", "5", "0", "nil"), ("{}", "5", "-20", "nil"), ("{\"passMinimum\": 0.8}", "16", "20", "8"),
    ("{\"passMinimum\": 0.8}", "15.99", "20", "0"),
    ("{\"tiers\": [{\"from\": 95, \"share\": 1}, {\"from\": 80, \"share\": 0.6}]}", "19", "20", "10"),
    ("{\"tiers\": [{\"from\": 95, \"share\": 1}, {\"from\": 80, \"share\": 0.6}]}", "18.99", "20", "6"),
    ("{\"tiers\": [{\"from\": 95, \"share\": 1}, {\"from\": 80, \"share\": 0.6}]}", "15.99", "20", "0"),
    ("{\"tiers\": [{\"from\": 95, \"share\": 1}, {\"from\": 80, \"share\": 0.6}]}", "2", "3", "0"),
  ])
  func execution(json: String, executed: String, budget: String, points: String) throws {
    let rule = try Execution(Fixture.object(json))
    let got = rule.points(
      executed: try Fixture.exact(executed), budget: try Fixture.exact(budget), weight: Exact(10))
    #expect(got.map(\.description) ?? "nil" == points)
  }

  @Test func executionBase() throws {
    let funds = Funds(total: Exact(3), initial: Exact(1), adjusted: Exact(2))
    #expect(try Execution(Fixture.object("{}")).budget(of: funds)?.amount == Exact(2))
    #expect(try Execution(Fixture.object("{\"base\": [\"initial\"]}")).budget(of: funds)?.amount == Exact(1))
    #expect(
      try Execution(Fixture.object("{\"base\": [\"total\", \"adjusted\"]}")).budget(of: funds)?.amount
        == Exact(3))
    #expect(try Execution(Fixture.object("{}")).budget(of: Funds(initial: Exact(1))) == nil)
  }

  /// The total is rounded to two places before it is held against the cuts.
  @Test(
    arguments: [
      ("literal", "90", 2024, "优"), ("literal", "89.995", 2024, "优"), ("literal", "89.99", 2024, "良"),
      ("literal", "89.994999", 2024, "良"), ("literal", "89.5", 2024, "良"), ("literal", "80", 2024, "良"),
      ("literal", "79.99", 2024, "中"), ("literal", "60", 2024, "中"), ("literal", "59.99", 2024, "差"),
      ("literal", "0", 2024, "差"), ("sichuan", "69.99", 2025, "差"), ("sichuan", "70", 2025, "中"),
      ("sichuan", "69.99", 2026, "差"), ("sichuan", "69.99", 2024, "中"), ("sichuan", "60", 2024, "中"),
      ("sichuan", "59.99", 2024, "差"), ("sichuan", "69.99", nil, "中"),
    ] as [(String, String, Int?, String)])
  func grade(pack: String, total: String, year: Int?, grade: String) throws {
    let scale = try Fixture.pack(pack).grades.rule
    #expect(scale.grade(of: Ratio(try Fixture.exact(total)), year: year) == grade)
  }

  @Test(arguments: [
    ("mof-2020-10", "达成年度指标", "0.8…1"), ("mof-2020-10", "达 成 目 标", "0.8…1"), ("mof-2020-10", "提高", "0.8…1"),
    ("mof-2020-10", "部分达成年度指标并具有一定效果", "0.6…0.8"), ("mof-2020-10", "未达成", "0…0.6"),
    ("mof-2021-101", "部分实现目标", "0.6…0.8"), ("mof-2021-101", "实现目标程度较低", "0…0.6"),
    ("hubei-2020", "部分达成目标", "0.5…0.8"), ("hubei-2020", "未达成目标", "0…0.5"), ("literal", "提高", "1…1"),
    ("literal", "基本达成", "0.8…0.8"), ("literal", "未达成", "0…0"), ("literal", "达成目标", "nil"),
    ("mof-2020-10", "已完成", "nil"), ("strict", "基本达成", "0.8…0.8"),
  ])
  func words(pack: String, actual: String, band: String) throws {
    let found = try Fixture.pack(pack).words.rule.band(actual: actual, target: "提高")
    #expect(found.map { "\($0.low)…\($0.high)" } ?? "nil" == band)
  }

  @Test func manualDeduction() {
    let band = Points(low: Ratio(8), high: Ratio(10))
    #expect(Fixture.text(ManualDeduction.applied(to: band, Exact(9))) == "0…1")
    #expect(Fixture.text(ManualDeduction.applied(to: band, Exact(11))) == "0")
    #expect(Fixture.text(ManualDeduction.applied(to: band, .zero)) == "8…10")
  }

  @Test func notApplicable() {
    let got = Points(Ratio(63))
    let (twenty, ninety) = (Ratio(20), Ratio(90))
    #expect(NotApplicablePolicy.rescale.sum(got, leavingOut: twenty, of: ninety)?.exact == Ratio(81))
    #expect(NotApplicablePolicy.drop.sum(got, leavingOut: twenty, of: ninety)?.exact == Ratio(63))
    #expect(NotApplicablePolicy.rescale.sum(.zero, leavingOut: ninety, of: ninety) == nil, "nothing applies")
    // 63 + 17 of the 80 that are left: 100.
    #expect(NotApplicablePolicy.rescaleTotal.sum(got, leavingOut: twenty, of: ninety) == got)
    #expect(
      NotApplicablePolicy.rescaleTotal.total(Points(Ratio(80)), leavingOut: twenty)?.exact == Ratio(100))
    #expect(NotApplicablePolicy.rescaleTotal.total(Points(Ratio(80)), leavingOut: Ratio(100)) == nil)
    #expect(NotApplicablePolicy.rescale.total(Points(Ratio(80)), leavingOut: twenty)?.exact == Ratio(80))
  }

  @Test func pages() {
    let names = FunctionPage.all.map(\.name)
    #expect(Set(names).count == names.count, "two functions of one name")
    #expect(
      names == [
        "ratio-up", "ratio-down-inverse", "ratio-down-linear", "equal", "zero-target", "range",
        "all-or-nothing",
        "step-table", "per-unit-deduction", "lateness", "word-bands", "over-achievement", "missing-actual",
        "manual-deduction", "not-applicable-rescale", "execution", "total", "grade", "roll-up", "goal-mix",
      ])
    for page in FunctionPage.all {
      for text in [page.zh, page.en, page.formula, page.example, page.source] {
        #expect(!text.isEmpty, "\(page.name)")
      }
      #expect(Set(page.parameters.map(\.name)).count == page.parameters.count, "\(page.name)")
    }
  }

  /// A page lists exactly the parameters that its function reads.
  @Test(arguments: [
    "ratio-up", "ratio-down-inverse", "ratio-down-linear", "equal", "zero-target", "range", "all-or-nothing",
  ])
  func pageListsParameters(name: String) throws {
    let rule = try Fixture.rule("{\"function\": \"\(name)\"}")
    #expect(rule.page.name == name)
    #expect(Set(rule.page.parameters.map(\.name)) == Set(rule.parameters.map(\.0)))
  }
}
