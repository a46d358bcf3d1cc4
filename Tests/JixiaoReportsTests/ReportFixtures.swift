import Jixiao
import Testing

@testable import JixiaoReports

/// Reports of our own making: facts as sheets print them, under any pack.
enum ReportFixture {
  static let vocabulary: Vocabulary? = try? .embedded()

  static func words() throws -> Vocabulary { try #require(vocabulary) }

  static func exact(_ text: String) throws -> Exact { try Exact(parsing: text) }

  static func indicator(
    _ name: String, _ relation: String?, _ target: String?, _ unit: String?, actual: String?, weight: String?,
    level1: String = "产出指标", claimed: String? = nil, rule: String? = nil
  ) throws -> Indicator {
    Indicator(
      ordinal: 1, level1: level1, level2: "数量指标", level3: name,
      target: Target(cell: target, relationCell: relation, unitCell: unit, vocabulary: try words()),
      weight: try weight.map(exact), rule: rule, actual: actual, claimed: try claimed.map(exact),
      place: Place(line: 7))
  }

  static func sheet(
    _ ordinal: Int, _ indicators: [Indicator], organization: String = "某县总工会", project: String? = "送温暖",
    funds: Funds = Funds()
  ) -> Sheet {
    var rows = indicators
    for index in rows.indices { rows[index].ordinal = index + 1 }
    return Sheet(
      ordinal: ordinal, kind: .projectSelfAssessment, year: 2024, organization: organization,
      project: project,
      funds: funds, indicators: rows, place: Place(line: 1))
  }

  /// A row for every kind of target and result: met, short, past a ceiling, at a strict bound, in other units, in words.
  static func variety() throws -> [Indicator] {
    [
      try indicator("资金发放完成时间", "<", "4", "月", actual: "7", weight: "10", claimed: "10"),
      try indicator("慰问人数", "≥", "40", "人", actual: "36", weight: "10", claimed: "9"),
      try indicator("三分之一", "≥", "3", "人", actual: "1", weight: "10", claimed: "2"),
      try indicator("人均成本", "<", "200000", "元", actual: "200000", weight: "5"),
      try indicator("项目完成时间", "<", "1", "年", actual: "11个月", weight: "5"),
      try indicator("活动次数", ">", "10", "次", actual: "30", weight: "5"),
      try indicator("事故数", "=", "0", "起", actual: "1", weight: "5"),
      try indicator("发放准确率", "=", "100", "%", actual: "98.7", weight: "5"),
      try indicator("覆盖率", nil, "80%-90%", nil, actual: "60", weight: "5"),
      try indicator("满意度", "≥", "95", "%", actual: "91", weight: "10", level1: "满意度指标", rule: "满意度赋分"),
      try indicator("参保率", "≥", "90", "%", actual: "-2", weight: "5", rule: "直接赋分"),
      try indicator("机制健全", "定性", "健全", nil, actual: "健全", weight: "10", level1: "效益指标"),
      try indicator("未填的", "≥", "5", "人", actual: nil, weight: "5"),
    ]
  }

  /// A report on some sheets under some packs, one document a pack.
  static func content(
    _ sheets: [Sheet], packs: [String] = ["mof-2021-101"], findings: [ReportFinding]? = nil,
    language: Language = .zh,
    unread: [Document.Unread] = []
  ) throws -> ReportContent {
    let catalog = try PackCatalog(vocabulary: words())
    var documents: [Document] = []
    var scores: [DocumentScore] = []
    var used: [RulePack] = []
    for id in packs {
      let pack = try catalog.pack(id)
      let document = Document(
        file: packs.count == 1 ? "自评表.txt" : "\(id).txt", sha256: String(repeating: "ab", count: 32),
        reader: "cell-lines", sheets: sheets, unread: unread)
      documents.append(document)
      used.append(pack)
      let scorer = Scorer(pack: pack, vocabulary: try words(), language: language)
      scores.append(scorer.score(document, packWhy: "--rules"))
    }
    return ReportContent(
      language: language, documents: documents, scores: scores, packs: used, vocabulary: try words(),
      findings: findings)
  }

  static func finding(
    _ severity: ReportFinding.Severity = .mustFix, indicator: Int? = 1, points: String? = "10",
    message: String = "单位与名称不符"
  ) throws -> ReportFinding {
    ReportFinding(
      severity: severity, code: "JX301", name: "target-unit-mismatch", file: "自评表.txt", sheet: 1,
      indicator: indicator, indicatorName: "资金发放完成时间", place: Place(line: 7), seen: "=1年", message: message,
      clause: "表式", points: try points.map(exact), suggestion: "改为 =100%")
  }

  /// Names that try to leave the text: markup, a formula, a hidden override, ten thousand characters.
  static let hostile = [
    "<script>window.injected=1</script>", "\"><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://x\",\"y\")",
    "@SUM(1+1)*cmd|' /C calc'!A0", "]]>&lt;b>", "表\u{202E}txt.exe\u{200B}", "\u{1b}[31m红", "a\u{FFFE}b\u{0}c",
    String(repeating: "长", count: 10_000),
  ]

  static func hostileSheet() throws -> Sheet {
    let rows = try hostile.map { text in
      try indicator(text, "≥", text, text, actual: text, weight: "10", level1: text)
    }
    var sheet = sheet(1, rows, organization: hostile[0], project: hostile[1])
    sheet.funds.unit = hostile[2]
    return sheet
  }
}
