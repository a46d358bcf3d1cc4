import Jixiao
import Testing

@testable import JixiaoDocuments
@testable import JixiaoReports

private func page(_ content: ReportContent) throws -> String {
  let pages = HTMLReport(content, name: "report.html").pages()
  return String(decoding: try #require(pages.first).bytes, as: UTF8.self)
}

/// The digest that a content policy writes: SHA-256 in base64.
private func policyHash(_ text: String) -> String {
  let digits = Array(SHA256.hexadecimal(Array(text.utf8)))
  var bytes: [UInt8] = stride(from: 0, to: digits.count, by: 2).compactMap {
    UInt8(String(digits[$0..<$0 + 2]), radix: 16)
  }
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  let missing = (3 - bytes.count % 3) % 3
  bytes += [UInt8](repeating: 0, count: missing)
  var text = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let three = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
    for shift in [18, 12, 6, 0] { text.append(letters[three >> shift & 63]) }
  }
  return text.dropLast(missing) + String(repeating: "=", count: missing)
}

@Test func thePolicyAdmitsTheStyleAndScriptOfThePage() throws {
  #expect(HTMLStyle.hash == policyHash(HTMLStyle.text), "write it into HTMLStyle.hash")
  #expect(HTMLScript.hash == policyHash(HTMLScript.text), "write it into HTMLScript.hash")
  let html = try page(ReportFixture.content([ReportFixture.sheet(1, ReportFixture.variety())]))
  #expect(html.contains("<style>\(HTMLStyle.text)</style>"))
  #expect(html.contains("<script>\(HTMLScript.text)</script>"))
  // What a policy without unsafe-inline would refuse.
  #expect(!html.contains(" style=") && !html.contains(" onclick=") && !html.contains("http://"))
  #expect(html.components(separatedBy: "<script").count == 2)
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let found = rest.firstRange(of: mark) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}

@Test func nothingOfADocumentBecomesMarkup() throws {
  let html = try page(ReportFixture.content([ReportFixture.hostileSheet()]))
  #expect(html.components(separatedBy: "<script").count == 2)
  #expect(
    !html.contains("<img") && !html.contains("\u{202E}") && !html.contains("\u{1b}")
      && !html.contains("\u{0}"))
  #expect(html.contains("&lt;script&gt;window.injected=1&lt;/script&gt;"))
  #expect(html.contains("表⟨U+202E⟩txt.exe"))
}

@Test func theFirstScreenSaysWhatWasReadAndWhatIsAtStake() throws {
  let html = try page(
    ReportFixture.content(
      [
        ReportFixture.sheet(1, ReportFixture.variety()),
        ReportFixture.sheet(2, ReportFixture.variety(), project: "乙项目"),
      ],
      findings: [try ReportFixture.finding()]))
  #expect(html.contains("读取 1 个文件（自评表.txt）：2 张表、26 个指标，0 处未读。"))
  #expect(html.contains("扣 6.67 分"))
  #expect(html.contains("必须改 1，建议改 0，提示 0"))
  #expect(html.contains("<a href=\"#s1-1\"><bdi>单位与名称不符"))
  // The finding stands at its cell too.
  #expect(html.contains("<dd class=f>必须改 JX301: <bdi>单位与名称不符</bdi><bdi> → 改为 =100%</bdi></dd>"))
}

@Test func aLongReportIsSplitIntoAnIndexAndPages() throws {
  let row = try ReportFixture.indicator("慰问人数", "≥", "40", "人", actual: "36", weight: "90")
  let sheets = (1...201).map { ReportFixture.sheet($0, [row], project: "项目\($0)") }
  let report = HTMLReport(try ReportFixture.content(sheets), name: "报告.html")
  let pages = report.pages()
  #expect(pages.map(\.name) == ["报告.html", "报告-2.html", "报告-3.html", "报告-4.html"])
  #expect(report.names == pages.map(\.name))
  let texts = pages.map { String(decoding: $0.bytes, as: UTF8.self) }
  // Percent-encoded, because a name with a space or a sign has to work as an address.
  #expect(texts[0].contains("<a href=\"%E6%8A%A5%E5%91%8A-4.html#s201\">"))
  #expect(texts[3].contains("<article id=s201 "))
  #expect(!texts[0].contains("<article"))
  #expect(texts[1].components(separatedBy: "<article").count == 101)
  #expect(texts[1].contains("<a href=\"%E6%8A%A5%E5%91%8A.html\">"))
}

@Test func twoHundredSheetsAreOnePage() throws {
  let row = try ReportFixture.indicator("慰问人数", "≥", "40", "人", actual: "36", weight: "90")
  let sheets = (1...200).map { ReportFixture.sheet($0, [row]) }
  #expect(HTMLReport(try ReportFixture.content(sheets), name: "r.html").names == ["r.html"])
}

@Test func theSameReportIsTheSameBytes() throws {
  let sheets = [ReportFixture.sheet(1, try ReportFixture.variety())]
  func all() throws -> [[UInt8]] {
    let content = try ReportFixture.content(sheets, packs: ["mof-2021-101", "literal"], findings: [])
    return HTMLReport(content, name: "r.html").pages().map(\.bytes)
      + [XLSXWorkpaper(content).render(), DOCXReview.render(content), ReportMarkdown.render(content)]
  }
  #expect(try all() == all())
}

@Test func anEnglishReportHasNoChineseOfOurs() throws {
  let row = try ReportFixture.indicator("a", "≥", "4", nil, actual: "3", weight: "90", level1: "output")
  var sheet = ReportFixture.sheet(1, [row], organization: "unit", project: "project")
  sheet.indicators[0].level2 = nil
  let content = try ReportFixture.content([sheet], language: .en)
  let html = try page(content)
  let body = try #require(
    html.components(separatedBy: "<main>").last?.components(separatedBy: "</main>").first)
  #expect(body.contains("What matters most") && body.contains("22.5 lost"))
  // Clauses and grades are quoted from the pack, which is Chinese; our own words are not.
  for word in ["失分", "得分率", "一级指标", "排列", "只看"] { #expect(!body.contains(word), "\(word)") }
}

extension Substring {
  fileprivate func components(separatedBy mark: String) -> [Substring] {
    String(self).components(separatedBy: mark)
  }
}
