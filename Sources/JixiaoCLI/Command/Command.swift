import Jixiao

/// The command as a function: words and channels in, an exit status out.
enum Command {
  private static let leading = [CommonOptions.version.declaration] + CommonOptions.everywhere

  /// Runs one command line.
  ///
  /// A closed pipe ends it quietly: with the status of what happened before, 0 unless something could not be read.
  ///
  /// The arguments come without the program's name; of the environment `LC_ALL`, `LC_MESSAGES`, `LANG`, `NO_COLOR`
  /// and `TERM` count.
  static func run(
    arguments: [String], environment: [String: String], io: IO, registry: VerbRegistry = .standard
  ) -> Int32 {
    let session = Session(
      io: io, environment: environment,
      languages: LanguageChoice(asked: LanguageChoice.asked(in: arguments), environment: environment),
      registry: registry)
    let (before, name, after) = split(arguments)
    let verb = name.flatMap { registry[$0] }
    var status = ExitStatus.clean
    do throws(CommandFailure) {
      if let verb {
        status = try run(verb, before + after, session)
      } else if let name {
        throw .usage([.unknownVerb(name, registry.names)])
      } else {
        status = try start(before, session)
      }
    } catch {
      status = answer(error, verb, session)
    }
    return max(status, session.hasFailed ? .failed : .clean).rawValue
  }

  /// The options before the verb, the verb, and what follows it.
  private static func split(_ arguments: [String]) -> (before: [String], verb: String?, after: [String]) {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-"), arguments[index] != "-" {
      index += arguments[index] == "--lang" ? 2 : 1
    }
    guard index < arguments.count else { return (arguments, nil, []) }
    return (Array(arguments[..<index]), arguments[index], Array(arguments[(index + 1)...]))
  }

  private static func run(
    _ verb: Verb, _ words: [String], _ session: Session
  ) throws(CommandFailure) -> ExitStatus {
    let options = verb.allOptions + [CommonOptions.version.declaration]
    let invocation = try OptionParser.parse(words, options: options, arguments: verb.arguments)
    if invocation[CommonOptions.help] {
      return try print(HelpPage.of(verb, in: session.languages.message), session)
    }
    if invocation[CommonOptions.version] { return try VersionVerb.run(invocation, session) }
    session.limits = try ReadingLimits.changed(by: invocation.all(CommonOptions.limit))
    return try verb.run(invocation, session)
  }

  /// A command line without a verb: help, version, or a word on how to begin.
  private static func start(_ words: [String], _ session: Session) throws(CommandFailure) -> ExitStatus {
    let invocation = try OptionParser.parse(words, options: leading)
    if invocation[CommonOptions.version] { return try VersionVerb.run(invocation, session) }
    let page = HelpPage.overall(session.registry, in: session.languages.message)
    if invocation[CommonOptions.help] { return try print(page, session) }
    try? session.io.errors.writeAll(Array(page.utf8))
    return .failed
  }

  private static func print(_ page: String, _ session: Session) throws(CommandFailure) -> ExitStatus {
    try session.writing(to: nil) { (output) throws(CommandFailure) in try output.write(page) }
    return .clean
  }

  private static func answer(_ failure: CommandFailure, _ verb: Verb?, _ session: Session) -> ExitStatus {
    switch failure {
    case .closedPipe: return .clean
    case .reported: return .failed
    case .complaint(let complaint): session.tell(complaint)
    case .usage(let complaints):
      complaints.forEach(session.tell)
      let help = ["jixiao", verb?.name, "--help"].compactMap { $0 }.joined(separator: " ")
      session.say(session.languages.message.pick("用法见 \(help)", "see \(help)"))
    }
    return .failed
  }
}
