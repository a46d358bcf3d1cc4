import Jixiao

/// Sheets or organisations by points, each with the ranks that its interval allows.
///
/// An interval ranks as high as its best end and as low as its worst; two that overlap are not put in an order that
/// the points do not bear out.
public struct ReportRanking: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let name: String
    /// The sheet's number in the report; nil where the entry is not one sheet.
    public let sheet: Int?
    public let points: Points
    /// 1-based: the best and the worst rank the interval allows.
    public internal(set) var best = 1
    public internal(set) var worst = 1

    public init(name: String, sheet: Int?, points: Points) {
      self.name = name
      self.sheet = sheet
      self.points = points
    }
  }

  /// Highest first, by the best end and then the worst.
  public let entries: [Entry]

  /// Ranks by the exact ends: behind everything that is certainly better, ahead of what is certainly worse.
  public init(_ unranked: [Entry]) {
    let lows = unranked.map(\.points.low).sorted(by: >)
    let highs = unranked.map(\.points.high).sorted(by: >)
    var entries = unranked.enumerated().sorted { a, b in
      let (x, y) = (a.element.points, b.element.points)
      if x.high != y.high { return x.high > y.high }
      if x.low != y.low { return x.low > y.low }
      return a.offset < b.offset
    }.map(\.element)
    for index in entries.indices {
      let points = entries[index].points
      entries[index].best = 1 + Self.count(lows) { $0 > points.high }
      // All whose best end is above my worst may stand before me; I count among them unless my interval is a point.
      let before = Self.count(highs) { $0 > points.low }
      entries[index].worst = max(entries[index].best, before + (points.exact == nil ? 0 : 1))
    }
    self.entries = entries
  }

  /// How many at the front of a falling list hold; found by halving.
  private static func count(_ falling: [Ratio], while holds: (Ratio) -> Bool) -> Int {
    var (low, high) = (0, falling.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(falling[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The totals of sheets; those without a total have no rank.
  init(_ sheets: [ReportSheet], language: Language) {
    self.init(
      sheets.compactMap { sheet in
        guard !sheet.score.isPlan, let total = sheet.score.total else { return nil }
        return Entry(name: sheet.name(in: language), sheet: sheet.number, points: total)
      })
  }
}
