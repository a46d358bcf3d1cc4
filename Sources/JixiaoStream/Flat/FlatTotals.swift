import Jixiao
import JixiaoDocuments
import JixiaoReports

/// Scores a flat table from a stream to totals, a line a sheet.
package struct FlatTotals: Sendable {
  package let reader: FlatRowReader
  package let scorer: Scorer
  package let vocabulary: Vocabulary
  /// Whether parts tell where their sheets begin.
  package let notesStarts: Bool

  package init(
    reader: FlatRowReader, scorer: Scorer, vocabulary: Vocabulary, notesStarts: Bool = false
  ) {
    self.notesStarts = notesStarts
    self.reader = reader
    self.scorer = scorer
    self.vocabulary = vocabulary
  }

  /// Scores everything behind the header.
  ///
  /// `input`: where the bytes come from.
  /// `carry`: what has been read behind the header already, at `offset`.
  package func run(
    _ input: any StreamInput, carry: [UInt8], offset: Int, workers: Int, blockSize: Int,
    consume: (StreamPart) -> Bool
  ) throws(StreamFailure) {
    guard
      let evaluator = FlatEvaluator(
        reader: reader, scorer: scorer, vocabulary: vocabulary, blockSize: reader.longestCell)
    else { throw .header(zh: "缺少必要的列", en: "a needed column is missing") }
    let blocks = BlockReader(
      input, edges: FlatEdges(evaluator), carry: carry, offset: offset, blockSize: blockSize)
    try BlockPipeline.run(workers: workers, blockSize: blockSize) { (block) throws(StreamFailure) in
      try blocks.next(block)
    } work: {
      let worker = Worker(self, blockSize)
      return { worker.score($0) }
    } consume: {
      consume($0)
    }
  }

  private final class Worker {
    private var evaluator: FlatEvaluator?

    init(_ totals: FlatTotals, _ blockSize: Int) {
      evaluator = FlatEvaluator(
        reader: totals.reader, scorer: totals.scorer, vocabulary: totals.vocabulary, blockSize: blockSize,
        notesStarts: totals.notesStarts)
    }

    func score(_ block: Block) -> StreamPart {
      // Owned for the while, so that the hot path needs no checks for exclusive access.
      guard var mine = evaluator.take() else {
        return StreamPart(bytes: [], problems: [], lines: 0, sheets: 0, count: block.end)
      }
      mine.evaluate(block.bytes, count: block.end, offset: block.offset)
      let part = StreamPart(
        bytes: mine.output.bytes, problems: mine.problems, lines: mine.rowCount, sheets: mine.sheetCount,
        count: block.end, starts: mine.starts)
      evaluator = consume mine
      return part
    }
  }
}
