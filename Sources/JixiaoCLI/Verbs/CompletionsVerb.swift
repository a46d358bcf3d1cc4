/// `jixiao completions`: a script that teaches a shell the verbs, options and values.
enum CompletionsVerb {
  enum Shell: String, Sendable, CaseIterable {
    case bash, zsh, fish
  }

  static let verb = Verb(
    name: "completions",
    summary: Wording("输出 shell 补全脚本", "print a script for shell completion"),
    usage: [Wording("[选项] bash|zsh|fish", "[OPTION]… bash|zsh|fish")],
    arguments: [
      Argument(
        name: Wording("SHELL", "SHELL"), form: .choice(Shell.allCases.map(\.rawValue)),
        summary: Wording("bash、zsh 或 fish", "bash, zsh or fish"))
    ],
    options: [CommonOptions.output.declaration],
    examples: [
      Example("source <(jixiao completions bash)", Wording("在当前 bash 中启用", "for this bash")),
      Example(
        "jixiao completions zsh -o ~/.zfunc/_jixiao",
        Wording("装到 zsh（该文件夹要在 fpath 里）", "for zsh, in a folder of fpath")),
      Example(
        "jixiao completions fish -o ~/.config/fish/completions/jixiao.fish", Wording("装到 fish", "for fish")),
    ], run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    let language = session.languages.output
    let script: String
    switch invocation.arguments.first.flatMap(Shell.init) {
    case .zsh: script = ZshCompletion.script(session.registry, language)
    case .fish: script = FishCompletion.script(session.registry, language)
    case .bash, nil: script = BashCompletion.script(session.registry)
    }
    try session.writing(to: invocation[CommonOptions.output]) { (output) throws(CommandFailure) in
      try output.write(script)
    }
    return .clean
  }
}
