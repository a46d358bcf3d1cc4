import Jixiao

/// Renders a report as the reviewer's workpaper, 复核底稿: every row recomputed by formulas that can be traced and changed.
///
/// A formula stands wherever the rule is one over the cells of its row; its exact value has then been held against the
/// score. Elsewhere the points are numbers, with the reason beside them.
public struct XLSXWorkpaper: Sendable {
  let content: ReportContent
  let sheets: [ReportSheet]
  let wording: ScoreWording
  let isCaching: Bool

  var language: Language { content.language }

  public init(_ content: ReportContent) {
    self.init(content, isCaching: true)
  }

  /// Leaves the values of formulas to the program that opens the file where `isCaching` is false; tests use it to see
  /// what another program makes of every formula.
  init(_ content: ReportContent, isCaching: Bool) {
    self.content = content
    sheets = content.sheets
    wording = content.wording
    self.isCaching = isCaching
  }

  /// The workbook: summary, indicators, findings where there are any, sources, rules.
  public func render() -> [UInt8] {
    var list = [summarySheet, indicatorSheet]
    if let findings = content.findings { list.append(findingSheet(findings)) }
    list += [sourceSheet, ruleSheet]
    return XLSXPart.workbook(list, caching: isCaching)
  }

  var summaryName: String { language.pick("汇总", "Summary") }
  var indicatorName: String { language.pick("指标复核", "Indicators") }

  /// The rows of the indicator worksheet.
  var indicatorCount: Int { sheets.reduce(0) { $0 + $1.score.indicators.count } }

  func pack(of sheet: ReportSheet) -> RulePack? { content.packs.first { $0.id == sheet.source.pack } }

  private func findingSheet(_ findings: [ReportFinding]) -> XLSXWorksheet {
    let headings: [(String, String, Int)] = [
      ("级别", "severity", 9), ("代码", "code", 9), ("文件", "file", 22), ("表", "sheet", 6), ("序号", "row", 6),
      ("指标", "indicator", 26), ("所见", "seen", 22), ("问题", "message", 50), ("建议", "suggestion", 32),
      ("涉及分值", "points", 10), ("依据", "clause", 32), ("位置", "place", 16),
    ]
    return XLSXWorksheet(
      name: language.pick("问题清单", "Findings"), columns: columns(headings), frozenColumns: 2,
      rowCount: findings.count, pagesWide: 1
    ) { emit in
      for (index, finding) in findings.enumerated() {
        emit(
          index + 2,
          [
            .text(finding.severity.title(in: language)), .text(finding.code), .text(finding.file),
            .number(finding.sheet.map { Exact($0) }), .number(finding.indicator.map { Exact($0) }),
            .text(finding.indicatorName), .text(finding.seen), .text(finding.message),
            .text(finding.suggestion),
            .number(finding.points, .points), .text(finding.clause),
            .text(finding.place.described(in: language)),
          ])
      }
    }
  }

  private var sourceSheet: XLSXWorksheet {
    let headings: [(String, String, Int)] = [
      ("文件", "file", 34), ("类别", "entry", 12), ("内容", "content", 50), ("说明", "remark", 40),
      ("规则包", "pack", 16),
      ("版本", "version", 9), ("选用理由", "why", 34), ("SHA-256", "SHA-256", 68),
    ]
    let unread = content.documents.reduce(0) { $0 + $1.unread.count }
    return XLSXWorksheet(
      name: language.pick("来源", "Sources"), columns: columns(headings), frozenColumns: 1,
      rowCount: content.scores.count + unread, pagesWide: 1
    ) { emit in
      var row = 1
      for (document, score) in zip(content.documents, content.scores) {
        row += 1
        emit(
          row,
          [
            .text(document.file), .text(language.pick("文件", "file")), .text(wording.sheets.summary(document)),
            .text(document.reader), .text(score.pack), .text(score.packVersion), .text(score.packWhy),
            .text(document.sha256 ?? "—"),
          ])
        for entry in document.unread {
          row += 1
          emit(
            row,
            [
              .text(document.file), .text(language.pick("未读", "not read")),
              .text(entry.place.described(in: language) + " " + entry.text), .text(entry.why), .empty(),
              .empty(),
              .empty(), .empty(),
            ])
        }
      }
    }
  }

  private var ruleSheet: XLSXWorksheet {
    let headings: [(String, String, Int)] = [
      ("规则包", "pack", 16), ("条款", "clause", 30), ("标题", "title", 24), ("内容", "says", 60),
      ("出处", "source", 44),
      ("确定程度", "certainty", 16), ("规则包名称", "pack title", 40), ("文号", "document", 24),
    ]
    let clauses = content.packs.flatMap { pack in pack.clauses.map { (pack, $0) } }
    return XLSXWorksheet(
      name: language.pick("规则条款", "Rules"), columns: columns(headings), frozenColumns: 2,
      rowCount: clauses.count,
      pagesWide: 1
    ) { emit in
      for (index, (pack, clause)) in clauses.enumerated() {
        emit(
          index + 2,
          [
            .text("\(pack.id) \(pack.version)"), .text(pack.citation(clause.id)), .text(clause.title),
            .text(clause.says),
            .text(clause.source), .text(clause.certainty.title(in: language)), .text(pack.title),
            .text(pack.document),
          ])
      }
    }
  }

  func columns(_ headings: [(zh: String, en: String, width: Int)]) -> [XLSXWorksheet.Column] {
    headings.map { XLSXWorksheet.Column(heading: language.pick($0.zh, $0.en), width: $0.width) }
  }
}
