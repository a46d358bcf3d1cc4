import Jixiao
import JixiaoDocuments
import JixiaoReports

/// `check --fix`: writes the corrected documents, tells each change, and lists what is left to find.
struct CheckFix {
  /// What the corrected documents are written as, by the ending of the output file.
  enum Form: String, CaseIterable {
    case json, ndjson, csv, xlsx, docx
  }

  private let request: CheckVerb.Request
  private let session: Session
  private let path: String
  private let form: Form

  /// - Throws: usage where `-o` is missing or ends in nothing that can be written.
  init(_ request: CheckVerb.Request, _ session: Session) throws(CommandFailure) {
    guard let path = request.output, path != "-" else {
      throw .usage([.needs(CheckVerb.fix.declaration.spelling, "-o OUT")])
    }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard path.contains("."), let form = Form(rawValue: ending) else {
      throw .usage([.notAllowed("-o", path, Form.allCases.map { ".\($0.rawValue)" })])
    }
    self.request = request
    self.session = session
    self.path = path
    self.form = form
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let vocabulary = try session.vocabulary()
    let choice = try RuleChoice(request.rules, vocabulary: vocabulary, limit: request.maximumSize, session)
    let language = session.textLanguage(writingTo: nil)
    let checkers = CheckerChoice(
      choice, vocabulary: vocabulary, configuration: request.configuration, language: language,
      isTimed: false)
    let outcomes =
      form == .xlsx || form == .docx
      ? [try office(checkers, vocabulary)] : try repaired(request.files, checkers, vocabulary)
    guard !outcomes.isEmpty else { throw .reported }
    for outcome in outcomes { tell(outcome) }
    let output = Output(session.io.output, shown: nil)
    let findings = FindingsOutput(request, CheckVerb.renderer(request, language), output)
    for outcome in outcomes {
      try findings.open(outcome.document.file)
      try findings.write(outcome.findings.findings)
      try findings.close(outcome.findings.counts)
    }
    try findings.end()
    try output.flush()
    return findings.fails ? .findings : .clean
  }

  /// Reads and repairs documents, and writes them in one of our own forms.
  private func repaired(
    _ files: [InputFile], _ checkers: CheckerChoice, _ vocabulary: Vocabulary
  ) throws(CommandFailure) -> [Repairer.Outcome] {
    let documents = try session.documents(
      in: files, jobs: request.jobs, limit: request.maximumSize, vocabulary: vocabulary)
    var outcomes: [Repairer.Outcome] = []
    for document in documents { outcomes.append(try repair(document, checkers)) }
    if outcomes.isEmpty { return [] }
    let corrected = outcomes.map(\.document)
    try write(
      form == .csv
        ? SheetsCSV.render(corrected)
        : form == .ndjson ? SheetsNDJSON.render(corrected) : SheetsJSON.render(corrected))
    return outcomes
  }

  /// Repairs the only document of an Office file, and writes the file with nothing but those cells changed.
  private func office(
    _ checkers: CheckerChoice, _ vocabulary: Vocabulary
  ) throws(CommandFailure) -> Repairer.Outcome {
    guard request.files.count == 1, let file = request.files.first else {
      throw .complaint(
        Complaint(
          path, Wording("一次只能改一个 \(form.rawValue)", "only one \(form.rawValue) can be corrected at a time"),
          remedy: Wording("请只给一个文件，或写成 .json", "name one file, or write .json")))
    }
    let bytes: [UInt8]
    do throws(Complaint) {
      bytes = try InputBytes.read(file, limit: request.maximumSize, standardInput: session.io.input)
    } catch { throw .complaint(error) }
    var limits = session.limits
    limits.bytes = request.maximumSize
    guard let rewriter = OfficeRewriter(bytes, limits: limits), rewriter.kind.rawValue == form.rawValue else {
      throw .complaint(
        Complaint(
          file.shown, Wording("不是 \(form.rawValue) 文件", "is no \(form.rawValue) file"),
          remedy: Wording("请写成 .json 或 .csv", "write .json or .csv")))
    }
    let document = try read(bytes, file, vocabulary, limits)
    var outcome = try repair(document, checkers)
    let cells = OfficeEdits(document: document, repairs: outcome.made)
    outcome.made = cells.made
    outcome.refused += cells.refused.map { ($0, .noCell) }
    let corrected: [UInt8]
    do throws(CellRefusal) { corrected = try rewriter.rewritten(cells.edits) } catch {
      throw .complaint(
        Complaint(
          file.shown, Wording(error.reason(in: .zh), error.reason(in: .en)),
          remedy: Wording("请写成 .json，或用 --ignore 略过那一项", "write .json, or leave that check out with --ignore")
        ))
    }
    // What counts is the file as it will be read.
    outcome.document = try read(corrected, file, vocabulary, limits)
    outcome.findings = try checked(outcome.document, checkers)
    try refuseWorse(try checked(document, checkers), outcome.findings, file)
    try write(corrected)
    return outcome
  }

