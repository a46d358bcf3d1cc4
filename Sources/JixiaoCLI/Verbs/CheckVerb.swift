import Jixiao
import JixiaoDocuments
import JixiaoReports

/// `jixiao check`: what a budget office would flag.
enum CheckVerb {
  enum Format: String, Sendable, CaseIterable {
    case text, json, csv, markdown, sarif, github
  }

  static let format = Option<Format>.choice(
    "format", of: Format.allCases, fallback: .text, Wording("输出格式", "output format"))

  private static let names = ValueForm.Completion(words: Check.registry.flatMap { [$0.code, $0.name] })

  static let select = Option.text(
    "select", Wording("检查", "CHECK"), completion: names, repeats: true, fallback: Wording("全部", "all"),
    Wording("只做这些检查：代码、名称、类别或代码开头（JX2），逗号分隔", "only these: codes, names, classes, beginnings of codes"))

  static let ignore = Option.text(
    "ignore", Wording("检查", "CHECK"), completion: names, repeats: true,
    Wording("不做这些检查", "leave these out"))

  static let severity = Option<Severity>.choice(
    "severity", of: [.error, .warning, .note], fallback: nil, shownAs: Wording(same: "note"),
    Wording("只列此级别及更重的问题", "list findings at least this severe"))

  /// Declared like the shared option but without its fallback, so that the configuration can say otherwise.
  static let failOn = Option<CommonOptions.Severity>.choice(
    "fail-on", of: CommonOptions.Severity.allCases, fallback: nil, shownAs: Wording(same: "error"),
    Wording("有此级别或更重的问题时退出码为 1", "exit 1 when a finding is at least this severe"))

  static let baseline = Option.text(
    "baseline", Wording("文件", "FILE"), completion: .files,
    Wording("基线里的已知问题不计", "let known findings pass"))

  static let writeBaseline = Option.text(
    "write-baseline", Wording("文件", "FILE"), completion: .files,
    Wording("把现有问题写成基线", "write the present findings as known"))

  static let statistics = Option.flag(
    "statistics", Wording("列出各检查的适用、通过、不符、未定数", "count applicable, passed, failed and undecided per check"))

  static let showConfig = Option.flag(
    "show-config", Wording("显示生效的设置及其来源，不检查", "show what holds and where it comes from, and stop"))

  static let verb = Verb(
    name: "check",
    summary: Wording("检查绩效表，指出审核会指出的问题", "flag what a budget office would flag"),
    details: [
      Wording(
        "每个问题都写明位置、看到的文字、理由和涉及的分值，能修的给出建议；jixiao explain 代码 说明一项检查。",
        "Each finding names its place, the text seen, the reason and the points at stake; see jixiao explain CODE."
      ),
      Wording(
        "设置取自命令行，其次是从当前文件夹向上最近的 .jixiao.json。",
        "Settings come from the command line, then from the nearest .jixiao.json upward."),
    ],
    usage: [Wording("[选项] 文件…", "[OPTION]… FILE…")],
    arguments: [
      Argument(
        name: Argument.files.name, form: Argument.files.form, required: false, repeats: true,
        summary: Argument.files.summary)
    ],
    options: [
      CommonOptions.rules.declaration, format.declaration, CommonOptions.output.declaration,
      select.declaration,
      ignore.declaration, severity.declaration, failOn.declaration, baseline.declaration,
      writeBaseline.declaration,
      statistics.declaration, showConfig.declaration, CommonOptions.jobs.declaration,
      CommonOptions.maximumSize.declaration, CommonOptions.limit.declaration,
    ],
    examples: [
      Example("jixiao check Tests/Fixtures/plan-tab-table.txt", Wording("列出问题", "list the findings")),
      Example(
        "jixiao check Tests/Fixtures/plan-tab-table.txt --ignore JX207,wrong-year",
        Wording("不看其中两项", "without two checks")),
      Example(
        "jixiao check Tests/Fixtures/plan-tab-table.txt --format sarif -o 问题.sarif",
        Wording("给代码平台", "for a code platform")),
      Example(
        "jixiao check Tests/Fixtures/plan-tab-table.txt --write-baseline 基线.json",
        Wording("记下已知问题", "note what is known")),
      Example(
        "jixiao check Tests/Fixtures/plan-tab-table.txt --baseline Tests/Fixtures/baseline.json",
        Wording("只看新问题", "only what is new")),
    ], run: run)

