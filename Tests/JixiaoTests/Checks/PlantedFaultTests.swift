import Testing

@testable import Jixiao

/// Consistent sheets raise no error and no warning; each kind of fault planted in one is found at its place.
struct PlantedFaultTests {
  private static let works = ["慰问", "审计", "体检", "义诊", "助学", "筛查", "普查", "测绘"]
  private static let groups = ["护边员", "教师", "社区居民", "学生", "养殖户", "医护人员", "网格员", "退役军人"]

  /// A family of forms: with or without cost, plan or year-end, with or without rules of scoring.
  enum Family: String, Sendable, CaseIterable {
    case plan, withoutCost, withRules, yearEnd
  }

  /// A sheet whose every number follows from the others.
  static func clean(_ family: Family, _ ordinal: Int, _ random: inout SplitMix64) -> ExampleSheet {
    func pick(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(random.next() % UInt64(range.count))
    }
    let work = works[pick(0...works.count - 1)], group = groups[pick(0...groups.count - 1)]
    let count = pick(12...900), cost = pick(3...400), satisfied = pick(88...96)
    let isYearEnd = family == .yearEnd
    func actual(_ text: String) -> String? { isYearEnd ? text : nil }
    func claimed(_ points: Int) -> Exact? { isYearEnd ? Exact(points) : nil }
    let ratio = family == .withRules ? "按照完成比例赋分" : nil
    let output = family == .withoutCost ? 20 : 10
    var rows = [
      ExampleRow(
        "产出", "数量", "\(group)\(work)人数", "≥\(count)人", 10, rule: ratio,
        actual: actual("\(count + pick(0...3))"), claimed: claimed(10)),
      ExampleRow(
        "产出", "数量", "\(work)场次", "≥\(count % 7 + 3)场次", 10, rule: ratio, actual: actual("\(count % 7 + 4)"),
        claimed: claimed(10)),
      ExampleRow(
        "产出", "质量", "\(group)\(work)合格率", "=100%", output, rule: ratio, actual: actual("100"),
        claimed: claimed(output)),
      ExampleRow(
        "产出", "时效", "\(work)及时率", "=100%", 10, rule: ratio, actual: actual("100"), claimed: claimed(10)),
    ]
    if family != .withoutCost {
      rows.append(
        ExampleRow("成本", "经济成本", "项目成本", "≤\(cost)万元", 20, actual: actual("\(cost)"), claimed: claimed(20)))
    }
    let benefit = family == .withoutCost ? 30 : 20
    rows.append(
      ExampleRow(
        "效益", "社会效益", "\(group)受益覆盖率", "≥80%", benefit, rule: ratio, actual: actual("\(82 + ordinal % 15)"),
        claimed: claimed(benefit)))
    rows.append(
      ExampleRow(
        "满意度", "满意度", "\(group)满意度", "≥\(satisfied)%", 10, rule: family == .withRules ? "满意度赋分" : nil,
        actual: actual("\(satisfied + pick(0...3))"), claimed: claimed(10)))
    return ExampleSheet(
      isYearEnd ? .projectSelfAssessment : .projectTarget, organization: "某某第\(ordinal)局",
      project: "\(group)\(work)第\(ordinal)批",
      funds: Funds(
        total: Exact(cost), fiscal: Exact(cost), other: .zero, adjusted: isYearEnd ? Exact(cost) : nil,
        executed: isYearEnd ? Exact(cost) : nil, rate: isYearEnd ? "100%" : nil, claimed: claimed(10)),
      objective: "为\(group)开展\(work)，年内完成第\(ordinal)批",
      totalClaimed: isYearEnd ? Exact(100) : nil, rows)
  }

  private func check(_ sheets: [ExampleSheet]) throws -> [Finding] {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("mof-2021-101")
    let document = Document(
      file: "t", reader: "test",
      sheets: sheets.enumerated().map { $0.element.sheet(ordinal: $0.offset + 1, vocabulary: vocabulary) })
    return try Checker(pack: pack, vocabulary: vocabulary).check(document).findings
  }

  @Test(arguments: Family.allCases) func cleanSheetsAreQuiet(_ family: Family) throws {
    var random = SplitMix64(seed: 20_250_701)
    let sheets = (1...500).map { Self.clean(family, $0, &random) }
    let heavy = try check(sheets).filter { $0.severity > .note }
    #expect(heavy.isEmpty, "\(heavy.prefix(3).map { "\($0.code) \($0.sheet ?? 0) \($0.message)" })")
  }

