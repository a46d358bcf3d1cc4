import Testing

@testable import Jixiao

/// Short ways to write scoring tests: decimals and rules from text, indicators from cells.
enum Fixture {
  static let vocabulary: Vocabulary? = try? .embedded()

  static func words() throws -> Vocabulary { try #require(vocabulary) }

  static func exact(_ text: String) throws -> Exact { try Exact(parsing: text) }

  static func object(_ json: String) throws -> JSONObject {
    try JSONObject(parsing: Array(json.utf8), file: "test.json")
  }

  static func rule(_ json: String) throws -> NumericRule { try NumericRule(object(json)) }

  static func pack(_ id: String) throws -> RulePack { try PackCatalog(vocabulary: words()).pack(id) }

  static func scorer(_ id: String, _ language: Language = .zh) throws -> Scorer {
    Scorer(pack: try pack(id), vocabulary: try words(), language: language)
  }

  /// A pack that extends another with some keys of its own.
  static func scorer(_ base: String, with members: String, _ language: Language = .zh) throws -> Scorer {
    let json = "{\"extends\": \"\(base)\", \"id\": \"test\", \(members)}"
    let catalog = try PackCatalog(
      vocabulary: words(), adding: [PackCatalog.Source(file: "test.json", bytes: Array(json.utf8))])
    return Scorer(pack: try catalog.pack("test"), vocabulary: try words(), language: language)
  }

  static func indicator(
    _ ordinal: Int = 1, _ relation: String? = ">=", _ target: String?, unit: String? = nil, actual: String?,
    weight: String? = "10", rule: String? = nil, level1: String? = nil, awarded: String? = nil
  ) throws -> Indicator {
    let target = Target(cell: target, relationCell: relation, unitCell: unit, vocabulary: try words())
    return Indicator(
      ordinal: ordinal, level1: level1, level3: "测试", target: target, weight: try weight.map(exact),
      rule: rule,
      actual: actual, awarded: try awarded.map(exact))
  }

  static func sheet(_ indicators: [Indicator], year: Int? = 2024, funds: Funds = Funds()) -> Sheet {
    Sheet(ordinal: 1, kind: .projectSelfAssessment, year: year, funds: funds, indicators: indicators)
  }

  /// `7`, or `4…8`, at two places; `null` where there are no points.
  static func text(_ points: Points?) -> String {
    guard let points else { return "null" }
    return points.low == points.high ? "\(points.low.points)" : "\(points.low.points)…\(points.high.points)"
  }
}
