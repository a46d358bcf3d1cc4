/// Indicators of different sheets that mean the same thing.
public struct Family: Sendable {
  /// The most typical name, as printed.
  public let name: String
  /// What is measured: `timely`, `persons`, `cost` …; nil for words.
  public let head: String?
  public let measure: ComparisonWords.Measure
  /// The better direction.
  public let polarity: ComparisonWords.Polarity
  /// The least similarity of a member to the typical name; nil where a person decided.
  public let confidence: Ratio?
  /// Whether the alignment file made or changed it.
  public let isPinned: Bool
  /// Indices of its variants, the most frequent first.
  let variants: [Int]
  /// Its observations, in the order of the inputs.
  let members: Range<Int>

  /// How many indicators it has.
  public var count: Int { members.count }
}
