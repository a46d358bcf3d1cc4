import Testing

@testable import Jixiao

struct BigIntegerTests {
  /// Limbs of base 2^32, highest first, as a big integer.
  static func make(_ limbs: [UInt32]) -> BigInteger {
    limbs.reduce(BigInteger(0)) { $0 * BigInteger(1 << 32) + BigInteger(UInt128($1)) }
  }

  static let top: UInt32 = 0xFFFF_FFFF
  static let half: UInt32 = 0x8000_0000

  @Test(
    "long division, with the operands at which the guessed digit is too large",
    arguments: [
      // The classic cases for adding back (Hacker's Delight, divmnu).
      ([half, 0, 0], [half, 1]), ([0x7FFF_FFFF, half, 0, 0], [half, 0, 1]),
      ([0x8000_0003, 0, 0], [0x2000_0001, 0]),
      ([half, 0, 0, 3], [0x2000_0000, 0, 1]), ([half, 0, top, top], [half, 0, 1]),
      ([top, top - 1, 0, 0], [top, top, 1]),
      ([half, top - 1, 0], [half, top]), ([0x7FFF, 0x8000, 0, 0], [0x8000, 0, 1]),
      ([0, top - 1, 0x8000_0000], [top, 1]),
      ([1, 0, 0, 0, 0], [1, 0, 1]), ([top, top, top, top], [top, top]), ([1, 0], [top]), ([5], [7]),
      ([7, 7], [7, 7]), ([0], [3]),
    ] as [([UInt32], [UInt32])])
  func divides(dividend: [UInt32], divisor: [UInt32]) {
    let (u, v) = (Self.make(dividend), Self.make(divisor))
    let (quotient, remainder) = u.dividedWithRemainder(by: v)
    #expect(remainder < v)
    #expect(quotient * v + remainder == u)
    let expected = Schoolbook(u.description).floorDivided(by: Schoolbook(v.description))
    #expect(quotient.description == expected.quotient.description)
    #expect(remainder.description == expected.remainder.description)
  }

  @Test func divisionOfLimbsAtTheEdgesAgrees() {
    var random = SplitMix64(seed: 97)
    let edges: [UInt32] = [0, 1, 2, Self.half - 1, Self.half, Self.half + 1, Self.top - 1, Self.top]
    func limbs(_ counts: ClosedRange<Int>) -> [UInt32] {
      (0..<Int.random(in: counts, using: &random)).map { _ in edges[Int.random(in: 0..<8, using: &random)] }
    }
    for _ in 0..<3_000 {
      let (u, v) = (Self.make(limbs(1...6)), Self.make(limbs(1...4)) + BigInteger(1))
      let (quotient, remainder) = u.dividedWithRemainder(by: v)
      #expect(remainder < v && quotient * v + remainder == u, "\(u) / \(v)")
    }
  }

  @Test func sumsDifferencesAndProductsAgreeWithTheSchoolbook() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<100 {
      let a = Self.make(
        (0..<Int.random(in: 1...5, using: &random)).map { _ in UInt32.random(in: 0...Self.top, using: &random)
        })
      let b = Self.make(
        (0..<Int.random(in: 1...5, using: &random)).map { _ in UInt32.random(in: 0...Self.top, using: &random)
        })
      let (x, y) = (Schoolbook(a.description), Schoolbook(b.description))
      #expect((a + b).description == (x + y).description)
      #expect((a * b).description == (x * y).description)
      #expect((a < b) == (x < y))
      #expect((a < b ? b - a : a - b).description == (x - y).magnitude.description)
    }
  }

  @Test func printsTheZerosInside() {
    #expect(BigInteger(0).description == "0")
    #expect(BigInteger(1_000_000_000).description == "1000000000")
    #expect(
      BigInteger(UInt128(10_000_000_000_000_000_000) * 1_000_000_000).description == "1"
        + String(repeating: "0", count: 28))
    #expect(BigInteger(UInt128(Int128.max)).small == .max)
    #expect(BigInteger(UInt128(Int128.max) + 1).small == nil)
  }

  @Test(
    "greatest common divisors",
    arguments: [(12, 18, 6), (7, 13, 1), (0, 5, 5), (5, 0, 5), (1 << 40, 1 << 35, 1 << 35)]
      as [(UInt128, UInt128, UInt128)])
  func commonDivisors(left: UInt128, right: UInt128, expected: UInt128) {
    #expect(BigInteger.greatestCommonDivisor(BigInteger(left), BigInteger(right)) == BigInteger(expected))
  }
}
