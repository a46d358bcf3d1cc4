import Jixiao
import JixiaoDocuments

/// Where sheets end in a flat table: between two sound rows with different ids.
///
/// A row that will be refused says nothing about sheets, so an edge is only seen where both rows are certain.
struct FlatEdges: SheetEdges, ~Copyable {
  private var evaluator: FlatEvaluator
  private let isFirstColumn: Bool
  /// Rows longer than this are read in full.
  private static let longest = 1 << 14
  private let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: longest + Block.padding)

  init(_ evaluator: consuming FlatEvaluator) {
    isFirstColumn = evaluator.reader.column(.sheet) == 0
    self.evaluator = evaluator
  }

  deinit { scratch.deallocate() }

  mutating func lastEdge(_ bytes: UnsafePointer<UInt8>, count: Int, offset: Int) -> Int {
    // Rows that show at a glance come first; only where there are none is every row read in full.
    if isFirstColumn, let edge = lastEdge(bytes, count: count, wholly: false) { return edge }
    return lastEdge(bytes, count: count, wholly: true) ?? 0
  }

  private mutating func lastEdge(_ bytes: UnsafePointer<UInt8>, count: Int, wholly: Bool) -> Int? {
    var end = count
    while end > 0, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
    var below: (start: Int, end: Int)?
    var name: String?
    while end > 0 {
      var start = end - 1
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      if let under = below {
        if wholly {
          let mine = id(bytes, start, end)
          if let mine, let name, mine != name { return under.start }
          name = mine
        } else if !sharesFirstField(bytes, start, end, under.start, under.end),
          isCertain(bytes + start, count: end - start),
          isCertain(bytes + under.start, count: under.end - under.start)
        {
          return under.start
        }
      } else if wholly {
        name = id(bytes, start, end)
      }
      below = (start, end)
      end = start
    }
    return nil
  }

  private mutating func isCertain(_ row: UnsafePointer<UInt8>, count: Int) -> Bool {
    guard count < FlatEdges.longest else { return false }
    scratch.update(from: row, count: count)
    (scratch + count).update(repeating: 0, count: Block.padding)
    return evaluator.isCertain(scratch, count: count)
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
    return evaluator.reader.read(FlatRowReader.Source(bytes: row, line: 0, offset: 0)).sheet?.id
  }
}
