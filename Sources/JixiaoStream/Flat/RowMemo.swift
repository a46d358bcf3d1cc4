/// What rows earned that had the very same cells: words, dates, ranges, numbers with units.
///
/// Keyed by the cells byte for byte; holds a bounded number of them and starts over when it is full.
struct RowMemo: ~Copyable {
  private struct Slot {
    var hash: UInt64
    /// 1-based; 0 is a free slot.
    var entry: UInt32
  }

  private struct Entry {
    let offset: Int
    let earned: Earned
  }

  private static let size = 1 << 13
  private static let mostBytes = 1 << 20
  private let slots: UnsafeMutablePointer<Slot>
  private var entries: [Entry] = []
  private var kept: [UInt8] = []

  init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Slot(hash: 0, entry: 0), count: Self.size)
  }

  deinit { slots.deallocate() }

  static func hash(_ cells: UnsafeBufferPointer<ByteRun>) -> UInt64 {
    var hash: UInt64 = 0
    for cell in cells { cell.hash(into: &hash) }
    return hash
  }

  func find(_ cells: UnsafeBufferPointer<ByteRun>, _ hash: UInt64) -> Earned? {
    var index = Int(truncatingIfNeeded: hash) & (Self.size &- 1)
    while slots[index].entry != 0 {
      if slots[index].hash == hash {
        let entry = entries[Int(slots[index].entry) &- 1]
        if isSame(entry.offset, cells) { return entry.earned }
      }
      index = (index &+ 1) & (Self.size &- 1)
    }
    return nil
  }

  private func isSame(_ offset: Int, _ cells: UnsafeBufferPointer<ByteRun>) -> Bool {
    kept.withUnsafeBufferPointer { kept in
      guard let base = kept.baseAddress else { return false }
      var offset = offset
      for cell in cells {
        let count = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        if Int(count) != cell.count || !ByteRun(base + offset + 4, cell.count).equals(cell) { return false }
        offset &+= 4 &+ cell.count
      }
      return true
    }
  }

  mutating func insert(_ cells: UnsafeBufferPointer<ByteRun>, _ hash: UInt64, _ earned: Earned) {
    let bytes = cells.reduce(0) { $0 + 4 + $1.count }
    if bytes > 4096 { return }
    if entries.count * 2 >= Self.size || kept.count + bytes > Self.mostBytes {
      for i in 0..<Self.size { slots[i].entry = 0 }
      entries.removeAll(keepingCapacity: true)
      kept.removeAll(keepingCapacity: true)
    }
    // Comparing reads whole words: the padding of the last entry is written over by the next.
    if !kept.isEmpty { kept.removeLast(8) }
    entries.append(Entry(offset: kept.count, earned: earned))
    for cell in cells {
      withUnsafeBytes(of: UInt32(cell.count)) { kept.append(contentsOf: $0) }
      kept.append(contentsOf: UnsafeBufferPointer(start: cell.start, count: cell.count))
    }
    kept.append(contentsOf: repeatElement(0, count: 8))
    var index = Int(truncatingIfNeeded: hash) & (Self.size &- 1)
    while slots[index].entry != 0 { index = (index &+ 1) & (Self.size &- 1) }
    slots[index] = Slot(hash: hash, entry: UInt32(entries.count))
  }
}
