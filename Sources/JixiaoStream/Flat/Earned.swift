import Jixiao

/// What one row adds to its sheet, in millionths of a millionth of a point.
///
/// The bounds may lie below the truth by less than `slack` units; a sheet whose rounded total that could change is
/// scored again exactly.
struct Earned: Sendable, BitwiseCopyable {
  /// How many units make a point: 10^12, so that every decimal of up to 12 places is a whole number of them.
  static let unitsInPoint: UInt64 = 1_000_000_000_000
  static let unitPlaces = 12
  /// Above this a row is left to the exact way, so that sums of many rows stay in 64 bits.
  static let most: UInt64 = 100_000 * unitsInPoint

  var low: UInt64 = 0
  var high: UInt64 = 0
  var lowSlack: UInt64 = 0
  var highSlack: UInt64 = 0
  var weight: UInt64 = 0
  /// Not decided to one number.
  var isOpen = false
  var hasActual = false
  var hasClaim = false
  /// Only the exact way can tell what this row does to its sheet.
  var needsWhole = false

  static let whole: Earned = {
    var earned = Earned()
    earned.needsWhole = true
    return earned
  }()

  init() {}

  /// The same from what the scorer says of a row.
  init(_ score: IndicatorScore) {
    hasActual = score.indicator.actual != nil
    hasClaim = score.indicator.claimed != nil
    guard score.outcome != .notApplicable, let points = score.points,
      let weight = score.indicator.weight.flatMap({ Earned.units(Ratio($0)) }), weight.slack == 0,
      let low = Earned.units(points.low), let high = Earned.units(points.high)
    else {
      needsWhole = true
      return
    }
    self.weight = weight.units
    self.low = low.units
    lowSlack = low.slack
    self.high = high.units
    highSlack = high.slack
    isOpen = points.exact == nil
  }

  /// Units at or below a number of points, and by how little they may be below; nil where that is negative or too much.
  static func units(_ points: Ratio) -> (units: UInt64, slack: UInt64)? {
    guard let rounded = points.rounded(places: UInt8(unitPlaces)), !rounded.isNegative else { return nil }
    let scaled = rounded.coefficient.multipliedReportingOverflow(
      by: power(UInt8(unitPlaces) - rounded.places))
    guard !scaled.overflow, let units = UInt64(exactly: scaled.partialValue), units <= most else {
      return nil
    }
    if Ratio(rounded) == points { return (units, 0) }
    return units == 0 ? (0, 1) : (units - 1, 2)
  }

  private static func power(_ exponent: UInt8) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
