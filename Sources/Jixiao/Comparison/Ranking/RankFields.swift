/// The groups of a comparison ranked on points, in fields of equal make-up: only those with the same level-1 groups share
/// weights.
public struct RankFields: Sendable {
  /// Groups with the same level-1 groups, ranked.
  public struct Field: Sendable {
    /// `产出`, `效益`, `满意度`, in the order of the weights.
    public let level1: [String]
    public let ranking: Ranking
    /// The ranks of every entrant by its name under each of the comparison's packs; empty where there are none.
    public internal(set) var underPacks: [String: [PackRank]] = [:]
  }

  /// A group or sheet that takes no part, and why.
  public struct Unranked: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
      /// Nothing is claimed, or rows lack weights: that many sheets.
      case noPoints(sheets: Int)
      /// Level-1 groups for which there are no common weights.
      case unknownGroups([String])
    }

    public let name: String
    public let reason: Reason
  }

  /// The largest field first.
  public internal(set) var fields: [Field]
  public let unranked: [Unranked]

  /// Points and weights of all sheets of a group are added by level 1, so that each sheet counts by its weight, and the
  /// shares are their exact quotients.
  ///
  /// Execution of the budget is no level-1 group and stays out: where it is not printed it would leave every rank open.
  /// Without a `band`, weights move by the share that the parameters name. `pack` is one of the comparison's packs; without
  /// it the points are those of each document's own.
  init(
    _ comparison: Comparison, by groups: ComparisonGroups, parameters: RankParameters, band: Ratio?,
    pack: Int?,
    sharing: some WorkSharing
  ) {
    var gathered = groups.names.map { _ in Gathered() }
    var level1: [String: String] = [:]
    for (number, sheet) in comparison.sheets.enumerated() where !sheet.rows.isEmpty {
      guard let group = groups.group(ofSheet: number) else { continue }
      var parts: [(name: String, weight: Ratio, points: Points)] = []
      var isWhole = true
      for row in sheet.rows {
        let observation = comparison.observations[row]
        if observation.weight?.isZero == true { continue }
        guard let weight = observation.weight,
          let points = comparison.points(ofRow: row, under: pack),
          let printed = comparison.level1(of: observation)
        else {
          isWhole = false
          break
        }
        let name = level1[printed] ?? parameters.group(of: printed)
        level1[printed] = name
        parts.append((name, Ratio(weight), points))
      }
      if isWhole, !parts.isEmpty {
        gathered[group].add(
          parts, RankEntrant.Source(file: comparison.file(sheet), sheet: comparison.sheets[number].ordinal))
      } else {
        gathered[group].left += 1
      }
    }
    var unranked: [Unranked] = []
    var byFrame: [[String]: (frame: WeightFrame, entrants: [RankEntrant])] = [:]
    for (name, entry) in zip(groups.names, gathered) {
      if entry.left > 0 { unranked.append(Unranked(name: name, reason: .noPoints(sheets: entry.left))) }
      if entry.sources.isEmpty { continue }
      guard let frame = parameters.frame(for: Set(entry.weights.keys)) else {
        unranked.append(Unranked(name: name, reason: .unknownGroups(entry.weights.keys.sorted())))
        continue
      }
      let order = frame.levels.map(\.level1)
      byFrame[order, default: (frame, [])].entrants.append(entry.entrant(name, order))
    }
    fields = byFrame.values.sorted { a, b in
      if a.entrants.count != b.entrants.count { return a.entrants.count > b.entrants.count }
      return a.frame.levels.map(\.level1).lexicographicallyPrecedes(b.frame.levels.map(\.level1))
    }.map { field in
      let weights = field.frame.levels.map { (level1: $0.level1, weight: Ratio($0.weight)) }
      return Field(
        level1: weights.map(\.level1),
        ranking: Ranking(
          field.entrants, band: WeightBand(weights, movingBy: band ?? parameters.band), sharing: sharing))
    }
    self.unranked = unranked
  }

  /// The sums of one group.
  private struct Gathered {
    var weights: [String: Ratio] = [:]
    var points: [String: Points] = [:]
    var sources: [RankEntrant.Source] = []
    var left = 0

    mutating func add(_ parts: [(name: String, weight: Ratio, points: Points)], _ source: RankEntrant.Source)
    {
      for part in parts {
        weights[part.name] = (weights[part.name] ?? .zero) + part.weight
        points[part.name] = (points[part.name] ?? .zero) + part.points
      }
      sources.append(source)
    }

    func entrant(_ name: String, _ order: [String]) -> RankEntrant {
      let shares = order.map { level1 -> RankEntrant.Share in
        let weight = weights[level1] ?? .one
        let points = points[level1] ?? .zero
        // A deduction past zero or an addition past the weight stays within the group's points.
        func share(_ value: Ratio) -> Ratio { min(.one, max(.zero, value.divided(by: weight) ?? .zero)) }
        return RankEntrant.Share(level1: level1, low: share(points.low), high: share(points.high))
      }
      return RankEntrant(name: name, shares: shares, sources: sources)
    }
  }
}
