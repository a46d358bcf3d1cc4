import Jixiao
import Testing

@Suite struct ReadVerbTests {
  @Test(arguments: ["json", "ndjson", "csv"])
  func whatReadWritesReadsBackTheSame(_ format: String) throws {
    let first = jixiao(["read", Paths.selfAssessment, "--format", format])
    #expect(first.status == 0 && first.errors == "" && !first.output.isEmpty)
    let again = jixiao(["read", "-", "--format", "csv"], input: first.output)
    #expect(again.status == 0, "\(again.errors)")
    // Known by position before and by id after; every other column is the same.
    func rows(_ text: String) -> [Substring] {
      text.split(separator: "\n").dropFirst().map { $0[($0.firstIndex(of: ",") ?? $0.startIndex)...] }
    }
    let direct = jixiao(["read", Paths.selfAssessment, "--format", "csv"])
    #expect(rows(again.output) == rows(direct.output))
    let scores = ["score", "-", "--rules", "literal", "--format", "json"]
    let scored = try Scored(jixiao(scores, input: first.output))
    #expect(scored.sheets[1]["exact"]?.text == "600/7")
  }

  @Test func theTextNamesEverySheetAndRow() {
    let ran = jixiao(["read", Paths.selfAssessment])
    #expect(ran.status == 0)
    #expect(ran.output.contains("2 张表，13 个指标，0 处未读"))
    #expect(ran.output.contains("资金发放完成时间"))
  }

  @Test func aMarkIsForTablesOnly() {
    #expect(
      jixiao(["read", Paths.selfAssessment, "--format", "csv", "--bom"]).output.hasPrefix("\u{FEFF}sheet,"))
    #expect(jixiao(["read", Paths.selfAssessment, "--format", "json", "--bom"]).status == 2)
  }

  @Test func unknownKeysAreNamedOnce() {
    let json =
      #"{"documents":[{"sheets":[{"kind":"project-target","indicators":[{"level3":"a","wieght":1},{"level3":"b","wieght":2}]}]}]}"#
    let ran = jixiao(["read", "-", "--format", "json"], input: json)
    #expect(ran.errors.split(separator: "\n").count { $0.contains("wieght") } == 1, "\(ran.errors)")
    #expect(ran.errors.contains("weight"))
  }
}
