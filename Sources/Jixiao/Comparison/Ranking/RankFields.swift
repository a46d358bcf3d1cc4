/// The entrants of some scores, in fields of equal make-up: only those with the same level-1 groups share weights.
public struct RankFields: Sendable {
  /// What makes one entrant.
  public enum Entrants: String, Sendable, CaseIterable {
    case organization, sheet
  }

  /// Entrants with the same level-1 groups, ranked.
  public struct Field: Sendable {
    /// `产出`, `效益`, `满意度`, in the order of the weights.
    public let level1: [String]
    public let ranking: Ranking
    /// Who takes its weights: the pack `mof-2021-101`, or the common frame.
    public let frameOfPack: String?
  }

  /// An entrant that takes no rank, and why.
  public struct Unranked: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
      /// Plans claim nothing yet.
      case isPlan
      /// Rows without weights or points.
      case noPoints
      /// Level-1 groups for which there are no common weights.
      case unknownGroups([String])
      /// The sheet names no organisation.
      case noOrganization
    }

    public let name: String
    public let source: RankEntrant.Source
    public let reason: Reason
  }

  /// The largest field first.
  public let fields: [Field]
  public let unranked: [Unranked]

  /// Gathers entrants: points and weights of all sheets of an organisation are added group by group, so that each sheet
  /// counts by its weight, and the shares are their exact quotients.
  ///
  /// Execution of the budget is no level-1 group and stays out: where it is not printed it would leave every rank open.
  /// `scores` come from one pack; without a `band` weights move by the share that the parameters name.
  public init(
    _ scores: [DocumentScore], by entrants: Entrants, pack: RulePack?, parameters: RankParameters,
    band: Ratio? = nil
  ) {
    var gathered: [String: Gathered] = [:]
    var names: [String] = []
    var unranked: [Unranked] = []
    let known = Set((pack?.frames ?? []).flatMap(\.levels).map(\.level1)).union(
      parameters.frames.flatMap(\.levels).map(\.level1))
    for score in scores {
      for sheet in score.sheets {
        let source = RankEntrant.Source(file: score.file, sheet: sheet.sheet.ordinal)
        let title = sheet.sheet.project ?? sheet.sheet.organization ?? score.file
        func refuse(_ reason: Unranked.Reason) {
          unranked.append(Unranked(name: title, source: source, reason: reason))
        }
        if sheet.isPlan {
          refuse(.isPlan)
          continue
        }
        guard let groups = Self.groups(sheet, known) else {
          refuse(.noPoints)
          continue
        }
        let key: String
        switch entrants {
        case .sheet: key = "\(score.file)#\(sheet.sheet.ordinal)"
        case .organization:
          guard let organization = sheet.sheet.organization else {
            refuse(.noOrganization)
            continue
          }
          key = organization
        }
        if gathered[key] == nil {
          names.append(key)
          gathered[key] = Gathered(name: entrants == .sheet ? title : key)
        }
        gathered[key]?.add(groups, source)
      }
    }
    var byFrame: [[String]: (frame: WeightFrame, isOfPack: Bool, entrants: [RankEntrant])] = [:]
    for name in names {
      guard let entry = gathered[name], let first = entry.sources.first else { continue }
      let groups = Set(entry.weights.keys)
      guard let frame = parameters.frame(for: groups, pack: pack) else {
        let odd = groups.subtracting(known).sorted()
        unranked.append(
          Unranked(
            name: entry.name, source: first, reason: .unknownGroups(odd.isEmpty ? groups.sorted() : odd)))
        continue
      }
      let order = frame.levels.map(\.level1)
      let isOfPack = pack?.frames.contains { $0.levels.map(\.level1) == order } ?? false
      byFrame[order, default: (frame, isOfPack, [])].entrants.append(entry.entrant(order))
    }
    fields = byFrame.values.sorted { a, b in
      if a.entrants.count != b.entrants.count { return a.entrants.count > b.entrants.count }
      return a.frame.levels.map(\.level1).lexicographicallyPrecedes(b.frame.levels.map(\.level1))
    }.map { field in
      let weights = field.frame.levels.map { (level1: $0.level1, weight: Ratio($0.weight)) }
      return Field(
        level1: weights.map(\.level1),
        ranking: Ranking(field.entrants, band: WeightBand(weights, movingBy: band ?? parameters.band)),
        frameOfPack: field.isOfPack ? pack?.id : nil)
    }
    self.unranked = unranked
  }

  /// Points and weights by group: 产出指标 is the group 产出; nil where the sheet has no points.
  private static func groups(
    _ sheet: SheetScore, _ known: Set<String>
  ) -> [(name: String, weight: Ratio, points: Points)]? {
    guard sheet.points != nil, !sheet.levels.isEmpty else { return nil }
    var groups: [(name: String, weight: Ratio, points: Points)] = []
    for level in sheet.levels {
      guard let level1 = level.level1, let weight = level.weight, let points = level.points else {
        return nil
      }
      if weight.isZero { continue }
      let name = known.filter { level1.hasPrefix($0) }.max { $0.count < $1.count } ?? level1
      groups.append((name, Ratio(weight), points))
    }
    return groups.isEmpty ? nil : groups
  }

  /// The sums of one entrant.
  private struct Gathered {
    let name: String
    var weights: [String: Ratio] = [:]
    var points: [String: Points] = [:]
    var sources: [RankEntrant.Source] = []

    init(name: String) { self.name = name }

    mutating func add(
      _ groups: [(name: String, weight: Ratio, points: Points)], _ source: RankEntrant.Source
    ) {
      for group in groups {
        weights[group.name] = (weights[group.name] ?? .zero) + group.weight
        points[group.name] = (points[group.name] ?? .zero) + group.points
      }
      sources.append(source)
    }

    func entrant(_ order: [String]) -> RankEntrant {
      let shares = order.map { level1 -> RankEntrant.Share in
        let weight = weights[level1] ?? .one
        let points = points[level1] ?? .zero
        // A deduction past zero or an addition past the weight stays within the group's points.
        func share(_ value: Ratio) -> Ratio {
          min(.one, max(.zero, value.divided(by: weight) ?? .zero))
        }
        return RankEntrant.Share(level1: level1, low: share(points.low), high: share(points.high))
      }
      return RankEntrant(name: name, shares: shares, sources: sources)
    }
  }
}
