import Testing

@testable import Jixiao

/// Short ways to write comparisons: sheets from rows of `level2|name|sign|target|unit|weight|previous|actual`.
enum Compared {
  static func words() throws -> ComparisonWords { try .embedded() }

  static func parameters(minimumPeers: Int = 3) throws -> ComparisonParameters {
    var parameters = try ComparisonParameters.embedded()
    parameters.minimumPeers = minimumPeers
    return parameters
  }

  static func sheet(
    _ organization: String?, year: Int? = 2024, project: String? = nil, kind: Sheet.Kind = .projectTarget,
    funds: Funds = Funds(), ordinal: Int = 1, _ rows: [String]
  ) throws -> Sheet {
    let vocabulary = try Fixture.words()
    var indicators: [Indicator] = []
    for (index, row) in rows.enumerated() {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      func cell(_ number: Int) -> String? {
        number < cells.count && !cells[number].isEmpty ? cells[number] : nil
      }
      indicators.append(
        Indicator(
          ordinal: index + 1, level1: cell(0)?.contains("满意") == true ? "满意度指标" : "产出指标", level2: cell(0),
          level3: cell(1),
          target: Target(cell: cell(3), relationCell: cell(2), unitCell: cell(4), vocabulary: vocabulary),
          weight: try cell(5).map(Fixture.exact), previous: cell(6), actual: cell(7),
          place: Place(line: index + 1)))
    }
    return Sheet(
      ordinal: ordinal, kind: kind, year: year, organization: organization, project: project, funds: funds,
      indicators: indicators)
  }

  static func comparison(
    _ sheets: [Sheet], minimumPeers: Int = 3, alignment: AlignmentFile? = nil
  ) throws -> Comparison {
    var builder = ComparisonBuilder(
      words: try words(), parameters: try parameters(minimumPeers: minimumPeers),
      vocabulary: try Fixture.words())
    for (index, sheet) in sheets.enumerated() {
      builder.add(SheetReading(sheet, file: "\(index + 1).txt", scorer: nil))
    }
    return try builder.finished(alignment: alignment)
  }

  /// One row a body, all of one sheet each.
  static func rows(_ rows: [(body: String, row: String)], minimumPeers: Int = 3) throws -> Comparison {
    try comparison(rows.map { try sheet($0.body, [$0.row]) }, minimumPeers: minimumPeers)
  }

  static func held(_ comparison: Comparison, _ name: String) throws -> FamilyComparison {
    let groups = ComparisonGroups(comparison, by: .organization)
    let family = try #require(comparison.families.first { $0.name == name })
    return comparison.compare(family, by: groups)
  }
}
