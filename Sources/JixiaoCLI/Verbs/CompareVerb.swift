import Jixiao
import JixiaoDocuments
import JixiaoReports

/// `jixiao compare`: bodies, years and projects side by side.
enum CompareVerb {
  enum Format: String, Sendable, CaseIterable {
    case text, json, csv, markdown, html
  }

  static let format = Option<Format>.choice(
    "format", of: Format.allCases, fallback: .text, Wording("输出格式", "output format"))

  static let by = Option<ComparisonAxis>.choice(
    "by", of: ComparisonAxis.allCases, fallback: .organization,
    Wording("按什么分组：单位、年度、项目、一级指标，或只看指标族", "what stands side by side"))

  static let baseline = Option.text(
    "baseline", Wording("组名", "GROUP"), completion: .nothing,
    Wording("以这一组为基准，列出各组与它的差", "hold the others against this group"))

  static let minimumPeers = Option.number(
    "min-peers", 2...1_000_000, fallback: 3, Wording("同侪少于这个数时不作统计", "no statistics below so many peers"))

  static let band = Option.number(
    "band", 0...100, fallback: 20,
    Wording("排名时各一级指标权重可上下浮动的百分比", "percent by which level-1 weights may move in the ranking"))

  static let top = Option.number(
    "top", 1...1_000_000, fallback: 20,
    Wording("text 和 markdown 逐个列出的指标族数", "families that text shows one by one"))

  static let align = Option.text(
    "align", Wording("文件", "FILE"), completion: .files,
    Wording("人工指定的对应表（CSV 或 JSON），优先于自动对应", "your own alignment (CSV or JSON), over the automatic one"))

  static let writeAlign = Option.text(
    "write-align", Wording("文件", "FILE"), completion: .files,
    Wording("写出所用的对应表，可改后再用", "write the alignment that was used, to be edited"))

  static let verb = Verb(
    name: "compare",
    summary: Wording("比较各单位、各年度、各项目的同类指标", "compare bodies, years and projects on what they share"),
    details: [
      Wording(
        "名称归一后按末尾（及时率、人数、成本…）和字对相似度归族；单位换算成一个，不能换算的列明原因，不静默丢弃。",
        "Names are brought to one form and grouped by what they measure and how alike they are; what does not convert is listed with the reason."
      )
    ],
    usage: [Wording("[选项] 文件…", "[OPTION]… FILE…")],
    arguments: [.files],
    options: [
      by.declaration, format.declaration, CommonOptions.output.declaration, baseline.declaration,
      minimumPeers.declaration, band.declaration, top.declaration, align.declaration, writeAlign.declaration,
      whatIf.declaration, improve.declaration, CommonOptions.rules.declaration,
      CommonOptions.force.declaration, CommonOptions.jobs.declaration,
      CommonOptions.maximumSize.declaration,
    ],
    examples: [
      Example(
        "jixiao compare Tests/Fixtures/plan-tab-table.txt Tests/Fixtures/self-assessment-cell-lines.txt",
        Wording("两份文件并列", "two files side by side")),
      Example(
        "jixiao compare Tests/Fixtures/plan-tab-table.txt Tests/Fixtures/self-assessment-cell-lines.txt --by project --min-peers 2",
        Wording("按项目，两个同侪即作统计", "by project, with two peers enough")),
      Example(
        "jixiao compare Tests/Fixtures/sheets --write-align 对应.csv --format csv -o 比较.csv",
        Wording("写出对应表和全部数据", "write the alignment and all data")),
      Example(
        "jixiao compare Tests/Fixtures/sheets/year-end.csv --what-if Tests/Fixtures/what-if.csv",
        Wording("改几个实际完成值，总分和等级会怎样", "totals and grades with other actuals")),
      Example(
        "jixiao compare Tests/Fixtures/sheets/year-end.csv --improve --rules literal",
        Wording("到下一等级最少要改什么", "the least changes that reach the better grades")),
    ], run: run)

  /// What was asked for, checked and typed.
  struct Request: Sendable {
    let files: [InputFile]
    let format: Format
    let axis: ComparisonAxis
    let output: String?
    let baseline: String?
    let minimumPeers: Int
    let band: Int
    let top: Int
    let align: InputFile?
    let writeAlign: String?
    let rules: String?
    let force: Bool
    let jobs: Int
    let maximumSize: Int

