import Jixiao
import JixiaoDocuments
import JixiaoReports

/// `jixiao read`: what stands in the documents, as data.
enum ReadVerb {
  enum Format: String, Sendable, CaseIterable {
    case text, json, ndjson, csv, markdown
  }

  static let format = Option<Format>.choice(
    "format", of: Format.allCases, fallback: .text, Wording("输出格式", "output format"))

  static let byteOrderMark = Option.flag(
    "bom", Wording("CSV 开头写 BOM，供 Excel 识别", "begin CSV with a byte order mark, for Excel"))

  static let explain = Option.flag(
    "explain",
    Wording("说明怎样读出：表、列名、略去与未读", "tell how it was read: tables, headings, what was dropped or not read"))

  static let verb = Verb(
    name: "read",
    summary: Wording("读出绩效表", "read performance sheets"),
    details: [
      Wording(
        "每个数都带出处（文件、表、行、列）；读不准的单元格列为未读，不猜。",
        "Every value keeps its place (file, table, row, column); a cell that is not certain is listed as unread."
      )
    ],
    usage: [Wording("[选项] 文件…", "[OPTION]… FILE…")],
    arguments: [.files],
    options: [
      format.declaration, CommonOptions.output.declaration, byteOrderMark.declaration, explain.declaration,
      CommonOptions.jobs.declaration, CommonOptions.maximumSize.declaration,
    ],
    examples: [
      Example(
        "jixiao read Tests/Fixtures/self-assessment-cell-lines.txt", Wording("在终端看读出了什么", "see what is read")),
      Example(
        "jixiao read Tests/Fixtures/sheets/ --format json -o 自评表.json",
        Wording("整个文件夹读成一个 JSON", "a folder as one JSON")),
      Example(
        "jixiao read 'Tests/Fixtures/**/*cell-lines.txt' --format csv --bom -o 指标.csv",
        Wording("给 Excel 的指标清单", "a list for Excel")),
      Example(
        "jixiao read Tests/Fixtures/web/self-assessment.html --explain",
        Wording("看每个列名当作什么", "see what each heading is taken for")),
      Example(
        "cat Tests/Fixtures/self-assessment-cell-lines.txt | jixiao read - --format ndjson",
        Wording("从标准输入读，每行一张表", "from standard input, one sheet a line")),
    ], run: run)

  /// What was asked for, checked and typed.
  struct Request: Sendable {
    let files: [InputFile]
    let format: Format
    let output: String?
    let byteOrderMark: Bool
    let explain: Bool
    let jobs: Int
    let maximumSize: Int
  }

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    let format = invocation[format] ?? .text
    if invocation[byteOrderMark], format != .csv {
      throw .usage([.needs(byteOrderMark.declaration.spelling, "--format csv")])
    }
    if invocation[explain], format == .ndjson || format == .csv {
      throw .usage([.needs(explain.declaration.spelling, "--format text|json|markdown")])
    }
    let request = Request(
      files: try session.select(invocation.arguments), format: format,
      output: invocation[CommonOptions.output],
      byteOrderMark: invocation[byteOrderMark], explain: invocation[explain],
      jobs: invocation[CommonOptions.jobs] ?? 1,
      maximumSize: invocation[CommonOptions.maximumSize] ?? .max)
    try session.writing(
      to: request.output, inputs: request.files.compactMap(\.path)
    ) { (output) throws(CommandFailure) in try answer(request, output, session) }
    return .clean
  }

  /// Reads the files and writes the result: the one place where this verb meets the engine.
  static func answer(_ request: Request, _ output: Output, _ session: Session) throws(CommandFailure) {
    let documents = try session.documents(
      in: request.files, jobs: request.jobs, limit: request.maximumSize, vocabulary: session.vocabulary())
    if documents.isEmpty { throw .reported }
    let language = session.textLanguage(writingTo: request.output)
    let bytes =
      switch request.format {
      case .json where request.explain: ReadExplanation.json(documents)
      case .markdown where request.explain: ReadExplanation.markdown(documents, language: language)
      case _ where request.explain: ReadExplanation.text(documents, language: language)
      case .text: SheetsText.render(documents, language: language)
      case .json: SheetsJSON.render(documents)
      case .ndjson: SheetsNDJSON.render(documents)
      case .csv: SheetsCSV.render(documents, mark: request.byteOrderMark)
      case .markdown: SheetsMarkdown.render(documents, language: language)
      }
    try output.write(bytes)
  }
}
