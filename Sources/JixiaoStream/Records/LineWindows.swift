/// A stream of lines, some megabytes at a time, for those who work on a window with several threads.
package final class LineWindows {
  /// Whole lines, and what stands before them.
  package struct Window: Sendable {
    package let bytes: [UInt8]
    package let linesBefore: Int
    package let bytesBefore: Int

    /// The window cut into pieces of at least so many lines, with the lines before each.
    package func pieces(ofLines count: Int) -> [(range: Range<Int>, linesBefore: Int)] {
      var pieces: [(range: Range<Int>, linesBefore: Int)] = []
      var start = 0
      var lines = 0
      var at = 0
      while let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) {
        at = end + 1
        lines += 1
        if lines % count == 0 {
          pieces.append((start..<at, linesBefore + lines - count))
          start = at
        }
      }
      if start < bytes.count { pieces.append((start..<bytes.count, linesBefore + lines - lines % count)) }
      return pieces
    }
  }

  private let blocks: BlockReader<LineEdges>
  private let block: Block
  private var lines = 0

  /// `carry`: bytes that were read already.
  package init(_ input: any StreamInput, carry: [UInt8], windowSize: Int) {
    blocks = BlockReader(input, edges: LineEdges(), carry: carry, offset: 0, blockSize: windowSize)
    block = Block(capacity: windowSize)
  }

  /// The next window; nil at the end.
  package func next() throws(StreamFailure) -> Window? {
    guard try blocks.next(block) else { return nil }
    let bytes = Array(UnsafeBufferPointer(start: block.bytes, count: block.end))
    let window = Window(bytes: bytes, linesBefore: lines, bytesBefore: block.offset)
    lines += bytes.count { $0 == UInt8(ascii: "\n") }
    return window
  }
}
