/// How far two entrants can lie apart over all weightings of a band, exactly.
///
/// The answer for a pair depends on these two and the band alone, never on who else is ranked.
public struct PairwiseBound: Sendable, Hashable {
  /// The least that `first − second` can be, undecided points falling against the first.
  public let least: Ratio
  /// The most it can be, undecided points falling to the first.
  public let most: Ratio
  /// The weightings that reach the two.
  public let leastWeights: [Ratio]
  public let mostWeights: [Ratio]

  public init(_ first: RankEntrant, _ second: RankEntrant, band: WeightBand) {
    let against = zip(first.shares, second.shares).map { $0.low - $1.high }
    let towards = zip(first.shares, second.shares).map { $0.high - $1.low }
    (least, leastWeights) = band.smallest(of: against)
    (most, mostWeights) = band.largest(of: towards)
  }

  /// The first is ahead whatever the weights and however the open points are decided.
  public var alwaysBeats: Bool { least > .zero }
  /// The first is ahead under some weighting and some decision.
  public var canBeat: Bool { most > .zero }

  /// The smallest share by which the weights have to move until the second is no longer behind the first.
  ///
  /// Every weight may move within w × (1 ± share), the sum kept. The difference falls in proportion to the share, so
  /// that the share is `difference ÷ (difference − least difference within w × (1 ± 1))`: shares reached 1 and 1/2 in the
  /// first group, 1/2 and 3/4 in the second, both weighing 50, give a difference of 12.5, which 100 % would bring to −25
  /// and 1/3 brings to 0.
  ///
  /// - Returns: nil for entrants with open points, for one that is not ahead, and where even moving by 100 % does not
  ///   suffice.
  public static func swap(
    _ first: RankEntrant, _ second: RankEntrant, band: WeightBand
  ) -> (share: Ratio, weights: [Ratio])? {
    guard (first.shares + second.shares).allSatisfy({ $0.low == $0.high }) else { return nil }
    let differences = zip(first.shares, second.shares).map { $0.low - $1.low }
    var now = Ratio.zero
    for (group, difference) in zip(band.groups, differences) { now = now + group.weight * difference }
    guard now > .zero else { return nil }
    let widest = WeightBand(band.groups.map { ($0.level1, $0.weight) }, movingBy: .one)
    let (least, weights) = widest.smallest(of: differences)
    guard least <= .zero, let share = now.divided(by: now - least) else { return nil }
    return (share, zip(band.nominal, weights).map { $0 + ($1 - $0) * share })
  }
}