  /// What was asked for, checked and typed.
  struct Request: Sendable {
    let files: [InputFile]
    let format: Format
    let output: String?
    let rules: String?
    let configuration: CheckConfiguration
    let baseline: Baseline?
    let writeBaseline: String?
    let statistics: Bool
    let failOn: Severity?
    let jobs: Int
    let maximumSize: Int
  }

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    var settings = try CheckSettings(session)
    let asked = words(invocation, select), refused = words(invocation, ignore)
    for (option, list) in [(select, asked), (ignore, refused)] {
      for word in list where Check.matching(word).isEmpty {
        throw .usage([.unknownCheck(option.declaration.spelling, word)])
      }
    }
    if !asked.isEmpty { settings.configuration.select = asked }
    settings.configuration.ignore += refused
    settings.configuration.least = invocation[severity] ?? settings.configuration.least
    let fail = invocation[failOn]?.rawValue ?? settings.configuration.failOn ?? "error"
    settings.configuration.failOn = fail
    if invocation[showConfig] {
      let text = settings.described(invocation.values.compactMapValues(\.last), in: session.languages.message)
      try session.writing(to: invocation[CommonOptions.output]) { (output) throws(CommandFailure) in
        try output.write(text)
      }
      return .clean
    }
    if invocation.arguments.isEmpty {
      throw .usage([.missingArgument(Argument.files)])
    }
    let files = try session.select(invocation.arguments)
    let request = Request(
      files: files, format: invocation[format] ?? .text, output: invocation[CommonOptions.output],
      rules: invocation[CommonOptions.rules] ?? settings.configuration.rules,
      configuration: settings.configuration,
      baseline: try invocation[baseline].map { (path) throws(CommandFailure) in try read(path, session) },
      writeBaseline: invocation[writeBaseline], statistics: invocation[statistics],
      failOn: Severity(rawValue: fail),
      jobs: invocation[CommonOptions.jobs] ?? 1, maximumSize: invocation[CommonOptions.maximumSize] ?? .max)
    // A damaged baseline is refused before it could be overwritten.
    if let path = request.writeBaseline, (try? FileStatus(of: Path(path)))?.kind == .regular {
      _ = try read(path, session)
    }
    return try answer(request, session)
  }

  /// The comma-separated words of a repeatable option.
  private static func words(_ invocation: Invocation, _ option: Option<String>) -> [String] {
    invocation.all(option).flatMap { $0.split(whereSeparator: { ",， ".contains($0) }).map(String.init) }
  }

  private static func read(_ path: String, _ session: Session) throws(CommandFailure) -> Baseline {
    do throws(Complaint) {
      let file = InputFile(source: .file(Path(path)), name: path)
      let bytes = try InputBytes.read(file, limit: 1 << 30, standardInput: session.io.input)
      do throws(RuleError) { return try Baseline(parsing: bytes, file: path) } catch {
        throw Complaint(error)
      }
    } catch {
      throw .complaint(error)
    }
  }

  /// Checks the files and writes the findings: the one place where this verb meets the engine.
  private static func answer(_ request: Request, _ session: Session) throws(CommandFailure) -> ExitStatus {
    let vocabulary = try session.vocabulary()
    let choice = try RuleChoice(request.rules, vocabulary: vocabulary, limit: request.maximumSize, session)
    let language = session.textLanguage(writingTo: request.output)
    let configuration = request.configuration
    let checks = configuration.checks
    let baseline = request.baseline
    var answers: [DocumentFindings] = []
    try session.writing(to: request.output, inputs: request.files.compactMap(\.path)) {
      (output) throws(CommandFailure) in
      try session.forEachDocument(
        in: request.files, jobs: request.jobs, limit: request.maximumSize, vocabulary: vocabulary
      ) { (document) throws(Complaint) -> DocumentFindings in
        do throws(RuleError) {
          guard let pack = try choice.packs(for: document.sheets, language: language).first?.pack else {
            return DocumentFindings(file: document.file, pack: "", findings: [], counts: [], undecided: [:])
          }
          let checker = try Checker(
            pack: pack, vocabulary: vocabulary, checks: checks, overrides: configuration.parameters,
            language: language)
          var findings = checker.check(document)
          findings.apply(suppressed: configuration.suppressed, baseline: baseline, least: configuration.least)
          return findings
        } catch {
          throw Complaint(error)
        }
      } consume: { (answer) throws(CommandFailure) in
        answers.append(answer)
      }
      if answers.isEmpty { throw .reported }
      try output.write(render(answers, checks, request, language))
    }
    let findings = answers.flatMap(\.findings)
    if let path = request.writeBaseline {
      try session.writing(to: path, inputs: request.files.compactMap(\.path)) {
        (output) throws(CommandFailure) in
        try output.write(Baseline.render(findings))
      }
      return .clean
    }
    guard let least = request.failOn else { return .clean }
    return findings.contains { $0.suppression == nil && $0.severity >= least } ? .findings : .clean
  }

  private static func render(
    _ answers: [DocumentFindings], _ checks: [Check], _ request: Request, _ language: Language
  ) -> [UInt8] {
    switch request.format {
    case .text: FindingsText.render(answers, language: language, statistics: request.statistics)
    case .json: FindingsJSON.render(answers, language: language)
    case .csv: FindingsCSV.render(answers)
    case .markdown: FindingsMarkdown.render(answers, language: language)
    case .sarif: FindingsSARIF.render(answers, checks: checks, version: Version.current, language: language)
    case .github: FindingsGitHub.render(answers)
    }
  }
}

extension Complaint {
  /// A check that does not exist, with the nearest one that does.
  static func unknownCheck(_ option: String, _ word: String) -> Complaint {
    Complaint(
      option, Wording("没有检查 \(word)", "no check \(word)"),
      remedy: Check.nearest(to: word).map { Wording("是否想写 \($0)？", "did you mean \($0)?") }
        ?? Wording("用 jixiao explain checks 查看全部", "see them all with jixiao explain checks"))
  }
}
