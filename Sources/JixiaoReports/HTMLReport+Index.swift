import Jixiao

/// The sheets side by side: their totals as intervals, with the table behind the drawing.
extension HTMLReport {
  func writeIndex(to html: inout HTMLWriter) {
    let language = content.language
    if sheets.allSatisfy(\.score.isPlan) { return writePlanIndex(to: &html) }
    html.raw("<section aria-labelledby=index>\n")
    html.element("h2 id=index", language.pick("各表得分与位次", "Sheets and their ranks"))
    let hasChart = !ranking.entries.isEmpty
    html.raw(hasChart ? "<div class=\"split ix\"><figure>" : "<div>")
    if hasChart {
      html.element(
        "figcaption", language.pick("总分区间：点为确定值，条为待定范围", "Totals: a dot is known, a bar is still open"))
      ChartIntervals(ranking: ranking, cuts: cuts, language: language).write(to: &html)
      html.raw("</figure>")
    }
    html.raw("<div><table>")
    html.element(
      "caption",
      language.pick(
        "区间重叠的表不分先后，位次给出可能的最好与最差。点击表头排序。",
        "Sheets whose intervals overlap are not put in order: ranks are best and worst possible. Headings sort."
      ))
    html.raw("")
    html.sortableHead([
      ("n", language.pick("位次", "rank")), ("", language.pick("绩效表", "sheet")),
      ("n wide", language.pick("指标得分", "indicators")), ("n wide", language.pick("失分", "lost")),
      ("n wide", language.pick("待定", "open")), ("n", language.pick("总分", "total")),
      ("", language.pick("等级", "grade")),
    ])
    var ranks: [Int: ReportRanking.Entry] = [:]
    for entry in ranking.entries { if let sheet = entry.sheet { ranks[sheet] = entry } }
    // In the order of the drawing beside it; what has no rank comes after.
    let ranked = ranking.entries.compactMap(\.sheet).compactMap {
      sheets.indices.contains($0 - 1) ? sheets[$0 - 1] : nil
    }
    for sheet in ranked + sheets.filter({ ranks[$0.number] == nil }) {
      writeRow(sheet, rank: ranks[sheet.number], to: &html)
    }
    html.raw("</table></div></div></section>\n")
  }

  /// Plans have nothing to rank: their size and money instead.
  private func writePlanIndex(to html: inout HTMLWriter) {
    let language = content.language
    html.raw("<section aria-labelledby=index>\n")
    html.element("h2 id=index", language.pick("各目标表", "The plans"))
    html.raw("<table>")
    html.sortableHead([
      ("", language.pick("目标表", "plan")), ("n", language.pick("指标", "indicators")),
      ("n", language.pick("分值合计", "weights")), ("n wide", language.pick("资金总额", "funds")),
    ])
    for sheet in sheets {
      let funds = sheet.sheet.funds
      html.raw("<tbody><tr>")
      writeName(sheet, to: &html)
      html.element("td class=n", String(sheet.score.indicators.count))
      html.element("td class=n", sheet.score.weight?.description ?? "—")
      let total = funds.total.map { "\($0) \(funds.unit ?? "")" }
      html.element("td class=\"n wide\"\(value(funds.total.map { Ratio($0) }))", total ?? "—")
      html.raw("</tr></tbody>\n")
    }
    html.raw("</table></section>\n")
  }

  /// The cell that leads to a sheet.
  private func writeName(_ sheet: ReportSheet, to html: inout HTMLWriter) {
    html.raw("<td><a href=\"\(link(to: sheet.number))\">")
    html.quoted(ReportText.cut(sheet.name(in: content.language), to: 60))
    html.raw("</a>")
    html.element("span class=lv") { html in
      html.text(wording.sheets.kind(sheet.sheet.kind))
      if sheet.sheet.project != nil, let organization = sheet.sheet.organization {
        html.raw(" · ")
        html.quoted(ReportText.cut(organization, to: 40))
      }
    }
    html.raw("</td>")
  }

  private func writeRow(_ sheet: ReportSheet, rank: ReportRanking.Entry?, to html: inout HTMLWriter) {
    let score = sheet.score
    let ranks = rank.map { $0.best == $0.worst ? "\($0.best)" : "\($0.best)–\($0.worst)" }
    html.raw("<tbody><tr>")
    html.element("td class=n data-v=\"\(rank.map { String($0.best) } ?? "")\"", ranks ?? "—")
    writeName(sheet, to: &html)
    if score.isPlan {
      html.raw(
        "<td class=\"n wide\">—</td><td class=\"n wide\">—</td><td class=\"n wide\">—</td><td class=n>—</td>")
      html.element("td", content.language.pick("目标表", "plan"))
    } else {
      html.element("td class=\"n wide\"\(value(score.points?.low))", wording.span(score.points))
      html.element("td class=\"n wide\"\(value(score.lost))", score.lost?.points.description ?? "—")
      html.element("td class=\"n wide\"\(value(score.open))", score.open?.points.description ?? "—")
      html.element("td class=n\(value(score.total?.low))", wording.span(score.total))
      html.element("td class=g", score.grade ?? "—")
    }
    html.raw("</tr></tbody>\n")
  }

  /// The attribute by which a column sorts.
  func value(_ value: Ratio?) -> String { " data-v=\"\(value.map { $0.points.description } ?? "")\"" }

  /// Where grades begin, where all documents are held to one scale.
  private var cuts: [(grade: String, from: Exact)] {
    let scales = Set(
      sheets.compactMap { sheet in
        content.packs.first { $0.id == sheet.source.pack }?.grades.rule.cuts(in: sheet.sheet.year)
      })
    guard scales.count == 1, let cuts = scales.first else { return [] }
    return cuts.map { ($0.grade, $0.from) }
  }
}

extension SheetScore {
  /// Points certainly not earned by indicators; nil where the sheet has no points.
  var lost: Ratio? {
    guard let points, let weight else { return nil }
    return Ratio(weight) - points.high
  }

  /// Points of indicators that a person still has to decide; nil where the sheet has none.
  var open: Ratio? { points.map { $0.high - $0.low } }
}
