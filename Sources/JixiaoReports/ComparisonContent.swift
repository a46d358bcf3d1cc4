import Jixiao

/// A comparison as all renderers show it.
public struct ComparisonContent: Sendable {
  public let comparison: Comparison
  public let groups: ComparisonGroups
  public let summary: ComparisonSummary
  public let structures: [WeightStructure]
  public let unitCosts: [UnitCost]
  public let links: [TimeLink]
  public let ambiguous: [AmbiguousLink]
  /// The groups ranked on points; nil where groups cut through sheets.
  public let ranking: RankFields?
  /// The group that the others are held against; nil for none.
  public let baseline: Int?
  /// How many families text shows one by one; files hold all.
  public let top: Int
  public let language: Language

  public init(
    _ comparison: Comparison, groups: ComparisonGroups, baseline: Int?, top: Int,
    ranking: RankFields? = nil, language: Language, sharing: some WorkSharing = InTurn()
  ) {
    self.comparison = comparison
    self.groups = groups
    summary = comparison.summary(groups, sharing: sharing)
    var structures: [WeightStructure] = [], costs: [UnitCost] = []
    var time: (links: [TimeLink], ambiguous: [AmbiguousLink]) = ([], [])
    sharing.forEach(3) { piece -> Part in
      switch piece {
      case 0: .structures(comparison.structures(groups))
      case 1: .unitCosts(comparison.unitCosts())
      default: .time(comparison.overTime())
      }
    } consume: { part in
      switch part {
      case .structures(let found): structures = found
      case .unitCosts(let found): costs = found
      case .time(let found): time = found
      }
    }
    self.structures = structures
    unitCosts = costs
    (links, ambiguous) = time
    self.baseline = baseline
    self.ranking = ranking
    self.top = top
    self.language = language
  }

  /// What can be worked out at once.
  private enum Part: Sendable {
    case structures([WeightStructure])
    case unitCosts([UnitCost])
    case time((links: [TimeLink], ambiguous: [AmbiguousLink]))
  }

  /// The difference of a cell to that of the baseline; nil where there is none.
  func fromBaseline(_ cell: FamilyComparison.Cell, in family: FamilyComparison) -> Ratio? {
    guard let baseline, cell.group != baseline, let base = family.cells.first(where: { $0.group == baseline })
    else { return nil }
    return cell.median - base.median
  }
}
