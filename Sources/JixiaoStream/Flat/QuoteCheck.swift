/// Whether the quotes of a row follow RFC 4180, so that its fields are what the separators say.
enum QuoteCheck {
  /// A field with quotes begins and ends with one; those within are left to the reader of whole rows.
  static func isSound(_ row: RowIndex.Row) -> Bool {
    for column in 0..<row.count {
      let from = Int(row.separators[column &- 1] &+ 1)
      let to = column == row.count &- 1 ? row.end : Int(row.separators[column])
      guard to > from, row.bytes[from] == UInt8(ascii: "\"") else {
        for i in from..<max(from, to) where row.bytes[i] == UInt8(ascii: "\"") { return false }
        continue
      }
      guard to &- from >= 2, row.bytes[to &- 1] == UInt8(ascii: "\"") else { return false }
      for i in (from + 1)..<(to - 1) where row.bytes[i] == UInt8(ascii: "\"") { return false }
    }
    return true
  }
}
