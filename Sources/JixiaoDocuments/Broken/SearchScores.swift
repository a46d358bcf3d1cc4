import Jixiao

/// What a reading gains and loses; all numbers of the search are here, in units of natural logarithms of odds.
enum SearchScores {
  /// A cell is kept where its reading is ahead of every other one by this much.
  static let margin = 2.0
  /// Cells ahead by this much teach the habits of their column.
  static let teaches = 4.0
  /// Readings kept at one place of the text.
  static let beam = 14
  static let behind = 18.0
  /// Atoms of one sheet; a longer one is cut there and the rest reported.
  static let atoms = 6_000

  static let level = 4.0
  static let levelBackwards = -3.0
  static let secondBackwards = -2.0
  static let secondElsewhere = -4.0
  static let firstWithoutSecond = -4.0
  static let newRow = -1.0
  /// In text whose rows run together a row begins where a line does, and a line begins a row.
  static let rowOffLine = -6.0
  static let parity = 4.0
  static let skippedLine = -7.0
  /// Between the headings and the first row, where a form prints lines of its own.
  static let skippedBeforeRows = -2.0
  static let skippedPageNumber = -1.0
  static let skippedTemplate = -0.2

  /// What a blank cell costs.
  static func blank(_ field: Indicator.Field?) -> Double {
    switch field {
    case .level1, .level2: 0
    case .level3: -30
    case .target: -6
    case .weight: -5
    case .rule: -3.5
    case .evidence: -3
    case .basis, .previous, .actual, .claimed: -2.5
    case .unit, .operator: -2
    case .reason: -0.3
    default: -0.5
    }
  }

  /// What a cell of free words costs, and how many characters it may have; nil where words cannot stand.
  static func free(_ field: Indicator.Field?) -> (base: Double, character: Double, limit: Int)? {
    switch field {
    case .level1: (-6, -0.2, 10)
    case .level2: (-5, -0.1, 14)
    case .level3: (0, 0, 80)
    case .target: (-3, -0.15, 24)
    case .previous: (-3.5, -0.1, 24)
    case .actual: (-2.5, -0.1, 60)
    case .basis: (-2, -0.03, 240)
    case .rule: (-3, -0.03, 160)
    case .evidence: (-2.5, -0.05, 80)
    case .unit: (-4, -0.2, 6)
    case .reason: (-1.5, -0.02, 300)
    case .operator, .weight, .claimed, .value, .upper, .deadline, .awarded, .notApplicable: nil
    case nil: (-1, -0.01, 200)
    }
  }
}
