import Jixiao
import JixiaoReports

/// `jixiao rules`: the rule packs that are there, one of them in full, and the test of one's own.
enum RulesVerb {
  enum Format: String, Sendable, CaseIterable {
    case text, json, markdown
  }

  enum Action: String, Sendable, CaseIterable {
    case list, show, test
  }

  static let format = Option<Format>.choice(
    "format", of: Format.allCases, fallback: .text, Wording("输出格式", "output format"))

  static let verb = Verb(
    name: "rules",
    summary: Wording("列出、显示、检验规则包", "list, show and test rule packs"),
    details: [
      Wording(
        "test 检查规则文件的键、引用和条款，并运行其中的例子；有不符时退出码为 2。",
        "test checks the keys, references and clauses of a rule file and runs its examples; exit 2 when one fails."
      )
    ],
    usage: [
      Wording("list [选项]", "list [OPTION]…"), Wording("show 规则包 [选项]", "show PACK [OPTION]…"),
      Wording("test 文件… [选项]", "test FILE… [OPTION]…"),
    ],
    arguments: [
      Argument(
        name: Wording("动作", "ACTION"), form: .choice(Action.allCases.map(\.rawValue)),
        summary: Wording("list 列出，show 显示一个，test 检验文件", "list them, show one, or test files")),
      Argument(
        name: Wording("规则包|文件", "PACK|FILE"),
        form: .text(
          placeholder: Wording("规则包|文件", "PACK|FILE"),
          completion: ValueForm.Completion(words: PackNames.embedded, files: true)),
        required: false, repeats: true,
        summary: Wording("show 要一个规则包；test 要规则文件", "a pack for show; rule files for test")),
    ],
    options: [format.declaration, CommonOptions.output.declaration],
    examples: [
      Example("jixiao rules list", Wording("有哪些规则包", "which packs there are")),
      Example(
        "jixiao rules show literal", Wording("一个规则包的全部条款和出处", "all clauses of a pack with their sources")),
      Example(
        "jixiao rules test Tests/Fixtures/packs/our-city.json",
        Wording("检验自己写的规则包", "test a pack of your own")),
    ], run: run)

  /// What was asked for, checked and typed.
  enum Request: Sendable, Hashable {
    case list
    case show(pack: String)
    case test(files: [String])
  }

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    let request = try request(invocation.arguments)
    try session.writing(to: invocation[CommonOptions.output]) { (output) throws(CommandFailure) in
      try answer(request, invocation[format] ?? .text, output, session)
    }
    return .clean
  }

  static func request(_ arguments: [String]) throws(CommandFailure) -> Request {
    let rest = Array(arguments.dropFirst())
    switch arguments.first.flatMap(Action.init) {
    case .show:
      guard let pack = rest.first else {
        throw .usage([
          .needs("rules show", Wording("规则包", "a pack"), words: PackNames.embedded)
        ])
      }
      if rest.count > 1 { throw .usage([.extraArgument(rest[1])]) }
      return .show(pack: pack)
    case .test:
      guard !rest.isEmpty else {
        throw .usage([.needs("rules test", Wording("规则文件", "a rule file"), words: [])])
      }
      return .test(files: rest)
    case .list, nil:
      if let extra = rest.first { throw .usage([.extraArgument(extra)]) }
      return .list
    }
  }

  /// Answers from the rule packs: the one place where this verb meets the engine.
  static func answer(
    _ request: Request, _ format: Format, _ output: Output, _ session: Session
  ) throws(CommandFailure) {
    switch request {
    case .list:
      let packs = try allPacks(session)
      try output.write(
        format == .json
          ? PacksJSON.render(packs)
          : page(ReferencePage(packs: packs, language: session.languages.message), format))
    case .show(let name):
      let choice = try RuleChoice(name, vocabulary: session.vocabulary(), limit: packSizeLimit, session)
      for pack in choice.packs {
        if format == .json, let source = choice.catalog.source(of: pack.id) {
          try output.write(source.bytes)
        } else {
          try output.write(page(ReferencePage(pack, language: session.languages.message), format))
        }
      }
    case .test(let files): try test(files, output, session)
    }
  }

  /// The largest pack file that is read.
  static let packSizeLimit = 16 << 20

  /// Every built-in pack.
  static func allPacks(_ session: Session) throws(CommandFailure) -> [RulePack] {
    try RuleChoice("all", vocabulary: session.vocabulary(), limit: packSizeLimit, session).packs
  }

  static func page(_ page: ReferencePage, _ format: Format) -> [UInt8] {
    switch format {
    case .text: page.text
    case .json: page.json
    case .markdown: page.markdown
    }
  }

  /// Checks pack files and runs their examples; each wrong one is told and the exit status says so.
  private static func test(_ files: [String], _ output: Output, _ session: Session) throws(CommandFailure) {
    let vocabulary = try session.vocabulary()
    let language = session.languages.message
    for file in files {
      for source in try RuleChoice.sources(at: file, limit: packSizeLimit, session) {
        do throws(RuleError) {
          let catalog = try PackCatalog(vocabulary: vocabulary, adding: [source])
          let pack = try catalog.pack(PackCatalog.id(of: source))
          let failed = pack.failedExamples(vocabulary: vocabulary, language: language)
          for failure in failed { session.tell(Complaint(source.file, Wording(same: failure))) }
          let passed = pack.examples.count - failed.count
          try? output.write(
            language.pick(
              "\(source.file): \(pack.id) \(pack.version)，\(pack.clauses.count) 个条款，例子 \(passed)/\(pack.examples.count) 相符\n",
              "\(source.file): \(pack.id) \(pack.version), \(pack.clauses.count) clauses, \(passed)/\(pack.examples.count) examples hold\n"
            ))
        } catch {
          session.tell(Complaint(error))
        }
      }
    }
  }
}
