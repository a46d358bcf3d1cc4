import Jixiao
import JixiaoDocuments
import JixiaoReports

/// Scores NDJSON from a stream to totals: a sheet a line in, a line a sheet out.
package struct RecordTotals: Sendable {
  package let reader: RecordLineReader
  package let scorer: Scorer

  package init(reader: RecordLineReader, scorer: Scorer) {
    self.reader = reader
    self.scorer = scorer
  }

  /// Scores every line; see `FlatTotals.run`.
  package func run(
    _ input: any StreamInput, carry: [UInt8], offset: Int, workers: Int, blockSize: Int,
    consume: (StreamPart) -> Bool
  ) throws(StreamFailure) {
    let blocks = BlockReader(input, edges: LineEdges(), carry: carry, offset: offset, blockSize: blockSize)
    try BlockPipeline.run(workers: workers, blockSize: blockSize) { (block) throws(StreamFailure) in
      try blocks.next(block)
    } work: {
      { score($0) }
    } consume: {
      consume($0)
    }
  }

  private func score(_ block: Block) -> StreamPart {
    var totals: [SheetTotal] = []
    var problems: [StreamProblem] = []
    var lines = 0
    var start = 0
    while start < block.end {
      var end = start
      while block.bytes[end] != UInt8(ascii: "\n") { end += 1 }
      lines += 1
      let line = Array(UnsafeBufferPointer(start: block.bytes + start, count: end - start))
      if line.contains(where: { $0 > 0x20 }) {
        let read = reader.read(line, offset: block.offset + start)
        problems += read.unread.map { StreamProblem($0, line: lines) }
        if let sheet = read.sheet { totals.append(SheetTotal(scorer.score(sheet))) }
      }
      start = end + 1
    }
    return StreamPart(
      bytes: TotalsCSV.render(totals), problems: problems, lines: lines, sheets: totals.count, count: block.end
    )
  }
}

/// Every line is a sheet of its own.
struct LineEdges: SheetEdges {
  mutating func lastEdge(_ bytes: UnsafePointer<UInt8>, count: Int, offset: Int) -> Int {
    var end = count
    while end > 0, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
    return end
  }
}
