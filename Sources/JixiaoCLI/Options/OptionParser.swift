import Jixiao

/// Turns words into an `Invocation` by the declarations of a verb, collecting every mistake on the way.
struct OptionParser {
  let options: [OptionDeclaration]
  let arguments: [Argument]
  private var invocation = Invocation()
  private var complaints: [Complaint] = []

  /// Parses `--name value`, `--name=value`, `-o value`, `-oVALUE` and arguments; `--` ends the options.
  ///
  /// - Throws: `CommandFailure.usage` with all mistakes. `--help` and `--version` excuse missing arguments.
  static func parse(
    _ words: [String], options: [OptionDeclaration], arguments: [Argument] = []
  ) throws(CommandFailure) -> Invocation {
    var parser = OptionParser(options: options, arguments: arguments)
    parser.read(words)
    if !parser.invocation.has("help"), !parser.invocation.has("version") { parser.checkArguments() }
    guard parser.complaints.isEmpty else { throw .usage(parser.complaints) }
    return parser.invocation
  }

  private init(options: [OptionDeclaration], arguments: [Argument]) {
    self.options = options
    self.arguments = arguments
  }

  private mutating func read(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        rest.forEach { invocation.record(argument: $0) }
        return
      }
      if word.hasPrefix("--") {
        let name = word.dropFirst(2).prefix { $0 != "=" }
        let attached = word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) }
        let option = options.first { $0.name == name }
        take(option, "--" + name, attached, &rest)
      } else if word.hasPrefix("-"), word.count > 1 {
        let short = word[word.index(after: word.startIndex)]
        let attached = word.count > 2 ? String(word.dropFirst(2)) : nil
        take(options.first { $0.short == short }, attached == nil ? word : "-\(short)", attached, &rest)
      } else {
        invocation.record(argument: word)
      }
    }
  }

  private mutating func take(
    _ option: OptionDeclaration?, _ spelling: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) {
    guard let option else {
      complaints.append(.unknownOption(spelling, options))
      return
    }
    if invocation.has(option.name), !option.repeats, option.form.takesValue {
      complaints.append(.givenTwice(spelling))
    }
    guard option.form.takesValue else {
      if let attached { complaints.append(.takesNoValue(spelling, attached)) }
      invocation.record("", for: option.name)
      return
    }
    guard let value = attached ?? nextValue(&rest) else {
      complaints.append(.missingValue(spelling, option.form))
      invocation.record("", for: option.name)
      return
    }
    if let problem = option.form.problem(with: value, of: spelling) { complaints.append(problem) }
    invocation.record(value, for: option.name)
  }

  /// The next word, unless it is an option itself: `--jobs --format json` lacks a value, `--jobs -5` has a bad one.
  private func nextValue(_ rest: inout ArraySlice<String>) -> String? {
    guard let word = rest.first, !word.hasPrefix("--") else { return nil }
    if word.count == 2, word.hasPrefix("-"), options.contains(where: { $0.short == word.last }) { return nil }
    return rest.popFirst()
  }

  private mutating func checkArguments() {
    let given = invocation.arguments
    for (index, argument) in arguments.enumerated() {
      if argument.required, index >= given.count { complaints.append(.missingArgument(argument)) }
      for value in argument.repeats ? given.dropFirst(index) : given.dropFirst(index).prefix(1) {
        if let problem = argument.form.problem(with: value, of: "") {
          complaints.append(Complaint(nil, problem.what, remedy: problem.remedy))
        }
      }
    }
    if arguments.last?.repeats != true, let extra = given.dropFirst(arguments.count).first {
      complaints.append(.extraArgument(extra))
    }
  }
}
