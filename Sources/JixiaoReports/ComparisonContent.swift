import Jixiao

/// A comparison as all renderers show it.
public struct ComparisonContent: Sendable {
  public let comparison: Comparison
  public let groups: ComparisonGroups
  public let summary: ComparisonSummary
  public let structures: [WeightStructure]
  public let unitCosts: [UnitCost]
  /// The groups ranked on points; nil where groups cut through sheets.
  public let ranking: RankFields?
  /// The group that the others are held against; nil for none.
  public let baseline: Int?
  /// How many families text shows one by one; files hold all.
  public let top: Int
  public let language: Language

  public init(
    _ comparison: Comparison, groups: ComparisonGroups, baseline: Int?, top: Int,
    ranking: RankFields? = nil, language: Language
  ) {
    self.comparison = comparison
    self.groups = groups
    summary = comparison.summary(groups)
    structures = comparison.structures(groups)
    unitCosts = comparison.unitCosts()
    self.baseline = baseline
    self.ranking = ranking
    self.top = top
    self.language = language
  }

  /// The difference of a cell to that of the baseline; nil where there is none.
  func fromBaseline(_ cell: FamilyComparison.Cell, in family: FamilyComparison) -> Ratio? {
    guard let baseline, cell.group != baseline, let base = family.cells.first(where: { $0.group == baseline })
    else { return nil }
    return cell.median - base.median
  }
}
