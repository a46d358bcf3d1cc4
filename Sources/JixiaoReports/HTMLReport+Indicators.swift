import Jixiao

/// The table of a sheet's indicators: a body of two lines each, the second with derivation, clause and place.
extension HTMLReport {
  func writeIndicators(_ entry: ReportSheet, to html: inout HTMLWriter) {
    let language = content.language
    let rows = entry.score.indicators
    let isClaimed = rows.contains { $0.indicator.claimed != nil }
    var headings: [(style: String, title: String)] = [
      ("n c", "#"), ("", language.pick("指标", "indicator")), ("c", language.pick("目标", "target")),
      ("c", language.pick("实际", "actual")), ("n c", language.pick("得分率", "share")),
    ]
    if isClaimed { headings.append(("n c", language.pick("自评", "claimed"))) }
    headings += [
      ("n", language.pick("分值", "weight")), ("n", language.pick("得分", "points")), ("b c", ""),
      ("o", language.pick("结果", "outcome")),
    ]
    html.raw("<table class=rows>")
    html.sortableHead(headings)
    for row in rows { write(row, of: entry, columns: headings.count, isClaimed: isClaimed, to: &html) }
    html.raw("</table>\n")
  }

  private func write(
    _ row: IndicatorScore, of entry: ReportSheet, columns: Int, isClaimed: Bool, to html: inout HTMLWriter
  ) {
    let indicator = row.indicator
    let language = content.language
    let id = anchor(entry.number, indicator.ordinal)
    let found = findings(of: entry, indicator: indicator.ordinal)
    var states: [String] = []
    if !entry.score.isPlan {
      if let lost = row.lost, !lost.isZero { states.append("lost") }
      if let open = row.open, !open.isZero { states.append("open") }
    }
    if !row.notes.isEmpty { states.append("noted") }
    if !found.isEmpty { states.append("found") }
    let target = ReportText.cut(indicator.target.readable, to: 120)
    let actual = ReportText.cut(indicator.actual ?? language.pick("空白", "blank"), to: 120)
    html.raw("<tbody id=\(id) data-s=\"\(states.joined(separator: " "))\"><tr>")
    html.element("td class=\"n c\"", String(indicator.ordinal))
    html.raw("<td><button type=button class=t aria-controls=\(id)m>")
    html.quoted(ReportText.cut(indicator.level3 ?? "—", to: 120))
    html.raw("</button>")
    let levels = [indicator.level1, indicator.level2].compactMap(\.self).map { ReportText.cut($0, to: 40) }
    if !levels.isEmpty { html.element("span class=lv") { $0.quoted(levels.joined(separator: " · ")) } }
    html.element("span class=ta") { html in
      html.quoted(target)
      html.raw(" ← ")
      html.quoted(actual)
    }
    html.raw("</td>")
    html.element("td class=c") { $0.quoted(target) }
    html.element("td class=c") { $0.quoted(actual) }
    html.element("td class=\"n c\"\(value(row.ratio))", share(row))
    if isClaimed { html.element("td class=\"n c\"", indicator.claimed?.description ?? "—") }
    html.element("td class=n", indicator.weight?.description ?? "—")
    html.element("td class=n\(value(row.points?.low))", entry.score.isPlan ? "—" : wording.span(row.points))
    html.raw("<td class=\"b c\">")
    if let points = row.points, let weight = indicator.weight, !entry.score.isPlan {
      ChartBar.write(points, of: Ratio(weight), to: &html)
    }
    html.raw("</td>")
    html.element("td class=\"o \(row.outcome.rawValue)\"", sign(row.outcome) + wording.outcome(row.outcome))
    html.raw("</tr><tr class=m id=\(id)m><td colspan=\(columns)>")
    writeDerivation(row, found: found, to: &html)
    html.raw("</td></tr></tbody>\n")
  }

  /// Told apart without colour.
  private func sign(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: "✓ "
    case .partial: "◐ "
    case .missed, .notDemonstrated: "✗ "
    case .qualitative, .noActual: "? "
    case .notApplicable, .unscorable: "– "
    }
  }

  /// The share of the weight earned, in percent.
  private func share(_ row: IndicatorScore) -> String {
    guard let ratio = row.ratio else { return "—" }
    return "\((ratio * Ratio(100)).points)%"
  }

  private func writeDerivation(_ row: IndicatorScore, found: [ReportFinding], to html: inout HTMLWriter) {
    let language = content.language
    html.element("p class=why") { $0.quoted(row.why) }
    html.raw("<dl>")
    func item(_ term: String, _ text: String) {
      guard !text.isEmpty else { return }
      html.element("dt", term)
      html.element("dd") { $0.quoted(text) }
    }
    for finding in found {
      html.element("dd class=f") { html in
        html.text("\(finding.severity.title(in: language)) \(finding.code): ")
        html.quoted(finding.message)
        if let suggestion = finding.suggestion { html.quoted(" → " + suggestion) }
      }
    }
    if let exact = row.points?.exact, Ratio(exact.points) != exact {
      item(language.pick("精确值", "exact"), exact.description)
    }
    for note in row.notes { item(language.pick("备注", "remark"), note.text(in: language)) }
    if let clause = content.clause(row.clause) {
      item(language.pick("条款", "clause"), "\(row.clause): \(clause.says)")
      item(language.pick("出处", "source"), "\(clause.source)〔\(clause.certainty.title(in: language))〕")
    } else {
      item(language.pick("条款", "clause"), row.clause)
    }
    if let function = row.function {
      let parameters = row.parameters.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      item(language.pick("算法", "function"), parameters.isEmpty ? function : "\(function) (\(parameters))")
    }
    item(language.pick("偏差原因", "reason given"), ReportText.cut(row.indicator.reason ?? "", to: 600))
    if let name = row.indicator.level3, name.count > 120 { item(language.pick("指标全称", "full name"), name) }
    item(language.pick("位置", "place"), row.indicator.place.described(in: language))
    html.raw("</dl>")
  }
}
