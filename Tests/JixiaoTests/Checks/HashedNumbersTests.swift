import Testing

@testable import Jixiao

/// Numbers by hash, held against a dictionary.
struct HashedNumbersTests {
  @Test func noneIsEmpty() {
    let none = HashedNumbers([])
    #expect(none.isEmpty)
    #expect(none[7].isEmpty)
    #expect(none.contains(0, of: 7) == nil)
  }

  @Test func namesAndRepeats() {
    let owners = HashedNumbers([(9, 2), (4, 1), (9, 0), (9, 2), (.max, 5), (0, 3)])
    #expect(Array(owners[9]) == [0, 2])
    #expect(Array(owners[.max]) == [5])
    #expect(Array(owners[0]) == [3])
    #expect(owners.contains(1, of: 9) == false)
    #expect(owners.contains(2, of: 9) == true)
    #expect(owners.contains(2, of: 8) == nil)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func equalsADictionary(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var pairs: [(hash: UInt64, number: Int32)] = []
    var expected: [UInt64: Set<Int32>] = [:]
    for _ in 0..<Int(generator.next() % 400) {
      // Few different hashes, so that many have several numbers.
      let pair = (hash: generator.next() % 40, number: Int32(generator.next() % 12))
      pairs.append(pair)
      expected[pair.hash, default: []].insert(pair.number)
    }
    let numbers = HashedNumbers(pairs)
    for hash in 0..<42 as Range<UInt64> {
      #expect(Array(numbers[hash]) == expected[hash, default: []].sorted())
      for number in 0..<13 as Range<Int32> {
        #expect(numbers.contains(number, of: hash) == expected[hash].map { $0.contains(number) })
      }
    }
  }
}
