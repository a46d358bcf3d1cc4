/// The runs of characters of a text, by hash: a small set that is mostly asked whether it shares anything with another.
struct TextRuns: Sendable {
  /// In ascending order, none twice.
  private(set) var hashes: [UInt64] = []
  /// One bit of 64 for every hash: what has none in common shares nothing.
  private var bits: UInt64 = 0

  init() {}

  init(_ hashes: [UInt64]) {
    var hashes = hashes
    hashes.sort()
    var count = 0
    for hash in hashes where count == 0 || hashes[count - 1] != hash {
      hashes[count] = hash
      count += 1
    }
    hashes.removeLast(hashes.count - count)
    self.hashes = hashes
    for hash in hashes { bits |= 1 << (hash & 63) }
  }

  var isEmpty: Bool { hashes.isEmpty }

  func contains(_ hash: UInt64) -> Bool { bits & 1 << (hash & 63) != 0 && hashes.contains(hash) }

  mutating func formUnion(_ other: TextRuns) { self = TextRuns(hashes + other.hashes) }

  func isDisjoint(with other: TextRuns) -> Bool {
    if bits & other.bits == 0 { return true }
    var (left, right) = (0, 0)
    while left < hashes.count, right < other.hashes.count {
      if hashes[left] == other.hashes[right] { return false }
      if hashes[left] < other.hashes[right] { left += 1 } else { right += 1 }
    }
    return true
  }
}
