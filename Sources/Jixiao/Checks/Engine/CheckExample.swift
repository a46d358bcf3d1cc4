/// A worked example of a check: sheets, and what the check must say of them. A test runs every one.
public struct CheckExample: Sendable {
  public enum Expectation: String, Sendable, Hashable {
    case fires, quiet, notApplicable
  }

  public let expectation: Expectation
  public let sheets: [ExampleSheet]
  /// What the document of the example says around its sheets.
  public var figures = PublishedFigures()

  /// An example of a document with one plain sheet.
  static func document(_ expectation: Expectation, _ figures: PublishedFigures) -> CheckExample {
    CheckExample(
      expectation: expectation, sheets: [ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥10人")])],
      figures: figures)
  }

  static func fires(_ sheets: ExampleSheet...) -> CheckExample {
    CheckExample(expectation: .fires, sheets: sheets)
  }
  static func quiet(_ sheets: ExampleSheet...) -> CheckExample {
    CheckExample(expectation: .quiet, sheets: sheets)
  }
  static func notApplicable(_ sheets: ExampleSheet...) -> CheckExample {
    CheckExample(expectation: .notApplicable, sheets: sheets)
  }
}

/// A sheet of an example, as short as it can be written.
public struct ExampleSheet: Sendable {
  public var kind: Sheet.Kind
  public var year: Int
  public var organization: String
  public var project: String?
  public var funds: Funds
  public var objective: String?
  public var subtotals: [Sheet.Subtotal]
  public var totalClaimed: Exact?
  public var rows: [ExampleRow]

  init(
    _ kind: Sheet.Kind, year: Int = 2025, organization: String = "某局", project: String? = "甲项目",
    funds: Funds = Funds(), objective: String? = nil, subtotals: [Sheet.Subtotal] = [],
    totalClaimed: Exact? = nil,
    _ rows: [ExampleRow]
  ) {
    self.kind = kind
    self.year = year
    self.organization = organization
    self.project = kind.isDepartment ? nil : project
    self.funds = funds
    self.objective = objective
    self.subtotals = subtotals
    self.totalClaimed = totalClaimed
    self.rows = rows
  }

  /// A project's plan.
  init(
    year: Int = 2025, organization: String = "某局", project: String? = "甲项目", funds: Funds = Funds(),
    objective: String? = nil, subtotals: [Sheet.Subtotal] = [], totalClaimed: Exact? = nil,
    _ rows: [ExampleRow]
  ) {
    self.init(
      .projectTarget, year: year, organization: organization, project: project, funds: funds,
      objective: objective,
      subtotals: subtotals, totalClaimed: totalClaimed, rows)
  }

  func sheet(ordinal: Int, vocabulary: Vocabulary) -> Sheet {
    var funds = funds
    funds.unit = funds.unit ?? "万元"
    return Sheet(
      ordinal: ordinal, kind: kind, year: year, organization: organization, project: project, funds: funds,
      objective: objective, subtotals: subtotals, totalClaimed: totalClaimed,
      indicators: rows.enumerated().map {
        $0.element.indicator(ordinal: $0.offset + 1, vocabulary: vocabulary)
      })
  }
}

/// A row of an example: level 1 and 2 without 指标, name, target, weight.
public struct ExampleRow: Sendable {
  public let level1: String
  public let level2: String
  public let name: String
  public let target: String?
  public let weight: Int?
  public var rule: String?
  public var previous: String?
  public var actual: String?
  public var claimed: Exact?
  public var reason: String?

  init(
    _ level1: String, _ level2: String, _ name: String, _ target: String?, _ weight: Int? = 10,
    rule: String? = nil,
    previous: String? = nil, actual: String? = nil, claimed: Exact? = nil, reason: String? = nil
  ) {
    self.level1 = level1
    self.level2 = level2
    self.name = name
    self.target = target
    self.weight = weight
    self.rule = rule
    self.previous = previous
    self.actual = actual
    self.claimed = claimed
    self.reason = reason
  }

  func indicator(ordinal: Int, vocabulary: Vocabulary) -> Indicator {
    Indicator(
      ordinal: ordinal, level1: level1 + "指标", level2: level2 + "指标", level3: name,
      target: Target(cell: target, vocabulary: vocabulary), weight: weight.map { Exact($0) },
      previous: previous,
      rule: rule, actual: actual, claimed: claimed, reason: reason)
  }
}
