import Jixiao
import JixiaoDocuments
import JixiaoReports

/// `jixiao compare --what-if FILE` and `--goals`: sheets beside what they would be, and the ways to the next grades.
struct WhatIfMode {
  static let assumptions = Option.text(
    "what-if", Wording("文件", "FILE"), completion: .files,
    Wording(
      "假设的实际值或分值（CSV 或 JSON：file, sheet, indicator, actual, weight），给出前后的得分和等级",
      "supposed actuals or weights (CSV or JSON: file, sheet, indicator, actual, weight): points before and after"
    ))

  static let goals = Option.flag(
    "goals", Wording("每张自评表到下一等级最少要改进什么", "the smallest improvements that lift a sheet to the next grades"))

  let files: [InputFile]
  let assumptions: InputFile?
  let format: CompareVerb.Format
  let output: String?
  let rules: String?
  let jobs: Int
  let maximumSize: Int

  /// Nil where neither option is given.
  init?(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    guard invocation[Self.assumptions] != nil || invocation[Self.goals] else { return nil }
    files = try session.select(invocation.arguments)
    assumptions = try invocation[Self.assumptions].map { (path) throws(CommandFailure) in
      try session.select([path])
    }?.first
    format = invocation[CompareVerb.format] ?? .text
    output = invocation[CommonOptions.output]
    rules = invocation[CommonOptions.rules]
    jobs = invocation[CommonOptions.jobs] ?? 1
    maximumSize = invocation[CommonOptions.maximumSize] ?? .max
    guard format == .text || format == .json else {
      throw .complaint(
        Complaint(
          "--format",
          Wording("--what-if 和 --goals 没有 \(format.rawValue) 格式", "no \(format.rawValue) of what would be"),
          remedy: Wording("请用 text 或 json", "use text or json")))
    }
  }

  func run(_ session: Session) throws(CommandFailure) -> ExitStatus {
    let inputs = (files + [assumptions].compactMap(\.self)).compactMap(\.path)
    try session.writing(to: output, inputs: inputs) { (output) throws(CommandFailure) in
      let answers = try self.answers(session)
      switch format {
      case .json: try output.write(WhatIfJSON.render(answers))
      default:
        try output.write(WhatIfText.render(answers, language: session.textLanguage(writingTo: self.output)))
      }
    }
    return .clean
  }

  private func answers(_ session: Session) throws(CommandFailure) -> [WhatIf] {
    let vocabulary = try session.vocabulary()
    let choice = try RuleChoice(rules, vocabulary: vocabulary, limit: maximumSize, session)
    let assumed = try supposed(session)
    let language = session.languages.output
    var answers: [WhatIf] = []
    var names: Set<String> = []
    try session.forEachDocument(in: files, jobs: jobs, limit: maximumSize, vocabulary: vocabulary) {
      (document) throws(Complaint) -> (file: String, answers: [WhatIf], unknown: [Assumption]) in
      do throws(RuleError) {
        var answers: [WhatIf] = []
        var unknown: [Assumption] = []
        for (pack, _) in try choice.packs(for: document.sheets, language: language) {
          let scorer = Scorer(pack: pack, vocabulary: vocabulary, language: language)
          let found = WhatIf.sheets(of: document, assuming: assumed, scorer: scorer)
          answers += found.answers
          unknown = found.unknown
        }
        return (document.file, answers, unknown)
      } catch {
        throw Complaint(error)
      }
    } consume: { (found) throws(CommandFailure) in
      names.insert(found.file)
      answers += found.answers
      for assumption in found.unknown { session.tell(.noSuchRow(assumption, in: found.file)) }
    }
    if answers.isEmpty { throw .reported }
    for assumption in assumed {
      guard let file = assumption.file, !names.contains(file) else { continue }
      session.tell(.noSuchFile(assumption, file, nearest: nearestName(to: file, among: names.sorted())))
    }
    return answers
  }

  private func supposed(_ session: Session) throws(CommandFailure) -> [Assumption] {
    guard let file = assumptions else { return [] }
    let bytes: [UInt8]
    do throws(Complaint) {
      bytes = try InputBytes.read(file, limit: maximumSize, standardInput: session.io.input)
    } catch {
      throw .complaint(error)
    }
    let (found, problems) = AssumptionsReader(language: session.languages.message).read(bytes)
    for problem in problems {
      let line = problem.line.map { session.languages.message.pick("第\($0)行 ", "line \($0) ") } ?? ""
      session.tell(Complaint(file.name, Wording(line + problem.text, line + problem.text)))
    }
    return found
  }
}

extension Complaint {
  fileprivate static func noSuchRow(_ assumption: Assumption, in file: String) -> Complaint {
    Complaint(
      file,
      Wording(
        "没有第\(assumption.sheet)张表第\(assumption.indicator)行，该假设没有用上",
        "there is no sheet \(assumption.sheet) indicator \(assumption.indicator); the assumption was not used"
      ),
      remedy: Wording("用 jixiao read 看表号和序号", "see the positions with jixiao read"))
  }

  fileprivate static func noSuchFile(_ assumption: Assumption, _ file: String, nearest: String?) -> Complaint
  {
    Complaint(
      file,
      Wording("假设里的这个文件不在输入里，没有用上", "this file of the assumptions is not among the inputs"),
      remedy: nearest.map { Wording("是否想写 \($0)？", "did you mean \($0)?") }
        ?? Wording("file 一列写输出里的文件名", "write the name that outputs show"))
  }
}
