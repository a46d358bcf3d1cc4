import Jixiao

/// The first screen: the figures, what matters most, and the sheets with their ranks.
extension HTMLReport {
  func writeSummary(to html: inout HTMLWriter) {
    writeTiles(figures, to: &html)
    writeMatters(to: &html)
    writeFindings(to: &html)
    if sheets.count > 1 { writeIndex(to: &html) }
  }

  private func writeTiles(_ figures: ReportFigures, to html: inout HTMLWriter) {
    let language = content.language
    var tiles: [(name: String, value: String, note: String)] = []
    if figures.plans < figures.sheets {
      tiles.append(
        (
          language.pick("指标得分合计", "indicator points"),
          figures.low == figures.high ? "\(figures.low)" : "\(figures.low)–\(figures.high)",
          language.pick("满分 \(figures.weight)", "of \(figures.weight)")
        ))
      tiles.append(
        (
          language.pick("确定失分", "points lost"), figures.lost.description,
          language.pick("按规则应扣", "by the rules")
        ))
      tiles.append(
        (
          language.pick("待评定", "points open"), figures.open.description,
          language.pick("须由评价人判断", "for a person to judge")
        ))
      if sheets.count == 1, let only = sheets.first?.score {
        tiles.append((language.pick("总分", "total"), wording.span(only.total), only.grade ?? "—"))
      } else if let first = figures.grades.first {
        let rest = figures.grades.map { "\($0.grade) \($0.count)" }.joined(
          separator: language.pick("，", ", "))
        tiles.append(
          (
            language.pick("等级（表数）", "grades (sheets)"), "\(first.grade) \(first.count)",
            figures.grades.count > 1
              ? rest : language.pick("共 \(figures.sheets) 张表", "of \(figures.sheets) sheets")
          ))
      }
    } else {
      tiles += planTiles(figures)
    }
    if let findings = content.findings {
      let counts = ReportFinding.Severity.allCases.map { severity in
        "\(severity.title(in: language)) \(findings.count { $0.severity == severity })"
      }
      tiles.append(
        (
          language.pick("问题", "findings"), String(findings.count),
          counts.joined(separator: language.pick("，", ", "))
        ))
    }
    html.raw("<dl class=tiles>")
    for tile in tiles {
      html.raw("<div>")
      html.element("dt", tile.name)
      html.raw("<dd>")
      html.text(tile.value)
      html.element("small", tile.note)
      html.raw("</dd></div>")
    }
    html.raw("</dl>\n")
    if figures.plans > 0, figures.plans < figures.sheets {
      html.element(
        "p class=note",
        language.pick(
          "其中 \(figures.plans) 张是目标表，还没有实际完成值，不计分。",
          "\(figures.plans) of them are plans without actuals and are not scored."))
    }
  }

  /// What a plan can be judged by before anything is claimed.
  private func planTiles(_ figures: ReportFigures) -> [(name: String, value: String, note: String)] {
    let language = content.language
    let rows = sheets.flatMap(\.score.indicators).map(\.indicator)
    let words = rows.count { $0.target.relation == .qualitative && $0.target.deadline == nil }
    var weights: [(weight: Exact?, count: Int)] = []
    for weight in sheets.map(\.score.weight) {
      if let index = weights.firstIndex(where: { $0.weight == weight }) {
        weights[index].count += 1
      } else {
        weights.append((weight, 1))
      }
    }
    let split = weights.sorted { $0.count > $1.count }.prefix(3).map { entry in
      let weight = entry.weight?.description ?? language.pick("未印", "none")
      return language.pick("\(weight) 分 \(entry.count) 张", "\(weight): \(entry.count)")
    }
    return [
      (language.pick("目标表", "plans"), String(figures.plans), language.pick("年终填报后计分", "scored at year-end")),
      (language.pick("指标", "indicators"), String(figures.indicators), language.pick("逐条列出", "listed below")),
      (
        language.pick("定性指标", "in words"), String(words),
        language.pick("年终须由人评定", "for a person to judge at year-end")
      ),
      (
        language.pick("分值合计", "weights"), weights.count == 1 ? (weights[0].weight?.description ?? "—") : "…",
        split.joined(separator: language.pick("，", ", "))
      ),
    ]
  }

  /// The rows with most at stake: lost first, then open, then doubtful.
  private func writeMatters(to html: inout HTMLWriter) {
    let rows = wording.mostImportant(content.scores, limit: 7)
    let language = content.language
    guard !rows.isEmpty else { return }
    html.raw("<section aria-labelledby=matters>\n")
    html.element("h2 id=matters", language.pick("最该看的指标", "What matters most"))
    html.raw("<ol class=matters>\n")
    for (document, sheet, row) in rows {
      guard let at = number(of: sheet.sheet.ordinal, in: document.file) else { continue }
      html.raw("<li>")
      writeStake(row, to: &html)
      html.raw("<p><a href=\"\(link(to: at, indicator: row.indicator.ordinal))\">")
      html.quoted(ReportText.cut(row.indicator.level3 ?? "—", to: 80))
      html.raw("</a>")
      html.element("span class=lv") { html in
        html.quoted(ReportText.cut(sheets[at - 1].name(in: language), to: 60))
        let place = row.indicator.place.described(in: language)
        if !place.isEmpty { html.text(language.pick("，", ", ") + place) }
      }
      html.raw("</p><span></span>")
      html.element("p class=why") { $0.quoted(row.why) }
      html.raw("</li>\n")
    }
    html.raw("</ol></section>\n")
  }

  /// `扣 4.29 分`, `0.4 分待定`, or `10 分存疑`.
  private func writeStake(_ row: IndicatorScore, to html: inout HTMLWriter) {
    let language = content.language
    let (lost, open) = (row.deduction ?? .zero, row.open ?? .zero)
    html.raw("<span class=stake>")
    if !lost.isZero {
      html.element("span class=lost", language.pick("扣 \(lost) 分", "\(lost) lost"))
    }
    if !open.isZero {
      if !lost.isZero { html.raw("<br>") }
      html.element("span class=open", language.pick("\(open.points) 分待定", "\(open.points) open"))
    }
    if lost.isZero, open.isZero, let weight = row.indicator.weight {
      html.element("span class=doubt", language.pick("\(weight) 分存疑", "\(weight) in doubt"))
    }
    html.raw("</span>")
  }

  /// The number in the report of a sheet of a file.
  func number(of sheet: Int, in file: String) -> Int? {
    sheets.first { $0.sheet.ordinal == sheet && $0.source.file == file }?.number
  }
}
