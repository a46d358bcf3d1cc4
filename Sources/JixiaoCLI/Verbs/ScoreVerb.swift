import Jixiao
import JixiaoDocuments
import JixiaoReports

/// `jixiao score`: what each indicator earned, by which clause.
enum ScoreVerb {
  enum Format: String, Sendable, CaseIterable {
    case text, json, ndjson, csv, markdown
  }

  static let format = Option<Format>.choice(
    "format", of: Format.allCases, fallback: .text, Wording("输出格式", "output format"))

  static let decisions = Option.text(
    "decisions", Wording("文件", "FILE"), completion: .files,
    Wording("评价人员的决定：区间内给分、不适用、扣分（CSV 或 JSON）", "the evaluator's own points and reasons (CSV or JSON)"))

  static let writeDecisions = Option.text(
    "write-decisions", Wording("文件", "FILE"), completion: .files,
    Wording("写出待填的决定表；已有的文件要加 --force 才覆盖", "write the empty form; needs --force to overwrite"))

  static let plan = Option.text(
    "plan", Wording("文件", "FILE"), completion: .files,
    Wording("按批复的目标表评年终表", "score on the targets of the approved plan"))

  static let totals = Option.flag(
    "totals",
    Wording(
      "每张表只输出一行合计（CSV），表格和 NDJSON 边读边算", "one line of totals a sheet (CSV), streaming tables and NDJSON"))

  static let summary = Option.flag(
    "summary",
    Wording(
      "按单位、年度、一级指标合计（CSV），表格边读边算", "sums by organisation, year and level 1 (CSV), streaming tables"))

  static let strict = Option.flag(
    "strict", Wording("流式读取时遇到第一处读不了就停", "in a stream, stop at the first thing that cannot be read"))

  static let maximumErrors = Option.number(
    "max-errors", 0...1_000_000_000, fallback: 1000,
    Wording("流式读取时未读超过这么多处就停", "in a stream, stop when more places than this cannot be read"))

  static let checkAdjacent = Option.flag(
    "check-adjacent",
    Wording(
      "流式读取表格时查出行不相邻的表；每张表要多占几十字节内存",
      "in a stream of a table, report sheets whose rows are not adjacent, at some tens of bytes a sheet"))

  static let blockSize = Option.size(
    "block-size", fallback: "256K",
    Wording("流式读取的块大小；不影响结果", "bytes read at a time; never changes the result"))

  static let range = Option.text(
    "range", Wording("起-止", "FROM-TO"), completion: .nothing,
    Wording(
      "--totals：只算从这些字节里开始的表，边界自动移到表的开头；例如 0-1000000、1000000-",
      "--totals: only sheets that begin in these bytes, such as 0-1000000 or 1000000-"))

  static let shard = Option.flag(
    "shard", Wording("--totals：输出可用 jixiao merge 合并的部分结果", "--totals: a partial result for jixiao merge"))

  static let verb = Verb(
    name: "score",
    summary: Wording("按规则打分，逐条说明依据", "score by cited rules, with the reason for every point"),
    details: [
      Wording(
        "定性指标和依据不足的地方给出区间，不替人判断；末尾列出最要紧的几行。",
        "Where a person must judge, the answer is an interval; the rows that matter most come last.")
    ],
    usage: [Wording("[选项] 文件…", "[OPTION]… FILE…")],
    arguments: [.files],
    options: [
      CommonOptions.rules.declaration, format.declaration, CommonOptions.output.declaration,
      decisions.declaration, writeDecisions.declaration, plan.declaration, CommonOptions.force.declaration,
      totals.declaration, summary.declaration, shard.declaration, range.declaration, strict.declaration,
      maximumErrors.declaration, checkAdjacent.declaration,
      blockSize.declaration,
      CommonOptions.jobs.declaration, CommonOptions.maximumSize.declaration, CommonOptions.limit.declaration,
    ],
    examples: [
      Example(
        "jixiao score Tests/Fixtures/self-assessment-cell-lines.txt",
        Wording("自动选规则包并说明理由", "with the pack chosen by year, and why")),
      Example(
        "jixiao score Tests/Fixtures/self-assessment-cell-lines.txt --rules literal --format json",
        Wording("指定规则包，输出 JSON", "a given pack, as JSON")),
      Example(
        "jixiao score Tests/Fixtures/self-assessment-cell-lines.txt --rules all",
        Wording("各规则包并列，指出差在哪一条", "all packs side by side")),
      Example(
        "jixiao score Tests/Fixtures/sheets/year-end.csv --rules literal --totals --shard --range 0-300",
        Wording("算文件的一段，留给 jixiao merge", "score a part of a file, for jixiao merge")),
      Example(
        "jixiao score Tests/Fixtures/sheets/year-end.csv --rules literal --summary",
        Wording("按单位、年度、一级指标合计", "sums by organisation, year and level 1")),
      Example(
        "jixiao score Tests/Fixtures/self-assessment-cell-lines.txt --write-decisions 决定.csv",
        Wording("写出待人判断的行", "write down what a person must judge")),
      Example(
        "jixiao score Tests/Fixtures/self-assessment-cell-lines.txt --decisions Tests/Fixtures/decisions.csv",
        Wording("按填好的决定打分", "score with the decisions filled in")),
      Example(
        "jixiao score Tests/Fixtures/sheets/year-end.csv --plan Tests/Fixtures/sheets/plan.csv",
        Wording("按批复的目标评年终表", "score on the approved plan")),
    ], run: run)

