import Jixiao

/// Renders documents as Markdown: a heading a sheet, a table of its indicators, and what was not read.
public enum SheetsMarkdown {
  public static func render(_ documents: [Document], language: Language) -> [UInt8] {
    let wording = SheetWording(language: language)
    var lines: [String] = []
    for document in documents {
      lines += ["# " + MarkdownText.escaped(wording.summary(document)), ""]
      for sheet in document.sheets {
        lines += ["## " + MarkdownText.escaped(wording.heading(sheet)), ""]
        if let money = wording.money(sheet.funds) { lines += [MarkdownText.escaped(money), ""] }
        lines.append(MarkdownText.row(wording.columns.map(\.heading)))
        lines.append(MarkdownText.rule(wording.columns.map(\.isNumber)))
        for indicator in sheet.indicators { lines.append(MarkdownText.row(wording.cells(indicator))) }
        lines.append("")
      }
      if !document.unread.isEmpty {
        lines += [language.pick("## 未读", "## Not read"), ""]
        for entry in document.unread { lines.append("- " + MarkdownText.escaped(wording.unread(entry))) }
        lines.append("")
      }
    }
    while lines.last == "" { lines.removeLast() }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

/// Text of documents inside Markdown, where none of it may act as markup.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    var kept = ""
    for character in text {
      if "\\`*_[]<>|#~".contains(character) { kept.append("\\") }
      kept.append(character.isNewline ? " " : character)
    }
    return kept
  }

  static func row(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |" }

  static func rule(_ numbers: [Bool]) -> String {
    "|" + numbers.map { $0 ? "-:" : "-" }.joined(separator: "|") + "|"
  }
}
