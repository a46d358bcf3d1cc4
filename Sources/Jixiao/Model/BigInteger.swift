/// A non-negative integer of any size, for sums of fractions whose denominators outgrow 128 bits.
///
/// Only what `Ratio` needs: add, subtract, multiply, divide, compare, print. Limbs are base 2^32, lowest first,
/// without leading zero limbs; zero has no limbs.
struct BigInteger: Sendable, Hashable {
  private(set) var limbs: [UInt32]

  private init(trimming limbs: [UInt32]) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    self.limbs = limbs
  }

  init(_ value: UInt128) {
    var rest = value
    var limbs: [UInt32] = []
    while rest != 0 {
      limbs.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
    self.limbs = limbs
  }

  var isZero: Bool { limbs.isEmpty }

  /// The value where it fits a positive Int128.
  var small: Int128? {
    guard limbs.count <= 4 else { return nil }
    var value: UInt128 = 0
    for limb in limbs.reversed() { value = value << 32 | UInt128(limb) }
    return Int128(exactly: value)
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    let (long, short) =
      left.limbs.count >= right.limbs.count ? (left.limbs, right.limbs) : (right.limbs, left.limbs)
    var sum: [UInt32] = []
    sum.reserveCapacity(long.count + 1)
    var carry: UInt64 = 0
    for i in long.indices {
      let limb = UInt64(long[i]) + (i < short.count ? UInt64(short[i]) : 0) + carry
      sum.append(UInt32(truncatingIfNeeded: limb))
      carry = limb >> 32
    }
    if carry != 0 { sum.append(UInt32(carry)) }
    return BigInteger(trimming: sum)
  }

  /// The difference; the caller guarantees `left >= right`.
  static func - (left: BigInteger, right: BigInteger) -> BigInteger {
    var difference: [UInt32] = []
    difference.reserveCapacity(left.limbs.count)
    var borrow: Int64 = 0
    for i in left.limbs.indices {
      var limb = Int64(left.limbs[i]) - (i < right.limbs.count ? Int64(right.limbs[i]) : 0) - borrow
      borrow = limb < 0 ? 1 : 0
      if limb < 0 { limb += 1 << 32 }
      difference.append(UInt32(limb))
    }
    return BigInteger(trimming: difference)
  }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isZero || right.isZero { return BigInteger(trimming: []) }
    var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
    for i in left.limbs.indices {
      var carry: UInt64 = 0
      for j in right.limbs.indices {
        let limb = UInt64(left.limbs[i]) * UInt64(right.limbs[j]) + UInt64(product[i + j]) + carry
        product[i + j] = UInt32(truncatingIfNeeded: limb)
        carry = limb >> 32
      }
      product[i + right.limbs.count] = UInt32(carry)
    }
    return BigInteger(trimming: product)
  }

  /// Quotient and remainder (Knuth, algorithm D); the caller guarantees a divisor above zero.
  func dividedWithRemainder(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    if self < divisor { return (BigInteger(0), self) }
    if divisor.limbs.count == 1 { return dividedByLimb(divisor.limbs[0]) }
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let v = divisor.shiftedLeft(shift).limbs
    var u = shiftedLeft(shift).limbs
    let n = v.count
    while u.count <= limbs.count { u.append(0) }
    let m = u.count - n - 1
    var quotient = [UInt32](repeating: 0, count: m + 1)
    for j in stride(from: m, through: 0, by: -1) {
      let top = UInt64(u[j + n]) << 32 | UInt64(u[j + n - 1])
      var guess = top / UInt64(v[n - 1])
      var rest = top % UInt64(v[n - 1])
      while guess >> 32 != 0 || guess * UInt64(v[n - 2]) > (rest << 32 | UInt64(u[j + n - 2])) {
        guess -= 1
        rest += UInt64(v[n - 1])
        if rest >> 32 != 0 { break }
      }
      var borrow: Int64 = 0
      var carry: UInt64 = 0
      for i in 0..<n {
        let product = guess * UInt64(v[i]) + carry
        carry = product >> 32
        let limb = Int64(u[i + j]) - borrow - Int64(product & 0xFFFF_FFFF)
        u[i + j] = UInt32(truncatingIfNeeded: limb)
        borrow = limb < 0 ? 1 : 0
      }
      let limb = Int64(u[j + n]) - borrow - Int64(carry)
      u[j + n] = UInt32(truncatingIfNeeded: limb)
      if limb < 0 {
        guess -= 1
        var carryBack: UInt64 = 0
        for i in 0..<n {
          let sum = UInt64(u[i + j]) + UInt64(v[i]) + carryBack
          u[i + j] = UInt32(truncatingIfNeeded: sum)
          carryBack = sum >> 32
        }
        u[j + n] = u[j + n] &+ UInt32(truncatingIfNeeded: carryBack)
      }
      quotient[j] = UInt32(truncatingIfNeeded: guess)
    }
    return (BigInteger(trimming: quotient), BigInteger(trimming: Array(u[0..<n])).shiftedRight(shift))
  }

  private func dividedByLimb(_ divisor: UInt32) -> (quotient: BigInteger, remainder: BigInteger) {
    var quotient = limbs
    var rest: UInt64 = 0
    for i in stride(from: limbs.count - 1, through: 0, by: -1) {
      let part = rest << 32 | UInt64(limbs[i])
      quotient[i] = UInt32(part / UInt64(divisor))
      rest = part % UInt64(divisor)
    }
    return (BigInteger(trimming: quotient), BigInteger(UInt128(rest)))
  }

  /// Shifts by fewer than 32 bits.
  private func shiftedLeft(_ bits: Int) -> BigInteger {
    if bits == 0 { return self }
    var shifted: [UInt32] = []
    var carry: UInt32 = 0
    for limb in limbs {
      shifted.append(limb << UInt32(bits) | carry)
      carry = limb >> UInt32(32 - bits)
    }
    if carry != 0 { shifted.append(carry) }
    return BigInteger(trimming: shifted)
  }

  private func shiftedRight(_ bits: Int) -> BigInteger {
    if bits == 0 { return self }
    var shifted = limbs
    for i in limbs.indices {
      let above = i + 1 < limbs.count ? limbs[i + 1] << UInt32(32 - bits) : 0
      shifted[i] = limbs[i] >> UInt32(bits) | above
    }
    return BigInteger(trimming: shifted)
  }

  static func greatestCommonDivisor(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
    var (a, b) = (left, right)
    while !b.isZero { (a, b) = (b, a.dividedWithRemainder(by: b).remainder) }
    return a
  }
}

extension BigInteger: Comparable {
  static func < (left: BigInteger, right: BigInteger) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    for i in stride(from: left.limbs.count - 1, through: 0, by: -1) where left.limbs[i] != right.limbs[i] {
      return left.limbs[i] < right.limbs[i]
    }
    return false
  }
}

extension BigInteger: CustomStringConvertible {
  var description: String {
    if isZero { return "0" }
    var groups: [UInt32] = []
    var rest = self
    while !rest.isZero {
      let (quotient, remainder) = rest.dividedByLimb(1_000_000_000)
      groups.append(remainder.limbs.first ?? 0)
      rest = quotient
    }
    var text = String(groups[groups.count - 1])
    for group in groups.dropLast().reversed() {
      let digits = String(group)
      text += String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }
    return text
  }
}
