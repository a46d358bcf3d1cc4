import Testing

@testable import JixiaoCLI

/// `check` over NDJSON: the findings of the documents it was made of, whatever the threads.
struct CheckStreamTests {
  static var documents: [String] {
    let own = [Paths.plan, Paths.selfAssessment]
    guard let corpus = Paths.corpus else { return own }
    return own + ["quxian-2024.txt", "aheqi-2025.txt", "kezhou-2025.txt"].map { "\(corpus)/\($0)" }
  }

  /// The findings, one a line as JSON has them, in order; then the counts.
  private func parts(_ json: String) -> (findings: [Substring], counts: [Substring]) {
    let lines = json.split(separator: "\n").map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
    return (
      lines.filter { $0.contains("\"fingerprint\"") }.sorted(), lines.filter { $0.contains("\"applicable\"") }
    )
  }

  /// The document is made of the same sheets: what stands around them in the file, and what was not read of it, is in no
  /// record, so that checks of these have nothing to say there.
  @Test(arguments: documents) func recordsGiveTheFindingsOfTheDocument(_ path: String) {
    let records = jixiao(["read", path, "--format", "ndjson"]).output
    let sheets = records.split(separator: "\n").joined(separator: ",")
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let document =
      #"{"schema":"jixiao.sheets/1","documents":[{"file":"\#(name)","sha256":null,"reader":"x","sheets":["#
      + sheets + #"],"unread":[]}]}"#
    let whole = jixiao(["check", "-", "--format", "json", "--fail-on", "never"], input: document)
    let stream = jixiao(["check", "-", "--format", "json", "--fail-on", "never"], input: records)
    #expect(stream.status == 0)
    #expect(!parts(whole.output).findings.isEmpty)
    #expect(parts(stream.output).findings == parts(whole.output).findings)
    #expect(parts(stream.output).counts == parts(whole.output).counts)
  }

  @Test(arguments: ["json", "csv", "text", "markdown", "sarif", "github"])
  func threadsChangeNothing(_ format: String) {
    let records = jixiao(["read", Paths.plan, Paths.selfAssessment, "--format", "ndjson"]).output
    let one = jixiao(["check", "-", "--format", format, "--jobs", "1"], input: records)
    let many = jixiao(["check", "-", "--format", format, "--jobs", "5"], input: records)
    #expect(one == many)
    #expect(one.status == 1)
  }

  @Test func textTellsFilesApart() {
    let records = jixiao(["read", Paths.plan, Paths.selfAssessment, "--format", "ndjson"]).output
    let text = jixiao(["check", "-"], input: records).output
    #expect(text.contains("plan-tab-table.txt\n"))
    #expect(text.contains("self-assessment-cell-lines.txt\n"))
  }

  @Test func badLinesAreToldAndTheOthersChecked() {
    let row = #"{"level1":"产出指标","level2":"数量指标","level3":"活动开展次数","target":"≥1年","weight":90}"#
    let good = #"{"organization":"某局","project":"甲","year":2025,"indicators":[\#(row)]}"#
    let ran = jixiao(
      ["check", "-", "--select", "JX203", "--format", "csv"], input: "\(good)\n{\"sheet\":\n\n\(good)\n")
    #expect(ran.status == 2)
    #expect(ran.errors.contains("第2行"))
    // Sheets without a number of their own are counted; the second finding says the same and is told apart.
    let lines = ran.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 3)
    #expect(lines[1].contains(",1,某局,甲,1,") && lines[2].contains(",2,某局,甲,1,"))
    #expect(lines[2].contains("-2,"))
  }

  @Test func statisticsStayOutOfMachineFormats() {
    let records = jixiao(["read", Paths.plan, "--format", "ndjson"]).output
    let plain = jixiao(["check", "-", "--format", "json"], input: records)
    let counted = jixiao(["check", "-", "--format", "json", "--statistics"], input: records)
    #expect(plain.output == counted.output)
    #expect(counted.errors.contains("JX203"))
    #expect(!plain.errors.contains("JX203"))
  }
}
