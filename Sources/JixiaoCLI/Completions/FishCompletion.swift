import Jixiao

/// The completion script for fish, made from the registry.
enum FishCompletion {
  static func script(_ registry: VerbRegistry, _ language: Language) -> String {
    let top = [CommonOptions.version.declaration] + CommonOptions.everywhere
    let names = registry.names.joined(separator: " ")
    var script = """
      # jixiao: fish completion. jixiao completions fish -o ~/.config/fish/completions/jixiao.fish
      complete -c jixiao -f
      set -l before 'not __fish_seen_subcommand_from \(names)'

      """
    for verb in registry.verbs {
      script +=
        "complete -c jixiao -n \"$before\" -a \(verb.name) -d \(quoted(verb.summary.text(in: language)))\n"
    }
    for option in top { script += line(option, "\"$before\"", language) }
    for verb in registry.verbs {
      let condition = "'__fish_seen_subcommand_from \(verb.name)'"
      script += "\n"
      for option in verb.allOptions { script += line(option, condition, language) }
      for argument in verb.arguments {
        let completion = argument.form.completion
        if !completion.words.isEmpty {
          script +=
            "complete -c jixiao -n \(condition) -a \(quoted(completion.words.joined(separator: " ")))\n"
        }
        if completion.files { script += "complete -c jixiao -n \(condition) -F\n" }
      }
    }
    return script
  }

  private static func line(_ option: OptionDeclaration, _ condition: String, _ language: Language) -> String {
    var line = "complete -c jixiao -n \(condition) -l \(option.name)"
    if let short = option.short { line += " -s \(short)" }
    if option.form.takesValue {
      let completion = option.form.completion
      line += completion.files ? " -r -F" : " -x"
      if !completion.words.isEmpty { line += " -a \(quoted(completion.words.joined(separator: " ")))" }
    }
    return line + " -d \(quoted(option.summary.text(in: language)))\n"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
