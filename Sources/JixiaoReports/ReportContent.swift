import Jixiao

/// Everything that a report is made from: what was read, its scores, and what checks and comparison add where they ran.
public struct ReportContent: Sendable {
  public let language: Language
  /// What was read, in order.
  public let documents: [Document]
  /// One score a document, in the same order.
  public let scores: [DocumentScore]
  /// The packs the scores rest on, each once.
  public let packs: [RulePack]
  /// For the units of claims, where a workpaper redoes a conversion.
  public let vocabulary: Vocabulary
  /// Nil where nothing was checked; most severe first.
  public let findings: [ReportFinding]?
  /// Nil where nothing was compared.
  public let ranking: ReportRanking?

  public init(
    language: Language, documents: [Document], scores: [DocumentScore], packs: [RulePack],
    vocabulary: Vocabulary, findings: [ReportFinding]? = nil, ranking: ReportRanking? = nil
  ) {
    self.language = language
    self.documents = documents
    self.scores = scores
    self.packs = packs
    self.vocabulary = vocabulary
    self.findings = findings.map { ReportFinding.ranked($0) }
    self.ranking = ranking
  }

  /// The clause behind a citation: `literal#ceiling-missed`.
  func clause(_ citation: String) -> Clause? {
    guard let mark = citation.lastIndex(of: "#") else { return nil }
    let id = String(citation[citation.index(after: mark)...])
    return packs.first { $0.id == citation[..<mark] }?.clause(id)
  }

  var wording: ScoreWording {
    let packs = packs
    var clauses: [String: Clause] = [:]
    for pack in packs {
      for clause in pack.clauses { clauses[pack.citation(clause.id)] = clause }
    }
    let found = clauses
    return ScoreWording(language: language) { found[$0] }
  }

  /// Every sheet with its document, in order.
  var sheets: [ReportSheet] {
    var list: [ReportSheet] = []
    for (d, score) in scores.enumerated() {
      for sheet in score.sheets {
        list.append(ReportSheet(number: list.count + 1, document: d, source: score, score: sheet))
      }
    }
    return list
  }

  /// What a report is called: of what is in it, never of the machine or the day.
  var title: String {
    let plans = scores.flatMap(\.sheets).allSatisfy(\.isPlan)
    return plans
      ? language.pick("绩效目标审核报告", "Review of performance targets")
      : language.pick("绩效自评复核报告", "Review of performance self-assessments")
  }
}

/// One sheet of a report, numbered through all documents.
struct ReportSheet: Sendable {
  /// 1-based through the whole report.
  let number: Int
  /// 0-based.
  let document: Int
  let source: DocumentScore
  let score: SheetScore

  var sheet: Sheet { score.sheet }

  /// What readers know the sheet by: its project, else its organisation, else its position.
  func name(in language: Language) -> String {
    sheet.project ?? sheet.organization ?? language.pick("第\(sheet.ordinal)张表", "sheet \(sheet.ordinal)")
  }
}
