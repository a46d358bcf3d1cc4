/// An exact fraction: points, shares and completion ratios are never rounded before a rule says so.
///
/// - Form: reduced, denominator above zero; held in 128 bits where it fits and in any size where it does not, so a
///   sum over a sheet of odd denominators stays exact.
/// - Example: weight 10 × 4/7 is `40/7`, which prints as 5.71 at two places.
public struct Ratio: Sendable, Hashable {
  private enum Storage: Sendable, Hashable {
    case words(Wide, Wide)
    case big(negative: Bool, BigInteger, BigInteger)

    static func small(_ numerator: Int128, _ denominator: Int128) -> Storage {
      .words(Wide(numerator), Wide(denominator))
    }
  }

  /// An Int128 without its alignment; see `Exact`.
  private struct Wide: Sendable, Hashable {
    let high: Int64
    let low: UInt64

    init(_ value: Int128) {
      high = Int64(truncatingIfNeeded: value >> 64)
      low = UInt64(truncatingIfNeeded: value)
    }

    var value: Int128 { Int128(high) << 64 | Int128(low) }
  }

  /// Numerator and denominator where both fit 128 bits.
  private var small: (numerator: Int128, denominator: Int128)? {
    guard case .words(let n, let d) = storage else { return nil }
    return (n.value, d.value)
  }

  private let storage: Storage

  public static let zero = Ratio(0)
  public static let one = Ratio(1)

  public init(_ integer: Int) {
    storage = .small(Int128(integer), 1)
  }

  public init(_ value: Exact) {
    self.init(reducing: value.coefficient, powerOfTen(value.places))
  }

  /// The quotient of two decimals; nil for a denominator of zero.
  public init?(_ numerator: Exact, over denominator: Exact) {
    guard let quotient = Ratio(numerator).divided(by: Ratio(denominator)) else { return nil }
    self = quotient
  }

  private init(storage: Storage) {
    self.storage = storage
  }

  private init(reducing numerator: Int128, _ denominator: Int128) {
    if denominator == 1 {
      self.init(storage: .small(numerator, 1))
      return
    }
    // A common divisor of a denominator in range is in range; -2^127 alone has no positive twin to reduce.
    guard numerator != .min,
      let divisor = Int128(exactly: Ratio.commonDivisor(numerator.magnitude, denominator.magnitude))
    else {
      self.init(
        negative: numerator < 0, reducing: BigInteger(numerator.magnitude), BigInteger(denominator.magnitude))
      return
    }
    self.init(storage: .small(numerator / divisor, denominator / divisor))
  }

  private init(negative: Bool, reducing numerator: BigInteger, _ denominator: BigInteger) {
    if let n = numerator.small, let d = denominator.small {
      self.init(reducing: negative ? -n : n, d)
      return
    }
    let divisor = BigInteger.greatestCommonDivisor(numerator, denominator)
    let n = numerator.dividedWithRemainder(by: divisor).quotient
    let d = denominator.dividedWithRemainder(by: divisor).quotient
    if let n = n.small, let d = d.small {
      self.init(storage: .small(negative ? -n : n, d))
    } else {
      self.init(storage: .big(negative: negative && !n.isZero, n, d))
    }
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b != 0 {
      // Most fractions are short, and long division of 128 bits takes many times as long as that of 64.
      if a <= UInt128(UInt64.max), b <= UInt128(UInt64.max) {
        return UInt128(commonDivisor(UInt64(truncatingIfNeeded: a), UInt64(truncatingIfNeeded: b)))
      }
      (a, b) = (b, a % b)
    }
    return a
  }

  private static func commonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  private var parts: (negative: Bool, numerator: BigInteger, denominator: BigInteger) {
    switch storage {
    case .words(let n, let d): (n.value < 0, BigInteger(n.value.magnitude), BigInteger(d.value.magnitude))
    case .big(let negative, let n, let d): (negative, n, d)
    }
  }

  public var isZero: Bool { self == .zero }
  public var isNegative: Bool {
    switch storage {
    case .words(let n, _): n.high < 0
    case .big(let negative, _, _): negative
    }
  }
}

