import Jixiao

/// `jixiao explain`: what a clause, a scoring function or a pack says and where it comes from.
enum ExplainVerb {
  enum Format: String, Sendable, CaseIterable {
    case text, json, markdown
  }

  static let format = Option<Format>.choice(
    "format", of: Format.allCases, fallback: .text, Wording("输出格式", "output format"))

  static let verb = Verb(
    name: "explain",
    summary: Wording("解释条款、打分函数或规则包", "explain a clause, a scoring function or a pack"),
    usage: [Wording("[选项] 条款|函数|规则包", "[OPTION]… CLAUSE|FUNCTION|PACK")],
    arguments: [
      Argument(
        name: Wording("条款|函数|规则包", "CLAUSE|FUNCTION|PACK"),
        form: .text(
          placeholder: Wording("条款|函数|规则包", "CLAUSE|FUNCTION|PACK"),
          completion: ValueForm.Completion(words: PackNames.embedded)),
        summary: Wording("请写出打分结果里的条款、函数或规则包的名字", "name a clause, function or pack as the scores do"))
    ],
    options: [
      CommonOptions.rules.declaration, format.declaration, CommonOptions.output.declaration,
    ],
    examples: [
      Example("jixiao explain literal", Wording("一个规则包的来历和取舍", "where a pack comes from")),
      Example(
        "jixiao explain ratio-down-inverse",
        Wording("一个打分函数的公式、参数和例子", "a function's formula, parameters and examples")),
    ], run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    try session.writing(to: invocation[CommonOptions.output]) { (output) throws(CommandFailure) in
      try answer(
        invocation.arguments.first ?? "", rules: invocation[CommonOptions.rules],
        invocation[format] ?? .text, output, session)
    }
    return .clean
  }

  /// Looks the name up in the rule packs: the one place where this verb meets the engine.
  static func answer(
    _ name: String, rules: String?, _ format: Format, _ output: Output, _ session: Session
  ) throws(CommandFailure) {
    throw .usage([.notInThisBuild(verb.name)])
  }
}
