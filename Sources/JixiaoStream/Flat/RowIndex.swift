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

  /// The number of fields of every row, where all rows have the same and there are no quotes; 0 else.
  private(set) var stride = 0

  /// Finds the structure of a block that ends with a newline and has 64 bytes of zero behind it.
  ///
  /// `expected`: how many fields rows should have. A block in which all do, and which has no quotes, is indexed in
  ///   one simple pass.
  mutating func scan(_ bytes: UnsafePointer<UInt8>, count: Int, expecting expected: Int) {
    reserve(count)
    if scanPlainly(bytes, count: count), separatorCount == rowCount &* expected, isEven(bytes, expected) {
      stride = expected
      return
    }
    stride = 0
    scanWithQuotes(bytes, count: count)
  }

  /// Whether every row ends after as many fields as it should.
  private func isEven(_ bytes: UnsafePointer<UInt8>, _ expected: Int) -> Bool {
    var last = expected &- 1
    while last < separatorCount {
      if bytes[Int(separators[last])] != UInt8(ascii: "\n") { return false }
      last &+= expected
    }
    return true
  }

  /// Finds commas and newlines without telling them apart, and counts the newlines; false where there is a quote.
  private mutating func scanPlainly(_ bytes: UnsafePointer<UInt8>, count: Int) -> Bool {
    let comma = SIMD16<UInt8>(repeating: UInt8(ascii: ","))
    let newline = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    var target = separators
    var newlines = 0
    var offset = 0
    while offset < count {
      // A byte of the sum holds the newlines of its column in up to 63 words.
      var sums = SIMD16<UInt8>(repeating: 0)
      var quotes = SIMD16<UInt8>(repeating: 0)
      let stop = min(count, offset &+ 63 &* 64)
      while offset < stop {
        let lanes = Lanes64(bytes + offset)
        let ends = lanes.equal(to: newline)
        let structure = lanes.equal(to: comma) | ends
        quotes |= lanes.equal(to: quote).union
        sums = sums &- ends.sum
        let inWord = structure.count
        RowIndex.write(structure.bits, UInt32(truncatingIfNeeded: offset), count: inWord, to: target)
        target += inWord
        offset &+= 64
      }
      if quotes != SIMD16<UInt8>(repeating: 0) { return false }
      for i in 0..<16 { newlines &+= Int(sums[i]) }
    }
    separatorCount = target - separators
    rowCount = newlines
    return true
  }

  /// Writes the places of the bits, and up to eight places more that mean nothing.
  @inline(always)
  private static func write(
    _ structure: UInt64, _ base: UInt32, count: Int, to target: UnsafeMutablePointer<UInt32>
  ) {
    var bits = structure
    for i in 0..<8 {
      target[i] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
    guard count > 8 else { return }
    var i = 8
    while bits != 0 {
      target[i] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
      bits &= bits &- 1
      i &+= 1
    }
  }

  /// Finds rows and fields whatever the quotes, telling the rows that have some.
  private mutating func scanWithQuotes(_ bytes: UnsafePointer<UInt8>, count: Int) {
    let comma = SIMD16<UInt8>(repeating: UInt8(ascii: ","))
    let newline = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    var found = 0
    var rowsFound = 0
    var quotes = QuoteState()
    var offset = 0
    while offset < count {
      let lanes = Lanes64(bytes + offset)
      let ends = lanes.equal(to: newline)
      var newlines = ends.bits
      var structure = (lanes.equal(to: comma) | ends).bits
      let quoteBits = lanes.equal(to: quote).bits
      if quoteBits != 0 || !quotes.isQuiet {
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
      RowIndex.write(structure, base, count: inWord, to: separators + found)
      found &+= inWord
      offset &+= 64
    }
    separatorCount = found
    rowCount = rowsFound
    firsts[0] = 0
  }
}
