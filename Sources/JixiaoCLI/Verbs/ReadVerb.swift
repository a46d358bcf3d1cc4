import Jixiao
import JixiaoDocuments
import JixiaoReports

/// `jixiao read`: what stands in the documents, as data.
enum ReadVerb {
  enum Format: String, Sendable, CaseIterable {
    case text, json, ndjson, csv, markdown, xlsx

    /// The format that a file's name asks for: `指标.xlsx`.
    init?(fileName: String) {
      guard fileName.contains("."), let ending = fileName.split(separator: ".").last?.lowercased() else {
        return nil
      }
      switch ending {
      case "md": self = .markdown
      case "jsonl": self = .ndjson
      case "txt": self = .text
      default: self.init(rawValue: ending)
      }
    }
  }

  static let format = Option<Format>.choice(
    "format", of: Format.allCases, fallback: nil,
    shownAs: Wording("按 -o 的扩展名，否则 text", "by the ending of -o, else text"), Wording("输出格式", "output format"))

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
      ),
      Wording(
        "陌生文件有读取上限（--max-size、--limit）：超过即报错，消息里写明上限的名称，确认文件可信后用同名参数放宽。",
        "Files from strangers are read within limits (--max-size, --limit): a message names the one that is passed, and the "
          + "option of that name raises it for a file you trust."),
    ],
    usage: [Wording("[选项] 文件…", "[OPTION]… FILE…")],
    arguments: [.files],
    options: [
      format.declaration, CommonOptions.output.declaration, byteOrderMark.declaration, explain.declaration,
      CommonOptions.jobs.declaration, CommonOptions.maximumSize.declaration, CommonOptions.limit.declaration,
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
        "jixiao read Tests/Fixtures/sheets/ -o 指标.xlsx",
        Wording("带筛选、冻结表头和真数字的工作簿", "a workbook with a filter, frozen headings and real numbers")),
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
    let output = invocation[CommonOptions.output]
    let format = invocation[format] ?? output.flatMap(Format.init(fileName:)) ?? .text
    if invocation[byteOrderMark], format != .csv {
      throw .usage([.needs(byteOrderMark.declaration.spelling, "--format csv")])
    }
    if format == .xlsx, output == nil || output == "-", session.io.outputIsTerminal {
      throw .usage([.binaryToTerminal(format.rawValue)])
    }
    if invocation[explain], format == .ndjson || format == .csv || format == .xlsx {
      throw .usage([.needs(explain.declaration.spelling, "--format text|json|markdown")])
    }
    let request = Request(
      files: try session.select(invocation.arguments), format: format,
      output: output,
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
      case .xlsx: SheetsXLSX.render(documents, language: session.languages.output)
      case .markdown: SheetsMarkdown.render(documents, language: language)
      }
    try output.write(bytes)
  }
}
