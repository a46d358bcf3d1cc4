import JixiaoDocuments

extension RowIndex {
  /// One row of the block that was scanned last.
  struct Row {
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

    /// A field as printed, without its quotes; nothing for a column that the table does not have.
    @inline(__always)
    func field(_ column: Int?) -> ByteRun {
      guard let column else { return ByteRun(bytes, 0) }
      var from = Int(separators[column &- 1] &+ 1)
      var to = column == count &- 1 ? end : Int(separators[column])
      if hasQuotes, to &- from >= 2, bytes[from] == UInt8(ascii: "\"") {
        from &+= 1
        to &-= 1
      }
      return ByteRun(bytes + from, to &- from)
    }

    func source(line: Int, offset: Int) -> FlatRowReader.Source {
      FlatRowReader.Source(
        bytes: Array(UnsafeBufferPointer(start: bytes + start, count: end - start)), line: line,
        offset: offset + start)
    }
  }

  @inline(__always)
  func row(_ number: Int, _ bytes: UnsafePointer<UInt8>) -> Row {
    let entry = rows[number]
    let last = Int(entry & ~RowIndex.quoted)
    let before = number == 0 ? -1 : Int(rows[number &- 1] & ~RowIndex.quoted)
    let start = Int(separators[before] &+ 1)
    var end = Int(separators[last])
    if end > start, bytes[end &- 1] == UInt8(ascii: "\r") { end &-= 1 }
    return Row(
      bytes: bytes, separators: UnsafePointer(separators + (before &+ 1)), count: last &- before, start: start,
      end: end, hasQuotes: entry & RowIndex.quoted != 0)
  }
}
