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

  static let verb = Verb(
    name: "check",
    summary: Wording("检查绩效表，指出审核会指出的问题", "flag what a budget office would flag"),
    usage: [Wording("[选项] 文件…", "[OPTION]… FILE…")],
    arguments: [.files],
    options: [
      CommonOptions.rules.declaration, format.declaration, CommonOptions.output.declaration,
      CommonOptions.failOn.declaration, CommonOptions.jobs.declaration, CommonOptions.maximumSize.declaration,
    ],
    examples: [Example("jixiao check 目标表.txt", Wording("列出问题", "list the findings"))], run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    let files = try session.select(invocation.arguments)
    let vocabulary = try session.vocabulary()
    let limit = invocation[CommonOptions.maximumSize] ?? .max
    let choice = try RuleChoice(invocation[CommonOptions.rules], vocabulary: vocabulary, limit: limit, session)
    let language = session.languages.output
    var answers: [DocumentFindings] = []
    let output = invocation[CommonOptions.output]
    try session.writing(to: output, inputs: files.compactMap(\.path)) { (output) throws(CommandFailure) in
      try session.forEachDocument(
        in: files, jobs: invocation[CommonOptions.jobs] ?? 1, limit: limit, vocabulary: vocabulary
      ) { (document) throws(Complaint) -> DocumentFindings in
        do throws(RuleError) {
          guard let pack = try choice.packs(for: document.sheets, language: language).first?.pack else {
            return DocumentFindings(file: document.file, pack: "", findings: [], counts: [], undecided: [:])
          }
          return try Checker(pack: pack, vocabulary: vocabulary, language: language).check(document)
        } catch {
          throw Complaint(error)
        }
      } consume: { (answer) throws(CommandFailure) in
        answers.append(answer)
      }
      if answers.isEmpty { throw .reported }
      try output.write(FindingsJSON.render(answers))
    }
    return .clean
  }
}