extension Ratio {
  public static func + (left: Ratio, right: Ratio) -> Ratio {
    if let (a, b) = left.small, let (c, d) = right.small {
      if b == d {
        let (sum, overflow) = a.addingReportingOverflow(c)
        if !overflow { return Ratio(reducing: sum, b) }
      }
      // Over the least common denominator, so that sums of many alike stay short.
      let divisor = Int128(truncatingIfNeeded: commonDivisor(b.magnitude, d.magnitude))
      let ownFactor = d / divisor, otherFactor = b / divisor
      let (ad, o1) = a.multipliedReportingOverflow(by: ownFactor)
      let (cb, o2) = c.multipliedReportingOverflow(by: otherFactor)
      let (sum, o3) = ad.addingReportingOverflow(cb)
      let (bd, o4) = b.multipliedReportingOverflow(by: ownFactor)
      if !(o1 || o2 || o3 || o4) { return Ratio(reducing: sum, bd) }
    }
    let (x, y) = (left.parts, right.parts)
    let (p, q) = (x.numerator * y.denominator, y.numerator * x.denominator)
    let denominator = x.denominator * y.denominator
    if x.negative == y.negative {
      return Ratio(negative: x.negative, reducing: p + q, denominator)
    }
    return p >= q
      ? Ratio(negative: x.negative, reducing: p - q, denominator)
      : Ratio(negative: y.negative, reducing: q - p, denominator)
  }

  public static prefix func - (value: Ratio) -> Ratio {
    if let (n, d) = value.small, n != .min { return Ratio(reducing: -n, d) }
    let parts = value.parts
    return Ratio(negative: !parts.negative, reducing: parts.numerator, parts.denominator)
  }

  public static func - (left: Ratio, right: Ratio) -> Ratio { left + (-right) }

  public static func * (left: Ratio, right: Ratio) -> Ratio {
    if let (a, b) = left.small, let (c, d) = right.small {
      let (ac, o1) = a.multipliedReportingOverflow(by: c)
      let (bd, o2) = b.multipliedReportingOverflow(by: d)
      if !(o1 || o2) { return Ratio(reducing: ac, bd) }
    }
    let (x, y) = (left.parts, right.parts)
    return Ratio(
      negative: x.negative != y.negative, reducing: x.numerator * y.numerator,
      x.denominator * y.denominator)
  }

  /// The quotient; nil for a divisor of zero.
  public func divided(by divisor: Ratio) -> Ratio? {
    if divisor.isZero { return nil }
    if let (n, d) = divisor.small, n != .min {
      return self * (n < 0 ? Ratio(reducing: -d, -n) : Ratio(reducing: d, n))
    }
    let parts = divisor.parts
    return self * Ratio(negative: parts.negative, reducing: parts.denominator, parts.numerator)
  }
}

extension Ratio: Comparable {
  public static func < (left: Ratio, right: Ratio) -> Bool {
    if let (a, b) = left.small, let (c, d) = right.small {
      if b == d { return a < c }
      let (ad, o1) = a.multipliedReportingOverflow(by: d)
      let (cb, o2) = c.multipliedReportingOverflow(by: b)
      if !(o1 || o2) { return ad < cb }
      return isLess(a, b, c, d)
    }
    return (left - right).isNegative
  }

  /// Whether a/b < c/d, told by whole parts and then by what is left, turned over: no step leaves 128 bits.
  private static func isLess(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Bool {
    var (left, right) = ((a, b), (c, d))
    while true {
      let first = floor(left), second = floor(right)
      if first.whole != second.whole { return first.whole < second.whole }
      if first.rest == 0 || second.rest == 0 { return first.rest == 0 && second.rest != 0 }
      // x/b < y/d where d/y < b/x.
      (left, right) = ((right.1, second.rest), (left.1, first.rest))
    }
  }

  private static func floor(_ value: (Int128, Int128)) -> (whole: Int128, rest: Int128) {
    let (quotient, remainder) = value.0.quotientAndRemainder(dividingBy: value.1)
    return remainder < 0 ? (quotient - 1, remainder + value.1) : (quotient, remainder)
  }
}

extension Ratio {
  /// Rounds half up at `places`: 5.715 becomes 5.72 at two, -0.005 becomes 0.
  ///
  /// - Parameter places: digits kept after the point, 0…18.
  /// - Returns: nil where the rounded number has more than 38 digits.
  public func rounded(places: UInt8) -> Exact? {
    guard places <= Exact.mostPlaces else { return nil }
    if let rounded = roundedSmall(places) { return rounded }
    let parts = parts
    // floor(n · 10^p / d + 1/2) = floor((2 n · 10^p + d) / 2 d)
    let two = BigInteger(2)
    let scaled = parts.numerator * BigInteger(powerOfTen(places).magnitude) * two
    let denominator = parts.denominator * two
    let value: BigInteger
    var negative = false
    if !parts.negative {
      value = (scaled + parts.denominator).dividedWithRemainder(by: denominator).quotient
    } else if scaled <= parts.denominator {
      value = BigInteger(0)
    } else {
      let (quotient, remainder) = (scaled - parts.denominator).dividedWithRemainder(by: denominator)
      value = remainder.isZero ? quotient : quotient + BigInteger(1)
      negative = true
    }
    guard let small = value.small else { return nil }
    return Exact(coefficient: negative ? -small : small, places: places)
  }

