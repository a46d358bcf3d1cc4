/// An exact decimal number: an integer coefficient over a power of ten.
///
/// - Range: ±(2^127 − 1), which holds every number of 38 digits; at most 18 places after the point. The range is
///   symmetric, so negating never overflows.
/// - Form: always reduced, so `0.50` and `0.5` are one value and compare equal member by member.
/// - Example: `280.7748` is coefficient 2807748 with 4 places.
@frozen
public struct Exact: Sendable, Hashable {
  // Two words rather than one Int128: the 16-byte alignment of a stored Int128 makes every optional of this type larger, and
  // Swift 6.3.1 spills such optionals misaligned in debug builds, which traps.
  @usableFromInline let high: Int64
  @usableFromInline let low: UInt64
  public let places: UInt8

  @inlinable public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

  public static let mostPlaces: UInt8 = 18
  public static let zero = Exact(0)
  public static let one = Exact(1)

  @inlinable
  public init(_ integer: Int) {
    self.init(storing: Int128(integer), places: 0)
  }

  /// Reduces trailing zeros; the caller guarantees `places <= 18`.
  @inlinable
  init(reducing coefficient: Int128, places: UInt8) {
    var coefficient = coefficient
    var places = places
    while places > 0 {
      let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { break }
      coefficient = quotient
      places -= 1
    }
    self.init(storing: coefficient, places: places)
  }

  @inlinable
  init(storing coefficient: Int128, places: UInt8) {
    high = Int64(truncatingIfNeeded: coefficient >> 64)
    low = UInt64(truncatingIfNeeded: coefficient)
    self.places = places
  }

  /// Makes `coefficient / 10^places`; more than 18 places, and the one coefficient without a positive twin, are refused.
  @inlinable
  public init?(coefficient: Int128, places: UInt8) {
    guard places <= Exact.mostPlaces, coefficient != .min else { return nil }
    self.init(reducing: coefficient, places: places)
  }

  @inlinable public var isZero: Bool { coefficient == 0 }
  @inlinable public var isNegative: Bool { coefficient < 0 }
}

/// A power of ten, 10^0 … 10^38.
///
/// A function rather than a table: a constant array would be reference counted on the hot path.
@inlinable
func powerOfTen(_ exponent: UInt8) -> Int128 {
  var power: Int128 = 1
  var left = exponent
  while left >= 4 {
    power &*= 10_000
    left -= 4
  }
  while left > 0 {
    power &*= 10
    left -= 1
  }
  return power
}

extension Exact: Comparable {
  /// Compares exactly; never overflows, because the side whose alignment overflows is the larger in size.
  @inlinable
  public static func < (left: Exact, right: Exact) -> Bool {
    if left.places == right.places { return left.coefficient < right.coefficient }
    if left.places < right.places {
      let (aligned, overflow) = left.coefficient.multipliedReportingOverflow(
        by: powerOfTen(right.places - left.places))
      return overflow ? left.isNegative : aligned < right.coefficient
    }
    let (aligned, overflow) = right.coefficient.multipliedReportingOverflow(
      by: powerOfTen(left.places - right.places))
    return overflow ? !right.isNegative : left.coefficient < aligned
  }
}

extension Exact {
  /// The sum, or nil where it leaves the range.
  @inlinable
  public func adding(_ other: Exact) -> Exact? {
    let most = max(places, other.places)
    let (a, overflowA) = coefficient.multipliedReportingOverflow(by: powerOfTen(most - places))
    let (b, overflowB) = other.coefficient.multipliedReportingOverflow(
      by: powerOfTen(most - other.places))
    let (sum, overflow) = a.addingReportingOverflow(b)
    // Aligned halves may overflow where their sum does not.
    if overflowA || overflowB || overflow || sum == .min { return (Ratio(self) + Ratio(other)).exact }
    return Exact(reducing: sum, places: most)
  }

  /// The difference, or nil where it leaves the range.
  @inlinable
  public func subtracting(_ other: Exact) -> Exact? { adding(other.negated) }

  @inlinable public var negated: Exact { Exact(reducing: -coefficient, places: places) }

  /// The product, or nil where it leaves the range or 18 places.
  @inlinable
  public func multiplied(by other: Exact) -> Exact? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    // 10^38 × 0.5 overflows before its trailing zero is dropped.
    if overflow || product == .min { return (Ratio(self) * Ratio(other)).exact }
    return Exact(reducingAny: product, places: Int(places) + Int(other.places))
  }

  @inlinable
  init?(reducingAny coefficient: Int128, places: Int) {
    var coefficient = coefficient
    var places = places
    while places > Int(Exact.mostPlaces) {
      let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { return nil }
      coefficient = quotient
      places -= 1
    }
    self.init(reducing: coefficient, places: UInt8(places))
  }

  /// The size without sign.
  @inlinable public var magnitude: Exact { isNegative ? negated : self }
}

extension Exact: CustomStringConvertible {
  /// The shortest exact decimal, without exponent: `0.5`, `1260`, `-3.25`.
  public var description: String {
    // The library prints 64 bits many times faster than 128.
    let magnitude = coefficient.magnitude
    var digits = UInt64(exactly: magnitude).map { String($0) } ?? String(magnitude)
    if places > 0 {
      if digits.utf8.count <= Int(places) {
        digits = String(repeating: "0", count: Int(places) + 1 - digits.utf8.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -Int(places)))
    }
    return coefficient < 0 ? "-" + digits : digits
  }
}
