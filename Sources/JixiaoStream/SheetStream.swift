import Jixiao
import JixiaoDocuments

/// The sheets of a streaming form one after another, read on several threads and never held all at once.
package struct SheetStream: Sendable {
  package enum Form: Sendable {
    case flat(FlatRowReader)
    case records(RecordLineReader)
  }

  /// What one block of the input gave, in its order.
  package struct Part<Value: Sendable>: Sendable {
    package let values: [Value]
    package let problems: [StreamProblem]
    /// Lines of the block, blank ones too; places of its sheets count from its first.
    package let lines: Int
  }

  package let form: Form
  /// Tells the edges of sheets in a flat table.
  private let scorer: Scorer
  private let vocabulary: Vocabulary

  package init(_ form: Form, scorer: Scorer, vocabulary: Vocabulary) {
    self.form = form
    self.scorer = scorer
    self.vocabulary = vocabulary
  }

  /// Reads everything, making a value of every sheet; `consume` gets the parts in order and stops the work with false.
  ///
  /// `input`: where the bytes come from.
  /// `carry`: what has been read behind the header already, at `offset`.
  package func run<Value: Sendable>(
    _ input: any StreamInput, carry: [UInt8], offset: Int, workers: Int, blockSize: Int,
    transform: @escaping @Sendable (Sheet) -> Value, consume: (Part<Value>) -> Bool
  ) throws(StreamFailure) {
    switch form {
    case .flat(let reader):
      guard
        let evaluator = FlatEvaluator(
          reader: reader, scorer: scorer, vocabulary: vocabulary, blockSize: reader.longestCell)
      else { throw .header(zh: "缺少必要的列", en: "a needed column is missing") }
      let blocks = BlockReader(
        input, edges: FlatEdges(evaluator), carry: carry, offset: offset, blockSize: blockSize)
      try BlockPipeline.run(workers: workers, blockSize: blockSize) { (block) throws(StreamFailure) in
        try blocks.next(block)
      } work: {
        { Self.part(reader, $0, transform) }
      } consume: {
        consume($0)
      }
    case .records(let reader):
      let blocks = BlockReader(input, edges: LineEdges(), carry: carry, offset: offset, blockSize: blockSize)
      try BlockPipeline.run(workers: workers, blockSize: blockSize) { (block) throws(StreamFailure) in
        try blocks.next(block)
      } work: {
        { Self.part(reader, $0, transform) }
      } consume: {
        consume($0)
      }
    }
  }

  private static func part<Value: Sendable>(
    _ reader: FlatRowReader, _ block: Block, _ transform: (Sheet) -> Value
  ) -> Part<Value> {
    var sources: [FlatRowReader.Source] = []
    let lines = forEachLine(block) { line, bytes, offset in
      sources.append(FlatRowReader.Source(bytes: bytes, line: line, offset: offset))
    }
    let (sheets, unread) = reader.sheets(sources)
    return Part(
      values: sheets.map(transform),
      problems: unread.map { StreamProblem($0, line: $0.place.line ?? 1) }, lines: lines)
  }

  private static func part<Value: Sendable>(
    _ reader: RecordLineReader, _ block: Block, _ transform: (Sheet) -> Value
  ) -> Part<Value> {
    var values: [Value] = []
    var problems: [StreamProblem] = []
    let lines = forEachLine(block) { line, bytes, offset in
      let (sheet, unread) = reader.read(bytes, offset: offset)
      problems += unread.map { StreamProblem($0, line: line) }
      guard var sheet else { return }
      sheet.place = onLine(line, sheet.place)
      for index in sheet.indicators.indices {
        sheet.indicators[index].place = onLine(line, sheet.indicators[index].place)
      }
      values.append(transform(sheet))
    }
    return Part(values: values, problems: problems, lines: lines)
  }

  /// A record is one line, whatever line its own place names in itself.
  private static func onLine(_ line: Int, _ place: Place) -> Place {
    var place = place
    if place == Place() || place.line == 1 { place.line = line }
    return place
  }

  /// Hands over every line that is not blank with its 1-based number in the block; answers how many lines there are.
  private static func forEachLine(_ block: Block, _ body: (Int, [UInt8], Int) -> Void) -> Int {
    var line = 0
    var start = 0
    while start < block.end {
      var end = start
      while end < block.end, block.bytes[end] != UInt8(ascii: "\n") { end += 1 }
      line += 1
      var stop = end
      if stop > start, block.bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
      if stop > start {
        let bytes = Array(UnsafeBufferPointer(start: block.bytes + start, count: stop - start))
        body(line, bytes, block.offset + start)
      }
      start = end + 1
    }
    return line
  }
}
