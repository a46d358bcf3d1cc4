import Jixiao

/// The options that several verbs share; a verb lists those it takes.
enum CommonOptions {
  static let help = Option.flag("help", short: "h", Wording("显示用法和例子", "show usage and examples"))

  static let version = Option.flag("version", Wording("显示版本", "show the version"))

  static let language = Option<Language>.choice(
    "lang", of: [.zh, .en], fallback: nil,
    shownAs: Wording("消息随系统语言，文件为 zh", "messages by locale, files zh"),
    Wording("消息和输出的语言", "language of messages and output"))

  static let output = Option.text(
    "output", short: "o", Wording("文件", "FILE"), completion: .files,
    fallback: Wording("标准输出", "standard output"),
    Wording("写到文件；先写临时文件，全部成功才改名", "write to a file, renamed into place only when complete"))

  static let force = Option.flag(
    "force", Wording("覆盖已有的文件", "overwrite a file that exists"))

  static let rules = Option.text(
    "rules", Wording("规则包|all|文件|文件夹", "PACK|all|FILE|DIR"),
    completion: ValueForm.Completion(words: PackNames.embedded + ["all"], files: true),
    fallback: Wording("按表的年份和指标选择，并说明理由", "chosen by year and indicators, with the reason"),
    Wording("按哪个规则包；all 为并列全部", "the rule pack to use; all puts them side by side"))

  static let jobs = Option.number(
    "jobs", 1...256, fallback: Processors.count, shownAs: Wording("处理器个数", "number of processors"),
    Wording("同时处理几个文件；不影响结果", "files worked on at once; never changes the result"))

  static let maximumSize = Option.size(
    "max-size", fallback: "1G", Wording("单个文件的大小上限", "largest file to read"))

  /// Every name with its default is on the help page, so that a message about a limit leads there.
  static let limit = Option.text(
    "limit", Wording("名称=数", "NAME=N"),
    completion: ValueForm.Completion(words: ReadingLimits.Name.allCases.map { $0.rawValue + "=" }),
    repeats: true,
    fallback: Wording(
      same: "rows=2000000 cellBytes=65536 entries=20000 inflatedBytes=1G ratio=250 nesting=3 depth=512"),
    Wording(
      "放宽读取陌生文件的上限：行数、单元格字节、压缩包条目、解压总字节、压缩倍数、压缩包层数、XML 层数",
      "raise a limit for strangers' files: rows, bytes of a cell, entries of an archive, bytes it unpacks to, "
        + "times its size, archives in archives, depth of XML"))

  /// The least severe finding that makes the exit status 1.
  enum Severity: String, Sendable, CaseIterable {
    case error, warning, note, never
  }

  static let failOn = Option.choice(
    "fail-on", of: Severity.allCases, fallback: .error,
    Wording("有此级别或更重的问题时退出码为 1", "exit 1 when a finding is at least this severe"))

  /// What every verb takes.
  static let everywhere = [language.declaration, help.declaration]
}
