/// Values by known words, found by the words' bytes.
///
/// A sheet is asked of every cell whether it is a known word, and almost none is. A dictionary would bring each text into
/// a normal form before it could say so; here that is done only for texts that can have more than one form.
struct WordTable<Value: Sendable>: Sendable {
  private let known: [String: Value]
  private var entries: [(word: String, value: Value)] = []
  /// By the low bits of a word's hash, the number of its entry; -1 for none.
  private var slots: [Int32]
  private var longest = 0

  init(_ known: [String: Value]) {
    self.known = known
    var size = 16
    while size < known.count * 4 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    entries.reserveCapacity(known.count)
    for (word, value) in known {
      var slot = word.utf8.withContiguousStorageIfAvailable(Self.hash) ?? 0
      while slots[slot & (size - 1)] >= 0 { slot += 1 }
      slots[slot & (size - 1)] = Int32(entries.count)
      entries.append((word, value))
      longest = max(longest, word.utf8.count)
    }
  }

  var words: Dictionary<String, Value>.Keys { known.keys }

  subscript(text: String) -> Value? {
    if text.utf8.count <= longest {
      let found: Int? = text.utf8.withContiguousStorageIfAvailable { bytes in
        var slot = Self.hash(bytes)
        while true {
          let entry = Int(slots[slot & (slots.count - 1)])
          if entry < 0 { return -1 }
          let word = entries[entry].word.utf8
          if word.count == bytes.count, word.elementsEqual(bytes) { return entry }
          slot += 1
        }
      }
      if let found, found >= 0 { return entries[found].value }
    }
    return text.isAsFolded ? nil : known[text]
  }

  /// FNV-1a; the words are data of this project, so that nobody can choose them to collide.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }
}

extension WordTable where Value == Void {
  /// A set of words.
  init(_ words: [String]) {
    self.init(Dictionary(words.map { ($0, ()) }, uniquingKeysWith: { first, _ in first }))
  }

  func contains(_ text: String) -> Bool { self[text] != nil }
}
