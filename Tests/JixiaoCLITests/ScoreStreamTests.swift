import Jixiao
import JixiaoDocuments
import JixiaoReports
import Testing

@testable import JixiaoCLI

/// Rows of a flat table by the stream are those of the whole file.
@Suite struct ScoreStreamTests {
  private static let table: String = {
    var text = "\u{FEFF}sheet,level1,level3,operator,target,unit,weight,actual,year\r\n"
    for row in 0..<400 {
      text +=
        "S\(row / 7),产出指标,\"人数,\(row)\",≥,\(row % 50),人,\(row % 31 == 3 ? "十" : "10"),\(row % 60),2024\r\n"
      if row % 90 == 5 { text += "坏行,太短\r\n" }
    }
    return text
  }()

  private func whole() throws -> String {
    let vocabulary = try Vocabulary.embedded()
    let document = try DocumentReader(vocabulary: vocabulary).read(
      file: "t.csv", bytes: Array(Self.table.utf8))[0]
    let scorer = Scorer(
      pack: try PackCatalog(vocabulary: vocabulary).pack("literal"), vocabulary: vocabulary, language: .zh)
    let score = scorer.score(document, packWhy: "--rules", decisions: [], link: nil)
    return String(decoding: ScoresCSV.render([score]), as: UTF8.self)
  }

  @Test(arguments: [("1", "1M"), ("2", "2K"), ("7", "1K")])
  func rowsOfTheWholeFile(jobs: String, blockSize: String) throws {
    let scratch = Scratch()
    let path = scratch.file("t.csv", Self.table)
    let ran = jixiao([
      "score", path, "--rules", "literal", "--format", "csv", "--jobs", jobs, "--block-size", blockSize,
    ])
    #expect(ran.output == (try whole()))
    #expect(ran.status == 2)
    #expect(ran.errors.contains("第8行") || ran.errors.contains("第5行"), "\(ran.errors)")
  }

  @Test(arguments: [("1", "1M"), ("7", "1K")])
  func summaryOfAllSheets(jobs: String, blockSize: String) {
    let scratch = Scratch()
    let table =
      "sheet,organization,year,level1,level3,operator,target,weight,actual\n"
      + "A,甲局,2024,产出指标,数量,≥,3,10,1\nA,甲局,2024,效益指标,效果,≥,3,5,3\n"
      + "B,甲局,2024,产出指标,数量,≥,3,10,2\nC,乙局,2023,产出指标,数量,≥,3,10,4\nD,甲局,2024,产出指标,数量,≥,3,10,\n"
    let ran = jixiao([
      "score", scratch.file("t.csv", table), "--rules", "literal", "--summary", "--jobs", jobs,
      "--block-size",
      blockSize,
    ])
    // A is worth 3.33 + 5, B 6.67; D is a plan and may earn anything from 0 to 10.
    #expect(
      ran.output == """
        organization,year,level1,sheets,plans,unscored,weight,low,high
        乙局,2023,*,1,0,0,10,10,10
        乙局,2023,产出指标,1,0,0,10,10,10
        甲局,2024,*,3,1,0,35,15,25
        甲局,2024,产出指标,3,1,0,30,10,20
        甲局,2024,效益指标,1,0,0,5,5,5

        """)
  }

  /// Sheet A goes on behind B, and C, once in quotes and with white space, behind D.
  private static let split =
    "sheet,level3,operator,target,weight,actual\nA,数量,≥,3,10,1\nA,数量,≥,3,10,3\nB,数量,≥,3,10,3\nA,数量,≥,3,10,2\n"
    + "C,数量,≥,3,10,3\nD,数量,≥,3,10,3\n\" C\",数量,≥,3,10,3\n"

  @Test(arguments: [["--totals"], ["--format", "csv"], ["--summary"]], ["1M", "64"])
  func sheetsWhoseRowsAreNotAdjacentAreFoundWhenAsked(content: [String], blockSize: String) {
    let scratch = Scratch()
    let words =
      ["score", scratch.file("t.csv", Self.split), "--rules", "literal", "--lang", "en"] + content
      + ["--block-size", blockSize]
    let unasked = jixiao(words)
    #expect(unasked.status == 0 && unasked.errors.isEmpty, "\(unasked.errors)")
    let asked = jixiao(words + ["--check-adjacent"])
    #expect(asked.status == 2)
    // What was computed is the same; only the exit and the messages say that it is split.
    #expect(asked.output == unasked.output)
    let complaints = asked.errors.split(separator: "\n").filter { $0.contains("came before") }
    #expect(complaints.count == 2, "\(asked.errors)")
    #expect(complaints.first?.contains("line 5") == true && complaints.first?.contains("byte 103") == true)
    #expect(complaints.last?.contains("line 8") == true && complaints.last?.contains("byte 163") == true)
    if content == ["--totals"] {
      #expect(
        asked.output.split(separator: "\n").map { $0.prefix(2) } == [
          "sh", "A,", "B,", "A,", "C,", "D,", "C,",
        ])
    }
    let strict = jixiao(words + ["--check-adjacent", "--strict"])
    #expect(strict.status == 2 && strict.errors.contains("sheet A") && !strict.errors.contains("sheet C"))
  }

  @Test func progressSaysRateAndTimeLeft() {
    let text = StreamProgress.text(
      done: 500_000_000, of: 1_500_000_000, after: .seconds(1), in: .en)
    #expect(text == "500/1500 MB, 500 MB/s, 2 s left")
    #expect(StreamProgress.text(done: 5, of: nil, after: .zero, in: .zh) == "0 MB, 0 MB/s")
  }
}
