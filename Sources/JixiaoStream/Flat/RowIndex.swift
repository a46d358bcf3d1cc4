/// Where the fields and rows of a block end: the structure of CSV, found 64 bytes at a time.
///
/// A newline always ends a row, even within quotes; commas within quotes separate nothing. Memory is taken once and used
/// for every block.
struct RowIndex: ~Copyable {
  /// Set in the entry of a row with quotes, above the offset of its end; blocks are smaller than this.
  static let quoted: UInt32 = 1 << 31

  /// The offsets of commas and newlines, in order.
  private(set) var separators: UnsafeMutablePointer<UInt32>
  /// For every row the offset of its newline, and whether it has quotes.
  private(set) var rows: UnsafeMutablePointer<UInt32>
  private(set) var rowCount = 0
  /// For every row that was looked at, where its separators begin.
  private(set) var firsts: UnsafeMutablePointer<UInt32>
  private(set) var separatorCount = 0
  private var capacity: Int

  /// Makes room for blocks of up to `capacity` bytes.
  init(capacity: Int) {
    self.capacity = capacity
    separators = RowIndex.room(for: capacity)
    rows = .allocate(capacity: capacity + 128)
    firsts = .allocate(capacity: capacity + 129)
  }

  deinit {
    (separators - 1).deallocate()
    rows.deallocate()
    firsts.deallocate()
  }

  /// Room for offsets behind one that stands before the first byte, so that every field begins after a separator.
  private static func room(for capacity: Int) -> UnsafeMutablePointer<UInt32> {
    let start = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity + 129)
    start[0] = ~0
    return start + 1
  }

  private mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    (separators - 1).deallocate()
    rows.deallocate()
    firsts.deallocate()
    capacity = count
    separators = RowIndex.room(for: count)
    rows = .allocate(capacity: count + 128)
    firsts = .allocate(capacity: count + 129)
  }

  /// Finds the structure of a block that ends with a newline and has 64 readable bytes behind it.
  ///
  /// Linear; a word of 64 bytes costs the same whatever it holds, unless it has quotes.
  mutating func scan(_ bytes: UnsafePointer<UInt8>, count: Int) {
    reserve(count)
    let comma = SIMD16<UInt8>(repeating: UInt8(ascii: ","))
    let newline = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let separators = separators
    let rows = rows
    var found = 0
    var rowsFound = 0
    var quotes = QuoteState()
    var offset = 0
    while offset < count {
      let lanes = Lanes64(bytes + offset)
      let ends = lanes.equal(to: newline)
      var newlines = ends.bits
      var structure = (lanes.equal(to: comma) | ends).bits
      let quoteLanes = lanes.equal(to: quote)
      let left = count - offset
      if left < 64 {
        let inBlock: UInt64 = (1 << UInt64(left)) &- 1
        newlines &= inBlock
        structure &= inBlock
      }
      if quoteLanes.any || !quotes.isQuiet {
        var quoteBits = quoteLanes.bits
        if left < 64 { quoteBits &= (1 << UInt64(left)) &- 1 }
        structure = quotes.separators(structure, newlines: newlines, quotes: quoteBits)
      }
      let inWord = structure.nonzeroBitCount
      let base = UInt32(truncatingIfNeeded: offset)
      while newlines != 0 {
        let flag = quotes.flag(endingAt: newlines & (0 &- newlines))
        rows[rowsFound] = (base &+ UInt32(truncatingIfNeeded: newlines.trailingZeroBitCount)) | flag
        rowsFound &+= 1
        newlines &= newlines &- 1
      }
      quotes.endWord()
      let target = separators + found
      var bits = structure
      for i in 0..<8 {
        target[i] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
      if inWord > 8 {
        for i in 8..<16 {
          target[i] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
          bits &= bits &- 1
        }
        var i = 16
        while bits != 0 {
          target[i] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
          bits &= bits &- 1
          i &+= 1
        }
      }
      found &+= inWord
      offset &+= 64
    }
    separatorCount = found
    rowCount = rowsFound
    firsts[0] = 0
  }
}
