import Testing

@testable import JixiaoCLI

/// `jixiao check` as a command: formats, exit status, settings, baseline.
struct CheckVerbTests {
  /// Two faults: 次数 in years (a warning), and weights of 40 (an error).
  private static let table = """
    sheet,level1,level2,level3,operator,target,unit,weight
    甲,产出指标,数量指标,活动开展次数,>=,1,年,20
    甲,产出指标,质量指标,验收合格率,=,100,%,20
    """

  private func check(_ words: [String], _ folder: Scratch = Scratch()) -> Ran {
    let file = folder.file("表.csv", Self.table)
    return jixiao(["check", file] + words)
  }

  @Test func exitStatusFollowsFailOn() {
    #expect(check([]).status == 1)
    #expect(check(["--select", "JX203"]).status == 0)
    #expect(check(["--select", "JX203", "--fail-on", "warning"]).status == 1)
    #expect(check(["--fail-on", "never"]).status == 0)
    #expect(jixiao(["check", "/nonexistent.txt"]).status == 2)
  }

  @Test(arguments: [
    ("json", #""code":"JX203","name":"unit-against-name","class":"unit-vs-name","severity":"warning""#),
    ("csv", "JX203,unit-against-name,unit-vs-name,warning,表.csv,"),
    ("text", "警告 JX203 第2行"), ("markdown", "- **警告 JX203**"),
    ("sarif", #""ruleId":"JX203""#),
    ("github", "::warning file=表.csv,line=2,title=JX203 unit-against-name::"),
  ]) func formatNamesTheFinding(_ format: String, _ expected: String) {
    #expect(check(["--format", format]).output.contains(expected))
  }

  @Test func ignoreAndSeverityLeaveOut() {
    #expect(!check(["--ignore", "unit-against-name,JX101"]).output.contains("JX203"))
    let errors = check(["--severity", "error", "--format", "csv"]).output
    #expect(errors.contains("JX101") && !errors.contains(",warning,"))
  }

  @Test func unknownChecksNameTheNearest() {
    let wrong = check(["--ignore", "unit-against-nam"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("unit-against-name"))
  }

  @Test func baselineLetsKnownFindingsPass() {
    let folder = Scratch()
    let path = folder("基线.json")
    #expect(check(["--write-baseline", path], folder).status == 0)
    let again = check(["--baseline", path, "--format", "json"], folder)
    #expect(again.status == 0)
    #expect(again.output.contains(#""suppressed":"baseline""#))
    // A damaged baseline is refused, and stays as it is.
    let damaged = folder.file("坏.json", "{")
    #expect(check(["--baseline", damaged], folder).status == 2)
    #expect(check(["--write-baseline", damaged], folder).status == 2)
    #expect(folder.content("坏.json") == "{")
  }

  @Test func statisticsCountEveryCheck() {
    let output = check(["--statistics"]).output
    #expect(output.contains("unit-against-name"))
    #expect(output.contains("错误 "))
  }

  @Test func explainKnowsChecks() {
    let page = jixiao(["explain", "JX203"])
    #expect(page.status == 0)
    #expect(page.output.contains("unit-against-name"))
    #expect(jixiao(["explain", "unit-against-name"]).output == page.output)
    #expect(jixiao(["explain", "checks"]).output.contains("JX101"))
  }

  @Test func showConfigTellsWhatHolds() {
    let shown = jixiao(["check", "--show-config", "--ignore", "JX1"])
    #expect(shown.status == 0)
    #expect(shown.output.contains("ignore = JX1"))
    #expect(jixiao(["check"]).status == 2)
  }
}
