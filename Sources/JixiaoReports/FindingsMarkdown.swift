import Jixiao

/// Renders findings as Markdown, to be pasted into a review.
public struct FindingsMarkdown: FindingsRenderer {
  private let wording: FindingWording
  private var totals = FindingTotals()
  private var sheet: Int?
  /// Set after the first heading of a document.
  private var hasHeading = false

  public init(language: Language) { wording = FindingWording(language: language) }

  public mutating func open(_ file: String) -> [UInt8] {
    sheet = nil
    hasHeading = false
    return bytes(["# " + MarkdownText.escaped(file), ""])
  }

  public mutating func findings(_ findings: [Finding]) -> [UInt8] {
    totals.add(findings)
    var lines: [String] = []
    for finding in findings where finding.suppression == nil {
      if finding.sheet != sheet || !hasHeading {
        if hasHeading { lines.append("") }
        lines += ["## " + MarkdownText.escaped(wording.heading(finding)), ""]
        sheet = finding.sheet
        hasHeading = true
      }
      let text = "\(wording.place(finding)): \(finding.message)\(wording.points(finding))"
      lines.append(
        "- **\(wording.severity(finding.severity)) \(finding.code)** " + MarkdownText.escaped(text))
      if let repair = wording.repair(finding) { lines.append("  - " + MarkdownText.escaped(repair)) }
    }
    return bytes(lines)
  }

  public mutating func close() -> [UInt8] { bytes([""]) }

  public mutating func end(_ counts: [CheckCount]) -> [UInt8] { bytes([wording.summary(totals)]) }

  private func bytes(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }
}
