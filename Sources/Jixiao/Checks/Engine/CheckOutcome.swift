/// What a check found on one thing it looked at.
public enum CheckOutcome: Sendable {
  case pass
  /// Indirect, as nearly every outcome is another one and should be no larger than that.
  indirect case fail(Draft)
  case notApplicable
  /// What is needed to decide is missing or cannot be read.
  case undecided(String)
}

/// A finding as a check states it; the checker adds code, severity, place and fingerprint.
public struct Draft: Sendable {
  /// The column the finding is about; nil for the row or sheet as a whole.
  var field: Finding.Field?
  /// The text seen, as printed.
  var seen: String
  var message: Bilingual
  var suggestion: Suggestion?
  /// Set where the points at stake are not simply the weight of the row.
  var points: Exact?
  /// Set where the finding is about the document around the sheets.
  var documentPlace: Place?

  init(
    _ field: Finding.Field?, seen: String?, _ message: Bilingual, suggestion: Suggestion? = nil,
    points: Exact? = nil, documentPlace: Place? = nil
  ) {
    self.field = field
    self.seen = seen ?? ""
    self.message = message
    self.suggestion = suggestion
    self.points = points
    self.documentPlace = documentPlace
  }
}

/// Collects what a check says of a sheet or of an organisation, and counts it.
public struct Outcomes: Sendable {
  private(set) var findings: [(sheet: CheckSheet, row: CheckRow?, draft: Draft)] = []
  private(set) var count = Tally()
  private(set) var reasons: Set<String> = []

  /// Looked at, and in order.
  public mutating func pass(_ number: Int = 1) { count.passed += number }

  /// Looked at, and lacking what is needed to decide.
  public mutating func undecided(_ reason: String) {
    count.undecided += 1
    reasons.insert(reason)
  }

  public mutating func fail(_ sheet: CheckSheet, _ row: CheckRow?, _ draft: Draft) {
    count.failed += 1
    findings.append((sheet, row, draft))
  }

  public mutating func fail(_ sheet: CheckSheet, _ draft: Draft) { fail(sheet, nil, draft) }

  /// The sheet and the row of a finding by their ordinals; 0 where it is about none.
  func position(of finding: Int) -> (sheet: Int, row: Int) {
    if findings[finding].draft.documentPlace != nil { return (0, 0) }
    return (findings[finding].sheet.sheet.ordinal, findings[finding].row?.indicator.ordinal ?? 0)
  }

  mutating func add(_ outcome: CheckOutcome, _ row: CheckRow, of sheet: CheckSheet) {
    switch outcome {
    case .pass: pass()
    case .fail(let draft): fail(sheet, row, draft)
    case .notApplicable: break
    case .undecided(let reason): undecided(reason)
    }
  }
}

/// How often a check was applicable, and with what result.
public struct Tally: Sendable, Hashable {
  public var passed = 0
  public var failed = 0
  public var undecided = 0

  public var applicable: Int { passed + failed + undecided }

  public static func += (left: inout Tally, right: Tally) {
    left.passed += right.passed
    left.failed += right.failed
    left.undecided += right.undecided
  }
}
