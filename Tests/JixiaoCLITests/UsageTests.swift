import Testing

@testable import JixiaoCLI

/// A wrong command line and everything it says, in both languages.
struct WrongUsage: CustomTestStringConvertible {
  let words: [String]
  let zh: [String]
  let en: [String]

  var testDescription: String { words.joined(separator: " ") }

  static let formats = "text、json、ndjson、csv、markdown、xlsx"
  static let formatsEn = "text, json, ndjson, csv, markdown, xlsx"

  static let cases: [WrongUsage] = [
    WrongUsage(
      words: ["scroe", "x"],
      zh: [
        "没有命令“scroe”；可用：read、score、check、compare、report、merge、rules、explain、schema、completions、version、probe；是否想写 score？",
        "用法见 jixiao --help",
      ],
      en: [
        "no command “scroe”; allowed: read, score, check, compare, report, merge, rules, explain, schema, completions, version, probe; did you mean score?",
        "see jixiao --help",
      ]),
    WrongUsage(
      words: ["read", "--fromat", "json", "x"],
      zh: ["--fromat: 没有这个选项；是否想写 --format？", "用法见 jixiao read --help"],
      en: ["--fromat: no such option; did you mean --format?", "see jixiao read --help"]),
    WrongUsage(
      words: ["read", "--zzzz", "x"],
      zh: ["--zzzz: 没有这个选项", "用法见 jixiao read --help"],
      en: ["--zzzz: no such option", "see jixiao read --help"]),
    WrongUsage(
      words: ["read", "--format", "jsno", "x"],
      zh: ["--format: “jsno”不可用；可用：\(formats)；是否想写 json？", "用法见 jixiao read --help"],
      en: [
        "--format: “jsno” is not allowed; allowed: \(formatsEn); did you mean json?",
        "see jixiao read --help",
      ]),
    WrongUsage(
      words: ["read", "--format=", "x"],
      zh: ["--format: “”不可用；可用：\(formats)", "用法见 jixiao read --help"],
      en: ["--format: “” is not allowed; allowed: \(formatsEn)", "see jixiao read --help"]),
    WrongUsage(
      words: ["read", "x", "--format"],
      zh: ["--format: 缺少值；可用：\(formats)", "用法见 jixiao read --help"],
      en: ["--format: value missing; allowed: \(formatsEn)", "see jixiao read --help"]),
    WrongUsage(
      words: ["read", "x", "-o", "--bom"],
      zh: ["-o: 缺少值；应写 文件", "用法见 jixiao read --help"],
      en: ["-o: value missing; expected FILE", "see jixiao read --help"]),
    WrongUsage(
      words: ["read", "x", "--output="],
      zh: ["--output: 值是空的", "用法见 jixiao read --help"],
      en: ["--output: value is empty", "see jixiao read --help"]),
    WrongUsage(
      words: ["score", "x", "--jobs", "two"],
      zh: ["--jobs: “two”不是整数；应是 1 到 256 的整数", "用法见 jixiao score --help"],
      en: [
        "--jobs: “two” is not a whole number; expected a whole number from 1 to 256",
        "see jixiao score --help",
      ]),
    WrongUsage(
      words: ["score", "x", "--jobs", "0"],
      zh: ["--jobs: 0 超出范围；应是 1 到 256 的整数", "用法见 jixiao score --help"],
      en: ["--jobs: 0 is out of range; expected a whole number from 1 to 256", "see jixiao score --help"]),
    WrongUsage(
      words: ["score", "x", "--jobs", "-5"],
      zh: ["--jobs: -5 超出范围；应是 1 到 256 的整数", "用法见 jixiao score --help"],
      en: ["--jobs: -5 is out of range; expected a whole number from 1 to 256", "see jixiao score --help"]),
    WrongUsage(
      words: ["score", "x", "--max-size", "9X"],
      zh: ["--max-size: “9X”不是大小；应写字节数，可带 K、M、G，例如 200M", "用法见 jixiao score --help"],
      en: [
        "--max-size: “9X” is not a size; expected bytes with an optional K, M or G, such as 200M",
        "see jixiao score --help",
      ]),
    WrongUsage(
      words: ["score", "x", "--rules", "literal", "--rules", "all"],
      zh: ["--rules: 写了不止一次；请只写一次", "用法见 jixiao score --help"],
      en: ["--rules: given more than once; give it once", "see jixiao score --help"]),
    WrongUsage(
      words: ["score", "x", "--force=yes"],
      zh: ["--force: 不带值，却写了“yes”；请去掉“=yes”", "用法见 jixiao score --help"],
      en: ["--force: takes no value, found “yes”; remove “=yes”", "see jixiao score --help"]),
    WrongUsage(
      words: ["score", "x", "--write-decisions", "d.csv", "-o", "d.csv"],
      zh: ["--write-decisions: 不能同结果写到一处；请另写一个文件名", "用法见 jixiao score --help"],
      en: [
        "--write-decisions: cannot go where the result goes; give a file of its own",
        "see jixiao score --help",
      ]),
    WrongUsage(
      words: ["read", "x", "--bom"],
      zh: ["--bom: 只能同 --format csv 一起用；请加上 --format csv", "用法见 jixiao read --help"],
      en: ["--bom: needs --format csv; add --format csv", "see jixiao read --help"]),
    WrongUsage(
      words: ["read"],
      zh: ["缺少文件；请给出文件、文件夹、带引号的通配式（*、?、**），或用 - 读标准输入", "用法见 jixiao read --help"],
      en: [
        "FILE missing; name files, folders, quoted patterns (*, ?, **), or - for standard input",
        "see jixiao read --help",
      ]),
    WrongUsage(
      words: ["completions", "fsh"],
      zh: ["“fsh”不可用；可用：bash、zsh、fish；是否想写 zsh？", "用法见 jixiao completions --help"],
      en: [
        "“fsh” is not allowed; allowed: bash, zsh, fish; did you mean zsh?", "see jixiao completions --help",
      ]),
    WrongUsage(
      words: ["completions"],
      zh: ["缺少SHELL；可用：bash、zsh、fish", "用法见 jixiao completions --help"],
      en: ["SHELL missing; allowed: bash, zsh, fish", "see jixiao completions --help"]),
    WrongUsage(
      words: ["rules", "test"],
      zh: ["rules test: 缺少规则文件", "用法见 jixiao rules --help"],
      en: ["rules test: a rule file missing", "see jixiao rules --help"]),
    WrongUsage(
      words: ["rules", "list", "literal"],
      zh: ["多出“literal”；请去掉它", "用法见 jixiao rules --help"],
      en: ["unexpected “literal”; remove it", "see jixiao rules --help"]),
    WrongUsage(
      words: ["version", "now"],
      zh: ["多出“now”；请去掉它", "用法见 jixiao version --help"],
      en: ["unexpected “now”; remove it", "see jixiao version --help"]),
    WrongUsage(
      words: ["schema", "sheet"],
      zh: [
        "“sheet”不可用；可用：sheets、scores、findings、comparison、what-if；是否想写 sheets？", "用法见 jixiao schema --help",
      ],
      en: [
        "“sheet” is not allowed; allowed: sheets, scores, findings, comparison, what-if; did you mean sheets?",
        "see jixiao schema --help",
      ]),
    WrongUsage(
      words: ["score", "--fromat=x", "--jobs", "a"],
      zh: [
        "--fromat: 没有这个选项；是否想写 --format？", "--jobs: “a”不是整数；应是 1 到 256 的整数",
        "缺少文件；请给出文件、文件夹、带引号的通配式（*、?、**），或用 - 读标准输入", "用法见 jixiao score --help",
      ],
      en: [
        "--fromat: no such option; did you mean --format?",
        "--jobs: “a” is not a whole number; expected a whole number from 1 to 256",
        "FILE missing; name files, folders, quoted patterns (*, ?, **), or - for standard input",
        "see jixiao score --help",
      ]),
  ]
}

