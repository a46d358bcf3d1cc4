import Jixiao
import JixiaoDocuments
import JixiaoReports

/// Scores NDJSON from a stream to totals: a sheet a line in, a line a sheet out.
package struct RecordTotals: Sendable {
  package let reader: RecordLineReader
  package let scorer: Scorer
  package let vocabulary: Vocabulary

  package init(reader: RecordLineReader, scorer: Scorer, vocabulary: Vocabulary) {
    self.reader = reader
    self.scorer = scorer
    self.vocabulary = vocabulary
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
      let worker = Worker(self)
      return { worker.score($0) }
    } consume: {
      consume($0)
    }
  }

  private final class Worker {
    private var evaluator: RecordEvaluator?

    init(_ totals: RecordTotals) {
      evaluator = RecordEvaluator(
        reader: totals.reader, scorer: totals.scorer, vocabulary: totals.vocabulary)
    }

    func score(_ block: Block) -> StreamPart {
      guard var mine = evaluator.take() else {
        return StreamPart(bytes: [], problems: [], lines: 0, sheets: 0, count: block.end)
      }
      mine.evaluate(block.bytes, count: block.end, offset: block.offset)
      let part = StreamPart(
        bytes: mine.output.bytes, problems: mine.problems, lines: mine.lineCount, sheets: mine.sheetCount,
        count: block.end)
      evaluator = consume mine
      return part
    }
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
