import Testing

@testable import Jixiao

/// Which rule a row gets, row by row, and the exact strings that say so.
@Suite struct ScorerDispatchTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    let pack: String
    let row:
      (relation: String?, target: String?, unit: String?, actual: String?, weight: String?, rule: String?)
    let points: String
    let outcome: Outcome
    let notes: [Note]
    /// The clause within the pack.
    let clause: String
    let why: String?

    init(
      _ id: String, under pack: String = "literal", _ relation: String?, _ target: String?,
      unit: String? = nil,
      actual: String?, weight: String? = "10", rule: String? = nil, earns points: String, _ outcome: Outcome,
      _ notes: [Note] = [], by clause: String, why: String? = nil
    ) {
      self.id = id
      self.pack = pack
      row = (relation, target, unit, actual, weight, rule)
      self.points = points
      self.outcome = outcome
      self.notes = notes
      self.clause = clause
      self.why = why
    }

    var testDescription: String { id }
  }

  @Test(arguments: words + rules + units + edges)
  func scores(_ c: Case) throws {
    let indicator = try Fixture.indicator(
      1, c.row.relation, c.row.target, unit: c.row.unit, actual: c.row.actual, weight: c.row.weight,
      rule: c.row.rule)
    let score = try Fixture.scorer(c.pack).score(indicator, in: Fixture.sheet([indicator]))
    #expect(Fixture.text(score.points) == c.points)
    #expect(score.outcome == c.outcome)
    #expect(score.notes == c.notes)
    #expect(score.clause == "\(c.pack)#\(c.clause)")
    if let why = c.why { #expect(score.why == why) }
  }

  static let words = [
    Case(
      "words-same", "定性", "有效", actual: "有 效", earns: "10", .met, by: "words", why: "“有 效” → 与目标文字相同；得满分 10"),
    Case(
      "words-label", "定性", "有效", actual: "基本达成", earns: "8", .partial, by: "words",
      why: "“基本达成” → 基本达成；10 × 4/5 = 8"),
    Case(
      "words-band", under: "mof-2021-101", "定性", "有效", actual: "部分达成目标", earns: "6…8", .qualitative,
      by: "words",
      why: "“部分达成目标” → 部分达成: 6…8 分之间由评价人评定"),
    Case(
      "words-in-no-band", "定性", "有效", actual: "较好", earns: "0…10", .qualitative, [.wordNotInBands],
      by: "words",
      why: "“较好”不在评判等级内，待评价人评定"),
    Case(
      "words-with-ratio-rule", under: "mof-2021-101", "定性", "有效", actual: "有效", rule: "按照完成比例赋分",
      earns: "8…10", .qualitative,
      [.ruleTargetMismatch], by: "words"),
    Case(
      "words-with-satisfaction-rule", under: "mof-2021-101", "定性", "有效", actual: "有效", rule: "满意度赋分",
      earns: "8…10",
      .qualitative, by: "words"),
    Case(
      "words-with-unknown-rule", "定性", "有效", actual: "有效", rule: "看着给分", earns: "10", .met, [.unknownRule],
      by: "words"),
    Case(
      "words-blank", "定性", "有效", actual: nil, earns: "0", .notDemonstrated, by: "not-demonstrated",
      why: "实际完成值为空，未证明不得分"),
    Case(
      "date-in-time", "定性", "11月30日之前", actual: "10月15日", earns: "10", .met, by: "deadline",
      why: "2024-10-15 ≤ 2024-11-30；得满分 10"),
    Case("date-late", "定性", "11月30日之前", actual: "12月5日", earns: "0…10", .qualitative, by: "deadline"),
  ]

  static let rules = [
    Case(
      "satisfaction-tier", under: "mof-2021-101", ">=", "95%", actual: "85%", rule: "满意度赋分", earns: "5",
      .partial, by: "satisfaction",
      why: "85% < 95 %；10 × 1/2 = 5"),
    Case(
      "satisfaction-synonym", under: "mof-2021-101", ">=", "95", unit: "%", actual: "85", rule: "满意度值赋分",
      earns: "5", .partial,
      by: "satisfaction"),
    Case(
      "satisfaction-in-points", under: "mof-2021-101", ">=", "5", unit: "分", actual: "4", rule: "满意度赋分",
      earns: "8", .partial,
      by: "floor-missed"),
    Case(
      "satisfaction-without-unit", under: "mof-2021-101", ">=", "95", actual: "76", rule: "满意度赋分", earns: "8",
      .partial,
      by: "floor-missed"),
    Case(
      "satisfaction-unit-on-actual", under: "mof-2021-101", ">=", "95", actual: "76%", rule: "满意度赋分",
      earns: "0", .missed,
      [.unitAssumed], by: "satisfaction"),
    Case(
      "satisfaction-per-mille-target", under: "xinjiang", ">=", "950", unit: "‰", actual: "85%",
      rule: "满意度赋分", earns: "5", .partial,
      [.unitConverted], by: "satisfaction"),
    Case(
      "satisfaction-by-sign", under: "sichuan", ">=", "95%", actual: "76%", rule: "满意度赋分", earns: "8",
      .partial, by: "floor-missed"),
    Case(
      "direct", under: "mof-2021-101", "<=", "3", actual: "4", rule: "直接赋分", earns: "0", .missed, by: "direct"
    ),
    Case(
      "direct-elsewhere", under: "mof-2020-10", "<=", "3", actual: "4", rule: "直接赋分", earns: "7.5", .partial,
      by: "ceiling-missed"),
    Case(
      "grade-rule-on-number", under: "mof-2021-101", ">=", "40", actual: "36", rule: "按评判等级赋分", earns: "9",
      .partial,
      [.ruleTargetMismatch], by: "floor-missed"),
    Case("synonym", ">=", "40", actual: "36", rule: "按照正常比例赋分", earns: "9", .partial, by: "floor-missed"),
    Case(
      "unknown-rule", ">=", "40", actual: "36", rule: "看着给分", earns: "9", .partial, [.unknownRule],
      by: "floor-missed"),
    Case(
      "no-sign", nil, "100", actual: "125", earns: "8", .partial, [.directionNotStated], by: "equal-missed"),
    Case(
      "unlimited", nil, "不限", actual: "12", earns: "0…10", .unscorable, by: "target-met",
      why: "目标值“不限”没有可对照的数"),
    Case(
      "no-target", ">=", nil, actual: "12", earns: "0…10", .unscorable, by: "target-met", why: "没有目标值，无法计分"),
    Case(
      "words-for-number", ">=", "40", actual: "较好", earns: "0…10", .unscorable, [.actualNotANumber],
      by: "target-met",
      why: "目标是数值，完成情况“较好”不是"),
  ]

  static let units = [
    Case(
      "months-under-a-year", "<", "1", unit: "年", actual: "11个月", weight: "20", earns: "20", .met,
      [.unitConverted],
      by: "target-met", why: "11个月 < 1 年；得满分 20"),
    Case(
      "months-over-a-year", "<", "1", unit: "年", actual: "15个月", weight: "20", earns: "16", .partial,
      [.unitConverted],
      by: "ceiling-missed", why: "15个月 > 1 年；20 × 4/5 = 16"),
    Case(
      "money", "<=", "2", unit: "万元", actual: "25000元", earns: "8", .partial, [.unitConverted],
      by: "ceiling-missed"),
    Case(
      "same-unit-other-name", ">=", "400", unit: "人数", actual: "500人", earns: "10", .met, by: "target-met"),
    Case("unit-assumed", ">=", "400", actual: "500人", earns: "10", .met, [.unitAssumed], by: "target-met"),
    Case(
      "incomparable", ">=", "400", unit: "人", actual: "500元", earns: "0…10", .unscorable, by: "target-met",
      why: "目标值单位“人”与实际值单位“元”不可换算"),
    Case(
      "months-and-days", "<", "1", unit: "年", actual: "200天", earns: "0…10", .unscorable, by: "target-met",
      why: "目标值单位“年”与实际值单位“天”不可换算"),
    Case(
      "unknown-unit", ">=", "400", unit: "瓢", actual: "500人", earns: "0…10", .unscorable, by: "target-met",
      why: "不认识单位“瓢”，不能与“人”对照"),
    Case("unknown-unit-both", ">=", "400", unit: "瓢", actual: "500瓢", earns: "10", .met, by: "target-met"),
  ]

  static let edges = [
    Case(
      "7-of-4-months", "<", "4", unit: "月", actual: "7", earns: "5.71", .partial, by: "ceiling-missed",
      why: "7 > 4 月；10 × 4/7 ≈ 5.71"),
    Case(
      "strict-bound", "<", "200000", unit: "元", actual: "200000", weight: "20", earns: "20", .partial,
      [.metAtBound],
      by: "strict-bound", why: "200000 = 200000 元；得满分 20"),
    Case(
      "strict-bound-strict", under: "strict", "<", "5", actual: "5", earns: "0", .missed, [.metAtBound],
      by: "strict-bound", why: "5 = 5；得 0"),
    Case(
      "strict-bound-mof", under: "mof-2020-10", ">", "5", actual: "5", earns: "10", .met, [.metAtBound],
      by: "strict-bound"),
    Case(
      "range", nil, "80%-90%", actual: "60%", earns: "7.5", .partial, by: "range",
      why: "60% ↔ 80–90 %；10 × 3/4 = 7.5"),
    Case(
      "weight-0", ">=", "40", actual: "36", weight: "0", earns: "0", .partial, [.zeroWeight],
      by: "floor-missed"),
    Case(
      "weight-negative", ">=", "40", actual: "36", weight: "-5", earns: "null", .partial, [.negativeWeight],
      by: "floor-missed"),
    Case("weight-nil", ">=", "40", actual: "36", weight: nil, earns: "null", .partial, by: "floor-missed"),
    Case("target-0", "<=", "0", actual: "1", earns: "0", .missed, [.targetZero], by: "ceiling-missed"),
    Case("target-0-met", "=", "0", actual: "0", earns: "10", .met, by: "target-met"),
    Case(
      "negative-actual", ">=", "5%", actual: "-2%", earns: "0", .missed, [.negativeActual], by: "floor-missed"
    ),
    Case(
      "blank-interval", under: "mof-2020-10", "=", "0", actual: nil, earns: "0…10", .noActual, by: "blank",
      why: "实际完成值为空，不能当作0"),
    Case("blank-zero", "=", "0", actual: " ", earns: "0", .notDemonstrated, by: "not-demonstrated"),
    Case(
      "over-noted", under: "guangxi", ">=", "10", actual: "13", earns: "10", .met, [.overAchievement],
      by: "target-met"),
    Case(
      "over-not-yet", under: "mof-2021-101", ">=", "10", actual: "15", earns: "10", .met, by: "target-met"),
    Case(
      "over-mof", under: "mof-2021-101", ">=", "10", actual: "15.1", earns: "10", .met, [.overAchievement],
      by: "target-met"),
    Case(
      "over-zero", under: "pidu-2026", "=", "10", actual: "14", earns: "0", .missed, [.overAchievement],
      by: "over-achievement", why: "14 > 10；得 0"),
    Case(
      "rounded-row", under: "guangxi", ">=", "3", actual: "2", earns: "6.67", .partial, by: "floor-missed"),
    Case(
      "pass-mark", under: "pidu-2026", "<", "4", unit: "月", actual: "7", earns: "0", .missed,
      [.belowPassMark], by: "ceiling-missed"),
  ]

  @Test(arguments: [
    ("interval", "0…10", Outcome.noActual, "10…20"), ("block", "0…10", .noActual, "10…20"),
    ("zero", "0", .notDemonstrated, "10"),
    ("exclude", "null", .notApplicable, "20"),
  ])
  func missingPolicies(policy: String, points: String, outcome: Outcome, sheet: String) throws {
    let scorer = try Fixture.scorer(
      "literal", with: "\"missing\": {\"policy\": \"\(policy)\", \"clause\": \"not-demonstrated\"}")
    let rows = [
      try Fixture.indicator(1, "<=", "5", actual: nil), try Fixture.indicator(2, "<=", "5", actual: "5"),
    ]
    let funds = Funds(weight: .zero)
    let score = scorer.score(Fixture.sheet(rows, funds: funds))
    #expect(Fixture.text(score.indicators[0].points) == points)
    #expect(score.indicators[0].outcome == outcome)
    #expect(Fixture.text(score.points) == sheet)
    #expect(Fixture.text(score.total) == (policy == "block" ? "null" : sheet))
  }

  @Test func plan() throws {
    let rows = [try Fixture.indicator(1, ">=", "40", actual: nil, weight: "90")]
    let score = try Fixture.scorer("literal").score(Sheet(ordinal: 1, kind: .projectTarget, indicators: rows))
    #expect(score.isPlan)
    #expect(score.indicators[0].outcome == .noActual)
    #expect(Fixture.text(score.points) == "0…90")
    #expect(Fixture.text(score.total) == "0…100")
    #expect(score.indicators[0].why == "目标表尚无实际完成值，年终填报后才能计分")
  }

  @Test func english() throws {
    let row = try Fixture.indicator(1, "<", "4", unit: "月", actual: "7")
    let score = try Fixture.scorer("literal", .en).score(row, in: Fixture.sheet([row]))
    #expect(score.why == "7 > 4 月; 10 × 4/7 ≈ 5.71")
    #expect(score.inputs == .init(relation: .lessThan, target: "4", upper: nil, actual: "7", unit: "月"))
    #expect(score.function == "ratio-down-inverse")
    #expect(score.certainty == .chosen)
  }
}