@Test(arguments: WrongUsage.cases)
func wrongUsageIsToldInBothLanguages(_ wrong: WrongUsage) {
  func lines(_ messages: [String]) -> String { messages.map { "jixiao: \($0)\n" }.joined() }
  #expect(jixiao(wrong.words) == Ran(status: 2, output: "", errors: lines(wrong.zh)))
  #expect(
    jixiao(wrong.words, environment: ["LANG": "fr_FR.UTF-8"])
      == Ran(status: 2, output: "", errors: lines(wrong.en)))
  #expect(
    jixiao(wrong.words + ["--lang", "en"]).errors == lines(wrong.en)
      || ["--format", "-o"].contains(wrong.words.last))
}

@Test func withoutWordsTheHelpGoesToStandardErrorAndTheStatusIs2() {
  let ran = jixiao([])
  #expect(ran.status == 2)
  #expect(ran.output.isEmpty)
  #expect(ran.errors == jixiao(["--help"]).output)
}

@Test func controlCharactersInAMessageAreShownNotSent() {
  let ran = jixiao(["read", "--\u{1b}[31m"])
  #expect(ran.errors.contains("--\\u{001B}[31m: 没有这个选项") || ran.errors.contains("--\\u{1B}[31m: 没有这个选项"))
  #expect(!ran.errors.unicodeScalars.contains("\u{1b}"))
}
