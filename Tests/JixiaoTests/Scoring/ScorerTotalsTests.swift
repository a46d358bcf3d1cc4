import Testing

@testable import Jixiao

/// Sheets: execution and its frame, rounding, rows left out, and the evaluator's decisions.
@Suite struct ScorerTotalsTests {
  static func row(_ ordinal: Int, _ actual: String? = "10", of weight: String? = "10", level1: String? = nil)
    throws -> Indicator
  {
    try Fixture.indicator(ordinal, ">=", "10", actual: actual, weight: weight, level1: level1)
  }

  struct Frame: CustomTestStringConvertible, Sendable {
    let id: String
    let pack: String
    let weight: String
    let printed: Int?
    let execution: String
    let points: String
    let total: String
    let isMismatch: Bool

    init(
      _ id: String, _ pack: String, sum weight: String, printed: Int? = nil, leaves execution: String,
      earns points: String,
      total: String, mismatch: Bool
    ) {
      self.id = id
      self.pack = pack
      self.weight = weight
      self.printed = printed
      self.execution = execution
      self.points = points
      self.total = total
      isMismatch = mismatch
    }

    var testDescription: String { id }
  }

  @Test(arguments: [
    Frame("90-leaves-10", "literal", sum: "90", leaves: "10", earns: "9.25", total: "99.25", mismatch: false),
    Frame("80-leaves-20", "literal", sum: "80", leaves: "20", earns: "18.5", total: "98.5", mismatch: true),
    Frame(
      "80-in-hubei", "hubei-2020", sum: "80", leaves: "20", earns: "18.5", total: "98.5", mismatch: false),
    Frame("100-leaves-0", "literal", sum: "100", leaves: "0", earns: "0", total: "100", mismatch: true),
    Frame(
      "85-is-no-frame", "literal", sum: "85", leaves: "null", earns: "null", total: "null", mismatch: false),
    Frame(
      "printed-wins", "literal", sum: "85", printed: 15, leaves: "15", earns: "13.88", total: "98.88",
      mismatch: true),
    Frame(
      "printed-over-90", "pidu-2026", sum: "90", printed: 10, leaves: "10", earns: "9.25", total: "99.25",
      mismatch: true),
    Frame(
      "rounded-rows", "guangxi", sum: "90", printed: 9, leaves: "9", earns: "8.33", total: "98.33",
      mismatch: true),
  ])
  func frames(_ c: Frame) throws {
    let funds = Funds(
      adjusted: Exact(20), executed: try Fixture.exact("18.5"), weight: c.printed.map { Exact($0) })
    let score = try Fixture.scorer(c.pack).score(Fixture.sheet([Self.row(1, of: c.weight)], funds: funds))
    #expect(score.execution.weight.map(\.description) ?? "null" == c.execution)
    #expect(Fixture.text(score.execution.points) == c.points)
    #expect(Fixture.text(score.total) == c.total)
    #expect(score.execution.frameMismatch == c.isMismatch)
  }

  @Test(arguments: [
    (Funds(adjusted: Exact(20), executed: Exact(25)), "10"), (Funds(adjusted: Exact(20)), "0…10"),
    (Funds(executed: Exact(5)), "0…10"), (Funds(adjusted: .zero, executed: Exact(5)), "0…10"),
    (Funds(initial: Exact(10), adjusted: Exact(20), executed: Exact(5)), "2.5"),
    (Funds(total: Exact(10), executed: Exact(5)), "5"),
    (Funds(adjusted: Exact(20), executed: .zero), "0"),
  ])
  func execution(funds: Funds, points: String) throws {
    let score = try Fixture.scorer("literal").score(Fixture.sheet([Self.row(1, of: "90")], funds: funds))
    #expect(Fixture.text(score.execution.points) == points)
  }

  @Test func executionSaysWhy() throws {
    let funds = Funds(adjusted: Exact(20), executed: try Fixture.exact("18.5"))
    let score = try Fixture.scorer("literal").score(Fixture.sheet([Self.row(1, of: "90")], funds: funds))
    #expect(score.execution.why == "18.5 ÷ 20（全年预算数） → 10 × 37/40 = 9.25")
    let odd = try Fixture.scorer("literal").score(Fixture.sheet([Self.row(1, of: "85")], funds: funds))
    #expect(odd.execution.why == "指标权重合计 85，看不出预算执行率占几分")
  }

  /// Three rows of 10/3: 10 when the sum is rounded, 9.99 when each row is.
  @Test(arguments: [("literal", "10"), ("guangxi", "9.99")])
  func rounding(pack: String, sum: String) throws {
    let rows = try (1...3).map { try Fixture.indicator($0, ">=", "3", actual: "1") }
    #expect(Fixture.text(try Fixture.scorer(pack).score(Fixture.sheet(rows)).points) == sum)
  }

