import Jixiao
import JixiaoDocuments
import JixiaoReports

/// `jixiao compare --what-if`: the sheets beside what they would be with other actuals or weights, and what the next
/// grades would take.
extension CompareVerb {
  static let whatIf = Option.text(
    "what-if", Wording("文件", "FILE"), completion: .files,
    Wording(
      "假设改动实际完成值或权重（CSV 或 JSON：file、sheet、indicator、actual、weight），看总分和等级的变化",
      "totals and grades with other actuals or weights (CSV or JSON: file, sheet, indicator, actual, weight)")
  )

  static let improve = Option.flag(
    "improve",
    Wording(
      "各表到下一等级最少要改什么；可与 --what-if 同用", "the least changes that reach the better grades; also with --what-if"))

  /// Answers a what-if question; its own formats are those of the verb.
  static func answerWhatIf(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus
  {
    let limit = invocation[CommonOptions.maximumSize] ?? .max
    let files = try session.select(invocation.arguments)
    let form = try invocation[whatIf].map { (path) throws(CommandFailure) in try session.select([path]) }?
      .first
    let changes = try form.map { (form) throws(CommandFailure) in
      try readChanges(form, limit: limit, session)
    }
    let output = invocation[CommonOptions.output]
    let inputs = (files + [form].compactMap(\.self)).compactMap(\.path)
    try session.writing(to: output, inputs: inputs) { (destination) throws(CommandFailure) in
      let vocabulary = try session.vocabulary()
      let choice = try RuleChoice(
        invocation[CommonOptions.rules], vocabulary: vocabulary, limit: limit, session)
      let language = session.languages.output
      let isImproving = invocation[improve]
      var answers: [(pack: RulePack, answer: WhatIf)] = []
      try session.forEachDocument(
        in: files, jobs: invocation[CommonOptions.jobs] ?? 1, limit: limit, vocabulary: vocabulary
      ) { (document) throws(Complaint) -> [(RulePack, WhatIf)] in
        do throws(RuleError) {
          return try choice.packs(for: document.sheets, language: language).map { pack, _ in
            let scorer = Scorer(pack: pack, vocabulary: vocabulary, language: language)
            return (pack, WhatIf(document, changes: changes ?? [], scorer: scorer, findingGoals: isImproving))
          }
        } catch {
          throw Complaint(error)
        }
      } consume: { (answer) throws(CommandFailure) in
        answers += answer
      }
      if answers.isEmpty { throw .reported }
      tell(answers.map(\.answer), changes ?? [], session)
      let records = records(answers, language)
      let text = session.textLanguage(writingTo: output)
      switch invocation[format] ?? .text {
      case .text: try destination.write(WhatIfText.render(records, language: text))
      case .markdown: try destination.write(WhatIfMarkdown.render(records, language: text))
      case .csv: try destination.write(WhatIfCSV.render(records))
      case .json: try destination.write(WhatIfJSON.render(records))
      }
    }
    return .clean
  }

  /// The records of every pack in turn, organisations after the sheets of their pack.
  private static func records(
    _ answers: [(pack: RulePack, answer: WhatIf)], _ language: Language
  ) -> [WhatIfRecord] {
    var packs: [RulePack] = []
    for (pack, _) in answers where !packs.contains(where: { $0.id == pack.id }) { packs.append(pack) }
    return packs.flatMap { pack in
      let own = answers.filter { $0.pack.id == pack.id }.map(\.answer)
      return WhatIfRecord.all(
        own, organizations: OrganizationTotal.all(of: own, scale: pack.grades.rule), pack: pack.id,
        language: language)
    }
  }

  /// Tells the changes that could not be made, each once.
  private static func tell(_ answers: [WhatIf], _ changes: [RowChange], _ session: Session) {
    var told: Set<RowChangeError> = []
    for answer in answers {
      for problem in answer.problems where told.insert(problem).inserted {
        session.tell(
          Complaint(
            problem.change.file == nil ? answer.file : nil,
            Wording(problem.message(in: .zh), problem.message(in: .en))))
      }
    }
    let files = Set(answers.map(\.file)).sorted()
    for change in changes {
      guard let file = change.file, !files.contains(file) else { continue }
      let lost = RowChangeError(
        change: change, kind: .unknownFile(nearest: nearestName(to: file, among: files)))
      session.tell(Complaint(nil, Wording(lost.message(in: .zh), lost.message(in: .en))))
    }
  }

  private static func readChanges(
    _ file: InputFile, limit: Int, _ session: Session
  ) throws(CommandFailure) -> [RowChange] {
    let bytes: [UInt8]
    do throws(Complaint) {
      bytes = try InputBytes.read(file, limit: limit, standardInput: session.io.input)
    } catch {
      throw .complaint(error)
    }
    let (changes, problems) = ChangesReader(language: session.languages.message).read(bytes)
    for problem in problems {
      let line = problem.line.map { session.languages.message.pick("第\($0)行 ", "line \($0) ") } ?? ""
      session.tell(Complaint(file.name, Wording(line + problem.text, line + problem.text)))
    }
    return changes
  }
}
