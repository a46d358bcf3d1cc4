/// The completion script for bash, made from the registry; it needs no bash-completion package.
enum BashCompletion {
  static func script(_ registry: VerbRegistry) -> String {
    let top = [CommonOptions.version.declaration] + CommonOptions.everywhere
    var script = """
      # jixiao: bash completion. source <(jixiao completions bash)
      _jixiao() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb= at=0 i
        if [[ $cur == = ]]; then
          cur=
        elif [[ $prev == = ]]; then
          prev=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            \(registry.names.joined(separator: "|"))) verb=${COMP_WORDS[i]}; at=$i; break ;;
          esac
        done
        local words= files=
        case $verb in

      """
    for verb in registry.verbs {
      script += "    \(verb.name))\n" + values(verb.allOptions)
      script += "      case $cur in -*) words=\(quoted(spellings(verb.allOptions))) ;; *)\n"
      script += arguments(verb.arguments) + "      esac ;;\n"
    }
    script += "    *)\n" + values(top)
    script += "      case $cur in -*) words=\(quoted(spellings(top))) ;;"
    script += " *) words=\(quoted(registry.names)) ;; esac ;;\n"
    script += """
        esac
        _jixiao_reply "$words" "$files"
      }
      _jixiao_reply() {
        COMPREPLY=($(compgen -W "$1" -- "$cur"))
        if [[ -n $2 ]]; then
          compopt -o filenames 2>/dev/null
          local name
          while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$cur")
        fi
      }
      complete -F _jixiao jixiao

      """
    return script
  }

  /// The `case` that completes the value of the option before the cursor.
  private static func values(_ options: [OptionDeclaration]) -> String {
    var script = "      case $prev in\n"
    for option in options where option.form.takesValue {
      let names = (option.short.map { ["-\($0)"] } ?? []) + [option.spelling]
      let (words, files) = (option.form.completion.words, option.form.completion.files)
      script +=
        "        \(names.joined(separator: "|"))) _jixiao_reply \(quoted(words)) \(files ? "files" : "''"); return ;;\n"
    }
    return script + "      esac\n"
  }

  /// The first argument has its own candidates; every later one those of the last that is declared.
  private static func arguments(_ arguments: [Argument]) -> String {
    var script = ""
    for (index, argument) in arguments.enumerated() {
      let completion = argument.form.completion
      let test =
        argument.repeats || index > 0
        ? "((COMP_CWORD - at > \(index)))" : "((COMP_CWORD - at == \(index + 1)))"
      script +=
        "        if \(test); then words=\(quoted(completion.words)); files=\(completion.files ? "files" : "''"); fi\n"
    }
    return script + "        ;;\n"
  }

  private static func spellings(_ options: [OptionDeclaration]) -> [String] {
    options.flatMap { ($0.short.map { ["-\($0)"] } ?? []) + [$0.spelling] }
  }

  private static func quoted(_ words: [String]) -> String { "'" + words.joined(separator: " ") + "'" }
}
