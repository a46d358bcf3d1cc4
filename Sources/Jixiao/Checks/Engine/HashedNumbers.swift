/// The numbers that belong to each of many hashes, found by halving: a table of an organisation's few hundred hashes takes less
/// to put in order than a dictionary takes to fill.
struct HashedNumbers: Sendable {
  /// In ascending order, one for every number.
  private let hashes: [UInt64]
  private let numbers: [Int32]

  /// Pairs that come more than once are kept once.
  init(_ pairs: [(hash: UInt64, number: Int32)]) {
    var hashes: [UInt64] = []
    var numbers: [Int32] = []
    hashes.reserveCapacity(pairs.count)
    numbers.reserveCapacity(pairs.count)
    for (hash, number) in pairs.sorted(by: { $0.hash == $1.hash ? $0.number < $1.number : $0.hash < $1.hash })
    where hashes.last != hash || numbers.last != number {
      hashes.append(hash)
      numbers.append(number)
    }
    self.hashes = hashes
    self.numbers = numbers
  }

  var isEmpty: Bool { hashes.isEmpty }

  /// In ascending order; none where the hash is not known.
  subscript(hash: UInt64) -> ArraySlice<Int32> {
    let start = firstIndex { hashes[$0] >= hash }
    if start == hashes.count || hashes[start] != hash { return [] }
    // Most hashes have one number, and few have many.
    var end = start + 1
    if end < hashes.count, hashes[end] == hash { end = firstIndex { hashes[$0] > hash } }
    return numbers[start..<end]
  }

  /// Whether a number belongs to a hash; nil where the hash is not known.
  func contains(_ number: Int32, of hash: UInt64) -> Bool? {
    let start = firstIndex { hashes[$0] >= hash }
    if start == hashes.count || hashes[start] != hash { return nil }
    if numbers[start] >= number { return numbers[start] == number }
    // One name may belong to every project of a country.
    let place = firstIndex { hashes[$0] > hash || hashes[$0] == hash && numbers[$0] >= number }
    return place < hashes.count && hashes[place] == hash && numbers[place] == number
  }

  private func firstIndex(where isBehind: (Int) -> Bool) -> Int {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
