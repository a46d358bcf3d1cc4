/// The totals of the benchmark's table by schoolbook fractions: no code shared with the engine, no speed asked.
///
/// A sheet's points are a sum of fractions over one common denominator, the product of all; the rounded total is found by
/// comparing whole numbers.
struct SlowScorer {
  /// A whole number of any size, base 10^9, lowest digit first.
  private struct Whole {
    var digits: [UInt64] = []

    init(_ value: UInt64) { if value > 0 { self = Whole(0).plus(value) } }

    private func plus(_ value: UInt64) -> Whole {
      var sum = self
      var carry = value
      var i = 0
      while carry > 0 {
        if i == sum.digits.count { sum.digits.append(0) }
        let digit = sum.digits[i] + carry % 1_000_000_000
        sum.digits[i] = digit % 1_000_000_000
        carry = carry / 1_000_000_000 + digit / 1_000_000_000
        i += 1
      }
      return sum
    }

    mutating func multiply(by factor: UInt64) {
      var carry: UInt64 = 0
      for i in digits.indices {
        let product = digits[i].multipliedFullWidth(by: factor)
        let (low, overflow) = product.low.addingReportingOverflow(carry)
        let divided = UInt64(1_000_000_000).dividingFullWidth((product.high + (overflow ? 1 : 0), low))
        digits[i] = divided.remainder
        carry = divided.quotient
      }
      while carry > 0 {
        digits.append(carry % 1_000_000_000)
        carry /= 1_000_000_000
      }
    }

    mutating func add(_ other: Whole) {
      var carry: UInt64 = 0
      for i in 0..<max(digits.count, other.digits.count) {
        if i == digits.count { digits.append(0) }
        let sum = digits[i] + carry + (i < other.digits.count ? other.digits[i] : 0)
        digits[i] = sum % 1_000_000_000
        carry = sum / 1_000_000_000
      }
      if carry > 0 { digits.append(carry) }
    }

    static func <= (left: Whole, right: Whole) -> Bool {
      if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
      for (mine, theirs) in zip(left.digits, right.digits).reversed() where mine != theirs {
        return mine < theirs
      }
      return true
    }
  }

  /// Whether a total in hundredths is the sum of weight × part / whole over the rows, rounded half up.
  static func isTotal(_ hundredths: UInt64, of rows: [(weight: UInt64, part: UInt64, whole: UInt64)]) -> Bool
  {
    var numerator = Whole(0)
    var denominator = Whole(1)
    for row in rows {
      // n/d + w·p/q = (n·q + w·p·d)/(d·q)
      var more = denominator
      more.multiply(by: row.weight * row.part)
      numerator.multiply(by: row.whole)
      numerator.add(more)
      denominator.multiply(by: row.whole)
    }
    // h − 1/2 ≤ 100·n/d < h + 1/2, in halves.
    numerator.multiply(by: 200)
    var above = denominator
    above.multiply(by: 2 * hundredths + 1)
    if above <= numerator { return false }
    if hundredths == 0 { return true }
    var below = denominator
    below.multiply(by: 2 * hundredths - 1)
    return below <= numerator
  }

  /// The shares of the rows of a sheet, straight from the definition of the table and the `literal` pack.
  static func rows(ofSheet sheet: Int, of count: Int) -> [(weight: UInt64, part: UInt64, whole: UInt64)] {
    let weights: [UInt64] = [10, 10, 10, 10, 20, 10, 5, 10, 5]
    return (sheet * 9..<min(sheet * 9 + 9, count)).map { i in
      let x = FlatTableGenerator.mix(i)
      let (r, r2, q) = (x % 1000, (x >> 16) % 1000, (x >> 32) % 1000)
      let k = i % 9
      if r2 < 10 { return (weights[k], 0, 1) }
      if k == 5 || k == 6 { return (weights[k], r2 < 900 ? 5 : r2 < 980 ? 4 : 0, 5) }
      let target = [100 + r * 5, 2 + r % 20, 100, 100, 1 + r, 0, 0, 90 + r % 10, 12][k]
      if r2 < 700 { return (weights[k], 1, 1) }
      let (a, t) = ((target * (500 + q) + 5) / 10, target * 100)
      switch k {
      case 4, 8: return a <= t ? (weights[k], 1, 1) : (weights[k], t, a)
      case 2: return (weights[k], min(a, t), max(a, t))
      default: return a >= t ? (weights[k], 1, 1) : (weights[k], a, t)
      }
    }
  }
}