  /// One fault: which check must see it, in which row (nil for the sheet), and how it is planted.
  struct Fault: Sendable, CustomTestStringConvertible {
    let code: String
    let row: Int?
    var family = Family.plan
    let plant: @Sendable (inout ExampleSheet) -> Void
    var testDescription: String { "\(code) row \(row.map { "\($0)" } ?? "—")" }
  }

  private static func row(
    _ sheet: inout ExampleSheet, _ number: Int, name: String? = nil, level2: String? = nil,
    target: String? = nil,
    weight: Int? = nil, rule: String? = nil, previous: String? = nil, actual: String? = nil,
    claimed: Exact? = nil
  ) {
    let old = sheet.rows[number - 1]
    sheet.rows[number - 1] = ExampleRow(
      old.level1, level2 ?? old.level2, name ?? old.name, target ?? old.target, weight ?? old.weight,
      rule: rule ?? old.rule,
      previous: previous ?? old.previous, actual: actual ?? old.actual, claimed: claimed ?? old.claimed)
  }

  static let faults: [Fault] = [
    Fault(code: "JX101", row: nil) { row(&$0, 1, weight: 7) },
    Fault(code: "JX104", row: 1) { row(&$0, 1, weight: 0) },
    Fault(code: "JX201", row: 2) { row(&$0, 2, target: "不限") },
    Fault(code: "JX203", row: 2) { row(&$0, 2, target: "≥1年") },
    Fault(code: "JX204", row: 1) { row(&$0, 1, name: "困难群众走访", target: "≥40") },
    Fault(code: "JX205", row: 1) { row(&$0, 1, target: "＜40人") },
    Fault(code: "JX205", row: 7) { row(&$0, 7, target: "＜95%") },
    Fault(code: "JX207", row: 3) { row(&$0, 3, target: "≥100%") },
    Fault(code: "JX208", row: 7) { row(&$0, 7, target: "≥950%") },
    Fault(code: "JX210", row: 1, family: .withRules) { row(&$0, 1, rule: "满意度赋分") },
    Fault(code: "JX213", row: 1) { row(&$0, 1, name: "2024年参保人数") },
    Fault(code: "JX214", row: 4) { row(&$0, 4, level2: "质量") },
    Fault(code: "JX215", row: 2) {
      let name = $0.rows[0].name; row(&$0, 2, name: name)
    },
    Fault(code: "JX301", row: nil) { $0.funds.fiscal = Exact(1) },
    Fault(code: "JX303", row: 5) { row(&$0, 5, target: "≤9999万元") },
    Fault(code: "JX401", row: 1) { row(&$0, 1, previous: "100%") },
    Fault(code: "JX402", row: 1) { row(&$0, 1, previous: "≥10人") },
    Fault(code: "JX404", row: 7) { row(&$0, 7, previous: "100%") },
    Fault(code: "JX501", row: 1, family: .yearEnd) { row(&$0, 1, target: "≥1000人") },
    Fault(code: "JX502", row: 5, family: .yearEnd) { sheet in
      row(&sheet, 5, target: sheet.rows[4].target?.replacing("≤", with: "＜"))
    },
    Fault(code: "JX503", row: 3, family: .yearEnd) { row(&$0, 3, actual: "100人") },
    Fault(code: "JX504", row: 1, family: .yearEnd) { row(&$0, 1, target: "≥2人") },
    Fault(code: "JX505", row: 1, family: .yearEnd) { row(&$0, 1, actual: "-") },
    Fault(code: "JX506", row: 1, family: .yearEnd) { row(&$0, 1, claimed: Exact(12)) },
    Fault(code: "JX508", row: nil, family: .yearEnd) { $0.totalClaimed = Exact(98) },
    Fault(code: "JX511", row: nil, family: .yearEnd) { $0.funds.rate = "80%" },
    Fault(code: "JX512", row: nil, family: .yearEnd) {
      $0.funds.executed = .one
      $0.funds.adjusted = Exact(1000)
      $0.funds.rate = "0.1%"
    },
    Fault(code: "JX603", row: nil) { $0.objective = "其中：2022年结余；2023年结余" },
    Fault(code: "JX605", row: 2) { row(&$0, 2, name: "设施设备验收场次") },
    Fault(code: "JX606", row: nil) { row(&$0, 3, level2: "数量") },
  ]

  @Test(arguments: faults) func plantedFaultIsFound(_ fault: Fault) throws {
    for seed in 1...25 {
      var random = SplitMix64(seed: UInt64(seed))
      var sheet = Self.clean(fault.family, seed, &random)
      fault.plant(&sheet)
      let found = try check([sheet]).contains { $0.code == fault.code && $0.indicator == fault.row }
      #expect(found, "seed \(seed)")
    }
  }
}
