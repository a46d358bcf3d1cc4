import Foundation
import Jixiao
import JixiaoDocuments
import Testing

@testable import JixiaoReports

/// What a browser says of the page: `harness.html` uses it as a reader would and prints a line a result.
@Test(
  .enabled(if: Programs.chromium != nil, "Chromium is not installed: the page is not opened here"),
  arguments: ["light", "dark"])
func aBrowserCanUseThePage(_ scheme: String) throws {
  let sheets = [
    ReportFixture.sheet(1, try ReportFixture.variety()), try ReportFixture.hostileSheet(),
    ReportFixture.sheet(
      3, [try ReportFixture.indicator("足额", "≥", "5", "人", actual: "5", weight: "90")], project: "丙项目"),
  ].enumerated().map { index, sheet in
    var sheet = sheet
    sheet.ordinal = index + 1
    return sheet
  }
  let content = try ReportFixture.content(sheets, findings: [try ReportFixture.finding()])
  let (said, errors) = try used(content, scheme)
  let expected = [
    "scroll360": "none", "scroll794": "none", "scroll1280": "none", "script": "true", "rows": "23",
    "charts": "4",
    "tablesPerChart": "true", "found": "1", "foundNone": "0", "sorted": "descending", "sortedRight": "true",
    "closed": "true", "opened": "true", "landmarks": "1,1,1,1", "lang": "zh-CN", "unnamed": "0",
    "doubleIds": "0",
    "brokenLinks": "0", "headersWithoutScope": "0", "contrast": "enough", "injected": "0", "done": "true",
  ]
  for (name, value) in expected.sorted(by: { $0.key < $1.key }) {
    #expect(said[name] == value, "\(scheme) \(name)")
  }
  let lost = content.scores[0].sheets.flatMap(\.indicators).count { $0.lost.map { !$0.isZero } ?? false }
  #expect(said["lost"] == String(lost))
  #expect(!errors.contains("CONSOLE"), "\(errors.split(separator: "\n").filter { $0.contains("CONSOLE") })")
}

/// What `harness.html` says of a page in a colour scheme, by name, and what the browser wrote to standard error.
private func used(_ content: ReportContent, _ scheme: String) throws -> (
  said: [String: String], errors: String
) {
  let chromium = try #require(Programs.chromium)
  let folder = try Folder()
  let harness = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Browser/harness.html")
  try FileManager.default.copyItem(at: harness, to: folder.url("harness.html"))
  let page = try #require(HTMLReport(content, name: "report.html").pages().first)
  try Data(page.bytes).write(to: folder.url("report.html"))
  let (status, output, errors) = try Programs.run(
    chromium,
    [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
      "--disable-web-security",
      "--user-data-dir=\(folder.path)/profile", "--enable-logging=stderr",
      "--blink-settings=preferredColorScheme=\(scheme == "dark" ? 0 : 1)", "--window-size=1400,1000",
      "--virtual-time-budget=20000", "--timeout=60000", "--dump-dom", "file://\(folder.path)/harness.html",
    ])
  #expect(status == 0)
  var said: [String: String] = [:]
  for line in output.split(separator: "\n") {
    guard let mark = line.firstIndex(of: "=") else { continue }
    let name = line[..<mark].split(separator: ">").last.map(String.init) ?? ""
    said[name] = String(line[line.index(after: mark)...])
  }
  return (said, errors)
}

/// The documents that stand beside the project, where they do: the page of all of them is used in the browser.
private let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpus")

@Test(
  .enabled(
    if: Programs.chromium != nil && FileManager.default.fileExists(atPath: corpus.path),
    "Chromium or the shared documents are missing: the page of real documents is not opened here"))
