/// Small answers about short texts that come again and again: what sign, which rule name.
///
/// Grows with the number of distinct texts up to a limit, then starts over, so a column of prose costs time and not memory.
struct WordTable: ~Copyable {
  private struct Slot {
    var hash: UInt64
    var offset: UInt32
    var count: UInt32
    var head: UInt64
    var answer: UInt8
    var used: Bool
  }

  /// A text of up to `recentBytes`, found without a hash of the whole.
  private struct Recent {
    var head: UInt64
    var count: Int
    var answer: UInt8
  }

  private static let size = 256
  private static let recentBytes = 64
  private let recents: UnsafeMutablePointer<Recent>
  /// The bytes of `recents`.
  private let texts: UnsafeMutablePointer<UInt8>
  private let slots: UnsafeMutablePointer<Slot>
  private var kept: [UInt8] = []
  private var used = 0

  init() {
    recents = .allocate(capacity: 64)
    recents.initialize(repeating: Recent(head: 0, count: -1, answer: 0), count: 64)
    texts = .allocate(capacity: 64 * Self.recentBytes)
    texts.initialize(repeating: 0, count: 64 * Self.recentBytes)
    slots = .allocate(capacity: Self.size)
    slots.initialize(
      repeating: Slot(hash: 0, offset: 0, count: 0, head: 0, answer: 0, used: false), count: Self.size)
  }

  deinit {
    slots.deallocate()
    recents.deallocate()
    texts.deallocate()
  }

  /// The answer for a text, asked of `make` the first time.
  @inline(always)
  mutating func answer(_ text: ByteRun, _ make: (ByteRun) -> UInt8) -> UInt8 {
    let head = text.head
    let place = Int(truncatingIfNeeded: (head &* 0x9E37_79B9_7F4A_7C15) &>> 58)
    let recent = recents + place
    if recent.pointee.head == head, recent.pointee.count == text.count,
      text.count <= 8 || text.equalsBehindHead(ByteRun(texts + place &* Self.recentBytes, text.count))
    {
      return recent.pointee.answer
    }
    let answer = longAnswer(text, make)
    if text.count <= Self.recentBytes {
      recent.pointee = Recent(head: head, count: text.count, answer: answer)
      (texts + place &* Self.recentBytes).update(from: text.start, count: text.count)
    }
    return answer
  }

  @inline(never)
  private mutating func longAnswer(_ text: ByteRun, _ make: (ByteRun) -> UInt8) -> UInt8 {
    var hash: UInt64 = 0
    text.hash(into: &hash)
    var index = Int(truncatingIfNeeded: hash &>> 3) & (Self.size &- 1)
    while slots[index].used {
      if slots[index].hash == hash, slots[index].head == text.head, isSame(slots[index], text) {
        return slots[index].answer
      }
      index = (index &+ 1) & (Self.size &- 1)
    }
    return learn(text, hash, make(text))
  }

  @inline(always)
  private func isSame(_ slot: Slot, _ text: ByteRun) -> Bool {
    if Int(slot.count) != text.count { return false }
    if text.count <= 8 { return true }
    return kept.withUnsafeBufferPointer { kept in
      kept.baseAddress.map { ByteRun($0 + Int(slot.offset), text.count).equals(text) } ?? false
    }
  }

  @inline(never)
  private mutating func learn(_ text: ByteRun, _ hash: UInt64, _ answer: UInt8) -> UInt8 {
    // Prose is not worth keeping.
    if text.count > 256 { return answer }
    if used * 2 >= Self.size {
      for i in 0..<Self.size { slots[i].used = false }
      used = 0
      kept.removeAll(keepingCapacity: true)
    }
    var index = Int(truncatingIfNeeded: hash &>> 3) & (Self.size &- 1)
    while slots[index].used { index = (index &+ 1) & (Self.size &- 1) }
    slots[index] = Slot(
      hash: hash, offset: UInt32(kept.count), count: UInt32(text.count), head: text.head, answer: answer,
      used: true)
    kept.append(contentsOf: UnsafeBufferPointer(start: text.start, count: text.count))
    // Comparing reads whole words.
    kept.append(contentsOf: repeatElement(0, count: 8))
    used += 1
    return answer
  }
}
