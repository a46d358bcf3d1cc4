import Testing

/// What the README shows is what the command prints.
@Suite struct ReadmeTests {
  @Test func theFirstCommandPrintsWhatIsShown() throws {
    let readme = try #require(Paths.text(Paths.package + "/README.md"))
    let ran = jixiao(["score", Paths.selfAssessment, "--rules", "literal"])
    #expect(ran.status == 0)
    #expect(readme.contains("```text\n\(ran.output)```"), "the shown output differs from that of the command")
  }

  @Test func itHasExactlyTwoSetUpCommands() throws {
    let readme = try #require(Paths.text(Paths.package + "/README.md"))
    let blocks = readme.components(between: "```sh\n", and: "```")
    #expect(
      blocks == [
        "swift run -c release jixiao score Tests/Fixtures/self-assessment-cell-lines.txt --rules literal\n",
        "swift test\n",
      ])
    let continuous = try #require(Paths.text(Paths.package + "/.ci/run"))
    #expect(continuous.contains("\nswift test\n"))
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> [String] {
    var rest = self[...]
    var found: [String] = []
    while let from = rest.firstRange(of: start), let to = rest[from.upperBound...].firstRange(of: end) {
      found.append(String(rest[from.upperBound..<to.lowerBound]))
      rest = rest[to.upperBound...]
    }
    return found
  }
}
