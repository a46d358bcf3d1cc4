import Jixiao

/// Sheet by sheet: totals, level 1 as a drawing with its table, and every indicator with its derivation.
extension HTMLReport {
  func writeSheets(_ sheets: [ReportSheet], to html: inout HTMLWriter) {
    let language = content.language
    html.raw("<section id=sheets aria-labelledby=sheetsname>\n")
    html.element("h2 id=sheetsname", language.pick("逐表明细", "Sheet by sheet"))
    writeTools(count: sheets.count, to: &html)
    html.raw("<div id=list>\n")
    for sheet in sheets { write(sheet, to: &html) }
    html.raw("</div></section>\n")
  }

  private func writeTools(count: Int, to html: inout HTMLWriter) {
    let language = content.language
    html.raw("<div class=tools role=search><label>")
    html.text(language.pick("查找", "Search"))
    html.raw(" <input id=search type=search autocomplete=off placeholder=\"")
    html.text(language.pick("单位、项目、指标、条款…", "unit, project, indicator, clause…"))
    html.raw("\"></label><label>")
    html.text(language.pick("只看", "Show"))
    html.raw(" <select id=show>")
    let shown: [(String, String)] = [
      ("", language.pick("全部指标", "all indicators")), ("lost", language.pick("失分的", "with points lost")),
      ("open", language.pick("待评定的", "still open")), ("noted", language.pick("有备注的", "with remarks")),
    ]
    for (key, text) in shown
      + (content.findings == nil ? [] : [("found", language.pick("有问题的", "with findings"))])
    {
      html.element("option value=\"\(key)\"", text)
    }
    html.raw("</select></label>")
    if count > 1 {
      html.raw("<label>")
      html.text(language.pick("排列", "Order"))
    } else {
      html.raw("<label hidden>")
    }
    html.raw(" <select id=order>")
    let orders = [
      ("", language.pick("原文顺序", "as in the documents")),
      ("lost", language.pick("失分多的在前", "most lost first")),
      ("open", language.pick("待定多的在前", "most open first")),
    ]
    for (key, text) in orders { html.element("option value=\"\(key)\"", text) }
    html.raw("</select></label><button type=button id=every aria-pressed=false>")
    html.text(language.pick("全部展开", "Open all"))
    html.raw("</button><output id=said role=status data-text=\"")
    html.text(language.pick("{s} 张表、{n} 个指标", "{s} sheets, {n} indicators"))
    html.raw("\"></output></div>\n")
  }

  private func write(_ entry: ReportSheet, to html: inout HTMLWriter) {
    let score = entry.score
    let language = content.language
    let id = anchor(entry.number, nil)
    let (lost, open) = (score.isPlan ? nil : score.lost, score.isPlan ? nil : score.open)
    html.raw("<article id=\(id) aria-labelledby=\(id)h data-lost=\"\(lost?.points ?? .zero)\"")
    html.raw(" data-open=\"\(open?.points ?? .zero)\">\n<div class=head><div>")
    html.element("h3 id=\(id)h") { html in
      html.text("\(entry.number). ")
      html.quoted(ReportText.cut(entry.name(in: language), to: 120))
    }
    html.element("p class=sub") { html in
      var parts = [wording.sheets.kind(score.sheet.kind)]
      if let year = score.sheet.year { parts.append(language.pick("\(year)年", "\(year)")) }
      if score.sheet.project != nil, let organization = score.sheet.organization {
        parts.append(ReportText.cut(organization, to: 80))
      }
      if content.documents.count > 1 { parts.append(entry.source.file) }
      html.quoted(parts.joined(separator: " · "))
    }
    html.raw("</div>")
    if !score.isPlan {
      html.element("p class=mark") { html in
        html.element("b", wording.span(score.total))
        html.text(" / 100")
        html.element("span", score.grade ?? language.pick("总分不能确定", "no total"))
      }
    }
    html.raw("</div>\n")
    if score.isPlan {
      for line in wording.summary(score) { html.element("p", line) }
    } else {
      writeLevels(score, to: &html)
    }
    writeIndicators(entry, to: &html)
    writeSheetFindings(entry, to: &html)
    html.raw("</article>\n")
  }

  private func writeLevels(_ score: SheetScore, to html: inout HTMLWriter) {
    let language = content.language
    html.raw("<div class=split><figure>")
    html.element(
      "figcaption", language.pick("深色为已得，浅色为待定，底色为分值", "dark: earned, light: open, ground: weight"))
    ChartLevels(levels: score.levels, language: language).write(to: &html)
    html.raw("</figure><div><table><thead><tr>")
    let headings = [
      ("", language.pick("一级指标", "level 1")), ("n", language.pick("分值", "weight")),
      ("n", language.pick("得分", "points")), ("n", language.pick("失分", "lost")),
      ("n", language.pick("待定", "open")),
    ]
    for (style, heading) in headings { html.element("th scope=col class=\"\(style)\"", heading) }
    html.raw("</tr></thead><tbody>")
    func row(_ name: String, _ weight: Exact?, _ points: Points?) {
      html.raw("<tr>")
      html.element("th scope=row") { $0.quoted(name) }
      html.element("td class=n", weight?.description ?? "—")
      html.element("td class=n", wording.span(points))
      let lost = points.flatMap { points in weight.map { Ratio($0) - points.high } }
      html.element("td class=n", lost?.points.description ?? "—")
      html.element("td class=n", points.map { ($0.high - $0.low).points.description } ?? "—")
      html.raw("</tr>")
    }
    for level in score.levels { row(ReportText.cut(level.level1 ?? "—", to: 40), level.weight, level.points) }
    row(language.pick("预算执行率", "execution"), score.execution.weight, score.execution.points)
    html.raw("</tbody></table>")
    html.element("p class=note") { html in
      html.text(language.pick("预算执行：", "Execution: "))
      html.text(score.execution.why)
      if score.execution.frameMismatch {
        html.text(language.pick("（与规则包的框架不同）", " (the pack's frame differs)"))
      }
      html.text("〔\(score.execution.clause)〕")
    }
    html.raw("</div></div>\n")
  }

  private func writeSheetFindings(_ entry: ReportSheet, to html: inout HTMLWriter) {
    let found = findings(of: entry, indicator: nil)
    guard !found.isEmpty else { return }
    html.raw("<ul class=note>")
    for finding in found {
      html.element("li") { html in
        html.text("\(finding.severity.title(in: content.language)) \(finding.code): ")
        html.quoted(finding.message)
      }
    }
    html.raw("</ul>\n")
  }

  /// The findings about a row, or with nil those about the sheet as a whole.
  func findings(of entry: ReportSheet, indicator: Int?) -> [ReportFinding] {
    found[entry.source.file, entry.sheet.ordinal, indicator]
  }
}
