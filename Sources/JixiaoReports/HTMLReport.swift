import Jixiao

/// Renders a report as web pages that need nothing but themselves: no network, no fonts or scripts from elsewhere.
///
/// Up to 200 sheets make one page. More are split: the first page holds the figures and an index, the others the
/// sheets, and each page works by itself from a memory stick.
public struct HTMLReport: Sendable {
  /// A page and the file name under which the others link to it.
  public struct Page: Sendable {
    public let name: String
    public let bytes: [UInt8]
  }

  static let mostSheets = 200
  static let mostIndicators = 2_000
  static let sheetsPerPage = 100

  let content: ReportContent
  let sheets: [ReportSheet]
  let ranking: ReportRanking
  let wording: ScoreWording
  let found: ReportFindingIndex
  let figures: ReportFigures
  private let stem: String
  let isSplit: Bool

  /// - Parameters:
  ///   - content: what to report.
  ///   - name: the file name of the first page, `report.html`; further pages are called `report-2.html` …
  public init(_ content: ReportContent, name: String) {
    self.content = content
    sheets = content.sheets
    ranking = content.ranking ?? ReportRanking(sheets, language: content.language)
    wording = content.wording
    found = ReportFindingIndex(content.findings ?? [])
    figures = ReportFigures(content)
    stem =
      name.hasSuffix(".html")
      ? String(name.dropLast(5)) : name.hasSuffix(".htm") ? String(name.dropLast(4)) : name
    first = name
    let rows = sheets.reduce(0) { $0 + $1.score.indicators.count }
    isSplit = sheets.count > Self.mostSheets || rows > Self.mostIndicators
  }

  private let first: String

  /// All pages, the first one first.
  public func pages() -> [Page] {
    guard isSplit else { return [Page(name: first, bytes: page(0, of: sheets, withSummary: true))] }
    var pages = [Page(name: first, bytes: page(0, of: [], withSummary: true))]
    var start = 0
    while start < sheets.count {
      let part = Array(sheets[start..<min(start + Self.sheetsPerPage, sheets.count)])
      let number = pages.count
      pages.append(Page(name: name(ofPage: number), bytes: page(number, of: part, withSummary: false)))
      start += Self.sheetsPerPage
    }
    return pages
  }

  /// The file names that `pages` will use, without making them.
  public var names: [String] {
    guard isSplit else { return [first] }
    let count = (sheets.count + Self.sheetsPerPage - 1) / Self.sheetsPerPage
    return [first] + (1...count).map(name(ofPage:))
  }

  private func name(ofPage number: Int) -> String { "\(stem)-\(number + 1).html" }

  /// Where a sheet or row is found from any page.
  func link(to sheet: Int, indicator: Int? = nil) -> String {
    let anchor = "#" + anchor(sheet, indicator)
    guard isSplit else { return anchor }
    return XMLText.escaped(percentEncoded(name(ofPage: (sheet - 1) / Self.sheetsPerPage + 1))) + anchor
  }

  /// The id of a sheet or row: `s8`, `s8-4`.
  func anchor(_ sheet: Int, _ indicator: Int?) -> String {
    indicator.map { "s\(sheet)-\($0)" } ?? "s\(sheet)"
  }

  private func percentEncoded(_ name: String) -> String {
    var text = ""
    for byte in name.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      text += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
    }
    return text
  }

  private func page(_ number: Int, of sheets: [ReportSheet], withSummary: Bool) -> [UInt8] {
    let language = content.language
    var html = HTMLWriter()
    let policy =
      "default-src 'none'; style-src 'sha256-\(HTMLStyle.hash)'; script-src 'sha256-\(HTMLScript.hash)'; "
      + "base-uri 'none'; form-action 'none'"
    html.raw(
      "<!DOCTYPE html>\n<html lang=\"\(language.pick("zh-CN", "en"))\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
    let part = withSummary ? "" : " · \(number)"
    html.element("title", content.title + part)
    html.raw("\n<style>\(HTMLStyle.text)</style>\n</head>\n<body>\n<div class=page>\n")
    if !sheets.isEmpty {
      html.element("a class=skip href=\"#sheets\"", language.pick("跳到各表", "skip to the sheets"))
    }
    html.element("header class=mast") { html in
      html.element("h1", content.title + part)
      html.element("p class=read") { html in
        html.text(withSummary ? readLine : rangeLine(sheets))
        if !withSummary {
          html.raw(" <a href=\"\(XMLText.escaped(percentEncoded(first)))\">")
          html.text(language.pick("返回总体情况", "back to the summary"))
          html.raw("</a>")
        }
      }
    }
    html.raw("\n<main>\n")
    if withSummary { writeSummary(to: &html) }
    if !sheets.isEmpty { writeSheets(sheets, to: &html) }
    if withSummary { writeEveryFinding(to: &html) }
    html.raw("</main>\n")
    if withSummary { writeSources(to: &html) }
    html.raw("</div>\n<script>\(HTMLScript.text)</script>\n</body>\n</html>\n")
    return html.bytes
  }

  /// `读取 1 个文件：11 张表、147 个指标，0 处未读`
  private var readLine: String {
    let names = content.documents.prefix(3).map { ReportText.cut($0.file, to: 60) }
    let rest = content.documents.count > 3 ? content.language.pick(" 等", " …") : ""
    let files = names.joined(separator: content.language.pick("、", ", ")) + rest
    return content.language.pick(
      "读取 \(figures.documents) 个文件（\(files)）：\(figures.sheets) 张表、\(figures.indicators) 个指标，"
        + "\(figures.unread) 处未读。",
      "Read \(figures.documents) files (\(files)): \(figures.sheets) sheets, \(figures.indicators) indicators, "
        + "\(figures.unread) places not read.")
  }

  private func rangeLine(_ sheets: [ReportSheet]) -> String {
    let (first, last) = (sheets.first?.number ?? 0, sheets.last?.number ?? 0)
    return content.language.pick(
      "第 \(first) 至 \(last) 张表，共 \(self.sheets.count) 张。",
      "Sheets \(first) to \(last) of \(self.sheets.count).")
  }
}
