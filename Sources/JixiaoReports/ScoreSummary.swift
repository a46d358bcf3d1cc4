import Jixiao

/// Scores added up by organisation, year and level 1.
///
/// It adds the points of each sheet as they are printed, rounded to two places, so that anyone can add the totals up
/// again and the order of sheets does not matter.
public struct ScoreSummary: Sendable {
  /// What is added up together; no level 1 is the whole sheet.
  private struct Key: Hashable, Comparable {
    let organization: String?
    let year: Int?
    let level1: String?
    /// Indicators without a level 1 are a group of their own.
    let isSheet: Bool

    static func < (left: Key, right: Key) -> Bool {
      if left.organization != right.organization { return precedes(left.organization, right.organization) }
      if left.year != right.year { return left.year ?? .min < right.year ?? .min }
      if left.isSheet != right.isSheet { return left.isSheet }
      return precedes(left.level1, right.level1)
    }

    private static func precedes(_ left: String?, _ right: String?) -> Bool {
      (left ?? "").utf8.lexicographicallyPrecedes((right ?? "").utf8)
    }
  }

  private struct Sum {
    var sheets = 0
    var plans = 0
    /// Sheets without points of their own, such as those with a row that has no weight.
    var unscored = 0
    /// Nil where a sum leaves 38 digits.
    var weight: Exact? = .zero
    var low: Exact? = .zero
    var high: Exact? = .zero

    mutating func add(_ weight: Exact?, _ points: Points?, isPlan: Bool) {
      sheets += 1
      plans += isPlan ? 1 : 0
      self.weight = self.weight?.adding(weight ?? .zero)
      guard let points else {
        unscored += 1
        return
      }
      low = low?.adding(points.low.points)
      high = high?.adding(points.high.points)
    }

    mutating func add(_ other: Sum) {
      sheets += other.sheets
      plans += other.plans
      unscored += other.unscored
      weight = other.weight.flatMap { weight?.adding($0) }
      low = other.low.flatMap { low?.adding($0) }
      high = other.high.flatMap { high?.adding($0) }
    }
  }

  private var sums: [Key: Sum] = [:]

  public init() {}

  public mutating func add(_ score: SheetScore) {
    let (organization, year) = (score.sheet.organization, score.sheet.year)
    sums[Key(organization: organization, year: year, level1: nil, isSheet: true), default: Sum()]
      .add(score.weight, score.points, isPlan: score.isPlan)
    for level in score.levels {
      sums[Key(organization: organization, year: year, level1: level.level1, isSheet: false), default: Sum()]
        .add(level.weight, level.points, isPlan: score.isPlan)
    }
  }

  public mutating func add(_ other: ScoreSummary) {
    for (key, sum) in other.sums { sums[key, default: Sum()].add(sum) }
  }

  /// A line a group; the line of whole sheets, whose level 1 is `*`, comes before those of their levels.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    for column in ["organization", "year", "level1", "sheets", "plans", "unscored", "weight", "low", "high"] {
      writer.field(column)
    }
    writer.endRecord()
    for (key, sum) in sums.sorted(by: { $0.key < $1.key }) {
      writer.text(key.organization)
      writer.field(key.year.map { String($0) })
      writer.text(key.isSheet ? "*" : key.level1)
      for count in [sum.sheets, sum.plans, sum.unscored] { writer.field(String(count)) }
      for amount in [sum.weight, sum.low, sum.high] { writer.field(amount?.description) }
      writer.endRecord()
    }
    return writer.bytes
  }
}
