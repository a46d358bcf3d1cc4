import Jixiao

/// The completion script for zsh, made from the registry.
enum ZshCompletion {
  static func script(_ registry: VerbRegistry, _ language: Language) -> String {
    let top = [CommonOptions.version.declaration] + CommonOptions.everywhere
    var script = """
      #compdef jixiao
      # jixiao: zsh completion. jixiao completions zsh -o ~/.zfunc/_jixiao
      _jixiao() {
        local state line
        _arguments -C \\
      \(specifications(top, language).map { "    \($0) \\\n" }.joined())    '1: :->verb' '*:: :->rest'
        case $state in
          verb)
            local -a verbs
            verbs=(

      """
    for verb in registry.verbs {
      script += "        " + quoted("\(verb.name):\(verb.summary.text(in: language))") + "\n"
    }
    script += """
            )
            _describe verb verbs ;;
          rest)
            case $line[1] in

      """
    for verb in registry.verbs {
      let parts =
        specifications(verb.allOptions, language) + verb.arguments.enumerated().map(argument(language))
      script += "        \(verb.name))\n          _arguments -s \\\n"
      script += parts.map { "            \($0)" }.joined(separator: " \\\n") + " ;;\n"
    }
    script += """
            esac ;;
        esac
      }
      if [[ $funcstack[1] == _jixiao ]]; then _jixiao "$@"; else compdef _jixiao jixiao; fi

      """
    return script
  }

  private static func specifications(_ options: [OptionDeclaration], _ language: Language) -> [String] {
    options.flatMap { option in
      let value =
        option.form.takesValue
        ? ":" + escaped(option.form.placeholder.text(in: language)) + ":" + action(option.form.completion)
        : ""
      let summary = "[" + escaped(option.summary.text(in: language)) + "]"
      let names =
        [option.spelling + (option.form.takesValue ? "=" : "")] + (option.short.map { ["-\($0)"] } ?? [])
      return names.map { quoted((option.repeats ? "*" : "") + $0 + summary + value) }
    }
  }

  private static func argument(_ language: Language) -> (Int, Argument) -> String {
    { index, argument in
      let place = argument.repeats ? "*" : "\(index + 1)"
      let name = escaped(argument.name.text(in: language))
      return quoted("\(place):\(name):\(action(argument.form.completion))")
    }
  }

  private static func action(_ completion: ValueForm.Completion) -> String {
    switch (completion.words.isEmpty, completion.files) {
    case (true, true): "_files"
    case (true, false): " "
    case (false, false): "(" + completion.words.joined(separator: " ") + ")"
    case (false, true): "{compadd -- \(completion.words.joined(separator: " ")); _files}"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
