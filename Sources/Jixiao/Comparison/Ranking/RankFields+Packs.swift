extension RankFields {
  /// The rank of one entrant under one rule pack.
  public struct PackRank: Sendable, Hashable {
    public let pack: String
    /// Under the weights as given.
    public let rank: ClosedRange<Int>
    public let bounds: Ranking.Bounds?
    public let points: Points
  }

  /// Ranks the groups by each document's own pack and, where the comparison was scored under more, under each of those: the
  /// choice of rules is a second reason beside the weights for which a rank may not hold.
  public init(
    _ comparison: Comparison, by groups: ComparisonGroups, parameters: RankParameters, band: Ratio? = nil,
    sharing: some WorkSharing = InTurn()
  ) {
    self.init(
      comparison, by: groups, parameters: parameters, band: band, pack: nil, sharing: sharing)
    for (index, pack) in comparison.packs.enumerated() {
      let other = RankFields(
        comparison, by: groups, parameters: parameters, band: band, pack: index, sharing: sharing)
      for field in fields.indices {
        guard let same = other.fields.first(where: { $0.level1 == fields[field].level1 }) else { continue }
        for entry in same.ranking.entries {
          fields[field].underPacks[entry.entrant.name, default: []].append(
            PackRank(pack: pack, rank: entry.rank, bounds: entry.bounds, points: entry.points))
        }
      }
    }
  }
}

extension RankFields.Field {
  /// The ranks an entrant has under all packs and the weights as given; nil where it is ranked under none.
  public func ranks(underPacks name: String) -> ClosedRange<Int>? {
    guard let ranks = underPacks[name], let best = ranks.map(\.rank.lowerBound).min(),
      let worst = ranks.map(\.rank.upperBound).max()
    else { return nil }
    return best...worst
  }

  /// The ranks it can have under any pack and any weighting of the band; nil where one of them has no bounds.
  public func possible(underPacks name: String) -> ClosedRange<Int>? {
    guard let ranks = underPacks[name] else { return nil }
    let bounds = ranks.compactMap(\.bounds)
    guard bounds.count == ranks.count, let best = bounds.map(\.best).min(),
      let worst = bounds.map(\.worst).max()
    else { return nil }
    return best...worst
  }
}
