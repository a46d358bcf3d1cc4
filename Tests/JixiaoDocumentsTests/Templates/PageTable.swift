/// Tables made from rows of `cell | cell`, where `^2 ` before a text is a row span and `>3 ` a column span, in the forms in
/// which sheets are pasted and published.
enum PageTable {
  /// A cell as written: its text and how far it reaches.
  private struct Cell {
    var text: String
    var rows = 1
    var columns = 1
  }

  private static func cells(_ row: Substring) -> [Cell] {
    row.split(separator: "|", omittingEmptySubsequences: false).map { piece in
      var cell = Cell(text: "")
      var text = piece.drop { $0 == " " }
      for mark in ["^", ">"] where text.hasPrefix(mark) {
        let digits = text.dropFirst().prefix { $0.isNumber }
        guard let count = Int(digits) else { continue }
        if mark == "^" { cell.rows = count } else { cell.columns = count }
        text = text.dropFirst(1 + digits.count).drop { $0 == " " }
      }
      while text.last == " " { text = text.dropLast() }
      cell.text = String(text)
      return cell
    }
  }

  static func page(_ title: String, _ rows: String) -> [UInt8] {
    var html = "<html><meta charset=utf-8><p>\(title)</p><table>"
    for row in rows.split(separator: "\n") {
      html += "<tr>"
      for cell in cells(row) {
        var attributes = cell.rows > 1 ? " rowspan=\(cell.rows)" : ""
        if cell.columns > 1 { attributes += " colspan=\(cell.columns)" }
        html += "<td\(attributes)>\(cell.text)</td>"
      }
      html += "</tr>"
    }
    return Array((html + "</table></html>").utf8)
  }

  /// The table with a text in every place; nil where a merged cell covers it.
  static func matrix(_ rows: String) -> [[String?]] {
    var open: [Int: Int] = [:]
    var matrix: [[String?]] = []
    for row in rows.split(separator: "\n") {
      var line: [String?] = []
      func skipCovered() {
        while let left = open[line.count], left > 0 {
          open[line.count] = left - 1
          line.append(nil)
        }
      }
      for cell in cells(row) {
        skipCovered()
        for column in 0..<cell.columns {
          open[line.count] = cell.rows - 1
          line.append(column == 0 ? cell.text : nil)
        }
      }
      skipCovered()
      matrix.append(line)
    }
    let width = matrix.map(\.count).max() ?? 0
    return matrix.map { $0 + [String?](repeating: "", count: width - $0.count) }
  }

  /// A form in which a table is copied.
  enum Form: String, CaseIterable, Sendable {
    /// Tabs; merged cells leave blanks.
    case tabs
    /// Tabs; merged cells leave nothing, so that rows are short.
    case shortTabs
    case csv
    case markdown
    /// Bars; merged cells leave nothing.
    case shortPipes
    case pipeCells
    case cellLines
    case spaces
    case oneLine
    case runOn
  }

  static func text(_ title: String, _ rows: String, _ form: Form) -> [UInt8] {
    let matrix = matrix(rows)
    let whole = matrix.map { $0.map { $0 ?? "" } }
    let short = matrix.map { $0.compactMap { $0 } }
    let filled = short.map { $0.filter { !$0.isEmpty } }
    let lines: [String] =
      switch form {
      case .tabs: whole.map { $0.joined(separator: "\t") }
      case .shortTabs: short.map { $0.joined(separator: "\t") }
      case .csv: whole.map { $0.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") }
      case .markdown: whole.map { "| " + $0.joined(separator: " | ") + " |" }
      case .shortPipes: short.map { $0.joined(separator: "|") + "|" }
      case .pipeCells: short.flatMap { $0.flatMap { [$0, "|"] } }
      case .cellLines: filled.flatMap { $0 }
      case .spaces: filled.map { $0.joined(separator: " ") }
      case .oneLine: [filled.map { $0.joined(separator: " ") }.joined(separator: " ")]
      case .runOn: filled.map { $0.joined() }
      }
    let separator = form == .oneLine ? " " : "\n"
    return Array(([title] + lines).joined(separator: separator).utf8)
  }
}
