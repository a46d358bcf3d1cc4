/// Who is ranked: an organisation or a sheet, with the share of the points it reached in every level-1 group.
public struct RankEntrant: Sendable, Hashable {
  /// The share reached in one group, from 0 to 1; an interval where a person still has to decide.
  public struct Share: Sendable, Hashable {
    public let level1: String
    public let low: Ratio
    public let high: Ratio

    public init(level1: String, low: Ratio, high: Ratio) {
      self.level1 = level1
      self.low = low
      self.high = high
    }
  }

  public let name: String
  /// One a group, in the order of the band that ranks it.
  public let shares: [Share]
  /// The sheets whose points are in the shares, for tracing.
  public let sources: [Source]

  public init(name: String, shares: [Share], sources: [Source] = []) {
    self.name = name
    self.shares = shares
    self.sources = sources
  }

  /// One sheet.
  public struct Source: Sendable, Hashable {
    public let file: String
    public let sheet: Int

    public init(file: String, sheet: Int) {
      self.file = file
      self.sheet = sheet
    }
  }

  /// The points under a weighting, from unrounded shares.
  public func points(under weights: [Ratio]) -> Points {
    var low = Ratio.zero, high = Ratio.zero
    for (share, weight) in zip(shares, weights) {
      low = low + share.low * weight
      high = high + share.high * weight
    }
    return Points(low: low, high: high)
  }
}
