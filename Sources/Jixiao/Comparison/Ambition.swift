/// How a group's targets stand to its own last year and to its peers.
public struct Ambition: Sendable, Hashable {
  public let group: Int
  /// Targets beyond, at and short of last year's value, in the better direction.
  public var raised = 0
  public var kept = 0
  public var lowered = 0
  /// A value of last year is printed but in another unit, or in words.
  public var incomparable = 0
  /// No value of last year is printed.
  public var unknown = 0
  /// Families free of size in which it asks more, the same and less than the median of its peers.
  public var abovePeers = 0
  public var atPeers = 0
  public var belowPeers = 0
  /// Lowered targets: indices of the observations.
  public var loweredRows: [Int] = []
}

/// What one pass over all families shows.
public struct ComparisonSummary: Sendable {
  public var ambitions: [Ambition]
  /// How many indicators were left out, by reason without its units.
  public var excluded: [(reason: FamilyComparison.Reason, count: Int)]
  /// Families of which at least two groups have a value.
  public var shared = 0
  /// Families that meet the least number of peers.
  public var compared = 0
  public var outliers = 0
}

extension Comparison {
  /// Goes through all families once.
  public func summary(_ groups: ComparisonGroups, sharing: some WorkSharing = InTurn()) -> ComparisonSummary {
    var summary = ComparisonSummary(
      ambitions: groups.names.indices.map { Ambition(group: $0) }, excluded: [])
    var excluded: [String: (reason: FamilyComparison.Reason, count: Int)] = [:]
    for part in sharing.map(families.indices, by: 2_000, work: { self.part(of: groups, families: $0) }) {
      summary.shared += part.shared
      summary.compared += part.compared
      summary.outliers += part.outliers
      for (reason, count) in part.excluded { excluded[reason.code, default: (reason, 0)].count += count }
      for (group, order) in part.orders {
        switch order {
        case .above: summary.ambitions[group].abovePeers += 1
        case .at: summary.ambitions[group].atPeers += 1
        case .below: summary.ambitions[group].belowPeers += 1
        }
      }
    }
    for (index, observation) in observations.enumerated() {
      let group = groups.group(of: observation)
      guard observation.previous.printed != 0 else {
        summary.ambitions[group].unknown += 1
        continue
      }
      switch change(observation) {
      case nil: summary.ambitions[group].incomparable += 1
      case .raised?: summary.ambitions[group].raised += 1
      case .kept?: summary.ambitions[group].kept += 1
      case .lowered?:
        summary.ambitions[group].lowered += 1
        summary.ambitions[group].loweredRows.append(index)
      }
    }
    summary.excluded = excluded.values.sorted {
      ($1.count, $0.reason.code) < ($0.count, $1.reason.code)
    }
    return summary
  }

  private enum PeerOrder { case above, at, below }

  /// What some of the families show.
  private struct SummaryPart: Sendable {
    var shared = 0
    var compared = 0
    var outliers = 0
    var excluded: [(reason: FamilyComparison.Reason, count: Int)] = []
    var orders: [(group: Int, order: PeerOrder)] = []
  }

  private func part(of groups: ComparisonGroups, families range: Range<Int>) -> SummaryPart {
    var part = SummaryPart()
    for family in families[range] {
      let held = compare(family, by: groups)
      if held.cells.count >= 2 { part.shared += 1 }
      if held.peers != nil { part.compared += 1 }
      part.outliers += held.cells.count { $0.outlier != nil }
      for exclusion in held.excluded {
        let code = exclusion.reason.code
        if let known = part.excluded.firstIndex(where: { $0.reason.code == code }) {
          part.excluded[known].count += 1
        } else {
          part.excluded.append((exclusion.reason, 1))
        }
      }
      guard let peers = held.peers, family.measure.isFreeOfSize else { continue }
      for cell in held.cells {
        let isMore = family.polarity == .up ? cell.median > peers.median : cell.median < peers.median
        part.orders.append((cell.group, cell.median == peers.median ? .at : isMore ? .above : .below))
      }
    }
    return part
  }

  private enum Change { case raised, kept, lowered }

  /// The target against last year's value in the same unit; nil where they cannot be held side by side.
  private func change(_ observation: Observation) -> Change? {
    guard let value = observation.value, observation.upper == nil, let before = observation.previous.value
    else {
      return nil
    }
    var target = Ratio(value), last = Ratio(before)
    if observation.previous.unit != 0, observation.previous.unit != observation.unit {
      guard let own = units[observation.unit].unit, let other = units[observation.previous.unit].unit,
        own.isComparable(with: other)
      else { return nil }
      target = target * own.factor
      last = last * other.factor
    }
    if target == last { return .kept }
    switch nodes[variants[Int(observation.variant)].node].polarity {
    case .up: return target > last ? .raised : .lowered
    case .down: return target < last ? .raised : .lowered
    case .none: return nil
    }
  }
}

extension FamilyComparison.Reason {
  /// The reason without its units: `other-unit`.
  public var code: String {
    switch self {
    case .words: "words"
    case .noNumber: "no-number"
    case .range: "range"
    case .noUnit: "no-unit"
    case .unknownUnit: "unknown-unit"
    case .otherUnit: "other-unit"
    }
  }

  /// The reason for many, without their units.
  public func title(in language: Language) -> String {
    switch self {
    case .words, .noNumber, .range, .noUnit: text(in: language)
    case .unknownUnit: language.pick("不认识的单位", "the unit is not known")
    case .otherUnit: language.pick("单位不能换算", "the unit does not convert")
    }
  }

  public func text(in language: Language) -> String {
    switch self {
    case .words: language.pick("目标是文字", "the target is words")
    case .noNumber: language.pick("没有目标数（不限或空白）", "no number is asked for")
    case .range: language.pick("目标是区间，不是一个数", "the target is a range, not one number")
    case .noUnit: language.pick("没有写计量单位", "no unit is printed")
    case .unknownUnit(let unit): language.pick("不认识单位“\(unit)”", "the unit “\(unit)” is not known")
    case .otherUnit(let unit, let than):
      language.pick("单位“\(unit)”不能换算为“\(than)”", "“\(unit)” does not convert to “\(than)”")
    }
  }
}
