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

  /// A limit is named by the message that meets it, and raised by the same name.
  @Test func aLimitIsNamedAndCanBeRaised() {
    let refused = jixiao(["read", Paths.selfAssessment, "--limit", "rows=3"])
    #expect(refused.status == 2 && refused.output == "", "\(refused)")
    #expect(refused.errors.contains("rows=3"), "\(refused.errors)")
    let raised = jixiao(["read", Paths.selfAssessment, "--limit", "rows=100K", "--format", "csv"])
    #expect(raised == jixiao(["read", Paths.selfAssessment, "--format", "csv"]))
  }

  @Test func aLongCellIsUnreadUnlessItsLimitIsRaised() {
    let name = String(repeating: "长", count: 30)
    let text = "一级指标,二级指标,三级指标,指标值,分值\n产出指标,数量指标,\(name),≥5次,10\n"
    let cut = jixiao(["read", "-", "--format", "csv", "--limit", "cellBytes=60"], input: text)
    #expect(cut.status == 2 && !cut.output.contains(name), "\(cut)")
    #expect(cut.errors.contains("cellBytes=60"), "\(cut.errors)")
    let whole = jixiao(["read", "-", "--format", "csv", "--limit", "cellBytes=90"], input: text)
    #expect(whole.status == 0 && whole.output.contains(name), "\(whole)")
  }

  @Test(arguments: ["zeilen=3", "rows", "rows=", "rows=viele", "rows=-1"])
  func aLimitThatIsNoneIsRefused(_ change: String) {
    let ran = jixiao(["read", Paths.selfAssessment, "--limit", change])
    #expect(ran.status == 2 && ran.errors.contains("--limit"), "\(ran)")
  }
}
