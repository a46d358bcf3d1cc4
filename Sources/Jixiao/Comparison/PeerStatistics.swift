/// How the values of peers lie, exactly.
///
/// Quartiles are those of Hyndman and Fan's seventh definition (Excel's QUARTILE.INC): the value at (n−1)·p of the sorted
/// list, linear between neighbours. 1, 2, 3, 4 has quartiles 1.75, 2.5 and 3.25.
public struct PeerStatistics: Sendable, Hashable {
  public static let quartileMethod = "inclusive-linear (Hyndman-Fan 7)"

  public let count: Int
  public let minimum: Ratio
  public let lowerQuartile: Ratio
  public let median: Ratio
  public let upperQuartile: Ratio
  public let maximum: Ratio
  /// The median of the distances from the median.
  public let deviation: Ratio

  /// Nil for no values.
  public init?(_ values: [Ratio]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    count = sorted.count
    minimum = first
    maximum = last
    lowerQuartile = Self.quantile(sorted, quarters: 1)
    median = Self.quantile(sorted, quarters: 2)
    upperQuartile = Self.quantile(sorted, quarters: 3)
    let middle = median
    let distances = sorted.map { $0 < middle ? middle - $0 : $0 - middle }.sorted()
    deviation = Self.quantile(distances, quarters: 2)
  }

  /// The value at `quarters`/4 of a sorted list that is not empty.
  private static func quantile(_ sorted: [Ratio], quarters: Int) -> Ratio {
    let position = (sorted.count - 1) * quarters
    let low = sorted[position / 4]
    guard position % 4 != 0 else { return low }
    let share = Ratio(position % 4).divided(by: Ratio(4)) ?? .zero
    return low + (sorted[position / 4 + 1] - low) * share
  }

  /// The median of a sorted list; nil for an empty one.
  static func median(ofSorted values: [Ratio]) -> Ratio? {
    values.isEmpty ? nil : quantile(values, quarters: 2)
  }
}
