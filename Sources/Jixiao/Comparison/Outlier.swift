/// A value far from those of its peers.
///
/// Far is more than `factor × consistency × MAD` from the median. Where more than half of the peers agree to the digit
/// the MAD is zero and says nothing of what is usual, so nothing is called far.
public struct Outlier: Sendable, Hashable {
  /// How many scaled deviations it lies from the median, negative below it.
  public let score: Ratio

  public init?(_ value: Ratio, among peers: PeerStatistics, parameters: ComparisonParameters) {
    guard peers.count >= parameters.minimumPeers,
      let score = (value - peers.median).divided(by: parameters.consistency * peers.deviation)
    else { return nil }
    guard (score.isNegative ? -score : score) > parameters.outlierFactor else { return nil }
    self.score = score
  }
}