  /// What was asked for, checked and typed.
  struct Request: Sendable {
    let files: [InputFile]
    let format: Format
    let output: String?
    /// As written; nil lets the documents decide.
    let rules: String?
    let decisions: InputFile?
    let writeDecisions: String?
    let plan: [InputFile]
    let force: Bool
    let jobs: Int
    let maximumSize: Int

    /// Every file that must not be overwritten.
    var inputs: [Path] { (files + plan + [decisions].compactMap(\.self)).compactMap(\.path) }
  }

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    let output = invocation[CommonOptions.output], form = invocation[writeDecisions]
    if let form, form == output || form == "-" {
      throw .usage([.ownFile(writeDecisions.declaration.spelling)])
    }
    if invocation[totals] || invocation[summary] { return try streamTotals(invocation, session) }
    for alone in [shard.declaration.spelling].filter({ _ in invocation[shard] })
      + [range.declaration.spelling].filter({ _ in invocation[range] != nil })
    {
      throw .usage([.needs(alone, totals.declaration.spelling)])
    }
    let request = Request(
      files: try session.select(invocation.arguments), format: invocation[format] ?? .text, output: output,
      rules: invocation[CommonOptions.rules],
      decisions: try invocation[decisions].map { (path) throws(CommandFailure) in try session.select([path])
      }?
      .first,
      writeDecisions: form,
      plan: try invocation[plan].map { (path) throws(CommandFailure) in try session.select([path]) } ?? [],
      force: invocation[CommonOptions.force], jobs: invocation[CommonOptions.jobs] ?? 1,
      maximumSize: invocation[CommonOptions.maximumSize] ?? .max)
    if request.format == .csv, form == nil, request.decisions == nil, request.plan.isEmpty,
      isOnePack(request.rules), request.files.allSatisfy({ isStream($0) })
    {
      return try stream(.rows, invocation, request.files, nil, session)
    }
    try session.writing(to: output, inputs: request.inputs) { (output) throws(CommandFailure) in
      guard let form else { return try answer(request, output, nil, session) }
      try session.writing(
        to: form, keepingExisting: !request.force, inputs: request.inputs
      ) { (form) throws(CommandFailure) in try answer(request, output, form, session) }
    }
    return .clean
  }

  /// Scores the files and writes the result: the one place where this verb meets the engine.
  ///
  /// `form` is where `--write-decisions` goes, nil when it was not asked for.
  static func answer(
    _ request: Request, _ output: Output, _ form: Output?, _ session: Session
  ) throws(CommandFailure) {
    let vocabulary = try session.vocabulary()
    let choice = try RuleChoice(request.rules, vocabulary: vocabulary, limit: request.maximumSize, session)
    let decisions = try request.decisions.map { (file) throws(CommandFailure) in
      try readDecisions(file, limit: request.maximumSize, session)
    }
    let plan =
      request.plan.isEmpty
      ? nil
      : try session.documents(
        in: request.plan, jobs: request.jobs, limit: request.maximumSize, vocabulary: vocabulary)
    var scores: [DocumentScore] = []
    var changes: [(file: String, change: PlanLink.Change)] = []
    let language = session.languages.output
    try session.forEachDocument(
      in: request.files, jobs: request.jobs, limit: request.maximumSize, vocabulary: vocabulary
    ) { (document) throws(Complaint) -> ([DocumentScore], PlanLink?) in
      let link = plan.map { PlanLink(yearEnd: document, plan: $0) }
      do throws(RuleError) {
        var scores: [DocumentScore] = []
        for (pack, why) in try choice.packs(for: (link?.document ?? document).sheets, language: language) {
          let scorer = Scorer(pack: pack, vocabulary: vocabulary, language: language)
          scores.append(scorer.score(document, packWhy: why, decisions: decisions ?? [], link: link))
        }
        return (scores, link)
      } catch {
        throw Complaint(error)
      }
    } consume: { (answer) throws(CommandFailure) in
      scores += answer.0
      let file = answer.0.first?.file ?? ""
      changes += (answer.1?.changes ?? []).map { (file, $0) }
    }
    if scores.isEmpty { throw .reported }
    report(scores, changes, decisions ?? [], session)
    try write(scores, choice, request, output, session)
    try form?.write(DecisionsCSV.render(scores, columns: DecisionsReader.columns))
  }

  static func readDecisions(
    _ file: InputFile, limit: Int, _ session: Session
  ) throws(CommandFailure) -> [Decision] {
    let bytes: [UInt8]
    do throws(Complaint) {
      bytes = try InputBytes.read(file, limit: limit, standardInput: session.io.input)
    } catch {
      throw .complaint(error)
    }
    let (decisions, problems) = DecisionsReader(language: session.languages.message).read(bytes)
    for problem in problems {
      let line = problem.line.map { session.languages.message.pick("第\($0)行 ", "line \($0) ") } ?? ""
      session.tell(Complaint(file.name, Wording(line + problem.text, line + problem.text)))
    }
    return decisions
  }

  /// Tells what a reader of the numbers has to know: plans, the pack chosen, changes against the plan, decisions that failed.
  static func report(
    _ scores: [DocumentScore], _ changes: [(file: String, change: PlanLink.Change)], _ decisions: [Decision],
    _ session: Session
  ) {
    let language = session.languages.message
    var told: Set<DecisionError> = []
    for score in scores {
      for problem in score.problems where told.insert(problem).inserted {
        session.tell(
          Complaint(score.file, Wording(problem.message(in: .zh), problem.message(in: .en))))
      }
    }
    let files = Set(scores.map(\.file))
    for decision in decisions {
      if let file = decision.file, !files.contains(file) {
        let lost = DecisionError(decision: decision, kind: .unknownRow)
        session.tell(Complaint(nil, Wording(lost.message(in: .zh), lost.message(in: .en))))
      }
    }
    for (file, change) in changes { session.say("\(file): " + change.message(in: language)) }
    var plans: Set<String> = []
    for score in scores where plans.insert(score.file).inserted {
      let count = score.sheets.count(where: \.isPlan)
      session.sayPlans(count, of: score.file)
    }
  }

  private static func write(
    _ scores: [DocumentScore], _ choice: RuleChoice, _ request: Request, _ output: Output, _ session: Session
  ) throws(CommandFailure) {
    var spread: [PackSpread]?
    if case .all = choice.which { spread = PackSpread.between(scores) }
    let language = session.textLanguage(writingTo: request.output)
    let clause: @Sendable (String) -> Clause? = { choice.clause($0) }
    let bytes =
      switch (request.format, spread) {
      case (.text, let spread?): SpreadText.render(scores, spread, language: language)
      case (.text, nil): ScoresText.render(scores, language: language, clause: clause)
      case (.json, _): ScoresJSON.render(scores, spread: spread)
      case (.ndjson, _): ScoresJSON.renderLines(scores)
      case (.csv, _): ScoresCSV.render(scores)
      case (.markdown, _): ScoresMarkdown.render(scores, language: language, clause: clause)
      }
    try output.write(bytes)
  }
}
