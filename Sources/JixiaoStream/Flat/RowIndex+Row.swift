import JixiaoDocuments

extension RowIndex {
  /// One row of the block that was scanned last.
  struct Row: BitwiseCopyable {
    let bytes: UnsafePointer<UInt8>
    /// The separators of this row; the one before them ends the row above.
    let separators: UnsafePointer<UInt32>
    /// How many fields it has.
    let count: Int
    let start: Int
    /// Without the line's end.
    let end: Int
    let hasQuotes: Bool

    var length: Int { end &- start }
    var isBlank: Bool { start >= end }

    /// A field as printed, without its quotes; nothing for a column below 0, which the table does not have.
    @inline(always)
    func field(_ column: Int) -> ByteRun {
      if column < 0 { return ByteRun(bytes, 0) }
      let from = Int(separators[column &- 1] &+ 1)
      // The last field ends before the CR of CR LF.
      let to = column == count &- 1 ? end : Int(separators[column])
      return hasQuotes ? stripped(from, to) : ByteRun(bytes + from, to &- from)
    }

    /// The bytes of some neighbouring columns as they stand.
    @inline(always)
    func span(_ columns: ClosedRange<Int>) -> ByteRun {
      let from = Int(separators[columns.lowerBound &- 1] &+ 1)
      return ByteRun(bytes + from, Int(separators[columns.upperBound]) &- from)
    }

    @inline(never)
    private func stripped(_ from: Int, _ to: Int) -> ByteRun {
      var from = from
      var to = to
      if to &- from >= 2, bytes[from] == UInt8(ascii: "\"") {
        from &+= 1
        to &-= 1
      }
      return ByteRun(bytes + from, max(0, to &- from))
    }

    func source(line: Int, offset: Int) -> FlatRowReader.Source {
      FlatRowReader.Source(
        bytes: Array(UnsafeBufferPointer(start: bytes + start, count: end - start)), line: line,
        offset: offset + start)
    }
  }

  /// A row of the block; the rows above it must have been looked at before.
  ///
  /// `expected`: how many fields it should have, which is where its end is looked for first.
  @inline(always)
  func row(_ number: Int, _ bytes: UnsafePointer<UInt8>, expecting expected: Int) -> Row {
    if stride > 0 {
      let mine = UnsafePointer(separators + number &* stride)
      let start = Int(mine[-1] &+ 1)
      let end = Int(mine[stride &- 1])
      let hasReturn = end > start && bytes[end &- 1] == UInt8(ascii: "\r")
      return Row(
        bytes: bytes, separators: mine, count: stride, start: start, end: hasReturn ? end &- 1 : end,
        hasQuotes: false)
    }
    return unevenRow(number, bytes, expected)
  }

  @inline(never)
  private func unevenRow(_ number: Int, _ bytes: UnsafePointer<UInt8>, _ expected: Int) -> Row {
    let first = Int(firsts[number])
    let entry = rows[number]
    let newline = entry & ~RowIndex.quoted
    var last = first &+ expected &- 1
    if last >= separatorCount || separators[last] != newline { last = search(newline, from: first) }
    firsts[number &+ 1] = UInt32(truncatingIfNeeded: last &+ 1)
    let start = Int(separators[first &- 1] &+ 1)
    let end = Int(newline)
    let hasReturn = end > start && bytes[end &- 1] == UInt8(ascii: "\r")
    return Row(
      bytes: bytes, separators: UnsafePointer(separators + first), count: last &- first &+ 1, start: start,
      end: hasReturn ? end &- 1 : end,
      hasQuotes: entry & RowIndex.quoted != 0)
  }

  @inline(never)
  private func search(_ newline: UInt32, from first: Int) -> Int {
    var last = first
    while last < separatorCount, separators[last] != newline { last += 1 }
    return last
  }
}
