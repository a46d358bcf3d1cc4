import Jixiao

/// One verb of the command: what it is called, what it takes, and what it does.
struct Verb: Sendable {
  let name: String
  let summary: Wording
  /// Paragraphs under the summary of the help page.
  var details: [Wording] = []
  /// The words after the verb, one line for each way to call it: `[选项] 文件…`.
  let usage: [Wording]
  var arguments: [Argument] = []
  var options: [OptionDeclaration] = []
  let examples: [Example]
  let run: @Sendable (Invocation, Session) throws(CommandFailure) -> ExitStatus

  /// The verb's own options, then those that every verb takes.
  var allOptions: [OptionDeclaration] { options + CommonOptions.everywhere }
}

/// Something that stands after a verb without a dash.
struct Argument: Sendable, Hashable {
  let name: Wording
  let form: ValueForm
  var required = true
  var repeats = false
  /// What may stand there; also the remedy where it is missing.
  let summary: Wording

  /// Files, folders, globs or standard input.
  static let files = Argument(
    name: Wording("文件", "FILE"), form: .text(placeholder: Wording("文件", "FILE"), completion: .files),
    repeats: true,
    summary: Wording(
      "请给出文件、文件夹、带引号的通配式（*、?、**），或用 - 读标准输入",
      "name files, folders, quoted patterns (*, ?, **), or - for standard input"))
}

/// A command line that runs as it stands, and what it is for.
struct Example: Sendable, Hashable {
  let command: String
  let purpose: Wording

  init(_ command: String, _ purpose: Wording) {
    self.command = command
    self.purpose = purpose
  }
}
