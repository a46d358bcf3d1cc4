import Jixiao

/// Renders a comparison for a terminal.
public enum ComparisonText {
  public static func render(_ content: ComparisonContent) -> [UInt8] {
    let wording = ComparisonWording(content: content)
    var lines: [String] = []
    for section in ComparisonSections(content, wording).all {
      if !lines.isEmpty { lines.append("") }
      if !section.heading.isEmpty { lines.append(section.heading) }
      lines += section.lines
      if let columns = section.columns, !section.rows.isEmpty {
        var table = TextTable(columns)
        for row in section.rows { table.add(row) }
        lines += table.lines
      }
      lines += section.after
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
