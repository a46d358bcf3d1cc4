import Jixiao

/// Renders findings for a terminal: by file and sheet, heaviest words first in each line.
public struct FindingsText: FindingsRenderer {
  private let wording: FindingWording
  private let hasStatistics: Bool
  private var totals = FindingTotals()
  private var sheet: Int?
  private var hasHeading = false

  /// `statistics`: whether to add what became of every check.
  public init(language: Language, statistics: Bool = false) {
    wording = FindingWording(language: language)
    hasStatistics = statistics
  }

  public mutating func open(_ file: String) -> [UInt8] {
    sheet = nil
    hasHeading = false
    return bytes([file])
  }

  public mutating func findings(_ findings: [Finding]) -> [UInt8] {
    totals.add(findings)
    var lines: [String] = []
    for finding in findings where finding.suppression == nil {
      if finding.sheet != sheet || !hasHeading {
        lines += ["", "  " + wording.heading(finding)]
        sheet = finding.sheet
        hasHeading = true
      }
      lines.append(
        "    \(wording.severity(finding.severity)) \(finding.code) \(wording.place(finding)): \(finding.message)"
          + wording.points(finding))
      if let repair = wording.repair(finding) { lines.append("      " + repair) }
    }
    return bytes(lines)
  }

  public mutating func close() -> [UInt8] { bytes([""]) }

  public mutating func end(_ counts: [CheckCount]) -> [UInt8] {
    bytes(
      (hasStatistics ? wording.statistics(counts) + [""] : []) + wording.loud(counts)
        + [wording.summary(totals)])
  }

  /// What became of every check, as a table.
  public static func statistics(_ counts: [CheckCount], language: Language) -> String {
    "\n" + FindingWording(language: language).statistics(counts).joined(separator: "\n")
  }

  private func bytes(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }
}
