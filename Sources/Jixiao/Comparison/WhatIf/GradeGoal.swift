/// What would bring a sheet to the border of a grade.
///
/// A border counts as reached when the low end of the total reaches it, so that it holds however open points are decided.
public struct GradeGoal: Sendable {
  public enum Way: Sendable {
    /// The total is there already.
    case reached
    /// Each of these rows alone suffices, with the smallest change that does.
    case single([Improvement])
    /// No row alone suffices. Rows are taken by the points they still have to gain, most first, each to its end but
    /// the last, which moves only as far as needed: a way that suffices, not proved to be the cheapest.
    case together([Improvement])
    /// Not even all rows at their best suffice; the total they would give.
    case outOfReach(Points)
  }

  public let grade: String
  /// The total on 100 from which the grade is given, held against the total rounded to two places.
  public let border: Exact
  public let way: Way
}

/// One row with another actual, or other points where a person judges.
public struct Improvement: Sendable {
  public let before: IndicatorScore
  public let after: IndicatorScore
  /// The total with this row changed, and those before it in a set.
  public let total: Points

  /// The points a person would have to give; nil where the actual changes instead.
  public var awarded: Exact? { after.decision?.awarded }
}
