import Jixiao

/// Findings of one check in one sheet, told once: six rows shifted together are one thing to mend.
struct ReportFindingGroup: Sendable, Hashable {
  /// The first finding of the group, in the order of the sheet.
  let first: ReportFinding
  /// How many findings there are, at least 1.
  private(set) var count = 1
  /// All points at stake; nil where no finding names any.
  private(set) var points: Exact?

  init(_ first: ReportFinding) {
    self.first = first
    points = first.points
  }

  private mutating func add(_ finding: ReportFinding) {
    count += 1
    guard let more = finding.points else { return }
    points = (points ?? .zero).adding(more) ?? points
  }

  /// Groups findings by file, sheet and check: most severe first, then most points at stake, then as they came.
  ///
  /// Findings about a document are each a group of their own. Takes time linear in the findings, but for the sorting.
  static func ranked(_ findings: [ReportFinding]) -> [ReportFindingGroup] {
    struct Key: Hashable {
      let file: String
      let sheet: Int
      let code: String
      let severity: ReportFinding.Severity
    }
    var groups: [ReportFindingGroup] = []
    var places: [Key: Int] = [:]
    for finding in findings {
      guard let sheet = finding.sheet else {
        groups.append(ReportFindingGroup(finding))
        continue
      }
      let key = Key(file: finding.file, sheet: sheet, code: finding.code, severity: finding.severity)
      if let place = places[key] {
        groups[place].add(finding)
      } else {
        places[key] = groups.count
        groups.append(ReportFindingGroup(finding))
      }
    }
    return groups.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      let (s, t) = (x.first.severity.order, y.first.severity.order)
      if s != t { return s < t }
      let (p, q) = (x.points ?? .zero, y.points ?? .zero)
      return p != q ? p > q : a.offset < b.offset
    }.map(\.element)
  }
}
