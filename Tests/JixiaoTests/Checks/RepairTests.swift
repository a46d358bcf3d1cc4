import Testing

@testable import Jixiao

/// Every kind of repair: what it writes, that its finding is gone, and that nothing new came up.
struct RepairTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let code: String
    let sheets: [ExampleSheet]
    let field: Finding.Field
    /// What the cells of the first repair become.
    let cells: [Indicator.Field: String]
    var count = 1
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "level 2 without 指标 is notation", code: "JX214",
      sheets: [ExampleSheet([ExampleRow("满意度", "服务对象满意度", "群众满意度", "≥95%")])], field: .level2, cells: [:]),
    Case(
      name: "a floor on a cost becomes a ceiling", code: "JX205",
      sheets: [ExampleSheet([ExampleRow("成本", "经济成本", "用餐标准", "≥50元/人")])], field: .operator,
      cells: [.target: "≤50元/人"]),
    Case(
      name: "more than all is all", code: "JX207",
      sheets: [ExampleSheet([ExampleRow("产出", "质量", "验收合格率", "≥100%")])], field: .target,
      cells: [.target: "=100%"]),
    Case(
      name: "a strict ceiling at the budget includes it", code: "JX206",
      sheets: [
        ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "经济成本", "项目成本", "＜200000元")])
      ], field: .operator, cells: [.target: "≤200000元"]),
    Case(
      name: "a bound that was met exactly", code: "JX502",
      sheets: [
        ExampleSheet(.projectSelfAssessment, [ExampleRow("成本", "经济成本", "成本", "＜20万元", actual: "20")])
      ], field: .operator, cells: [.target: "≤20万元"]),
    Case(
      name: "ten times the budget", code: "JX303",
      sheets: [
        ExampleSheet(funds: Funds(total: Exact(20)), [ExampleRow("成本", "经济成本", "项目成本", "≤200万元")])
      ], field: .target, cells: [.target: "≤20万元"]),
    Case(
      name: "another year in a name", code: "JX213",
      sheets: [ExampleSheet(year: 2025, [ExampleRow("产出", "数量", "2024年参保人数", "≥3人")])], field: .level3,
      cells: [.level3: "2025年参保人数"]),
    Case(
      name: "filed by its name", code: "JX214",
      sheets: [
        ExampleSheet([
          ExampleRow("产出", "质量", "资金拨付及时率", "=100%"), ExampleRow("产出", "质量", "验收合格率", "=100%"),
        ])
      ], field: .level2, cells: [.level2: "时效指标"]),
    Case(
      name: "points recomputed", code: "JX507",
      sheets: [
        ExampleSheet(
          .projectSelfAssessment,
          [ExampleRow("产出", "数量", "人数", "≥10人", actual: "10", claimed: Exact(7), reason: "漏记")])
      ], field: .claimed, cells: [.claimed: "10"]),
    Case(
      name: "the total is the sum", code: "JX508",
      sheets: [
        ExampleSheet(
          .projectSelfAssessment, totalClaimed: Exact(95),
          [ExampleRow("产出", "数量", "人数", "≥5人", 90, actual: "5", claimed: Exact(90))])
      ], field: .total, cells: [:]),
    Case(
      name: "the rate is what was spent over the budget", code: "JX511",
      sheets: [
        ExampleSheet(
          .projectSelfAssessment, funds: Funds(adjusted: Exact(20), executed: Exact(10), rate: "90%"), [])
      ], field: .execution, cells: [:]),
  ]

  private func repaired(
    _ sheets: [Sheet], code: String, unsafe: Bool = true
  ) throws -> (before: DocumentFindings, outcome: Repairer.Outcome) {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("mof-2021-101")
    let checker = try Checker(pack: pack, vocabulary: vocabulary)
    let document = Document(file: "a", reader: "test", sheets: sheets)
    let outcome = Repairer(checker, allowsUnsafe: unsafe).repair(document) { $0.code == code }
    return (checker.check(document), outcome)
  }

  private func sheets(_ examples: [ExampleSheet]) throws -> [Sheet] {
    let vocabulary = try Vocabulary.embedded()
    return examples.enumerated().map { $0.element.sheet(ordinal: $0.offset + 1, vocabulary: vocabulary) }
  }

  private func grave(_ findings: DocumentFindings) -> [String] {
    findings.findings.filter { $0.severity >= .warning }.map { "\($0.code) \($0.indicator ?? 0)" }
  }

  @Test(arguments: cases.dropFirst()) func findingIsGoneAndNothingNew(_ item: Case) throws {
    let sheets = try sheets(item.sheets)
    let (before, outcome) = try repaired(sheets, code: item.code)
    #expect(before.findings.contains { $0.code == item.code })
    #expect(outcome.refused.isEmpty)
    #expect(outcome.made.count == item.count)
    let repair = try #require(outcome.made.first)
    #expect(repair.field == item.field)
    #expect(repair.cells == item.cells)
    #expect(!repair.isSafe)
    #expect(!outcome.findings.findings.contains { $0.code == item.code })
    #expect(Set(grave(outcome.findings)).isSubset(of: Set(grave(before))))
    // Without being asked for, nothing but notation changes.
    let (_, careful) = try repaired(sheets, code: item.code, unsafe: false)
    #expect(careful.made.isEmpty)
    #expect(careful.refused.map(\.why) == [.unsafe])
    #expect(careful.document.sheets == sheets)
  }

  @Test func notationIsSafe() throws {
    var sheets = try sheets(Self.cases[0].sheets)
    sheets[0].indicators[0].level2 = "服务对象满意度"
    let (_, outcome) = try repaired(sheets, code: "JX214", unsafe: false)
    #expect(outcome.made.map(\.cells) == [[.level2: "服务对象满意度指标"]])
    #expect(outcome.document.sheets[0].indicators[0].level2 == "服务对象满意度指标")
  }

  @Test func weightsAreRestoredByTheSmallestChange() throws {
    func sheet(_ output: Int, _ project: String) -> ExampleSheet {
      ExampleSheet(
        project: project,
        [
          ExampleRow("产出", "数量", "\(project)人数", "≥10人", 30), ExampleRow("产出", "质量", "合格率", "=100%", output),
          ExampleRow("效益", "社会效益", "认识", "提高", 30), ExampleRow("满意度", "满意度", "满意度", "≥95%", 10),
        ])
    }
    let sheets = try sheets([sheet(20, "甲"), sheet(20, "乙"), sheet(20, "丙"), sheet(15, "丁")])
    let (_, outcome) = try repaired(sheets, code: "JX101")
    // 产出 lacks five points of the frame's 50: the largest of its rows takes them, not the largest of all.
    #expect(outcome.made.map(\.new) == ["35"])
    #expect(outcome.made.first?.why.zh.contains("最小改动") == true)
    #expect(outcome.document.sheets[3].indicators.map(\.weight) == [35, 15, 30, 10].map { Exact($0) })
    #expect(!outcome.findings.findings.contains { $0.code == "JX101" || $0.code == "JX102" })
  }

  @Test func aShiftedBlockMovesAsOne() throws {
    let example = try #require(Check.targetShifted.examples.first)
    let sheets = try sheets(example.sheets)
    let (_, outcome) = try repaired(sheets, code: "JX209")
    #expect(outcome.made.count == 5)
    #expect(
      outcome.document.sheets[0].indicators.map(\.target.printed)
        == ["≥5次", "=100%", "≤6万元", "有效提升", "≥95%"])
  }

  @Test func whatWouldBringAnotherFindingIsNotMade() throws {
    // 及时率 is the only row of 质量: filed under 时效 it leaves that category empty.
    let sheets = try sheets([
      ExampleSheet([
        ExampleRow("产出", "数量", "慰问人数", "≥3人"), ExampleRow("产出", "质量", "资金拨付及时率", "=100%"),
        ExampleRow("效益", "社会效益", "群众认识", "有效提高"),
      ])
    ])
    let (_, outcome) = try repaired(sheets, code: "JX214")
    #expect(outcome.made.isEmpty)
    #expect(outcome.refused.map(\.why) == [.brings(code: "JX606", sheet: 1)])
    #expect(outcome.document.sheets == sheets)
  }

  /// Sign, number and unit in cells of their own keep to them.
  @Test(arguments: [
    (Finding.Field.operator, "<=", [Indicator.Field.operator: "≤"]),
    (.target, "≤20万元", [.operator: "≤", .target: "20", .unit: "万元"]),
    (.target, "有效提升", [.operator: "定性", .target: "有效提升", .unit: ""]),
    (.target, "≥50人", [:]),
  ])
  func cellsOfTheirOwn(_ field: Finding.Field, _ text: String, _ cells: [Indicator.Field: String]) throws {
    let vocabulary = try Vocabulary.embedded()
    var row = Indicator(ordinal: 1)
    row.target = Target(cell: "50", relationCell: "≥", unitCell: "人", vocabulary: vocabulary)
    row.places = [.operator: Place(column: 4), .target: Place(column: 5), .unit: Place(column: 6)]
    let repaired = try #require(RepairedRow(row, field, text, vocabulary: vocabulary))
    #expect(repaired.cells == cells)
  }
}
