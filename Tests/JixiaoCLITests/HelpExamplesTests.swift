import Testing

@testable import JixiaoCLI

/// Every example of every help page runs as printed, from the top of the project.
@Suite struct HelpExamplesTests {
  static let commands = VerbRegistry.standard.verbs.flatMap(\.examples).map(\.command)

  @Test(.enabled(if: Spawned.binary != nil, "the built jixiao is not beside the tests"), arguments: commands)
  func runs(_ command: String) throws {
    let binary = try #require(Spawned.binary)
    let scratch = Scratch()
    // A copy of the fixtures, because some examples write files.
    let script = """
      cd '\(scratch.path)' && mkdir -p Tests bin .zfunc .config/fish/completions && cp -r '\(Paths.fixtures)' Tests/ && ln -s '\(binary)' bin/jixiao
      PATH="$PWD/bin:$PATH" HOME="$PWD" bash -o pipefail -c "$1"
      """
    let ran = Spawned.run(["/bin/bash", "-c", script, "example", command])
    // A check that finds something ends with 1; everything else is clean.
    let allowed: Set<Int32> = command.contains("jixiao check") ? [0, 1] : [0]
    #expect(allowed.contains(ran.status), "\(command): \(ran.errors)")
  }
}
