import Jixiao

/// What the report rests on: the files with their fingerprints, what was not read, and the rule packs.
extension HTMLReport {
  func writeSources(to html: inout HTMLWriter) {
    let language = content.language
    html.raw("<footer>\n")
    html.element("h2", language.pick("来源与规则", "Sources and rules"))
    html.raw("<table><thead><tr>")
    for heading in [
      language.pick("文件", "file"), language.pick("规则包", "rule pack"), language.pick("选用理由", "why this pack"),
      "SHA-256",
    ] { html.element("th scope=col\(heading == "SHA-256" ? " class=wide" : "")", heading) }
    html.raw("</tr></thead><tbody>")
    for score in content.scores {
      html.raw("<tr>")
      html.element("td") { $0.quoted(score.file) }
      html.element("td", "\(score.pack) \(score.packVersion)")
      html.element("td", score.packWhy)
      html.element("td class=wide") {
        $0.element("code", score.sha256.map { String($0.prefix(16)) + "…" } ?? "—")
      }
      html.raw("</tr>")
    }
    html.raw("</tbody></table>\n")
    for pack in content.packs {
      let document = pack.document.map { "\($0)，" } ?? ""
      html.element("p", "\(pack.id) \(pack.version)：\(pack.title)（\(document)\(pack.issuer)）")
    }
    let unread = content.documents.filter { !$0.unread.isEmpty }
    if !unread.isEmpty {
      html.element("h2", language.pick("没有读准的地方", "Places not read with certainty"))
      html.raw("<ul>")
      for document in unread {
        for entry in document.unread.prefix(100) {
          html.element("li") { html in
            html.quoted(document.file)
            html.text(" ")
            html.quoted(ReportText.cut(wording.sheets.unread(entry), to: 240))
          }
        }
        if document.unread.count > 100 {
          html.element(
            "li", language.pick("另有 \(document.unread.count - 100) 处", "\(document.unread.count - 100) more"))
        }
      }
      html.raw("</ul>")
    }
    html.element(
      "p class=note",
      language.pick(
        "得分为精确分数，显示时四舍五入到两位小数。待定分数由评价人在给出的范围内判断，本报告不替人判断。",
        "Points are exact fractions, rounded to two places only when shown. What is open is for a person to judge within "
          + "the bounds given."))
    html.raw("</footer>\n")
  }
}
