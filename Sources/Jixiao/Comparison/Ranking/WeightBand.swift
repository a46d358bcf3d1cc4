/// The weightings under which a ranking has to hold: every level-1 weight between two bounds, their sum kept.
///
/// All entrants share one weighting. With weights 40, 30, 20 and a band of 20 % the first may be 32…48, the second
/// 24…36, the third 16…24, and together they are always 90.
public struct WeightBand: Sendable, Hashable {
  /// One level-1 group with the weight it has and may have, all at least 0.
  public struct Group: Sendable, Hashable {
    public let level1: String
    public let weight: Ratio
    public let low: Ratio
    public let high: Ratio

    public init(level1: String, weight: Ratio, low: Ratio, high: Ratio) {
      self.level1 = level1
      self.weight = weight
      self.low = low
      self.high = high
    }
  }

  public let groups: [Group]
  /// The sum that every weighting keeps.
  public let sum: Ratio

  /// Bounds given one by one; each weight has to lie between its bounds.
  public init(_ groups: [Group]) {
    self.groups = groups
    sum = groups.reduce(.zero) { $0 + $1.weight }
  }

  /// Every weight may move by the same share of itself, `Ratio` 1/5 for 20 %; never below 0.
  public init(_ weights: [(level1: String, weight: Ratio)], movingBy share: Ratio) {
    self.init(
      weights.map { entry in
        let change = entry.weight * share
        return Group(
          level1: entry.level1, weight: entry.weight, low: max(.zero, entry.weight - change),
          high: entry.weight + change)
      })
  }

  /// The weights as they are given.
  public var nominal: [Ratio] { groups.map(\.weight) }

  /// The weighting that makes `Σ weight × value` as large as the band allows.
  ///
  /// A linear function over a box cut by a plane is largest where the groups are filled up to their bounds in the order
  /// of their values, so that at most one weight lies between its bounds. Values 1, 0, 0 with the band above give 48
  /// for the first, and the 42 that are left go to the others, 26 and 16.
  ///
  /// - Complexity: O(g log g) for g groups.
  public func largest(of values: [Ratio]) -> (value: Ratio, weights: [Ratio]) {
    let order = groups.indices.sorted { (values[$1], $0) < (values[$0], $1) }
    return filled(in: order, values)
  }

  /// The weighting that makes `Σ weight × value` as small as the band allows.
  public func smallest(of values: [Ratio]) -> (value: Ratio, weights: [Ratio]) {
    let order = groups.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    return filled(in: order, values)
  }

  private func filled(in order: [Int], _ values: [Ratio]) -> (value: Ratio, weights: [Ratio]) {
    var weights = groups.map(\.low)
    var rest = weights.reduce(sum) { $0 - $1 }
    for index in order {
      let room = groups[index].high - groups[index].low
      let taken = min(room, rest)
      weights[index] = weights[index] + taken
      rest = rest - taken
    }
    var value = Ratio.zero
    for (weight, factor) in zip(weights, values) { value = value + weight * factor }
    return (value, weights)
  }

  /// The corners of the band: weightings in which all weights but at most one lie on a bound.
  ///
  /// - Parameter limit: none are given where there could be more than this many.
  /// - Returns: each corner once. Of g groups there are at most g × 2^(g−1).
  public func corners(limit: Int = 1_024) -> [[Ratio]] {
    let count = groups.count
    guard count > 0, count < 20, count << (count - 1) <= limit else { return [] }
    var corners: [[Ratio]] = []
    var seen: Set<[Ratio]> = []
    for free in 0..<count {
      for mask in 0..<(1 << (count - 1)) {
        var weights = groups.map(\.low)
        var position = 0
        for index in 0..<count where index != free {
          if mask >> position & 1 == 1 { weights[index] = groups[index].high }
          position += 1
        }
        let others = weights.indices.reduce(Ratio.zero) { $1 == free ? $0 : $0 + weights[$1] }
        let rest = sum - others
        guard groups[free].low <= rest, rest <= groups[free].high else { continue }
        weights[free] = rest
        if seen.insert(weights).inserted { corners.append(weights) }
      }
    }
    return corners
  }
}
