import Jixiao

/// Renders findings for a terminal: by file and sheet, heaviest words first in each line.
public enum FindingsText {
  /// - Parameters:
  ///   - documents: the findings.
  ///   - language: of the words between them.
  ///   - statistics: whether to add what became of every check.
  /// - Returns: the text as UTF-8.
  public static func render(_ documents: [DocumentFindings], language: Language, statistics: Bool = false)
    -> [UInt8]
  {
    let wording = FindingWording(language: language)
    var lines: [String] = []
    for document in documents {
      lines.append(document.file)
      var sheet: Int?
      for finding in document.findings where finding.suppression == nil {
        if finding.sheet != sheet || sheet == nil {
          lines += ["", "  " + wording.heading(finding)]
          sheet = finding.sheet
        }
        lines.append(
          "    \(wording.severity(finding.severity)) \(finding.code) \(wording.place(finding)): \(finding.message)"
            + wording.points(finding))
        if let repair = wording.repair(finding) { lines.append("      " + repair) }
      }
      lines.append("")
    }
    let counts = FindingCounts.sum(documents)
    if statistics { lines += wording.statistics(counts) + [""] }
    lines += wording.loud(counts)
    lines.append(wording.summary(documents.flatMap(\.findings)))
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
