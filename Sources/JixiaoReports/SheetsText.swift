import Jixiao

/// Renders documents for a terminal: a line a file, a table a sheet, and what was not read at the end.
public enum SheetsText {
  public static func render(_ documents: [Document], language: Language) -> [UInt8] {
    let wording = SheetWording(language: language)
    var lines: [String] = []
    for document in documents {
      lines.append(wording.summary(document))
      for sheet in document.sheets {
        lines.append("")
        lines.append(wording.heading(sheet))
        if let money = wording.money(sheet.funds) { lines.append(money) }
        var table = TextTable(wording.columns)
        for indicator in sheet.indicators { table.add(wording.cells(indicator)) }
        lines += table.lines
      }
      lines.append("")
    }
    for document in documents where !document.unread.isEmpty {
      lines.append(language.pick("\(document.file) 未读：", "\(document.file), not read:"))
      for entry in document.unread { lines.append("  " + wording.unread(entry)) }
    }
    while lines.last == "" { lines.removeLast() }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
