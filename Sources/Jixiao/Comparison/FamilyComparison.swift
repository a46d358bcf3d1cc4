/// One family across groups: the values in one unit, how they lie, and what was left out and why.
public struct FamilyComparison: Sendable {
  /// Why an indicator of the family has no value beside the others.
  public enum Reason: Sendable, Hashable {
    /// The target is words or a date.
    case words
    /// No number is asked for: 不限, or a blank cell.
    case noNumber
    /// Two bounds are no one number.
    case range
    /// No unit is printed, and most of the family have one.
    case noUnit
    case unknownUnit(String)
    /// The units are of different kinds and do not convert.
    case otherUnit(String, than: String)
  }

  public struct Exclusion: Sendable, Hashable {
    /// Index of the observation.
    public let observation: Int
    public let reason: Reason
  }

  /// A target in the family's unit.
  public struct Value: Sendable, Hashable {
    public let observation: Int
    public let amount: Ratio
  }

  /// What one group asks of itself.
  public struct Cell: Sendable {
    public let group: Int
    public let values: [Value]
    public let least: Ratio
    public let median: Ratio
    public let most: Ratio
    /// The sum of its weights; nil where none is printed.
    public let weight: Exact?
    /// Set where it lies far from the others.
    public var outlier: Outlier?
  }

  public let family: Family
  /// The unit of all values; nil where none is printed.
  public let unit: String?
  public let cells: [Cell]
  public let excluded: [Exclusion]
  /// Over the medians of the groups; nil below the least number of peers.
  public let peers: PeerStatistics?
  /// The groups whose median asks most, in the better direction; empty where fewer than two have a value, and for
  /// counts and sums, which grow with the size of a body.
  public let asksMost: [Int]
}

extension Comparison {
  /// Holds one family side by side.
  public func compare(_ family: Family, by groups: ComparisonGroups) -> FamilyComparison {
    var excluded: [FamilyComparison.Exclusion] = []
    var usable: [Int] = []
    var dimensions: [String: Int] = [:]
    var spellings: [String: [UInt32: Int]] = [:]
    var units: [UInt32: MeasureUnit?] = [:]
    func unit(_ number: UInt32) -> MeasureUnit? {
      if number == 0 { return nil }
      if let known = units[number] { return known }
      let unit = vocabulary.units.unit(texts[number])
      units[number] = unit
      return unit
    }
    // An unknown unit is of its own kind: the same word is surely the same unit.
    func dimension(_ number: UInt32) -> String {
      number == 0 ? "" : unit(number)?.dimension ?? "?" + texts[number].folded
    }
    for index in members(of: family) {
      let observation = observations[index]
      guard observation.value != nil else {
        let isWords = observation.relation == .qualitative
        excluded.append(.init(observation: index, reason: isWords ? .words : .noNumber))
        continue
      }
      if observation.upper != nil {
        excluded.append(.init(observation: index, reason: .range))
        continue
      }
      usable.append(index)
      let dimension = dimension(observation.unit)
      dimensions[dimension, default: 0] += 1
      spellings[dimension, default: [:]][observation.unit, default: 0] += 1
    }
    let main = dimensions.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    let spelling =
      (spellings[main] ?? [:]).max { ($0.value, texts[$1.key]) < ($1.value, texts[$0.key]) }?.key ?? 0
    let base = unit(spelling)
    var byGroup: [Int: [FamilyComparison.Value]] = [:]
    for index in usable {
      let observation = observations[index]
      guard let value = observation.value else { continue }
      if dimension(observation.unit) != main {
        let printed = texts[observation.unit]
        excluded.append(
          .init(
            observation: index,
            reason: observation.unit == 0
              ? .noUnit
              : unit(observation.unit) == nil
                ? .unknownUnit(printed) : .otherUnit(printed, than: texts[spelling])))
        continue
      }
      var amount = Ratio(value)
      if let own = unit(observation.unit), let base, own.factor != base.factor {
        amount = (amount * own.factor).divided(by: base.factor) ?? amount
      }
      byGroup[groups.group(of: observation), default: []].append(.init(observation: index, amount: amount))
    }
    var cells: [FamilyComparison.Cell] = []
    for group in byGroup.keys.sorted() {
      let values = byGroup[group] ?? []
      let sorted = values.map(\.amount).sorted()
      guard let least = sorted.first, let most = sorted.last, let median = PeerStatistics.median(sorted)
      else {
        continue
      }
      let weights = values.compactMap { observations[$0.observation].weight }
      cells.append(
        .init(
          group: group, values: values, least: least, median: median, most: most,
          weight: weights.isEmpty ? nil : weights.reduce(Exact?.some(.zero)) { $0?.adding($1) }, outlier: nil)
      )
    }
    let peers = cells.count >= parameters.minimumPeers ? PeerStatistics(cells.map(\.median)) : nil
    if let peers {
      for index in cells.indices {
        cells[index].outlier = Outlier(cells[index].median, among: peers, parameters: parameters)
      }
    }
    return FamilyComparison(
      family: family, unit: spelling == 0 ? nil : texts[spelling], cells: cells,
      excluded: excluded.sorted { $0.observation < $1.observation }, peers: peers,
      asksMost: asksMost(cells, family))
  }

  private func asksMost(_ cells: [FamilyComparison.Cell], _ family: Family) -> [Int] {
    guard cells.count >= 2, family.measure.isFreeOfSize else { return [] }
    let medians = cells.map(\.median)
    guard let most = family.polarity == .down ? medians.min() : medians.max() else { return [] }
    return cells.filter { $0.median == most }.map(\.group)
  }
}
