/// A document scored as it is and as it would be with some actuals or weights changed, under one pack.
public struct WhatIf: Sendable {
  /// One sheet before and after.
  public struct Pair: Sendable {
    public let before: SheetScore
    public let after: SheetScore
    /// What the changed sheet still needs for each better grade, the nearest border first; empty for a plan, where
    /// the total is unknown, and where they were not asked for.
    public let goals: [GradeGoal]

    /// The rows whose actual or weight was changed.
    public var changed: [(before: IndicatorScore, after: IndicatorScore)] {
      zip(before.indicators, after.indicators).filter { $0.indicator != $1.indicator }
        .map { (before: $0, after: $1) }
    }
  }

  public let file: String
  public let pack: String
  public let sheets: [Pair]
  /// Changes that could not be made.
  public let problems: [RowChangeError]

  public init(_ document: Document, changes: [RowChange], scorer: Scorer, findingGoals: Bool = false) {
    let (changed, problems) = document.applying(changes)
    file = document.file
    pack = scorer.pack.id
    self.problems = problems
    sheets = zip(document.sheets, changed.sheets).map { before, after in
      let score = scorer.score(after)
      return Pair(
        before: scorer.score(before), after: score,
        goals: findingGoals ? GoalSearch(score, scorer: scorer).goals : [])
    }
  }
}

/// The mean total of an organisation's sheets: each counts the same.
///
/// Rules give grades to sheets; the grade of a mean is that of the same scale and is said to be one of a mean.
public struct OrganizationTotal: Sendable, Hashable {
  public let name: String?
  /// The sheets in the mean.
  public let sheets: Int
  /// Sheets left out: plans, and those whose total is unknown.
  public let left: Int
  public let before: Points?
  public let after: Points?
  public let gradeBefore: [String]
  public let gradeAfter: [String]

  /// The organisations of some documents, in the order in which they appear; sheets without a name stand together.
  public static func all(of answers: [WhatIf], scale: GradeScale) -> [OrganizationTotal] {
    var order: [String?] = []
    var groups: [String?: [WhatIf.Pair]] = [:]
    for pair in answers.flatMap(\.sheets) {
      let name = pair.before.sheet.organization
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(pair)
    }
    return order.map { name in
      let pairs = groups[name] ?? []
      let whole = pairs.filter { !$0.after.isPlan && $0.before.total != nil && $0.after.total != nil }
      let year = whole.compactMap(\.before.sheet.year).max()
      let before = mean(whole.compactMap(\.before.total)), after = mean(whole.compactMap(\.after.total))
      func grades(_ points: Points?) -> [String] {
        guard let points else { return [] }
        return [points.low, points.high].compactMap { scale.grade(of: $0, year: year) }
      }
      return OrganizationTotal(
        name: name, sheets: whole.count, left: pairs.count - whole.count, before: before, after: after,
        gradeBefore: grades(before), gradeAfter: grades(after))
    }
  }

  private static func mean(_ totals: [Points]) -> Points? {
    let sum = totals.reduce(Points.zero, +)
    guard let low = sum.low.divided(by: Ratio(totals.count)),
      let high = sum.high.divided(by: Ratio(totals.count))
    else { return nil }
    return Points(low: low, high: high)
  }
}
