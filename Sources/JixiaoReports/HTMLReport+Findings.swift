import Jixiao

/// What the checks found: first the groups with most at stake, at the end of the page all of it as a table.
extension HTMLReport {
  /// More rows than this make a page slow on the machines that offices have; the workpaper holds them all.
  static let mostFindings = 1_000

  func writeFindings(to html: inout HTMLWriter) {
    guard let findings = content.findings, !findings.isEmpty else { return }
    let language = content.language
    html.raw("<section aria-labelledby=findings>\n")
    html.element("h2 id=findings", language.pick("最该改的问题", "Findings that matter most"))
    html.raw("<ol class=matters>\n")
    for group in ReportFindingGroup.ranked(findings).prefix(12) { writeGroup(group, to: &html) }
    html.raw("</ol>\n<p><a href=\"#every-finding\">")
    html.text(language.pick("全部 \(findings.count) 个问题", "all \(findings.count) findings"))
    html.raw("</a></p></section>\n")
  }

  private func writeGroup(_ group: ReportFindingGroup, to html: inout HTMLWriter) {
    let language = content.language
    let finding = group.first
    html.raw("<li><span class=stake>")
    html.element("span class=\(finding.severity.style)", finding.severity.title(in: language))
    if let points = group.points {
      html.raw("<br>")
      html.text(language.pick("涉及 \(points) 分", "\(points) at stake"))
    }
    html.raw("</span><p>")
    writeMessage(finding, to: &html)
    let place = [finding.file, finding.place.described(in: language)].filter { !$0.isEmpty }
    let more = group.count - 1
    html.element("span class=lv") { html in
      html.text("\(finding.code) · ")
      html.quoted(place.joined(separator: " "))
      if more > 0 { html.text(language.pick(" · 本表另有 \(more) 处", " · \(more) more in this sheet")) }
    }
    html.raw("</p></li>\n")
  }

  /// The message as a link to its row or sheet, where it has one.
  private func writeMessage(_ finding: ReportFinding, to html: inout HTMLWriter) {
    let at = finding.sheet.flatMap { number(of: $0, in: finding.file) }
    if let at { html.raw("<a href=\"\(link(to: at, indicator: finding.indicator))\">") }
    html.quoted(ReportText.cut(finding.message, to: 200))
    if at != nil { html.raw("</a>") }
  }

  /// The table of all findings, which search engines of browsers, printers and screen readers can work through.
  func writeEveryFinding(to html: inout HTMLWriter) {
    guard let findings = content.findings, !findings.isEmpty else { return }
    let language = content.language
    html.raw("<section aria-labelledby=every-finding>\n")
    html.element("h2 id=every-finding", language.pick("全部问题", "All findings"))
    let more = findings.count - Self.mostFindings
    if more > 0 {
      html.element(
        "p class=note",
        language.pick(
          "这里列出前 \(Self.mostFindings) 条，另有 \(more) 条见底稿（-o 底稿.xlsx）。",
          "The first \(Self.mostFindings) are listed; \(more) more are in the workpaper (-o workpaper.xlsx).")
      )
    }
    html.raw("<table>")
    html.sortableHead([
      ("", language.pick("轻重", "severity")), ("", language.pick("检查", "check")),
      ("", language.pick("问题", "finding")), ("wide", language.pick("位置", "place")),
      ("n", language.pick("涉及分值", "points")),
    ])
    for finding in findings.prefix(Self.mostFindings) { writeRow(finding, to: &html) }
    html.raw("</table></section>\n")
  }

  private func writeRow(_ finding: ReportFinding, to html: inout HTMLWriter) {
    let language = content.language
    html.raw("<tbody><tr><td data-v=\(finding.severity.order)>")
    html.element("span class=\(finding.severity.style)", finding.severity.title(in: language))
    html.raw("</td>")
    html.element("td", finding.code)
    html.raw("<td>")
    writeMessage(finding, to: &html)
    if let suggestion = finding.suggestion {
      html.element("span class=lv") { $0.quoted(suggestion) }
    }
    html.raw("</td>")
    let place = [finding.file, finding.place.described(in: language)].filter { !$0.isEmpty }
    html.element("td class=wide") { $0.quoted(place.joined(separator: " ")) }
    html.element("td class=n", finding.points?.description ?? "—")
    html.raw("</tr></tbody>\n")
  }
}

extension ReportFinding.Severity {
  /// The class by which the page colours it.
  fileprivate var style: String {
    switch self {
    case .mustFix: "lost"
    case .shouldFix: "doubt"
    case .note: "open"
    }
  }
}
