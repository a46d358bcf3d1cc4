/// What rows earned that had the very same cells: words, dates, ranges, numbers with units.
///
/// Keyed by the cells byte for byte; holds a bounded number of them and starts over when it is full.
final class RowMemo {
  private struct Slot {
    var hash: UInt64
    /// 1-based; 0 is a free slot.
    var entry: UInt32
    var offset: UInt32
  }

  private static let size = 1 << 13
  private static let mostBytes = 1 << 20
  private static let longest = 4096
  private static let recentCount = 128
  private let slots: UnsafeMutablePointer<Slot>
  private let entries: UnsafeMutablePointer<Earned>
  private let kept: UnsafeMutablePointer<UInt8>
  /// The slots used last, by a short hint at their cells; 0 where there is none.
  private let recents: UnsafeMutablePointer<Int>
  private var count = 0
  private var bytes = 0

  init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Slot(hash: 0, entry: 0, offset: 0), count: Self.size)
    entries = .allocate(capacity: Self.size / 2 + 1)
    // Comparing reads whole words.
    kept = .allocate(capacity: Self.mostBytes + 8)
    recents = .allocate(capacity: Self.recentCount)
    recents.initialize(repeating: 0, count: Self.recentCount)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
    kept.deallocate()
    recents.deallocate()
  }

  /// A place among the recent ones by what differs most from row to row.
  @inline(always)
  static func hint(target: ByteRun, weight: ByteRun, actual: ByteRun) -> Int {
    let mixed =
      actual.head ^ (target.head &<< 5) ^ (weight.head &<< 11) ^ UInt64(truncatingIfNeeded: actual.count)
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> 57)
  }

  /// What a row with a hint earned that was found or kept under it last, if it had these very two cells.
  @inline(always)
  func recall(_ hint: Int, _ first: ByteRun, _ second: ByteRun) -> UnsafePointer<Earned>? {
    let index = recents[hint]
    guard slots[index].entry != 0 else { return nil }
    let known = UnsafePointer(kept + Int(slots[index].offset))
    let count = Int(UnsafeRawPointer(known).loadUnaligned(as: UInt32.self))
    guard ByteRun(known + 4, count).equals(first) else { return nil }
    let next = known + (4 &+ count)
    let nextCount = Int(UnsafeRawPointer(next).loadUnaligned(as: UInt32.self))
    guard ByteRun(next + 4, nextCount).equals(second) else { return nil }
    return UnsafePointer(entries + Int(slots[index].entry))
  }

  @inline(always)
  static func hash(_ cells: UnsafeBufferPointer<ByteRun>) -> UInt64 {
    var hash: UInt64 = 0
    for i in 0..<cells.count { cells[i].hash(into: &hash) }
    return hash
  }

  func find(_ cells: UnsafeBufferPointer<ByteRun>, _ hash: UInt64, hint: Int = 0) -> UnsafePointer<Earned>? {
    var index = Int(truncatingIfNeeded: hash) & (Self.size &- 1)
    while slots[index].entry != 0 {
      if slots[index].hash == hash, isSame(kept + Int(slots[index].offset), cells) {
        recents[hint] = index
        return UnsafePointer(entries + Int(slots[index].entry))
      }
      index = (index &+ 1) & (Self.size &- 1)
    }
    return nil
  }

  @inline(always)
  private func isSame(_ known: UnsafeMutablePointer<UInt8>, _ cells: UnsafeBufferPointer<ByteRun>) -> Bool {
    var known = UnsafePointer(known)
    for i in 0..<cells.count {
      let count = Int(UnsafeRawPointer(known).loadUnaligned(as: UInt32.self))
      if !ByteRun(known + 4, count).equals(cells[i]) { return false }
      known += 4 &+ count
    }
    return true
  }

  func insert(_ cells: UnsafeBufferPointer<ByteRun>, _ hash: UInt64, _ earned: Earned, hint: Int = 0) {
    let more = cells.reduce(0) { $0 + 4 + $1.count }
    if more > Self.longest { return }
    if count * 2 >= Self.size || bytes + more > Self.mostBytes {
      for i in 0..<Self.size { slots[i].entry = 0 }
      count = 0
      bytes = 0
    }
    count += 1
    entries[count] = earned
    var index = Int(truncatingIfNeeded: hash) & (Self.size &- 1)
    while slots[index].entry != 0 { index = (index &+ 1) & (Self.size &- 1) }
    slots[index] = Slot(hash: hash, entry: UInt32(count), offset: UInt32(bytes))
    recents[hint] = index
    for cell in cells {
      UnsafeMutableRawPointer(kept + bytes).storeBytes(of: UInt32(cell.count), as: UInt32.self)
      (kept + bytes + 4).update(from: cell.start, count: cell.count)
      bytes += 4 + cell.count
    }
  }
}
