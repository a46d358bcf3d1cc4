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
  public func summary(_ groups: ComparisonGroups) -> ComparisonSummary {
    var ambitions = groups.names.indices.map { Ambition(group: $0) }
    var excluded: [String: (reason: FamilyComparison.Reason, count: Int)] = [:]
    var summary = ComparisonSummary(ambitions: [], excluded: [])
    for family in families {
      let held = compare(family, by: groups)
      if held.cells.count >= 2 { summary.shared += 1 }
      if held.peers != nil { summary.compared += 1 }
      summary.outliers += held.cells.count { $0.outlier != nil }
      for exclusion in held.excluded {
        excluded[exclusion.reason.code, default: (exclusion.reason, 0)].count += 1
      }
      guard let peers = held.peers, family.measure.isFreeOfSize else { continue }
      for cell in held.cells {
        let isMore = family.polarity == .up ? cell.median > peers.median : cell.median < peers.median
        if cell.median == peers.median {
          ambitions[cell.group].atPeers += 1
        } else if isMore {
          ambitions[cell.group].abovePeers += 1
        } else {
          ambitions[cell.group].belowPeers += 1
        }
      }
    }
    var units: [UInt32: MeasureUnit?] = [:]
    for (index, observation) in observations.enumerated() {
      let group = groups.group(of: observation)
      guard observation.previous.printed != 0 else {
        ambitions[group].unknown += 1
        continue
      }
      switch change(observation, &units) {
      case nil: ambitions[group].incomparable += 1
      case .raised?: ambitions[group].raised += 1
      case .kept?: ambitions[group].kept += 1
      case .lowered?:
        ambitions[group].lowered += 1
        ambitions[group].loweredRows.append(index)
      }
    }
    summary.ambitions = ambitions
    summary.excluded = excluded.values.sorted {
      ($1.count, $0.reason.code) < ($0.count, $1.reason.code)
    }
    return summary
  }

  private enum Change { case raised, kept, lowered }

  /// The target against last year's value in the same unit; nil where they cannot be held side by side.
  private func change(_ observation: Observation, _ units: inout [UInt32: MeasureUnit?]) -> Change? {
    guard let value = observation.value, observation.upper == nil, let before = observation.previous.value
    else {
      return nil
    }
    var target = Ratio(value), last = Ratio(before)
    if observation.previous.unit != 0, observation.previous.unit != observation.unit {
      func unit(_ number: UInt32) -> MeasureUnit? {
        if number == 0 { return nil }
        if let known = units[number] { return known }
        let unit = vocabulary.units.unit(texts[number])
        units[number] = unit
        return unit
      }
      guard let own = unit(observation.unit), let other = unit(observation.previous.unit),
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