func aBrowserCanUseThePageOfRealDocuments() throws {
  let vocabulary = try ReportFixture.words()
  let reader = DocumentReader(vocabulary: vocabulary, limits: ReadLimits(bytes: 1 << 24), language: .zh)
  let pack = try PackCatalog(vocabulary: vocabulary).pack("mof-2021-101")
  let documents = try ["quxian-2024.txt", "aheqi-2025.txt"].flatMap { name in
    try reader.read(file: name, bytes: [UInt8](Data(contentsOf: corpus.appendingPathComponent(name))))
  }
  let scorer = Scorer(pack: pack, vocabulary: vocabulary, language: .zh)
  let checker = try Checker(pack: pack, vocabulary: vocabulary, language: .zh)
  let content = ReportContent(
    language: .zh, documents: documents, scores: documents.map { scorer.score($0, packWhy: "") },
    packs: [pack],
    vocabulary: vocabulary,
    findings: documents.flatMap { checker.check($0).findings }.map { ReportFinding($0, language: .zh) })
  let (said, errors) = try used(content, "light")
  let expected = [
    "scroll360": "none", "scroll794": "none", "scroll1280": "none", "script": "true", "rows": "431",
    "tablesPerChart": "true", "foundNone": "0", "closed": "true", "opened": "true", "landmarks": "1,1,1,1",
    "unnamed": "0", "doubleIds": "0", "brokenLinks": "0", "headersWithoutScope": "0", "contrast": "enough",
    "injected": "0", "done": "true",
  ]
  for (name, value) in expected.sorted(by: { $0.key < $1.key }) { #expect(said[name] == value, "\(name)") }
  #expect(!errors.contains("CONSOLE"))
}

@Test(.enabled(if: Programs.chromium != nil, "Chromium is not installed: the page is not printed here"))
func aBrowserPrintsThePage() throws {
  let chromium = try #require(Programs.chromium)
  let folder = try Folder()
  let content = try ReportFixture.content([ReportFixture.sheet(1, ReportFixture.variety())])
  let page = try #require(HTMLReport(content, name: "report.html").pages().first)
  try Data(page.bytes).write(to: folder.url("report.html"))
  let (status, _, errors) = try Programs.run(
    chromium,
    [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
      "--no-pdf-header-footer", "--print-to-pdf=\(folder.path)/page.pdf", "file://\(folder.path)/report.html",
    ])
  #expect(status == 0, "\(errors)")
  let pdf = String(decoding: try Data(contentsOf: folder.url("page.pdf")), as: Unicode.ASCII.self)
  // A4 in points.
  #expect(
    pdf.contains("/MediaBox [0 0 594.95996 841.91998]") || pdf.contains("/MediaBox [0 0 595 842]"), "not A4")
}

/// The picture in the README is this page of today; `JIXIAO_RECORD=1 swift test --filter thePictureOfTheREADME` renews it.
@Test(.enabled(if: Programs.chromium != nil, "Chromium is not installed: the page is not drawn here"))
func thePictureOfTheREADME() throws {
  let chromium = try #require(Programs.chromium)
  let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let fixtures = tests.appendingPathComponent("Fixtures")
  let name = "self-assessment-cell-lines.txt"
  let bytes = [UInt8](try Data(contentsOf: fixtures.appendingPathComponent(name)))
  let vocabulary = try ReportFixture.words()
  let reader = DocumentReader(vocabulary: vocabulary, limits: ReadLimits(bytes: 1 << 24), language: .zh)
  let documents = try reader.read(file: name, bytes: bytes)
  let pack = try PackCatalog(vocabulary: vocabulary).pack("mof-2021-101")
  let scorer = Scorer(pack: pack, vocabulary: vocabulary, language: .zh)
  let checker = try Checker(pack: pack, vocabulary: vocabulary, language: .zh)
  let content = ReportContent(
    language: .zh, documents: documents, scores: documents.map { scorer.score($0, packWhy: "") },
    packs: [pack],
    vocabulary: vocabulary,
    findings: documents.flatMap { checker.check($0).findings }.map { ReportFinding($0, language: .zh) })
  let folder = try Folder()
  let page = try #require(HTMLReport(content, name: "report.html").pages().first)
  try Data(page.bytes).write(to: folder.url("report.html"))
  let (status, _, errors) = try Programs.run(
    chromium,
    [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
      "--user-data-dir=\(folder.path)/profile",
      "--blink-settings=preferredColorScheme=1", "--window-size=1000,1080",
      "--screenshot=\(folder.path)/report.png",
      "file://\(folder.path)/report.html",
    ])
  #expect(status == 0, "\(errors)")
  let picture = try Data(contentsOf: folder.url("report.png"))
  #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  #expect((20_000...200_000).contains(picture.count), "\(picture.count) bytes")
  let kept = fixtures.appendingPathComponent("report.png")
  if ProcessInfo.processInfo.environment["JIXIAO_RECORD"] != nil { try picture.write(to: kept) }
  #expect(FileManager.default.fileExists(atPath: kept.path))
}