  /// The rounded number where all steps to it fit 128 bits; nil where they do not.
  private func roundedSmall(_ places: UInt8) -> Exact? {
    guard let (n, d) = small else { return nil }
    if d == 1 { return Exact(coefficient: n, places: 0) }
    let (twice, o1) = n.multipliedReportingOverflow(by: 2 * powerOfTen(places))
    let (sum, o2) = twice.addingReportingOverflow(d)
    let (denominator, o3) = d.multipliedReportingOverflow(by: 2)
    if o1 || o2 || o3 { return nil }
    let whole: Int128
    if let sum = Int64(exactly: sum), let denominator = Int64(exactly: denominator) {
      let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: denominator)
      whole = Int128(remainder < 0 ? quotient - 1 : quotient)
    } else {
      whole = Self.floor((sum, denominator)).whole
    }
    return Exact(coefficient: whole, places: places)
  }

  private enum Decimal {
    case decimal(Exact)
    case endless
    /// Not within the numbers that the short way can hold.
    case tooLong
  }

  /// The decimal of a reduced fraction: one that ends has a denominator of twos and fives only.
  private static func decimal(_ numerator: Int128, _ denominator: UInt64) -> Decimal {
    let twos = denominator.trailingZeroBitCount
    var rest = denominator >> UInt64(twos)
    var fives = 0
    while rest % 5 == 0 {
      rest /= 5
      fives += 1
    }
    let places = max(twos, fives)
    if rest != 1 || places > Int(Exact.mostPlaces) { return .endless }
    var factor: Int128 = 1 << Int128(places - twos)
    for _ in fives..<places { factor *= 5 }
    let (coefficient, overflow) = numerator.multipliedReportingOverflow(by: factor)
    guard !overflow, let exact = Exact(coefficient: coefficient, places: UInt8(places)) else {
      return .tooLong
    }
    return .decimal(exact)
  }

  /// The decimal this fraction is, where it ends within 18 places.
  public var exact: Exact? {
    if let (n, d) = small {
      if d == 1 { return Exact(coefficient: n, places: 0) }
      if let d = UInt64(exactly: d) {
        switch Self.decimal(n, d) {
        case .decimal(let exact): return exact
        case .endless: return nil
        case .tooLong: break
        }
      }
    }
    let parts = parts
    var denominator = parts.denominator
    var places: UInt8 = 0
    // Each place takes one ten, or one two or five, out of the denominator.
    for _ in 0..<Exact.mostPlaces where denominator != BigInteger(1) {
      let divisor = BigInteger.greatestCommonDivisor(denominator, BigInteger(10))
      if divisor == BigInteger(1) { return nil }
      denominator = denominator.dividedWithRemainder(by: divisor).quotient
      places += 1
    }
    guard denominator == BigInteger(1) else { return nil }
    let scaled = parts.numerator * BigInteger(powerOfTen(places).magnitude)
    guard let coefficient = scaled.dividedWithRemainder(by: parts.denominator).quotient.small else {
      return nil
    }
    return Exact(coefficient: parts.negative ? -coefficient : coefficient, places: places)
  }

  /// The value at two places, as points are printed; at none where two would not fit, and the end of the range
  /// for what lies beyond it, so that an absurd weight never prints as nothing.
  public var points: Exact {
    let end = Exact(reducing: isNegative ? -Int128.max : .max, places: 0)
    return rounded(places: 2) ?? rounded(places: 0) ?? end
  }
}

extension Ratio: CustomStringConvertible {
  /// `40/7`, or `90` for a whole number.
  public var description: String {
    if let (n, d) = small, let n = Int64(exactly: n), let d = Int64(exactly: d) {
      return d == 1 ? String(n) : "\(n)/\(d)"
    }
    let parts = parts
    let sign = parts.negative ? "-" : ""
    let denominator = parts.denominator.description
    return denominator == "1"
      ? "\(sign)\(parts.numerator)" : "\(sign)\(parts.numerator)/\(denominator)"
  }
}

extension Ratio {
  /// Reads `40/7` or a decimal.
  public init(parsing text: some StringProtocol) throws(ExactError) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count <= 2, let first = halves.first else { throw .notANumber }
    let numerator = try Exact(parsing: first)
    guard halves.count == 2 else {
      self.init(numerator)
      return
    }
    guard let quotient = Ratio(numerator, over: try Exact(parsing: halves[1])) else { throw .notANumber }
    self = quotient
  }
}

extension Ratio {
  /// Numerator and denominator as whole decimals, where both fit.
  var wholeParts: (numerator: Exact, denominator: Exact)? {
    guard let (n, d) = small, let numerator = Exact(coefficient: n, places: 0),
      let denominator = Exact(coefficient: d, places: 0)
    else { return nil }
    return (numerator, denominator)
  }
}
