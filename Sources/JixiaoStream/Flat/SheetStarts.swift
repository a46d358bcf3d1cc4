import Jixiao

/// Where the sheets of one block of a flat table begin, kept only for those who ask whether their rows are adjacent.
package struct SheetStarts: Sendable {
  /// The ids one behind the other.
  private var ids: [UInt8] = []
  private var sheets: [(end: Int, line: Int, offset: Int)] = []

  /// Adds a sheet; its line counts from the block's first.
  mutating func add(_ id: UnsafeBufferPointer<UInt8>, line: Int, offset: Int) {
    ids.append(contentsOf: id)
    sheets.append((ids.count, line, offset))
  }

  mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    sheets.removeAll(keepingCapacity: true)
  }

  /// Hands over every sheet in its order.
  func forEach(_ body: (ArraySlice<UInt8>, _ line: Int, _ offset: Int) -> Void) {
    var start = 0
    for sheet in sheets {
      body(ids[start..<sheet.end], sheet.line, sheet.offset)
      start = sheet.end
    }
  }
}

/// The ids of all sheets of a flat table so far.
///
/// Exact: the ids themselves are kept, some twenty bytes a sheet and those of the id.
package struct SeenSheets {
  private var ids: [UInt8] = []
  /// Where each id begins in `ids`; the last is their end.
  private var starts: [Int] = [0]
  /// 1-based numbers of ids by their hash; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  package init() {}

  /// The sheets that have begun before, as problems of their block.
  package mutating func problems(in part: SheetStarts, language: Language) -> [StreamProblem] {
    var problems: [StreamProblem] = []
    part.forEach { id, line, offset in
      if isNew(id) { return }
      let text = String(decoding: id, as: UTF8.self)
      let why = language.pick(
        "表 \(text) 在前面出现过：它的行不相邻，合计被拆开；请按表号排序",
        "sheet \(text) came before: its rows are not adjacent and its total is split; sort by sheet")
      problems.append(
        StreamProblem(
          Document.Unread(place: Place(line: line, offset: offset), text: text, why: why), line: line))
    }
    return problems
  }

  /// Keeps an id; false where it is known.
  private mutating func isNew(_ id: ArraySlice<UInt8>) -> Bool {
    if starts.count * 2 > slots.count { grow() }
    var slot = SeenSheets.hash(id) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if ids[starts[number]..<starts[number + 1]] == id { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(starts.count)
    ids.append(contentsOf: id)
    starts.append(ids.count)
    return true
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 1..<starts.count {
      var slot = SeenSheets.hash(ids[starts[number - 1]..<starts[number]]) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(number)
    }
    slots = larger
  }

  /// FNV-1a, its upper half folded in.
  private static func hash(_ id: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
