import Jixiao
import JixiaoDocuments

/// Where sheets end in a flat table: between two sound rows with different ids.
///
/// A row that will be refused says nothing about sheets, so an edge is only seen where both rows are certain.
struct FlatEdges: SheetEdges {
  let reader: FlatRowReader
  private let isFirstColumn: Bool

  init(_ reader: FlatRowReader) {
    self.reader = reader
    isFirstColumn = reader.column(.sheet) == 0
  }

  mutating func lastEdge(_ bytes: UnsafePointer<UInt8>, count: Int, offset: Int) -> Int {
    var end = count
    while end > 0, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
    var below: (start: Int, id: String)?
    var belowStart = -1
    var belowEnd = 0
    while end > 0 {
      var start = end - 1
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      // Most neighbours show by their first bytes that they belong together; only others are read as rows.
      if belowStart >= 0, isFirstColumn, sharesFirstField(bytes, start, end, belowStart, belowEnd) {
        (belowStart, belowEnd, end) = (start, end, start)
        below = nil
        continue
      }
      if belowStart >= 0, below == nil { below = id(bytes, belowStart, belowEnd).map { (belowStart, $0) } }
      if let (edge, name) = below, let mine = id(bytes, start, end) {
        if mine != name { return edge }
      }
      (belowStart, belowEnd, end) = (start, end, start)
      below = nil
    }
    return 0
  }

  private func sharesFirstField(
    _ bytes: UnsafePointer<UInt8>, _ a: Int, _ aEnd: Int, _ b: Int, _ bEnd: Int
  ) -> Bool {
    var i = 0
    while a + i < aEnd, b + i < bEnd, bytes[a + i] == bytes[b + i] {
      if bytes[a + i] == UInt8(ascii: ",") { return true }
      i += 1
    }
    return false
  }

  /// The id of a sound row; nil where the row will be refused.
  private func id(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> String? {
    var stop = end - 1
    if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    guard stop > start else { return nil }
    let row = Array(UnsafeBufferPointer(start: bytes + start, count: stop - start))
    return reader.read(FlatRowReader.Source(bytes: row, line: 0, offset: 0)).sheet?.id
  }
}