  /// The printed sum of a level is its own exact sum, rounded once.
  @Test func levels() throws {
    let rows = try [("产出指标", "7"), ("效益指标", "10"), ("产出指标", "5")].enumerated().map {
      try Self.row($0.offset + 1, $0.element.1, level1: $0.element.0)
    }
    let score = try Fixture.scorer("literal").score(Fixture.sheet(rows))
    #expect(
      score.levels.map { "\($0.level1 ?? "") \($0.weight ?? .zero) \(Fixture.text($0.points))" } == [
        "产出指标 20 12", "效益指标 10 10",
      ])
  }

  @Test func rowWithoutWeight() throws {
    let score = try Fixture.scorer("literal").score(Fixture.sheet([Self.row(1), Self.row(2, of: nil)]))
    #expect(score.points == nil)
    #expect(score.weight == Exact(10))
    #expect(try Fixture.scorer("literal").score(Fixture.sheet([])).points == nil)
    #expect(
      try Fixture.scorer("literal").score(Fixture.sheet([Self.row(1), Self.row(2, of: "-5")])).total == nil)
  }

  /// Rows of 20 and 70, the second earning 7 points for each of its actual, and execution of 10.
  @Test(arguments: [
    ("0", 0, "20", "差"), ("5", 5, "60", "中"), ("7", 10, "79", "中"), ("8.5", 10, "89.5", "良"),
    ("10", 0, "90", "优"),
  ])
  func gradesOfTotals(actual: String, executed: Int, total: String, grade: String) throws {
    let funds = Funds(adjusted: Exact(10), executed: Exact(executed))
    let rows = [try Self.row(1, of: "20"), try Self.row(2, actual, of: "70")]
    let score = try Fixture.scorer("mof-2021-101").score(Fixture.sheet(rows, funds: funds))
    #expect(Fixture.text(score.total) == total)
    #expect([score.gradeLow, score.gradeHigh] == [grade, grade])
  }

  /// An open total has two grades.
  @Test func openGrade() throws {
    let rows = [try Self.row(1, of: "70"), try Fixture.indicator(2, "定性", "提高", actual: "未达成", weight: "20")]
    let funds = Funds(adjusted: Exact(10), executed: Exact(10))
    let score = try Fixture.scorer("sichuan").score(Fixture.sheet(rows, year: 2025, funds: funds))
    #expect(Fixture.text(score.total) == "80…92")
    #expect([score.gradeLow, score.gradeHigh] == ["良", "优"])
  }
}

/// The evaluator's own decisions, held against bands and weights.
@Suite struct ScorerDecisionsTests {
  static func document() throws -> Document {
    let rows = [
      try Fixture.indicator(1, "定性", "提高", actual: "提高"), try Fixture.indicator(2, ">=", "10", actual: "9"),
      try Fixture.indicator(3, ">=", "10", actual: "10", weight: "20"),
      try Fixture.indicator(4, ">=", "10", actual: "10", weight: nil),
    ]
    return Document(file: "a.json", reader: "json", sheets: [Fixture.sheet(rows)])
  }

  static func decide(
    _ indicator: Int, sheet: Int = 1, file: String? = nil, _ change: (inout Decision) -> Void
  ) -> Decision {
    var decision = Decision(file: file, sheet: sheet, indicator: indicator)
    change(&decision)
    return decision
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    let decisions: [Decision]
    let row: Int
    let points: String
    let outcome: Outcome?
    let why: String?
    let problems: [String]

    init(
      _ id: String, _ decisions: [Decision], row: Int = 1, earns points: String, _ outcome: Outcome? = nil,
      why: String? = nil,
      problems: [String] = []
    ) {
      self.id = id
      self.decisions = decisions
      self.row = row
      self.points = points
      self.outcome = outcome
      self.why = why
      self.problems = problems
    }

    var testDescription: String { id }
  }

