import Jixiao

/// Help pages, made from the same declarations that parse a command line.
enum HelpPage {
  /// The page of `jixiao --help`.
  static func overall(_ registry: VerbRegistry, in language: Language) -> String {
    let about = Wording(
      "jixiao 读取预算绩效表，按有出处的规则打分，每一分都说明依据。",
      "jixiao reads budget performance sheets and scores them by cited rules, with the reason for every point."
    )
    var page = about.text(in: language) + "\n\n"
    page += language.pick("用法：jixiao 命令 [选项] 文件…", "usage: jixiao COMMAND [OPTION]… FILE…") + "\n"
    page += section(
      Wording("命令", "commands"), registry.verbs.map { ($0.name, $0.summary.text(in: language)) }, language)
    page += section(
      Wording("选项", "options"),
      ([CommonOptions.version.declaration] + CommonOptions.everywhere).map { row($0, language) }, language)
    page += exitStatuses(language)
    page += "\n" + language.pick("每个命令的选项和例子：jixiao 命令 --help", "options and examples: jixiao COMMAND --help")
    return page + "\n"
  }

  /// The page of `jixiao VERB --help`.
  static func of(_ verb: Verb, in language: Language) -> String {
    var page = "jixiao \(verb.name) — \(verb.summary.text(in: language))\n\n"
    for (index, usage) in verb.usage.enumerated() {
      let label = language.pick("用法：", "usage: ")
      let lead = index == 0 ? label : String(repeating: " ", count: DisplayWidth.of(label))
      page += "\(lead)jixiao \(verb.name) \(usage.text(in: language))\n"
    }
    for paragraph in verb.details { page += "\n" + paragraph.text(in: language) + "\n" }
    page += section(
      Wording("参数", "arguments"),
      verb.arguments.map { ($0.name.text(in: language), $0.summary.text(in: language)) }, language)
    page += section(Wording("选项", "options"), verb.allOptions.map { row($0, language) }, language)
    if !verb.examples.isEmpty {
      page += "\n" + language.pick("例子", "examples") + "\n"
      for example in verb.examples {
        page += "  # \(example.purpose.text(in: language))\n  \(example.command)\n"
      }
    }
    return page + exitStatuses(language)
  }

  private static func row(_ option: OptionDeclaration, _ language: Language) -> (String, String) {
    var left = option.short.map { "-\($0), " } ?? "    "
    left += option.spelling
    if option.form.takesValue { left += " " + option.form.placeholder.text(in: language) }
    var right = option.summary.text(in: language)
    if case .choice(let words) = option.form, words.count > 3 {
      right += language.pick("：", ": ") + words.joined(separator: language.pick("、", ", "))
    }
    if option.repeats { right += language.pick("；可多次", "; may be repeated") }
    if let fallback = option.fallback {
      right += language.pick("（默认：", " (default: ") + fallback.text(in: language) + language.pick("）", ")")
    }
    return (left, right)
  }

  private static func section(_ title: Wording, _ rows: [(String, String)], _ language: Language) -> String {
    guard !rows.isEmpty else { return "" }
    let width = min(34, 2 + (rows.map { DisplayWidth.of($0.0) }.max() ?? 0))
    var text = "\n" + title.text(in: language) + "\n"
    for (left, right) in rows {
      // A left side that is too wide gets a line of its own.
      text +=
        DisplayWidth.of(left) + 2 > width
        ? "  \(left)\n" + String(repeating: " ", count: width + 2) + "\(right)\n"
        : "  " + DisplayWidth.pad(left, to: width) + "\(right)\n"
    }
    return text
  }

  private static func exitStatuses(_ language: Language) -> String {
    "\n"
      + language.pick(
        "退出码：0 正常；1 有达到 --fail-on 级别的问题；2 用法不对，或有内容读不出、写不出",
        "exit status: 0 clean; 1 findings at or above --fail-on; 2 wrong usage, or something not read or written"
      )
      + "\n"
  }
}
