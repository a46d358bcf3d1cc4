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
    "statistics",
    Wording(
      "列出各检查的适用、通过、不符、未定数和用时；机器格式的写到标准错误",
      "count applicable, passed, failed, undecided and time per check; on stderr beside machine formats"))

  static let fix = Option.flag(
    "fix",
    Wording(
      "把建议的修改写到 -o 文件（json、ndjson、csv，或与输入同为 xlsx、docx）；只改写法，不改内容",
      "write what is suggested to the -o file (json, ndjson, csv, or xlsx/docx like the input); notation only"
    ))

  static let unsafe = Option.flag(
    "unsafe",
    Wording("--fix：也改数值、符号、分值、名称和归类", "--fix: change values, signs, weights, names and categories too"))

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
      Wording(
        "--fix 逐处改过再查：问题没有消失，或者带来新的错误、警告，就不改，并说明。xlsx、docx 只改那几个单元格，其余字节不动。",
        "--fix checks again: a repair that does not mend its finding or brings another is not made. Of xlsx and docx only those cells change."
      ),
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
      statistics.declaration, fix.declaration, unsafe.declaration, CommonOptions.force.declaration,
      showConfig.declaration, CommonOptions.jobs.declaration,
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
      Example(
        "jixiao check Tests/Fixtures/plan-tab-table.txt --fix --unsafe -o 修改后.json --fail-on never",
        Wording("写出改好的表，列出余下的问题", "write the corrected sheets and list what is left")),
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
    /// Set where the corrected documents are written to `output`.
    let fix: Bool
    let allowsUnsafe: Bool
    let overwrites: Bool
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
      failOn: Severity(rawValue: fail), fix: invocation[fix], allowsUnsafe: invocation[unsafe],
      overwrites: invocation[CommonOptions.force],
      jobs: invocation[CommonOptions.jobs] ?? 1, maximumSize: invocation[CommonOptions.maximumSize] ?? .max)
    // A damaged baseline is refused before it could be overwritten.
    if let path = request.writeBaseline, (try? FileStatus(of: Path(path)))?.kind == .regular {
      _ = try read(path, session)
    }
    if request.fix { return try CheckFix(request, session).run() }
    for option in [unsafe, CommonOptions.force] where invocation[option] {
      throw .usage([.needs(option.declaration.spelling, "--fix")])
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

  /// Checks the files and writes the findings as they come: the one place where this verb meets the engine.
  private static func answer(_ request: Request, _ session: Session) throws(CommandFailure) -> ExitStatus {
    let vocabulary = try session.vocabulary()
    let choice = try RuleChoice(request.rules, vocabulary: vocabulary, limit: request.maximumSize, session)
    let language = session.textLanguage(writingTo: request.output)
    let checkers = CheckerChoice(
      choice, vocabulary: vocabulary, configuration: request.configuration, language: language,
      isTimed: request.statistics)
    var kept: [Finding] = []
    var fails = false
    try session.writing(to: request.output, inputs: request.files.compactMap(\.path)) {
      (output) throws(CommandFailure) in
      let findings = FindingsOutput(request, renderer(request, language), output)
      let inputs = CheckInputs(
        session: session, vocabulary: vocabulary, checkers: checkers, jobs: request.jobs,
        limit: request.maximumSize, output: findings)
      try inputs.check(request.files)
      try findings.end()
      let (compared, all) = findings.compared
      if compared < all {
        session.say(
          session.languages.message.pick(
            "共\(all)张项目表，跨文件查照抄时只比对了其中\(compared)张",
            "copies between files were looked for in \(compared) of \(all) project sheets"))
      }
      if request.statistics, request.format != .text {
        session.say(FindingsText.statistics(findings.counts, language: session.languages.message))
      }
      kept = findings.kept
      fails = findings.fails
    }
    if let path = request.writeBaseline {
      try session.writing(to: path, inputs: request.files.compactMap(\.path)) {
        (output) throws(CommandFailure) in
        try output.write(Baseline.render(kept))
      }
      return .clean
    }
    return fails ? .findings : .clean
  }

  static func renderer(_ request: Request, _ language: Language) -> any FindingsRenderer {
    switch request.format {
    case .text: FindingsText(language: language, statistics: request.statistics)
    case .json: FindingsJSON(language: language)
    case .csv: FindingsCSV()
    case .markdown: FindingsMarkdown(language: language)
    case .sarif:
      FindingsSARIF(
        checks: request.configuration.checks, version: Version.current, language: language)
    case .github: FindingsGitHub()
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
