/// What several rule packs make of one row or sheet, where they differ.
public struct PackSpread: Sendable {
  public let file: String
  public let sheet: Int
  /// Nil for the sheet as a whole.
  public let indicator: Int?
  public let low: Ratio
  public let high: Ratio
  /// In the order of `clauses` and `points`.
  public let packs: [String]
  /// The clause each pack rests on; nil for a whole sheet.
  public let clauses: [String?]
  public let points: [Points]

  /// Compares scores of the same documents under different packs.
  ///
  /// - Parameter scores: one a pack and document, the documents of each pack in the same order.
  /// - Returns: every sheet and row whose points differ between packs, in document order.
  public static func between(_ scores: [DocumentScore]) -> [PackSpread] {
    var files: [String] = []
    var byFile: [String: [DocumentScore]] = [:]
    for score in scores {
      if byFile[score.file] == nil { files.append(score.file) }
      byFile[score.file, default: []].append(score)
    }
    var spreads: [PackSpread] = []
    for file in files {
      let group = byFile[file] ?? []
      guard let first = group.first else { continue }
      for (s, sheet) in first.sheets.enumerated() {
        let sheets = group.compactMap { s < $0.sheets.count ? ($0.pack, $0.sheets[s]) : nil }
        let whole = sheets.compactMap { pack, score in score.points.map { (pack, $0, String?.none) } }
        if let spread = spread(file, sheet.sheet.ordinal, nil, whole) { spreads.append(spread) }
        for (i, indicator) in sheet.indicators.enumerated() {
          let rows = sheets.compactMap { pack, score -> (String, Points, String?)? in
            guard i < score.indicators.count, let points = score.indicators[i].points else { return nil }
            return (pack, points, score.indicators[i].clause)
          }
          if let spread = spread(file, sheet.sheet.ordinal, indicator.indicator.ordinal, rows) {
            spreads.append(spread)
          }
        }
      }
    }
    return spreads
  }

  private static func spread(
    _ file: String, _ sheet: Int, _ indicator: Int?,
    _ answers: [(pack: String, points: Points, clause: String?)]
  ) -> PackSpread? {
    guard let first = answers.first, answers.contains(where: { $0.points != first.points }) else {
      return nil
    }
    let low = answers.map(\.points.low).reduce(first.points.low, min)
    let high = answers.map(\.points.high).reduce(first.points.high, max)
    return PackSpread(
      file: file, sheet: sheet, indicator: indicator, low: low, high: high, packs: answers.map(\.pack),
      clauses: answers.map(\.clause), points: answers.map(\.points))
  }
}
