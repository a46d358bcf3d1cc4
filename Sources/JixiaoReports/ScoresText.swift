import Jixiao

/// Renders scores for a terminal: a table a sheet, its totals, and at the end the rows that matter most.
public enum ScoresText {
  public static func render(
    _ scores: [DocumentScore], language: Language, clause: @escaping @Sendable (String) -> Clause?
  ) -> [UInt8] {
    let wording = ScoreWording(language: language, clause: clause)
    var lines: [String] = []
    for document in scores {
      lines.append(wording.document(document))
      for score in document.sheets {
        lines.append("")
        lines.append(wording.sheets.heading(score.sheet))
        if !score.isPlan {
          var table = TextTable(wording.columns)
          for row in score.indicators { table.add(wording.cells(row)) }
          lines += table.lines
        }
        lines += wording.summary(score)
      }
      lines.append("")
    }
    let important = wording.mostImportant(scores)
    if !important.isEmpty {
      lines.append(
        language.pick("最该看的 \(important.count) 行：", "The \(important.count) rows to look at first:"))
      var told: Set<String> = []
      for (_, sheet, row) in important { lines += wording.explained(sheet, row, told: &told) }
    }
    while lines.last == "" { lines.removeLast() }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
