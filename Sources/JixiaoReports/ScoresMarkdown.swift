import Jixiao

/// Renders scores as Markdown, to be pasted into a review.
public enum ScoresMarkdown {
  public static func render(
    _ scores: [DocumentScore], language: Language, clause: @escaping @Sendable (String) -> Clause?
  ) -> [UInt8] {
    let wording = ScoreWording(language: language, clause: clause)
    var lines: [String] = []
    for document in scores {
      lines += ["# " + MarkdownText.escaped(wording.document(document)), ""]
      for score in document.sheets {
        lines += ["## " + MarkdownText.escaped(wording.sheets.heading(score.sheet)), ""]
        if !score.isPlan {
          lines.append(MarkdownText.row(wording.columns.map(\.heading)))
          lines.append(MarkdownText.rule(wording.columns.map(\.isNumber)))
          for row in score.indicators { lines.append(MarkdownText.row(wording.cells(row))) }
          lines.append("")
        }
        for line in wording.summary(score) { lines.append("- " + MarkdownText.escaped(line)) }
        lines.append("")
      }
    }
    let important = wording.mostImportant(scores)
    if !important.isEmpty {
      lines += [language.pick("## 最该看的行", "## Rows to look at first"), ""]
      var told: Set<String> = []
      for (_, sheet, row) in important {
        let explained = wording.explained(sheet, row, told: &told)
        lines.append("- " + MarkdownText.escaped(explained.first ?? ""))
        for line in explained.dropFirst() { lines.append("  - " + MarkdownText.escaped(line)) }
      }
      lines.append("")
    }
    while lines.last == "" { lines.removeLast() }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
