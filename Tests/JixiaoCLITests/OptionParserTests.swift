import Testing

@testable import JixiaoCLI

private struct Understood: CustomTestStringConvertible {
  let words: [String]
  let output: String?
  let jobs: Int?
  let arguments: [String]

  var testDescription: String { words.joined(separator: " ") }

  static let cases = [
    Understood(words: ["a", "-o", "x"], output: "x", jobs: nil, arguments: ["a"]),
    Understood(words: ["-ox", "a"], output: "x", jobs: nil, arguments: ["a"]),
    Understood(words: ["--output=x=y", "a"], output: "x=y", jobs: nil, arguments: ["a"]),
    Understood(words: ["--output", "-", "-"], output: "-", jobs: nil, arguments: ["-"]),
    Understood(words: ["--jobs=3", "a", "b"], output: nil, jobs: 3, arguments: ["a", "b"]),
    Understood(
      words: ["a", "--", "--jobs", "-o"], output: nil, jobs: nil, arguments: ["a", "--jobs", "-o"]),
  ]
}

@Test(arguments: Understood.cases)
private func optionsAreUnderstood(_ understood: Understood) throws {
  let invocation = try OptionParser.parse(
    understood.words, options: [CommonOptions.output.declaration, CommonOptions.jobs.declaration],
    arguments: [.files])
  #expect(invocation[CommonOptions.output] == understood.output)
  #expect((invocation.has("jobs") ? invocation[CommonOptions.jobs] : nil) == understood.jobs)
  #expect(invocation.arguments == understood.arguments)
}

@Test(arguments: [
  ("500", 500), ("1k", 1024), ("200M", 200 << 20), ("2G", 2 << 30), ("0", nil), ("-1", nil), ("K", nil),
  ("", nil),
  ("9223372036854775807", Int.max), ("9223372036854775807K", nil), ("1.5M", nil), ("1KB", nil),
])
func sizesAreWholeAndPositive(_ text: String, _ bytes: Int?) {
  #expect(ValueForm.bytes(text) == bytes)
}

@Test func aRepeatableOptionKeepsEveryValue() throws {
  let plan = Option.text(
    "plan", Wording("文件", "FILE"), completion: .files, repeats: true, Wording("目标表", "plan"))
  let invocation = try OptionParser.parse(["--plan", "a", "--plan=b"], options: [plan.declaration])
  #expect(invocation.all(plan) == ["a", "b"])
}

@Test func theVerbMayFollowCommonOptions() {
  #expect(
    jixiao(["--lang", "en", "version"]) == Ran(status: 0, output: "jixiao \(Version.current)\n", errors: ""))
  #expect(jixiao(["--version"]).output == "jixiao \(Version.current)\n")
  #expect(jixiao(["read", "--version"]).output == "jixiao \(Version.current)\n")
}

@Test func failOnDecidesTheStatusAndAFailedReadOverridesIt() {
  let scratch = Scratch()
  let file = scratch.file("a.txt")
  #expect(jixiao(["probe", file]).status == 0)
  #expect(jixiao(["probe", file, "--fail-on", "note"]).status == 1)
  #expect(jixiao(["probe", file, scratch("missing.txt"), "--fail-on", "note"]).status == 2)
}
