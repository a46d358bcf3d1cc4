import Jixiao
import JixiaoDocuments
import JixiaoReports

/// `jixiao report`: the page and the workpaper that people take away.
enum ReportVerb {
  enum Format: String, Sendable, CaseIterable {
    case html, xlsx, docx, markdown

    /// The format that a file's name asks for: `复核底稿.xlsx`.
    init?(fileName: String) {
      let ending = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
      switch ending {
      case "html", "htm": self = .html
      case "xlsx": self = .xlsx
      case "docx": self = .docx
      case "md", "markdown": self = .markdown
      default: return nil
      }
    }

    /// Not for a terminal.
    var isBinary: Bool { self == .xlsx || self == .docx }
  }

  static let format = Option<Format>.choice(
    "format", of: Format.allCases, fallback: nil,
    shownAs: Wording("按 -o 的扩展名", "by the ending of -o"), Wording("输出格式", "output format"))

  static let verb = Verb(
    name: "report",
    summary: Wording("出复核网页、底稿（xlsx）和评价意见（docx）", "write the review page, the workpaper and the opinion"),
    details: [
      Wording(
        "网页自成一个文件，不联网，可打印；底稿里的得分是活公式，可改可追；每一处扣分都带理由和条款。"
          + "超过 200 张表的网页分成总览和若干分页，写在同一文件夹。",
        "The page is one file that needs no network; the workpaper holds live formulas; every deduction has its reason "
          + "and clause. A page of more than 200 sheets is split into a summary and further pages beside it.")
    ],
    usage: [Wording("[选项] 文件… -o 报告.html", "[OPTION]… FILE… -o REPORT.html")],
    arguments: [.files],
    options: [
      CommonOptions.output.declaration, format.declaration, CommonOptions.rules.declaration,
      ScoreVerb.decisions.declaration, CommonOptions.force.declaration, CommonOptions.jobs.declaration,
      CommonOptions.maximumSize.declaration, CommonOptions.limit.declaration,
    ],
    examples: [
      Example(
        "jixiao report Tests/Fixtures/sheets/ -o 报告.html", Wording("整个文件夹出一个网页", "a folder as one page")),
      Example(
        "jixiao report Tests/Fixtures/sheets/ -o 复核底稿.xlsx",
        Wording("Excel、WPS 可改的复核底稿", "a workpaper with formulas")),
      Example(
        "jixiao report Tests/Fixtures/self-assessment-cell-lines.txt -o 评价意见.docx",
        Wording("可粘贴进报告的段落和表", "paragraphs and tables for Word")),
      Example(
        "jixiao report Tests/Fixtures/self-assessment-cell-lines.txt --decisions Tests/Fixtures/decisions.csv -o 报告.html --force",
        Wording("按评价人的决定重出，覆盖旧文件", "again with the evaluator's decisions")),
    ], run: run)

  /// What was asked for, checked and typed.
  struct Request: Sendable {
    let files: [InputFile]
    let format: Format
    let output: String?
    let rules: String?
    let decisions: InputFile?
    let force: Bool
    let jobs: Int
    let maximumSize: Int

