import Testing

@testable import JixiaoCLI

@Test(arguments: CompletionsVerb.Shell.allCases)
func everyVerbAndOptionIsInTheScript(_ shell: CompletionsVerb.Shell) {
  let ran = jixiao(["completions", shell.rawValue])
  #expect(ran.status == 0 && ran.errors.isEmpty)
  for verb in VerbRegistry.standard.verbs {
    #expect(ran.output.contains(verb.name))
    for option in verb.allOptions {
      #expect(ran.output.contains(shell == .fish ? "-l \(option.name)" : option.spelling), "\(option.name)")
    }
  }
}

private struct Completed: CustomTestStringConvertible {
  let words: [String]
  let candidates: String

  var testDescription: String { words.joined(separator: " ") }

  static let cases = [
    Completed(words: ["sc"], candidates: "score schema"),
    Completed(words: ["read", "--fo"], candidates: "--format"),
    Completed(words: ["read", "--format", "j"], candidates: "json"),
    Completed(words: ["read", "--format", "=", "m"], candidates: "markdown"),
    Completed(words: ["--lang", "e"], candidates: "en"),
    Completed(words: ["rules", ""], candidates: "list show test"),
    Completed(words: ["completions", "z"], candidates: "zsh"),
    Completed(words: ["schema", "sh"], candidates: "sheets"),
    Completed(words: ["score", "--rules", "al"], candidates: "all"),
    Completed(words: ["read", "/dev/nul"], candidates: "/dev/null"),
  ]
}

@Test(arguments: Completed.cases)
private func bashCompletes(_ completed: Completed) {
  let script = jixiao(["completions", "bash"]).output
  let words = (["jixiao"] + completed.words).map { "'\($0)'" }.joined(separator: " ")
  let ran = Spawned.run([
    "/bin/bash", "-c",
    "\(script)\nCOMP_WORDS=(\(words)); COMP_CWORD=\(completed.words.count); _jixiao; echo \"${COMPREPLY[*]}\"",
  ])
  #expect(ran == Ran(status: 0, output: completed.candidates + "\n", errors: ""))
}

@Test(
  arguments: [
    (CompletionsVerb.Shell.zsh, ["/usr/bin/zsh", "/bin/zsh"]),
    (.fish, ["/usr/bin/fish", "/usr/local/bin/fish"]),
  ])
func theOtherShellsAcceptTheirScripts(_ shell: CompletionsVerb.Shell, _ places: [String]) {
  guard let program = places.first(where: { (try? FileStatus(of: Path($0))) != nil }) else {
    print("skipped: no \(shell.rawValue) on this machine")
    return
  }
  let scratch = Scratch()
  let file = scratch.file("script", jixiao(["completions", shell.rawValue]).output)
  #expect(Spawned.run([program, "-n", file]) == Ran(status: 0, output: "", errors: ""))
}
