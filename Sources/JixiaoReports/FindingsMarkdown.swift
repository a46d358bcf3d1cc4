import Jixiao

/// Renders findings as Markdown, to be pasted into a review.
public enum FindingsMarkdown {
  public static func render(_ documents: [DocumentFindings], language: Language) -> [UInt8] {
    let wording = FindingWording(language: language)
    var lines: [String] = []
    for document in documents {
      lines += ["# " + MarkdownText.escaped(document.file), ""]
      var sheet: Int?
      for finding in document.findings where finding.suppression == nil {
        if finding.sheet != sheet || sheet == nil {
          if sheet != nil { lines.append("") }
          lines += ["## " + MarkdownText.escaped(wording.heading(finding)), ""]
          sheet = finding.sheet
        }
        let text = "\(wording.place(finding)): \(finding.message)\(wording.points(finding))"
        lines.append(
          "- **\(wording.severity(finding.severity)) \(finding.code)** " + MarkdownText.escaped(text))
        if let repair = wording.repair(finding) { lines.append("  - " + MarkdownText.escaped(repair)) }
      }
      lines.append("")
    }
    lines.append(wording.summary(documents.flatMap(\.findings)))
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
