/// The totals of scored sheets by rule pack, kept for ranking; their rows are not kept.
struct ComparedScores: Sendable {
  private(set) var packs: [String] = []
  private var files: [String: [(file: String, sheets: [SheetScore])]] = [:]

  mutating func add(_ score: SheetScore, pack: String, file: String) {
    if files[pack] == nil { packs.append(pack) }
    Self.append(score, file, to: &files[pack, default: []])
  }

  private static func append(
    _ score: SheetScore, _ file: String, to entries: inout [(file: String, sheets: [SheetScore])]
  ) {
    if entries.last?.file == file {
      entries[entries.count - 1].sheets.append(score)
    } else {
      entries.append((file, [score]))
    }
  }

  func documents(_ pack: String) -> [DocumentScore] {
    (files[pack] ?? []).map { entry in
      DocumentScore(
        file: entry.file, sha256: nil, pack: pack, packVersion: "", packWhy: "", sheets: entry.sheets,
        problems: [])
    }
  }
}

extension SheetScore {
  /// The same score of a sheet at another position of its file.
  func placed(at ordinal: Int) -> SheetScore {
    var sheet = sheet
    sheet.ordinal = ordinal
    return SheetScore(
      sheet: sheet, isPlan: isPlan, weight: weight, points: points, indicators: indicators, levels: levels,
      execution: execution, total: total, gradeLow: gradeLow, gradeHigh: gradeHigh)
  }
}

/// Who ranks where under one rule pack.
public struct ComparedRanking: Sendable {
  public let pack: String
  public let fields: RankFields
  /// Fields of too many entrants were left out; so many entrants there are.
  public let leftOut: Int?
}

extension Comparison {
  /// Rankings under every pack that scored something: bodies, or sheets where projects stand side by side.
  ///
  /// Ranks never depend on years or groups of indicators, so that along those axes there are none.
  public func rankings(
    _ axis: ComparisonAxis, packs: [RulePack], parameters ranking: RankParameters, band: Ratio? = nil
  ) -> [ComparedRanking] {
    let entrants: RankFields.Entrants
    switch axis {
    case .organization, .family: entrants = .organization
    case .project: entrants = .sheet
    case .year, .level1: return []
    }
    return scores.packs.map { id in
      let documents = scores.documents(id)
      let count =
        entrants == .sheet
        ? documents.reduce(0) { $0 + $1.sheets.count }
        : Set(documents.flatMap(\.sheets).map { $0.sheet.organization ?? "" }).count
      let isTooMany = count > parameters.mostRanked
      return ComparedRanking(
        pack: id,
        fields: RankFields(
          isTooMany ? [] : documents, by: entrants, pack: packs.first { $0.id == id }, parameters: ranking,
          band: band),
        leftOut: isTooMany ? count : nil)
    }
  }
}