  @Test(arguments: [
    Case(
      "inside",
      [
        decide(1) {
          $0.awarded = Exact(9); $0.by = "张评"
        }
      ], earns: "9", .partial,
      why: "“提高” → 与目标文字相同: 8…10 分之间由评价人评定；评价人评定 9（张评）"),
    Case("low-edge", [decide(1) { $0.awarded = Exact(8) }], earns: "8", .partial),
    Case("high-edge", [decide(1) { $0.awarded = Exact(10) }], earns: "10", .met),
    Case(
      "outside", [decide(1) { $0.awarded = Exact(7) }], earns: "8…10", .qualitative,
      problems: ["第1张表第1行: 评定 7 分不在规则允许的 8…10 内；要扣分请用 deduct 并写明 reason"]),
    Case(
      "number-has-no-band", [decide(2) { $0.awarded = Exact(10) }], row: 2, earns: "9",
      problems: ["第1张表第2行: 评定 10 分不在规则允许的 9…9 内；要扣分请用 deduct 并写明 reason"]),
    Case(
      "deduct",
      [
        decide(2) {
          $0.deduct = Exact(2); $0.reason = "佐证不足"
        }
      ], row: 2, earns: "7", .partial,
      why: "9 < 10；10 × 9/10 = 9；扣 2 分（佐证不足）"),
    Case(
      "deduct-below-nothing",
      [
        decide(2) {
          $0.deduct = Exact(12); $0.reason = "佐证不足"
        }
      ], row: 2, earns: "0", .missed),
    Case(
      "deduct-from-band",
      [
        decide(1) {
          $0.deduct = Exact(1); $0.reason = "逾期"
        }
      ], earns: "7…9", .qualitative),
    Case(
      "award-then-deduct",
      [
        decide(1) {
          $0.awarded = Exact(9); $0.deduct = Exact(1); $0.reason = "逾期"
        }
      ], earns: "8", .partial),
    Case(
      "deduct-without-reason", [decide(2) { $0.deduct = Exact(2) }], row: 2, earns: "9",
      problems: ["第1张表第2行: 扣分须写明 reason"]),
    Case(
      "deduct-negative",
      [
        decide(2) {
          $0.deduct = Exact(-2); $0.reason = "x"
        }
      ], row: 2, earns: "9",
      problems: ["第1张表第2行: 扣分 -2 须不小于0"]),
    Case(
      "not-applicable",
      [
        decide(3) {
          $0.notApplicable = true; $0.reason = "政策调整"
        }
      ], row: 3, earns: "null", .notApplicable,
      why: "评价人认定不适用（政策调整）"),
    Case(
      "contradiction",
      [
        decide(3) {
          $0.notApplicable = true; $0.awarded = Exact(5)
        }
      ], row: 3, earns: "20",
      problems: ["第1张表第3行: 不适用的指标不能再评分或扣分"]),
    Case(
      "no-weight", [decide(4) { $0.awarded = Exact(5) }], row: 4, earns: "null",
      problems: ["第1张表第4行: 该行没有权重，不能评分"]),
    Case(
      "unknown-row", [decide(9) { $0.awarded = Exact(5) }], earns: "8…10",
      problems: ["第1张表第9行: 没有这一行，请用 --write-decisions 生成空表对照"]),
    Case(
      "unknown-sheet", [decide(1, sheet: 2) { $0.awarded = Exact(9) }], earns: "8…10",
      problems: ["第2张表第1行: 没有这一行，请用 --write-decisions 生成空表对照"]),
    Case(
      "repeated", [decide(1) { $0.awarded = Exact(9) }, decide(1) { $0.awarded = Exact(10) }], earns: "10",
      problems: ["第1张表第1行: 同一行有两个决定"]),
    Case("other-file", [decide(1, file: "b.json") { $0.awarded = Exact(9) }], earns: "8…10"),
    Case("empty-form", [decide(1) { _ in }], earns: "8…10", .qualitative),
  ])
  func applies(_ c: Case) throws {
    let score = try Fixture.scorer("mof-2021-101").score(
      Self.document(), packWhy: "--rules", decisions: c.decisions)
    let row = score.sheets[0].indicators[c.row - 1]
    #expect(Fixture.text(row.points) == c.points)
    if let outcome = c.outcome { #expect(row.outcome == outcome) }
    if let why = c.why { #expect(row.why == why) }
    #expect(score.problems.map { $0.message(in: .zh) } == c.problems)
    #expect(row.notes.contains(.decided) == (row.decision != nil))
    if c.problems.isEmpty {
      #expect((row.decision != nil) == c.decisions.contains { !$0.isEmpty && $0.file == nil })
    }
  }

  /// Rows of 60 (earning 54) and 30, the second not applicable; execution 10 of 10.
  @Test(arguments: [("literal", "81", "91"), ("pidu-2026", "54", "91.43")])
  func leftOut(pack: String, points: String, total: String) throws {
    let rows = [
      try Fixture.indicator(1, ">=", "10", actual: "9", weight: "60"),
      try Fixture.indicator(2, ">=", "10", actual: "1", weight: "30"),
    ]
    let funds = Funds(adjusted: Exact(5), executed: Exact(5))
    let document = Document(file: "a.json", reader: "json", sheets: [Fixture.sheet(rows, funds: funds)])
    let drop = Self.decide(2) { $0.notApplicable = true }
    let score = try Fixture.scorer(pack).score(document, packWhy: "", decisions: [drop]).sheets[0]
    #expect(Fixture.text(score.points) == points)
    #expect(Fixture.text(score.total) == total)
    let none = try Fixture.scorer(pack).score(
      document, packWhy: "", decisions: [drop, Self.decide(1) { $0.notApplicable = true }]
    ).sheets[0]
    #expect(pack == "pidu-2026" || none.total == nil, "nothing applies, so nothing can be rescaled")
  }

  /// A flat table carries decisions in its own columns.
  @Test func carriedByRow() throws {
    let row = try Fixture.indicator(1, "定性", "提高", actual: "提高", awarded: "8.5")
    let score = try Fixture.scorer("mof-2021-101").score(Fixture.sheet([row]))
    #expect(Fixture.text(score.indicators[0].points) == "8.5")
    #expect(score.indicators[0].decision?.awarded == (try Fixture.exact("8.5")))
  }

  /// A pack that rounds rows rounds a decided row too.
  @Test func decidedRowIsRounded() throws {
    let row = try Fixture.indicator(1, "定性", "提高", actual: "提高", awarded: "8.555")
    #expect(
      try Fixture.scorer("guangxi").score(Fixture.sheet([row])).indicators[0].points?.exact
        == Ratio(try Fixture.exact("8.56")))
  }
}
