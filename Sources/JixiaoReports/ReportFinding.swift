import Jixiao

/// A finding of the checks as reports show it: where, what, how severe, and the points at stake.
public struct ReportFinding: Sendable, Hashable {
  /// In the order in which a reviewer works through them.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    case mustFix = "error"
    case shouldFix = "warning"
    case note

    /// 0 for what comes first.
    var order: Int {
      switch self {
      case .mustFix: 0
      case .shouldFix: 1
      case .note: 2
      }
    }

    func title(in language: Language) -> String {
      switch self {
      case .mustFix: language.pick("必须改", "must fix")
      case .shouldFix: language.pick("建议改", "should fix")
      case .note: language.pick("提示", "note")
      }
    }
  }

  public let severity: Severity
  /// `JX301`.
  public let code: String
  /// `target-unit-mismatch`.
  public let name: String
  public let file: String
  /// 1-based position in the file; nil where the finding is about the document.
  public let sheet: Int?
  /// 1-based position in the sheet; nil where the finding is about the sheet.
  public let indicator: Int?
  public let indicatorName: String?
  public let place: Place
  public let seen: String
  public let message: String
  public let clause: String
  /// Nil where the sheet prints no weight.
  public let points: Exact?
  /// What would mend it, in words; nil where the checks know nothing.
  public let suggestion: String?

  public init(
    severity: Severity, code: String, name: String, file: String, sheet: Int?, indicator: Int?,
    indicatorName: String?, place: Place, seen: String, message: String, clause: String, points: Exact?,
    suggestion: String?
  ) {
    self.severity = severity
    self.code = code
    self.name = name
    self.file = file
    self.sheet = sheet
    self.indicator = indicator
    self.indicatorName = indicatorName
    self.place = place
    self.seen = seen
    self.message = message
    self.clause = clause
    self.points = points
    self.suggestion = suggestion
  }

  /// Most severe first, then most points at stake; equals stay in the order of the checks.
  static func ranked(_ findings: [ReportFinding]) -> [ReportFinding] {
    findings.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.severity != y.severity { return x.severity.order < y.severity.order }
      let (p, q) = (x.points ?? .zero, y.points ?? .zero)
      return p != q ? p > q : a.offset < b.offset
    }.map(\.element)
  }
}

/// Findings by the row or sheet they are about.
struct ReportFindingIndex: Sendable {
  private struct Key: Hashable {
    let file: String
    let sheet: Int
    let indicator: Int?
  }

  private var byRow: [Key: [ReportFinding]] = [:]

  init(_ findings: [ReportFinding]) {
    for finding in findings {
      guard let sheet = finding.sheet else { continue }
      let key = Key(file: finding.file, sheet: sheet, indicator: finding.indicator)
      byRow[key, default: []].append(finding)
    }
  }

  /// The findings about a row, or with nil those about the sheet as a whole, in their order.
  subscript(file: String, sheet: Int, indicator: Int?) -> [ReportFinding] {
    byRow[Key(file: file, sheet: sheet, indicator: indicator)] ?? []
  }
}
