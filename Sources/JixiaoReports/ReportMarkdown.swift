import Jixiao

/// Renders a report as Markdown: the opinion on every sheet and its table.
public enum ReportMarkdown {
  public static func render(_ content: ReportContent) -> [UInt8] {
    let wording = content.wording
    var bytes: [UInt8] = []
    func line(_ text: String) { bytes.append(contentsOf: (text + "\n").utf8) }
    func escaped(_ text: String) -> String { MarkdownText.escaped(ReportText.visible(text)) }
    line("# " + escaped(content.title))
    for entry in content.sheets {
      let review = ReportReview(entry, content: content, wording: wording)
      line("\n## " + escaped(review.heading) + "\n")
      line(escaped(review.paragraph))
      for section in review.sections {
        line("\n**" + escaped(section.heading) + "**\n")
        for (index, item) in section.items.enumerated() { line("\(index + 1). " + escaped(item.text)) }
      }
      if entry.score.isPlan { continue }
      let columns = ReportTable.columns(of: entry.score, in: content.language)
      line("\n" + MarkdownText.row(columns.map(\.heading)))
      line(MarkdownText.rule(columns.map(\.isNumber)))
      for cells in ReportTable.rows(of: entry.score, content: content, wording: wording) {
        line(MarkdownText.row(cells.map(ReportText.visible)))
      }
    }
    return bytes
  }
}
