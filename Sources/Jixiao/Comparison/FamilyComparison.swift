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
  /// The groups whose median asks most, in the better direction; empty where all ask the same, and for
  /// counts and sums, which grow with the size of a body.
  public let asksMost: [Int]
}

extension Comparison {
  /// Holds one family side by side.
  public func compare(_ family: Family, by groups: ComparisonGroups) -> FamilyComparison {
    var excluded: [FamilyComparison.Exclusion] = []
    var usable: [(index: Int, value: Exact, unit: UInt32)] = []
    var spellings: [(unit: UInt32, count: Int)] = []
    for index in order[family.members].lazy.map({ Int($0) }) {
      let observation = observations[index]
      guard let value = observation.value else {
        let isWords = observation.relation == .qualitative
        excluded.append(.init(observation: index, reason: isWords ? .words : .noNumber))
        continue
      }
      if observation.upper != nil {
        excluded.append(.init(observation: index, reason: .range))
        continue
      }
      usable.append((index, value, observation.unit))
      // A family has few units, most of all the last one again.
      if let known = spellings.firstIndex(where: { $0.unit == observation.unit }) {
        spellings[known].count += 1
      } else {
        spellings.append((observation.unit, 1))
      }
    }
    let spelling = mainSpelling(spellings)
    let main = units[spelling]
    var byGroup: [(group: Int, value: FamilyComparison.Value)] = []
    byGroup.reserveCapacity(usable.count)
    for (index, value, number) in usable {
      let own = units[number]
      if own.kind != main.kind {
        let printed = texts[number]
        excluded.append(
          .init(
            observation: index,
            reason: number == 0
              ? .noUnit
              : own.unit == nil ? .unknownUnit(printed) : .otherUnit(printed, than: texts[spelling])))
        continue
      }
      var amount = Ratio(value)
      if number != spelling, let unit = own.unit, let base = main.unit, unit.factor != base.factor {
        amount = (amount * unit.factor).divided(by: base.factor) ?? amount
      }
      byGroup.append((groups.group(of: observations[index]), .init(observation: index, amount: amount)))
    }
    byGroup.sort { ($0.group, $0.value.observation) < ($1.group, $1.value.observation) }
    var cells: [FamilyComparison.Cell] = []
    var start = 0
    while start < byGroup.count {
      let group = byGroup[start].group
      var end = start + 1
      while end < byGroup.count, byGroup[end].group == group { end += 1 }
      cells.append(cell(group, byGroup[start..<end].map(\.value)))
      start = end
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

  /// The most frequent spelling of the most frequent kind of unit.
  private func mainSpelling(_ spellings: [(unit: UInt32, count: Int)]) -> UInt32 {
    if spellings.count <= 1 { return spellings.first?.unit ?? 0 }
    var kinds: [(name: String, kind: Int, count: Int)] = []
    for (unit, count) in spellings {
      let known = units[unit]
      if let index = kinds.firstIndex(where: { $0.kind == known.kind }) {
        kinds[index].count += count
      } else {
        kinds.append((known.kindName, known.kind, count))
      }
    }
    let main = kinds.max { ($0.count, $1.name) < ($1.count, $0.name) }?.kind
    let own = spellings.filter { units[$0.unit].kind == main }
    return own.max { ($0.count, texts[$1.unit]) < ($1.count, texts[$0.unit]) }?.unit ?? 0
  }

  /// What one group asks of itself; it has at least one value.
  private func cell(_ group: Int, _ values: [FamilyComparison.Value]) -> FamilyComparison.Cell {
    let sorted = values.count == 1 ? [values[0].amount] : values.map(\.amount).sorted()
    var weight: Exact?
    for value in values {
      // A sum out of range is none.
      guard let own = observations[value.observation].weight else { continue }
      guard let known = weight else {
        weight = own
        continue
      }
      weight = known.adding(own)
      if weight == nil { break }
    }
    return FamilyComparison.Cell(
      group: group, values: values, least: sorted[0],
      median: PeerStatistics.median(ofSorted: sorted) ?? sorted[0], most: sorted[sorted.count - 1],
      weight: weight, outlier: nil)
  }

  private func asksMost(_ cells: [FamilyComparison.Cell], _ family: Family) -> [Int] {
    guard cells.count >= 2, family.measure.isFreeOfSize else { return [] }
    let medians = cells.map(\.median)
    guard let least = medians.min(), let greatest = medians.max(), least != greatest else { return [] }
    let most = family.polarity == .down ? least : greatest
    return cells.filter { $0.median == most }.map(\.group)
  }
}
