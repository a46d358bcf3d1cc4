import Jixiao
import JixiaoDocuments

/// Reads whole sheets from a flat table, a block at a time, and hands on what each worker makes of them.
///
/// The exact way for whatever the totals do not need: rows with their derivations. Memory is that of a few blocks.
package struct RowStream: Sendable {
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

  /// Works on every sheet behind the header.
  ///
  /// `carry`: what has been read behind the header already, at `offset` and `line`.
  /// `work`: what the sheets of a block come to, in bytes; called by several threads at once.
  package func run(
    _ input: any StreamInput, carry: [UInt8], offset: Int, line: Int, workers: Int, blockSize: Int,
    work: @escaping @Sendable ([Sheet]) -> [UInt8], consume: (StreamPart) -> Bool
  ) throws(StreamFailure) {
    guard
      let evaluator = FlatEvaluator(
        reader: reader, scorer: scorer, vocabulary: vocabulary, blockSize: reader.longestCell)
    else { throw .header(zh: "缺少必要的列", en: "a needed column is missing") }
    let blocks = BlockReader(
      input, edges: FlatEdges(evaluator), carry: carry, offset: offset, blockSize: blockSize, line: line)
    let reader = reader
    let notesStarts = notesStarts
    try BlockPipeline.run(workers: workers, blockSize: blockSize) { (block) throws(StreamFailure) in
      try blocks.next(block)
    } work: {
      { block in
        let lines = RowStream.lines(of: block)
        let (sheets, unread) = reader.sheets(lines.filter { !$0.bytes.isEmpty })
        let problems = unread.map { StreamProblem($0, line: ($0.place.line ?? block.line) - block.line + 1) }
        var starts = SheetStarts()
        if notesStarts {
          for sheet in sheets {
            Array((sheet.id ?? "").utf8).withUnsafeBufferPointer {
              starts.add(
                $0, line: (sheet.place.line ?? block.line) - block.line + 1, offset: sheet.place.offset ?? 0)
            }
          }
        }
        return StreamPart(
          bytes: work(sheets), problems: problems, lines: lines.count, sheets: sheets.count, count: block.end,
          starts: starts)
      }
    } consume: {
      consume($0)
    }
  }

  /// The lines of a block without their ends.
  private static func lines(of block: Block) -> [FlatRowReader.Source] {
    var lines: [FlatRowReader.Source] = []
    var start = 0
    for at in 0..<block.end where block.bytes[at] == UInt8(ascii: "\n") {
      let hasReturn = at > start && block.bytes[at - 1] == UInt8(ascii: "\r")
      let bytes = UnsafeBufferPointer(start: block.bytes + start, count: at - start - (hasReturn ? 1 : 0))
      lines.append(
        FlatRowReader.Source(
          bytes: Array(bytes), line: block.line + lines.count, offset: block.offset + start))
      start = at + 1
    }
    return lines
  }
}