    /// Every file that must not be overwritten.
    var inputs: [Path] { (files + [align].compactMap(\.self)).compactMap(\.path) }
  }

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    if invocation[whatIf] != nil || invocation[improve] {
      let own = invocation[whatIf] != nil ? whatIf.declaration : improve.declaration
      let idle = [
        by.declaration, baseline.declaration, minimumPeers.declaration, band.declaration, top.declaration,
        align.declaration, writeAlign.declaration,
      ].filter { invocation.has($0.name) }
      if !idle.isEmpty { throw .usage(idle.map { .idle($0.spelling, beside: own.spelling) }) }
      return try answerWhatIf(invocation, session)
    }
    let output = invocation[CommonOptions.output], form = invocation[writeAlign]
    if let form, form == output || form == "-" {
      throw .usage([.ownFile(writeAlign.declaration.spelling)])
    }
    let request = Request(
      files: try session.select(invocation.arguments), format: invocation[format] ?? .text,
      axis: invocation[by] ?? .organization, output: output, baseline: invocation[baseline],
      minimumPeers: invocation[minimumPeers] ?? 3, band: invocation[band] ?? 20, top: invocation[top] ?? 20,
      align: try invocation[align].map { (path) throws(CommandFailure) in try session.select([path]) }?.first,
      writeAlign: form, rules: invocation[CommonOptions.rules], force: invocation[CommonOptions.force],
      jobs: invocation[CommonOptions.jobs] ?? 1, maximumSize: invocation[CommonOptions.maximumSize] ?? .max)
    try session.writing(to: output, inputs: request.inputs) { (output) throws(CommandFailure) in
      guard let form else { return try answer(request, output, nil, session) }
      try session.writing(
        to: form, keepingExisting: !request.force, inputs: request.inputs
      ) { (form) throws(CommandFailure) in try answer(request, output, form, session) }
    }
    return .clean
  }

  /// Reads, aligns and renders: the one place where this verb meets the engine.
  private static func answer(
    _ request: Request, _ output: Output, _ form: Output?, _ session: Session
  ) throws(CommandFailure) {
    let vocabulary = try session.vocabulary()
    let comparison = try comparison(request, vocabulary, session)
    let groups = ComparisonGroups(comparison, by: request.axis)
    let sharing = SharedWork(jobs: request.jobs)
    let baseline = try request.baseline.map { (name) throws(CommandFailure) in try group(name, groups) }
    let content = ComparisonContent(
      comparison, groups: groups, baseline: baseline, top: request.top,
      ranking: try ranking(comparison, groups, request),
      language: session.textLanguage(writingTo: request.output), sharing: sharing)
    switch request.format {
    case .text: try output.write(ComparisonText.render(content))
    case .markdown: try output.write(ComparisonMarkdown.render(content))
    case .html: try output.write(ComparisonHTML.render(content))
    case .csv:
      try ComparisonCSV.render(content, sharing: sharing) { (bytes) throws(CommandFailure) in
        try output.write(bytes)
      }
    case .json:
      try ComparisonJSON.render(content, sharing: sharing) { (bytes) throws(CommandFailure) in
        try output.write(bytes)
      }
    }
    try form?.write(AlignmentCSV.render(comparison))
  }

  /// The ranking of whole groups; nil where the groups cut through sheets, or the families are all that is asked for.
  private static func ranking(
    _ comparison: Comparison, _ groups: ComparisonGroups, _ request: Request
  ) throws(CommandFailure) -> RankFields? {
    if groups.axis == .level1 || groups.axis == .family { return nil }
    do throws(RuleError) {
      return RankFields(
        comparison, by: groups, parameters: try .embedded(),
        band: Ratio(Exact(request.band), over: Exact(100)), sharing: SharedWork(jobs: request.jobs))
    } catch {
      throw .complaint(Complaint(error))
    }
  }

  private static func comparison(
    _ request: Request, _ vocabulary: Vocabulary, _ session: Session
  ) throws(CommandFailure) -> Comparison {
    var choice = try RuleChoice(request.rules, vocabulary: vocabulary, limit: request.maximumSize, session)
    var others: [Scorer] = []
    if case .all = choice.which {
      let language = session.languages.output
      others = choice.packs.map { Scorer(pack: $0, vocabulary: vocabulary, language: language) }
      // What is shown of single rows stays that of each document's own pack.
      choice = try RuleChoice(nil, vocabulary: vocabulary, limit: request.maximumSize, session)
    }
    let alignment = try request.align.map { (file) throws(CommandFailure) in
      try readAlignment(file, limit: request.maximumSize, session)
    }
    let builder: ComparisonBuilder
    do throws(RuleError) {
      var parameters = try ComparisonParameters.embedded()
      parameters.minimumPeers = request.minimumPeers
      builder = ComparisonBuilder(
        words: try .embedded(), parameters: parameters, vocabulary: vocabulary,
        packs: others.map(\.pack.id))
    } catch {
      throw .complaint(Complaint(error))
    }
    var input = ComparisonInput(
      session, vocabulary: vocabulary, choice: choice, others: others, jobs: request.jobs,
      limit: request.maximumSize,
      builder: builder)
    try input.read(request.files)
    if input.documents == 0 { throw .reported }
    do throws(AlignmentError) {
      return try input.builder.finished(alignment: alignment, sharing: SharedWork(jobs: request.jobs))
    } catch {
      throw .complaint(Complaint(error))
    }
  }

  private static func readAlignment(
    _ file: InputFile, limit: Int, _ session: Session
  ) throws(CommandFailure) -> AlignmentFile {
    do throws(Complaint) {
      let bytes = try InputBytes.read(file, limit: limit, standardInput: session.io.input)
      do throws(AlignmentError) {
        return try AlignmentReader(language: session.languages.message).read(bytes, file: file.name)
      } catch {
        throw Complaint(error)
      }
    } catch {
      throw .complaint(error)
    }
  }

  /// The group of a name; a name that is none gets the nearest.
  private static func group(_ name: String, _ groups: ComparisonGroups) throws(CommandFailure) -> Int {
    if let index = groups.names.firstIndex(of: name) { return index }
    let near = nearestName(to: name, among: groups.names) ?? groups.names.first { $0.contains(name) }
    throw .complaint(
      Complaint(
        "--baseline", Wording("没有“\(name)”这一组", "there is no group “\(name)”"),
        remedy: near.map { Wording("是否想写 \($0)？", "did you mean \($0)?") }
          ?? Wording(
            "现有：\(groups.names.prefix(5).joined(separator: "、"))",
            "there are: \(groups.names.prefix(5).joined(separator: ", "))")))
  }
}

extension Complaint {
  init(_ error: AlignmentError) {
    self.init(nil, Wording(error.message(in: .zh), error.message(in: .en)))
  }
}
