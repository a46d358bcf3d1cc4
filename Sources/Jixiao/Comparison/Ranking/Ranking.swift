/// Entrants by points under one weighting, each with the ranks it can have under any weighting of a band.
public struct Ranking: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let entrant: RankEntrant
    /// Under the weights as given, from unrounded values.
    public let points: Points
    /// 1-based rank under the weights as given; equal points share one. A span where points are open.
    public let rank: ClosedRange<Int>
    /// Nil in a list too long to hold every pair together.
    public let bounds: Bounds?
    /// What would bring the next behind it level with it; nil for the last, for ties and where points are open.
    public let swap: Swap?
  }

  /// The ranks an entrant can have under the weightings of the band.
  public struct Bounds: Sendable, Hashable {
    /// 1 + those that are ahead of it under every weighting.
    public let best: Int
    /// 1 + those that can be ahead of it under some weighting.
    public let worst: Int
    /// Whether a weighting was found that gives the rank. Extreme ranks need not lie at corners of the band, and where
    /// none is found the bound still holds.
    public fileprivate(set) var isBestAttained: Bool
    public fileprivate(set) var isWorstAttained: Bool
  }

  /// Longer lists are ranked without bounds, which hold every pair together: 25 million of them take seconds.
  public static let mostBounded = 5_000

  /// The smallest common change of weights after which the next entrant is no longer behind.
  public struct Swap: Sendable, Hashable {
    public let next: String
    /// Every weight moves by at most this share of itself; 1/5 is 20 %.
    public let share: Ratio
    /// The weights at which both are level.
    public let weights: [Ratio]
  }

  public let band: WeightBand
  /// Best first; equals in the order they were given.
  public let entries: [Entry]

  /// Ranks entrants whose shares stand in the order of the band's groups.
  ///
  /// - Complexity: O(n² × g²) integer steps for n entrants and g groups, and O(c × n log n) exact ones for the c
  ///   corners of the band.
  public init(_ entrants: [RankEntrant], band: WeightBand, sharing: some WorkSharing = InTurn()) {
    self.band = band
    let nominal = band.nominal
    let points = entrants.map { $0.points(under: nominal) }
    let ranks = Self.ranks(points)
    let bounds = entrants.count <= Self.mostBounded ? Self.bounds(entrants, ranks, band, sharing) : nil
    let order = entrants.indices.sorted { a, b in
      if points[a].high != points[b].high { return points[a].high > points[b].high }
      if points[a].low != points[b].low { return points[a].low > points[b].low }
      return a < b
    }
    entries = order.enumerated().map { position, index in
      var swap: Swap?
      if position + 1 < order.count {
        let next = entrants[order[position + 1]]
        swap = PairwiseBound.swap(entrants[index], next, band: band).map {
          Swap(next: next.name, share: $0.share, weights: $0.weights)
        }
      }
      return Entry(
        entrant: entrants[index], points: points[index], rank: ranks[index],
        bounds: bounds?[index], swap: swap)
    }
  }

  /// The ranks under one weighting: behind all that are certainly ahead, ahead of all that are certainly behind.
  static func ranks(_ points: [Points]) -> [ClosedRange<Int>] {
    let lows = points.map(\.low).sorted(by: >)
    let highs = points.map(\.high).sorted(by: >)
    return points.map { own in
      let best = 1 + count(lows) { $0 > own.high }
      // Its own high end is among the highs where it is above its low end.
      let ahead = count(highs) { $0 > own.low } - (own.high > own.low ? 1 : 0)
      return best...max(best, 1 + ahead)
    }
  }

  /// How many at the front of a falling list hold; found by halving.
  private static func count(_ falling: [Ratio], while holds: (Ratio) -> Bool) -> Int {
    var (low, high) = (0, falling.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(falling[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bounds of all, each marked as attained where the weights as given or a corner of the band prove it.
  private static func bounds(
    _ entrants: [RankEntrant], _ ranks: [ClosedRange<Int>], _ band: WeightBand, _ sharing: some WorkSharing
  ) -> [Bounds] {
    let scaled = ScaledShares(entrants, band: band)
    var bounds = sharing.map(entrants.indices, by: 100) { range in
      range.map { own -> Bounds in
        var best = 1, worst = 1
        for other in entrants.indices where other != own {
          let can =
            scaled?.canBeat(other, own) ?? PairwiseBound(entrants[other], entrants[own], band: band).canBeat
          guard can else { continue }
          worst += 1
          let always =
            scaled?.alwaysBeats(other, own)
            ?? PairwiseBound(entrants[other], entrants[own], band: band).alwaysBeats
          if always { best += 1 }
        }
        return Bounds(
          best: best, worst: worst, isBestAttained: ranks[own].lowerBound == best,
          isWorstAttained: ranks[own].upperBound == worst)
      }
    }.flatMap(\.self)
    // Corners prove most bounds; a few hundred rankings cost little beside all pairs.
    guard bounds.contains(where: { !$0.isBestAttained || !$0.isWorstAttained }) else { return bounds }
    let corners = band.corners()
    sharing.forEach(corners.count) { corner in
      Self.ranks(of: entrants, under: corners[corner])
    } consume: { there in
      for index in bounds.indices {
        if there[index].lowerBound == bounds[index].best { bounds[index].isBestAttained = true }
        if there[index].upperBound == bounds[index].worst { bounds[index].isWorstAttained = true }
      }
    }
    return bounds
  }

  private static func ranks(of entrants: [RankEntrant], under weights: [Ratio]) -> [ClosedRange<Int>] {
    ranks(entrants.map { $0.points(under: weights) })
  }
}
