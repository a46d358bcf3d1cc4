/// A web page made from rows of `cell | cell`, where `^2 ` before a text is a row span and `>3 ` a column span.
enum PageTable {
  static func page(_ title: String, _ rows: String) -> [UInt8] {
    var html = "<html><meta charset=utf-8><p>\(title)</p><table>"
    for row in rows.split(separator: "\n") {
      html += "<tr>"
      for cell in row.split(separator: "|", omittingEmptySubsequences: false) {
        var text = cell.drop { $0 == " " }
        var attributes = ""
        for (mark, name) in [("^", "rowspan"), (">", "colspan")] where text.hasPrefix(mark) {
          let digits = text.dropFirst().prefix { $0.isNumber }
          guard !digits.isEmpty else { continue }
          attributes += " \(name)=\(digits)"
          text = text.dropFirst(1 + digits.count).drop { $0 == " " }
        }
        html += "<td\(attributes)>\(text)</td>"
      }
      html += "</tr>"
    }
    return Array((html + "</table></html>").utf8)
  }
}
