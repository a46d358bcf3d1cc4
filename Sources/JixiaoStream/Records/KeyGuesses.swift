/// What a key of an indicator's record is to scoring.
///
/// Those below `claimed` are places among the cells of a row, the year before them.
enum KeyRole: UInt8 {
  case relation = 1
  case target, value, upper, deadline, unit, weight, rule, actual
  /// Settled by the sheet's own claim being printed or not.
  case claimed
  /// Whatever stands here takes the row off the short way.
  case otherwise
  /// Decides nothing.
  case skipped

  @inline(always)
  init(_ key: ByteRun) {
    switch (key.count, key.head) {
    case (8, RecordKey.relation): self = .relation
    case (6, RecordKey.target): self = .target
    case (5, RecordKey.value): self = .value
    case (5, RecordKey.upper): self = .upper
    case (8, RecordKey.deadline): self = .deadline
    case (4, RecordKey.unit): self = .unit
    case (6, RecordKey.weight): self = .weight
    case (4, RecordKey.rule): self = .rule
    case (6, RecordKey.actual): self = .actual
    case (7, RecordKey.claimed): self = .claimed
    case (7, RecordKey.awarded), (13, RecordKey.notApplicable): self = .otherwise
    default: self = .skipped
    }
  }
}

/// The keys of the record before, in their order: one writer writes every record alike, so one comparison of sixteen
/// bytes finds what a key is and where it ends.
struct KeyGuesses: ~Copyable {
  private struct Guess: BitwiseCopyable {
    /// The key with its quotes and the colon, zeros behind it.
    var first: UInt64 = 0
    var second: UInt64 = 0
    var firstMask: UInt64 = 0
    /// Ones where the key has bytes; a guess that was never made matches nothing.
    var secondMask: UInt64 = 0
    var count = 0
    var role = KeyRole.skipped
  }

  private static let capacity = 32
  private let guesses: UnsafeMutablePointer<Guess>

  init() {
    guesses = .allocate(capacity: Self.capacity)
    guesses.initialize(repeating: Guess(first: 1), count: Self.capacity)
  }

  deinit { guesses.deallocate() }

  /// Takes the key that stands `index`th in its record, and the colon behind it; nil where the walk has to stop.
  @inline(always)
  func take(_ cursor: inout RecordCursor, _ index: Int) -> KeyRole? {
    if index < Self.capacity {
      let bytes = UnsafeRawPointer(cursor.bytes + cursor.at)
      let first = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
      let second = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      let guess = guesses + index
      let other =
        ((first & guess.pointee.firstMask) ^ guess.pointee.first)
        | ((second & guess.pointee.secondMask) ^ guess.pointee.second)
      if other == 0 {
        cursor.at &+= guess.pointee.count
        return guess.pointee.role
      }
    }
    return learn(&cursor, index)
  }

  @inline(never)
  private func learn(_ cursor: inout RecordCursor, _ index: Int) -> KeyRole? {
    let start = cursor.bytes + cursor.at
    guard let key = cursor.string(), cursor.take(UInt8(ascii: ":")) else { return nil }
    let role = KeyRole(key)
    let count = key.count &+ 3
    if index < Self.capacity, count <= 16 {
      let firstMask = count >= 8 ? ~0 : (UInt64(1) &<< UInt64(8 * count)) &- 1
      let secondMask = count == 16 ? ~0 : count <= 8 ? 0 : (UInt64(1) &<< UInt64(8 * (count - 8))) &- 1
      let bytes = UnsafeRawPointer(start)
      guesses[index] = Guess(
        first: UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) & firstMask,
        second: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) & secondMask,
        firstMask: firstMask, secondMask: secondMask, count: count, role: role)
    }
    return role
  }
}
