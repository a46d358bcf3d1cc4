import JixiaoDocuments

/// NDJSON a block of lines at a time, its sheets read and worked on by several threads.
package struct RecordStream: Sendable {
  private let reader: RecordLineReader
  private let blockSize: Int

  package init(_ reader: RecordLineReader, blockSize: Int) {
    self.reader = reader
    self.blockSize = blockSize
  }

  /// Reads everything, making a value of the records of every block.
  ///
  /// `carry`: bytes that were read already.
  /// `consume`: takes the values in order, on the calling thread; false stops the work.
  package func run<Value: Sendable>(
    _ input: any StreamInput, carry: [UInt8], workers: Int,
    transform: @escaping @Sendable ([SheetRecord]) -> Value, consume: (Value) -> Bool
  ) throws(StreamFailure) {
    let blocks = BlockReader(
      input, edges: LineEdges(), carry: carry, offset: 0, blockSize: blockSize, line: 1)
    let reader = reader
    try BlockPipeline.run(workers: workers, blockSize: blockSize) { (block) throws(StreamFailure) in
      try blocks.next(block)
    } work: {
      { block in
        let lines = Array(UnsafeBufferPointer(start: block.bytes, count: block.end))
        return transform(
          reader.records(in: lines, linesBefore: block.line - 1, bytesBefore: block.offset))
      }
    } consume: {
      consume($0)
    }
  }
}
