/// Cuts an input into blocks at sheet edges, one block at a time.
///
/// What follows the last edge waits for the next block. Not for several threads at once: its owner keeps a lock.
final class BlockReader<Edges: SheetEdges & ~Copyable> {
  private let input: any StreamInput
  private let blockSize: Int
  private let mostBytes: Int
  private var edges: Edges
  private var carry: [UInt8]
  private var offset: Int
  private var number = 0
  private var atEnd = false
  /// The line at which the next block begins; nil where lines are not counted.
  private var line: Int?

  /// `carry`: bytes that were read already, such as the first line's remainder.
  /// `offset`: where they stand in the input.
  /// `line`: the line that begins there; nil where nobody asks for lines, which saves counting them.
  init(
    _ input: any StreamInput, edges: consuming Edges, carry: [UInt8], offset: Int, blockSize: Int,
    line: Int? = nil, mostBytes: Int = 1 << 28
  ) {
    self.input = input
    self.edges = edges
    self.carry = carry
    self.offset = offset
    self.blockSize = blockSize
    self.line = line
    self.mostBytes = mostBytes
  }

  /// Fills a block; false at the end.
  func next(_ block: Block) throws(StreamFailure) -> Bool {
    if atEnd && carry.isEmpty { return false }
    if block.capacity < max(blockSize, carry.count + 1) { block.grow(to: max(blockSize, carry.count + 1)) }
    carry.withUnsafeBufferPointer { carry in
      if let base = carry.baseAddress { block.bytes.update(from: base, count: carry.count) }
    }
    block.count = carry.count
    block.offset = offset
    block.number = number
    carry.removeAll(keepingCapacity: true)
    var wanted = blockSize
    while true {
      try fill(block, to: wanted)
      if atEnd {
        // A last line without its newline gets one.
        if block.count > 0, block.bytes[block.count - 1] != UInt8(ascii: "\n") {
          if block.count == block.capacity { block.grow(to: block.capacity + 1) }
          block.bytes[block.count] = UInt8(ascii: "\n")
          block.count += 1
        }
        block.end = block.count
      } else {
        block.end = edges.lastEdge(UnsafePointer(block.bytes), count: block.count, offset: offset)
      }
      if block.end > 0 || atEnd { break }
      wanted = block.count * 2
      if wanted > mostBytes { throw .sheetTooLong(offset: offset, limit: mostBytes) }
      block.grow(to: wanted)
    }
    if block.end == 0 { return false }
    let rest = block.count - block.end
    carry.append(contentsOf: UnsafeBufferPointer(start: block.bytes + block.end, count: rest))
    block.zeroBehindEnd()
    if let first = line {
      block.line = first
      line = first + newlines(in: block)
    }
    offset += block.end
    number += 1
    return true
  }

  private func newlines(in block: Block) -> Int {
    let newline = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
    var count = 0
    var offset = 0
    // What stands behind the end is zero.
    while offset < block.end {
      count += Lanes64(block.bytes + offset).equal(to: newline).count
      offset += 64
    }
    return count
  }

  private func fill(_ block: Block, to wanted: Int) throws(StreamFailure) {
    while block.count < wanted, !atEnd {
      let room = UnsafeMutableRawBufferPointer(
        start: block.bytes + block.count, count: wanted - block.count)
      let count = try input.read(into: room)
      if count == 0 { atEnd = true }
      block.count += count
    }
  }
}

/// Knows where sheets end in a form of input.
protocol SheetEdges: ~Copyable {
  /// The offset behind the last row that certainly ends a sheet, 0 where none does.
  mutating func lastEdge(_ bytes: UnsafePointer<UInt8>, count: Int, offset: Int) -> Int
}
