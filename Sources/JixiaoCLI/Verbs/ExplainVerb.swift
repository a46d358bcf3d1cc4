import Jixiao
import JixiaoReports

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
      Example(
        "jixiao explain literal#ceiling-missed", Wording("打分结果里引用的一个条款", "a clause that the scores cite")),
      Example("jixiao explain JX203", Wording("一项检查为什么报、凭什么报", "why a check fires, and on what grounds")),
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
    let language = session.languages.message
    let packs = try RuleChoice(
      rules ?? "all", vocabulary: session.vocabulary(), limit: RulesVerb.packSizeLimit, session
    ).packs
    if let pack = packs.first(where: { $0.id == name }) {
      return try write([ReferencePage(pack, language: language)], format, output)
    }
    if let page = FunctionPage.all.first(where: { $0.name == name }) {
      return try write([ReferencePage(page, usedBy: packs, language: language)], format, output)
    }
    if name == "checks" || name == "检查" {
      return try write([ReferencePage(checks: Check.registry, language: language)], format, output)
    }
    let checks = Check.matching(name)
    if !checks.isEmpty {
      let parameters: CheckParameters
      do throws(RuleError) { parameters = try CheckParameters.embedded() } catch {
        throw .complaint(Complaint(error))
      }
      return try write(
        checks.map { ReferencePage($0, parameters: parameters, language: language) }, format, output)
    }
    // A clause by its citation, or by its bare id in every pack that has one.
    let clauses = packs.flatMap { pack in
      pack.clauses.filter { pack.citation($0.id) == name || $0.id == name }
        .map { ReferencePage($0, of: pack, language: language) }
    }
    if !clauses.isEmpty { return try write(clauses, format, output) }
    let names =
      packs.map(\.id) + FunctionPage.all.map(\.name)
      + packs.flatMap { pack in pack.clauses.map { pack.citation($0.id) } }
      + Check.registry.flatMap { [$0.code, $0.name] }
    let nearest = nearestName(to: name, among: names)
    throw .complaint(
      Complaint(
        name, Wording("没有这个条款、函数、检查或规则包", "no such clause, function, check or pack"),
        remedy: nearest.map { Wording("是否想写 \($0)？", "did you mean \($0)?") }
          ?? Wording("用 jixiao rules list 查看规则包", "see the packs with jixiao rules list")))
  }

  private static func write(
    _ pages: [ReferencePage], _ format: Format, _ output: Output
  ) throws(CommandFailure) {
    for (index, page) in pages.enumerated() {
      if index > 0, format != .json { try output.write("\n") }
      switch format {
      case .text: try output.write(page.text)
      case .json: try output.write(page.json)
      case .markdown: try output.write(page.markdown)
      }
    }
  }
}
