import Jixiao

/// A sum of exact points over many sheets, rounded as the exact sum would be.
///
/// Fractions with odd denominators grow with every addition; a thousand sheets would take seconds. So the sum is kept in
/// fixed point with a bound on its error, and only where the bound straddles a rounding edge is it done again exactly.
struct ReportSum: Sendable {
  private static let places: UInt8 = 15

  private var values: [Ratio] = []
  private var approximate = Exact.zero
  /// Set once a value does not fit fixed point.
  private var isExactOnly = false

  init(_ values: some Sequence<Ratio> = []) {
    for value in values { add(value) }
  }

  mutating func add(_ value: Ratio) {
    values.append(value)
    guard let rounded = value.rounded(places: Self.places), let sum = approximate.adding(rounded) else {
      isExactOnly = true
      return
    }
    approximate = sum
  }

  /// The sum at two places, half up.
  var points: Exact {
    // Each value was rounded by at most half of the last place; a whole one is allowed for.
    guard !isExactOnly, let error = Exact(coefficient: Int128(values.count), places: Self.places),
      let low = approximate.subtracting(error), let high = approximate.adding(error),
      Ratio(low).points == Ratio(high).points
    else { return exact.points }
    return Ratio(high).points
  }

  /// The sum to as many places as a spreadsheet's number has.
  var decimal: Exact { isExactOnly ? exact.points : approximate }

  private var exact: Ratio {
    // In halves, so that the fractions that are added stay of one size.
    var sums = values
    while sums.count > 1 {
      sums = stride(from: 0, to: sums.count, by: 2).map { index in
        index + 1 < sums.count ? sums[index] + sums[index + 1] : sums[index]
      }
    }
    return sums.first ?? .zero
  }
}
