/// A grade above the one a sheet has, and the smallest improvements that reach it.
///
/// The low end of the total counts, so that what is still open for a person to decide is never counted on. Every answer is
/// found by scoring the sheet again, whatever the scoring function, in steps of the last place that target or actual print.
public struct Goal: Sendable {
  /// An indicator to be improved: from what is claimed to what suffices.
  public struct Improvement: Sendable, Hashable {
    /// 1-based position in the sheet.
    public let indicator: Int
    public let name: String?
    public let from: String?
    public let to: String
    public let unit: String?
    /// The part of the way to the target that has to be gone, above 0 to 1.
    public let share: Ratio
  }

  public enum Way: Sendable, Hashable {
    /// Any one of these suffices; the shortest way first.
    case single([Improvement])
    /// No one suffices; all of these together do, those that gain most taken first.
    case several([Improvement])
    /// All indicators at their targets would give no more than this.
    case outOfReach(most: Exact)
  }

  public let grade: String
  /// The total at which the grade begins.
  public let from: Exact
  public let way: Way

  /// The goals above a sheet's total, the nearest first.
  static func goals(of sheet: Sheet, scored: SheetScore, by scorer: Scorer) -> [Goal] {
    guard !scored.isPlan, let total = scored.total, let scale = scorer.pack.grades.rule.scale(of: sheet.year)
    else {
      return []
    }
    let above = scale.cuts.filter { $0.from > total.low.points }.sorted { $0.from < $1.from }
    if above.isEmpty { return [] }
    let search = GoalSearch(sheet, scored, scorer)
    return above.map { Goal(grade: $0.grade, from: $0.from, way: search.way(to: $0.from)) }
  }
}
