import Jixiao

/// Renders a comparison as Markdown, to be pasted into a report.
public enum ComparisonMarkdown {
  public static func render(_ content: ComparisonContent) -> [UInt8] {
    let wording = ComparisonWording(content: content)
    var lines = ["# " + content.language.pick("绩效指标比较", "Comparison of performance indicators"), ""]
    for section in ComparisonSections(content, wording).all {
      if !section.heading.isEmpty { lines += ["## " + MarkdownText.escaped(section.heading), ""] }
      if !section.lines.isEmpty { lines += section.lines.map { "- " + MarkdownText.escaped($0) } + [""] }
      if let columns = section.columns, !section.rows.isEmpty {
        lines.append(MarkdownText.row(columns.map(\.heading)))
        lines.append(MarkdownText.rule(columns.map(\.isNumber)))
        lines += section.rows.map(MarkdownText.row)
        lines.append("")
      }
      if !section.after.isEmpty { lines += section.after.map { "- " + MarkdownText.escaped($0) } + [""] }
    }
    while lines.last == "" { lines.removeLast() }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
