import Jixiao
import JixiaoDocuments
import JixiaoReports
import Testing

@testable import JixiaoStream

@Suite struct RecordTests {
  @Test func keysAreTheirTexts() {
    for key in RecordKey.all {
      let bytes = Array(key.text.utf8) + Array(repeating: 0, count: 8)
      let head = bytes.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { ByteRun($0, key.text.utf8.count).head }
      }
      #expect(head == key.head, "\(key.text)")
    }
  }

  /// Lines of NDJSON by the stream and by the reader of whole files.
  @Test(arguments: Streaming.packs)
  func everyPack(pack: String) throws {
    let vocabulary = try #require(Streaming.vocabulary)
    let scorer = try Streaming.scorer(pack)
    let table = RandomTable(seed: 11, sheets: 60, columns: RandomTable.full, hasFaults: false).bytes
    let documents = try DocumentReader(vocabulary: vocabulary).read(file: "t.csv", bytes: table)
    var lines = SheetsNDJSON.render(documents)
    lines += Array(
      "{\"indicators\":[}\n\n{\"sheet\":7,\"indicators\":[{\"target\":\"5\",\"actual\":\"a\\\"b\"}]}\n".utf8)
    let read = try DocumentReader(vocabulary: vocabulary).read(file: "t", bytes: lines)
    let expected = TotalsCSV.render(read.flatMap(\.sheets).map { SheetTotal(scorer.score($0)) })
    for (workers, blockSize) in [(1, 1 << 20), (2, 5000), (7, 900)] {
      var bytes: [UInt8] = []
      var problems = 0
      let reader = RecordLineReader(file: "t", vocabulary: vocabulary, limits: ReadLimits(), language: .zh)
      try RecordTotals(reader: reader, scorer: scorer, vocabulary: vocabulary).run(
        BytesInput(lines, step: 777), carry: [], offset: 0, workers: workers, blockSize: blockSize
      ) { part in
        bytes += part.bytes
        problems += part.problems.count
        return true
      }
      #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
      #expect(problems == read.flatMap(\.unread).count)
    }
  }
}