  private func read(
    _ bytes: [UInt8], _ file: InputFile, _ vocabulary: Vocabulary, _ limits: ReadLimits
  ) throws(CommandFailure) -> Document {
    let reader = DocumentReader(
      vocabulary: vocabulary, limits: limits, language: session.languages.output, tools: .installed)
    do throws(ReadError) {
      if let document = try reader.read(file: file.name, bytes: bytes).first { return document }
    } catch {
      throw .complaint(Complaint(nil, Wording(error.message(in: .zh), error.message(in: .en))))
    }
    throw .reported
  }

  /// A file that reads worse than before is not written.
  private func refuseWorse(
    _ before: DocumentFindings, _ after: DocumentFindings, _ file: InputFile
  ) throws(CommandFailure) {
    func grave(_ findings: DocumentFindings) -> Set<String> {
      Set(
        findings.findings.filter { $0.severity >= .warning }.map {
          "\($0.code) \($0.sheet ?? 0) \($0.indicator ?? 0)"
        })
    }
    guard let new = grave(after).subtracting(grave(before)).min() else { return }
    throw .complaint(
      Complaint(
        file.shown, Wording("改后重读出现 \(new)，没有写出", "read again it shows \(new); nothing was written"),
        remedy: Wording("请写成 .json", "write .json")))
  }

  private func repair(
    _ document: Document, _ checkers: CheckerChoice
  ) throws(CommandFailure) -> Repairer.Outcome {
    let checker = try checker(for: document, checkers)
    let configuration = request.configuration, baseline = request.baseline
    return Repairer(checker, allowsUnsafe: request.allowsUnsafe).repair(document) { finding in
      var one = [finding]
      one.apply(suppressed: configuration.suppressed, baseline: baseline, least: configuration.least)
      return one.first.map { $0.suppression == nil } ?? false
    }
  }

  private func checked(
    _ document: Document, _ checkers: CheckerChoice
  ) throws(CommandFailure) -> DocumentFindings {
    try checker(for: document, checkers).check(document)
  }

  private func checker(
    for document: Document, _ checkers: CheckerChoice
  ) throws(CommandFailure) -> Checker {
    var found: Checker?
    do throws(RuleError) { found = try checkers.checker(for: document.sheets) } catch {
      throw .complaint(Complaint(error))
    }
    guard let found else { throw .reported }
    return found
  }

  private func write(_ bytes: [UInt8]) throws(CommandFailure) {
    try session.writing(
      to: path, keepingExisting: !request.overwrites, inputs: request.files.compactMap(\.path)
    ) { (output) throws(CommandFailure) in try output.write(bytes) }
  }

  private func tell(_ outcome: Repairer.Outcome) {
    let language = session.languages.message
    for repair in outcome.made {
      session.say(language.pick("已改 ", "changed ") + repair.described(in: language))
    }
    for (repair, why) in outcome.refused {
      session.say(
        language.pick("未改 ", "left ") + repair.described(in: language)
          + language.pick("：", ": ") + why.reason(in: language))
    }
    session.say(
      language.pick(
        "\(outcome.document.file)：改了 \(outcome.made.count) 处，未改 \(outcome.refused.count) 处",
        "\(outcome.document.file): \(outcome.made.count) changed, \(outcome.refused.count) left"))
  }
}

/// The cells of an Office document that repairs change.
struct OfficeEdits {
  private(set) var edits: [CellEdit] = []
  private(set) var made: [Repair] = []
  /// Those of which a cell has no place in the document.
  private(set) var refused: [Repair] = []

  init(document: Document, repairs: [Repair]) {
    for repair in repairs {
      let found = repair.cells.map { field, text in
        Self.place(of: field, repair, document).map { CellEdit(place: $0, text: text) }
      }
      guard !found.isEmpty, !found.contains(nil) else {
        refused.append(repair)
        continue
      }
      for edit in found.compactMap(\.self) where !edits.contains(edit) { edits.append(edit) }
      made.append(repair)
    }
  }

  /// The place of a cell; a label that holds for several rows stands on the first of them.
  private static func place(of field: Indicator.Field, _ repair: Repair, _ document: Document) -> Place? {
    guard let sheet = document.sheets.first(where: { $0.ordinal == repair.sheet }),
      let row = sheet.indicators.firstIndex(where: { $0.ordinal == repair.indicator })
    else { return nil }
    if let place = sheet.indicators[row].places[field] { return place }
    guard field == .level2 else { return nil }
    let label = sheet.indicators[row].level2
    return sheet.indicators[..<row].reversed().prefix { $0.level2 == label }.lazy
      .compactMap { $0.places[.level2] }.first
  }
}
