/// One thing that is wrong with a sheet: where, what was seen, why, and what would mend it.
public struct Finding: Sendable, Hashable {
  /// The part of a sheet or row that a finding is about.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case level1, level2, level3, `operator`, target, unit, weight, previous, rule, actual, claimed, reason
    case project, objective, funds, total, execution, year
  }

  public let code: String
  public let name: String
  public let group: String?
  public let severity: Severity
  public let file: String
  /// 1-based position of the sheet; nil where the finding is about the document.
  public let sheet: Int?
  /// The sheet's own name in a streaming form.
  public let sheetID: String?
  public let organization: String?
  public let project: String?
  /// 1-based position in the sheet; nil where the finding is about the sheet.
  public let indicator: Int?
  public let indicatorName: String?
  public let field: Field?
  public let place: Place
  public let seen: String
  public let message: String
  /// What the check rests on.
  public let clause: String
  /// Points at stake; nil where the sheet prints no weight.
  public let points: Exact?
  /// Sixteen hexadecimal digits, the same as long as code, names and the text seen are.
  public var fingerprint: String
  public let suggestion: Suggestion?
  /// Why it is not counted against the document: listed in the configuration or the baseline.
  public var suppression: Suppression?

  public enum Suppression: String, Sendable, Hashable {
    case configuration, baseline
  }
}

/// What would mend a finding.
public struct Suggestion: Sendable, Hashable {
  public let field: Finding.Field
  /// The cell as it would then read.
  public let replace: String
  public let why: Bilingual
  /// The row that changes, by its position in the sheet, where it is not the finding's own.
  public let row: Int?
  /// Set where only the notation changes: no value, no sign, no weight, and so no meaning.
  public let isSafe: Bool

  init(
    _ field: Finding.Field, _ replace: String, _ why: Bilingual, row: Int? = nil, isSafe: Bool = false
  ) {
    self.field = field
    self.replace = replace
    self.why = why.settled
    self.row = row
    self.isSafe = isSafe
  }
}

/// What became of one check over everything it was shown.
public struct CheckCount: Sendable, Hashable {
  public let code: String
  public let name: String
  public var tally: Tally
  /// How long the check took, on all threads together; 0 where no clock was given.
  public var nanoseconds: UInt64 = 0
}
