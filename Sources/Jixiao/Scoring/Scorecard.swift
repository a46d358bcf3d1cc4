/// The score of one indicator, with all that someone needs to redo it by hand.
public struct IndicatorScore: Sendable {
  /// The numbers the function was given.
  public struct Inputs: Sendable, Hashable {
    public var relation: Relation?
    public var target: String?
    public var upper: String?
    public var actual: String?
    public var unit: String?
  }

  public let indicator: Indicator
  public internal(set) var outcome: Outcome
  /// The share of the weight earned, 0…1; nil for an interval.
  public internal(set) var ratio: Ratio?
  /// Nil where there is no weight, and for an indicator that does not apply.
  public internal(set) var points: Points?
  /// The scoring function's name; nil where none was applied.
  public internal(set) var function: String?
  public internal(set) var parameters: [(String, String)]
  public internal(set) var inputs: Inputs
  /// The citation: `literal#ceiling-missed`.
  public internal(set) var clause: String
  public internal(set) var certainty: Certainty
  public internal(set) var notes: [Note]
  /// The derivation in one line: `7 > 4 月; 10 × 4/7 = 5.71`.
  public internal(set) var why: String
  public internal(set) var decision: Decision?
}

/// Points of one level-1 group.
public struct LevelScore: Sendable {
  public let level1: String?
  public let weight: Exact?
  public let points: Points?
}

/// Points for budget execution, printed or left open.
public struct ExecutionScore: Sendable {
  /// Nil where neither the sheet nor its sum says what execution is worth.
  public let weight: Exact?
  public let points: Points?
  public let clause: String
  public let certainty: Certainty
  /// Set where the sheet's own sum leaves another share to execution than the pack does.
  public let frameMismatch: Bool
  public let why: String
}

/// The score of one sheet.
public struct SheetScore: Sendable {
  public let sheet: Sheet
  /// Nothing is claimed yet.
  public let isPlan: Bool
  /// The sum of the printed weights; nil where none is printed.
  public let weight: Exact?
  /// Nil where a row has no weight of its own.
  public let points: Points?
  public let indicators: [IndicatorScore]
  public let levels: [LevelScore]
  public let execution: ExecutionScore
  /// On 100; nil where the frame does not add up.
  public let total: Points?
  public let gradeLow: String?
  public let gradeHigh: String?
}

/// The scores of one document under one pack.
public struct DocumentScore: Sendable {
  public let file: String
  public let sha256: String?
  public let pack: String
  public let packVersion: String
  /// Why this pack: `--rules`, a configuration, or the reason of the automatic choice.
  public let packWhy: String
  public let sheets: [SheetScore]
  /// Decisions that could not stand.
  public let problems: [DecisionError]

  public init(
    file: String, sha256: String?, pack: String, packVersion: String, packWhy: String, sheets: [SheetScore],
    problems: [DecisionError]
  ) {
    self.file = file
    self.sha256 = sha256
    self.pack = pack
    self.packVersion = packVersion
    self.packWhy = packWhy
    self.sheets = sheets
    self.problems = problems
  }
}