    var inputs: [Path] { (files + [decisions].compactMap(\.self)).compactMap(\.path) }
  }

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    let output = invocation[CommonOptions.output]
    guard let format = invocation[format] ?? output.flatMap(Format.init(fileName:)) else {
      throw .usage([.noReportFormat(output)])
    }
    let isToTerminal = (output == nil || output == "-") && session.io.outputIsTerminal
    if format.isBinary, isToTerminal { throw .usage([.binaryToTerminal(format.rawValue)]) }
    let request = Request(
      files: try session.select(invocation.arguments), format: format, output: output,
      rules: invocation[CommonOptions.rules],
      decisions: try invocation[ScoreVerb.decisions].map { (path) throws(CommandFailure) in
        try session.select([path])
      }?.first,
      force: invocation[CommonOptions.force], jobs: invocation[CommonOptions.jobs] ?? 1,
      maximumSize: invocation[CommonOptions.maximumSize] ?? .max)
    try session.writing(
      to: output, keepingExisting: !request.force, inputs: request.inputs
    ) { (output) throws(CommandFailure) in try answer(request, output, session) }
    return .clean
  }

  /// Reads, scores and renders: the one place where this verb meets the engine.
  static func answer(_ request: Request, _ output: Output, _ session: Session) throws(CommandFailure) {
    let content = try content(request, session)
    switch request.format {
    case .xlsx: try output.write(XLSXWorkpaper(content).render())
    case .docx: try output.write(DOCXReview.render(content))
    case .markdown: try output.write(ReportMarkdown.render(content))
    case .html: try write(HTMLReport(content, name: request.pageName), request, output, session)
    }
  }

  /// Writes the further pages beside the first, which comes last, so that it never links to what is not there.
  private static func write(
    _ report: HTMLReport, _ request: Request, _ output: Output, _ session: Session
  ) throws(CommandFailure) {
    guard report.names.count > 1 else {
      for page in report.pages() { try output.write(page.bytes) }
      return
    }
    guard let path = request.output, path != "-" else { throw .complaint(.manyPages) }
    let folder = Path(path).parent
    // All are refused before any is written.
    if !request.force {
      for name in report.names.dropFirst() {
        let path = folder.appending(name)
        if (try? FileStatus(of: path)) != nil { throw .complaint(.outputExists(path.text)) }
      }
    }
    let pages = report.pages()
    for page in pages.dropFirst() {
      try session.writing(
        to: folder.appending(page.name).text, keepingExisting: !request.force, inputs: request.inputs
      ) { (output) throws(CommandFailure) in try output.write(page.bytes) }
    }
    if let first = pages.first { try output.write(first.bytes) }
    let count = pages.count - 1
    session.say(
      session.languages.message.pick(
        "\(path)：另有 \(count) 个分页在同一文件夹，请一并转发",
        "\(path): \(count) further pages lie beside it; forward them together"))
  }

  private static func content(
    _ request: Request, _ session: Session
  ) throws(CommandFailure) -> ReportContent {
    let vocabulary = try session.vocabulary()
    let choice = try RuleChoice(request.rules, vocabulary: vocabulary, limit: request.maximumSize, session)
    if case .all = choice.which { throw .usage([.onePackForReport]) }
    let decisions = try request.decisions.map { (file) throws(CommandFailure) in
      try ScoreVerb.readDecisions(file, limit: request.maximumSize, session)
    }
    let language = session.languages.output
    var documents: [Document] = []
    var scores: [DocumentScore] = []
    var packs: [RulePack] = []
    var findings: [ReportFinding] = []
    var run = RunCheck()
    let settings = try CheckSettings(session).configuration
    let checks = settings.checks
    try session.forEachDocument(
      in: request.files, jobs: request.jobs, limit: request.maximumSize, vocabulary: vocabulary
    ) { (document) throws(Complaint) -> Reviewed? in
      do throws(RuleError) {
        guard let (pack, why) = try choice.packs(for: document.sheets, language: language).first else {
          return nil
        }
        let scorer = Scorer(pack: pack, vocabulary: vocabulary, language: language)
        let score = scorer.score(document, packWhy: why, decisions: decisions ?? [])
        let checker = try Checker(
          pack: pack, vocabulary: vocabulary, checks: checks, overrides: settings.parameters,
          language: language)
        let found = checker.check(document)
        return Reviewed(
          document: document, score: score, pack: pack, traces: found.traces,
          findings: shown(found.findings, settings, language))
      } catch {
        throw Complaint(error)
      }
    } consume: { (answer) throws(CommandFailure) in
      guard let answer else { return }
      documents.append(answer.document)
      scores.append(answer.score)
      findings += answer.findings
      run.take(answer.traces)
      if !packs.contains(where: { $0.id == answer.pack.id }) { packs.append(answer.pack) }
    }
    if scores.isEmpty { throw .reported }
    // What only all documents together show.
    for file in run.finish().files { findings += shown(file.findings, settings, language) }
    ScoreVerb.report(scores, [], decisions ?? [], session)
    return ReportContent(
      language: language, documents: documents, scores: scores, packs: packs.sorted { $0.id < $1.id },
      vocabulary: vocabulary, findings: findings)
  }

  /// The findings that the settings do not let pass, put into words.
  private static func shown(
    _ findings: [Finding], _ settings: CheckConfiguration, _ language: Language
  ) -> [ReportFinding] {
    var findings = findings
    findings.apply(suppressed: settings.suppressed, baseline: nil, least: settings.least)
    return findings.filter { $0.suppression == nil }.map { ReportFinding($0, language: language) }
  }

  /// One document with what was made of it.
  private struct Reviewed: Sendable {
    let document: Document
    let score: DocumentScore
    let pack: RulePack
    let traces: SheetTraces
    let findings: [ReportFinding]
  }
}

extension ReportVerb.Request {
  /// The file name of the first page.
  fileprivate var pageName: String {
    guard let output, output != "-" else { return "report.html" }
    return output.split(separator: "/").last.map(String.init) ?? "report.html"
  }
}

extension Complaint {
  static func binaryToTerminal(_ format: String) -> Complaint {
    Complaint(
      "--format", Wording("\(format) 不能写到终端", "\(format) cannot go to a terminal"),
      remedy: Wording("请用 -o 写到文件", "write it to a file with -o"))
  }

  /// Neither `--format` nor an ending that names one.
  fileprivate static func noReportFormat(_ output: String?) -> Complaint {
    Complaint(
      output, Wording("看不出要哪种格式", "no format is named"),
      remedy: Wording(
        "请写 -o 报告.html、-o 底稿.xlsx、-o 意见.docx 或 -o 意见.md，或加 --format",
        "write -o report.html, .xlsx, .docx or .md, or add --format"))
  }

  fileprivate static var onePackForReport: Complaint {
    Complaint(
      "--rules", Wording("报告只按一个规则包，不能用 all", "a report rests on one pack, not on all"),
      remedy: Wording("请指定一个规则包；并列比较用 jixiao score --rules all", "name one; compare packs with jixiao score"))
  }

  fileprivate static var manyPages: Complaint {
    Complaint(
      nil, Wording("表太多，网页要分页，不能写到标准输出", "too many sheets for one page on standard output"),
      remedy: Wording("请用 -o 写到文件", "write to a file with -o"))
  }
}
