import Jixiao

/// Renders a comparison as one web page that needs nothing but itself, like that of the report.
public enum ComparisonHTML {
  public static func render(_ content: ComparisonContent) -> [UInt8] {
    let wording = ComparisonWording(content: content)
    let sections = ComparisonSections(content, wording).all
    let title = content.language.pick("绩效指标比较", "Comparison of performance indicators")
    var html = HTMLWriter()
    HTMLPage.write(title: title, language: content.language, to: &html) { html in
      html.element("header class=mast") { html in
        html.element("h1", title)
        if let overview = sections.first { html.element("p class=read", overview.heading) }
      }
      html.raw("\n<main>\n")
      for (index, section) in sections.enumerated() {
        write(section, number: index, content.language, to: &html)
      }
      html.raw("</main>\n<footer>")
      html.element(
        "p class=note",
        content.language.pick(
          "数值精确计算，显示时“≈”表示已四舍五入；每个数可按“来源”回到原表的行。",
          "Figures are exact; ≈ marks one that was rounded to be shown. The source column leads back to the row."
        ))
      html.raw("</footer>\n")
    }
    return html.bytes
  }

  private static func write(
    _ section: ComparisonSections.Section, number: Int, _ language: Language, to html: inout HTMLWriter
  ) {
    let isOverview = number == 0
    if isOverview, section.lines.isEmpty, section.rows.isEmpty, section.after.isEmpty { return }
    html.raw(isOverview ? "<section>\n" : "<section aria-labelledby=c\(number)>\n")
    if !isOverview { html.element("h2 id=c\(number)") { $0.quoted(section.heading) } }
    for line in section.lines { html.element("p class=note") { $0.quoted(line) } }
    let isDrawn = section.chart != nil && section.rows.count > 1
    if isDrawn, let chart = section.chart {
      html.raw("<div class=\"split ix\"><figure>")
      html.element("figcaption", chart.caption(in: language))
      chart.write(language: language, to: &html)
      html.raw("</figure>")
    }
    if let columns = section.columns, !section.rows.isEmpty { table(columns, section.rows, to: &html) }
    if isDrawn { html.raw("</div>") }
    if !section.after.isEmpty {
      html.raw("<ul class=note>")
      for line in section.after { html.element("li") { $0.quoted(line) } }
      html.raw("</ul>")
    }
    html.raw("</section>\n")
  }

  /// Columns without any cell are left out, as in text; wide tables scroll by themselves.
  private static func table(_ columns: [TextTable.Column], _ rows: [[String]], to html: inout HTMLWriter) {
    let shown = columns.indices.filter { column in rows.contains { column < $0.count && !$0[column].isEmpty }
    }
    html.raw("<div class=scroll><table>")
    html.sortableHead(shown.map { (columns[$0].isNumber ? "n" : "", columns[$0].heading) })
    for row in rows {
      html.raw("<tbody><tr>")
      for column in shown {
        let cell = column < row.count ? row[column] : ""
        html.element(columns[column].isNumber ? "td class=n" : "td") {
          $0.quoted(ReportText.cut(cell, to: 200))
        }
      }
      html.raw("</tr></tbody>\n")
    }
    html.raw("</table></div>")
  }
}
