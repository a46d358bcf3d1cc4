import Jixiao
import JixiaoReports
import Testing

@testable import JixiaoDocuments

/// A few hundred damaged files of every form that is text; `Benchmarks/Documents/mutate.py` damages 20,000 of all forms.
@Suite struct MutationTests {
  static let samples: [(String, [UInt8])] = [
    ("csv", Array(SameSheetTests.flat.utf8)), ("tabs", Array(SameSheetTests.tabs.utf8)),
    ("pipes", Array(SameSheetTests.tabs.replacing("\t", with: "|").utf8)),
    ("lines", Array(SameSheetTests.tabs.replacing("\t", with: "\n").utf8)),
    ("html", Array(SameSheetTests.html.utf8)), ("json", SheetsJSON.render(sheets)),
    ("ndjson", SheetsNDJSON.render(sheets)), ("word boxes", Array("%PDF-1.7".utf8)),
  ]

  private static var sheets: [Document] {
    (try? documents(SameSheetTests.tabs)) ?? []
  }

  static let pieces = [
    "\0", "\u{202E}", "\u{200B}", "\u{FEFF}", "<td rowspan=1000000000 colspan=1000000000>", "</table>",
    "<!--",
    "&#xD800;", "\"", "[[[[[[", "\\ud800", "1e999", "99999999999999999999999999999999999999999", "\r\n",
    "三级指标", "≥",
    "项目支出绩效自评表（2024年度）", "=cmd|'/c calc'!A1", "{", "}", "|||||", "\t\t\t", "…",
  ]

  @Test(arguments: samples.indices) func damagedTextsEndInSheetsOrAnError(_ index: Int) throws {
    var random = PackageBadInputTests.Seeded(state: UInt64(index) + 11)
    let boxes = Self.boxes
    for _ in 0..<40 {
      let isBoxes = Self.samples[index].0 == "word boxes"
      var bytes = isBoxes ? boxes : Self.samples[index].1
      for _ in 0...random.next(below: 3) {
        let at = random.next(below: max(1, bytes.count))
        switch random.next(below: 5) {
        case 0: bytes[at] ^= 1 << UInt8(random.next(below: 8))
        case 1: bytes.insert(contentsOf: Self.pieces[random.next(below: Self.pieces.count)].utf8, at: at)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + random.next(below: 60)))
        case 3: bytes.insert(contentsOf: [0xED, 0xA0, 0x80], at: at)
        default:
          bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: random.next(below: at + 1))
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      if isBoxes { try Self.readBoxes(bytes) } else { try PackageBadInputTests.readAnyway(bytes) }
    }
  }

  static func readBoxes(_ words: [UInt8]) throws {
    let tools = ConverterTools(
      pdfWords: { (_) throws(ConverterTools.Failure) in words },
      officePage: { (_, _) throws(ConverterTools.Failure) in throw .absent })
    let reader = DocumentReader(vocabulary: try PackageBadInputTests.tolerant.get().vocabulary, tools: tools)
    do { _ = try reader.read(file: "a", bytes: Array("%PDF-1.7".utf8)) } catch {
      #expect(!error.message(in: .zh).isEmpty)
    }
  }

  private static var boxes: [UInt8] {
    var page = ""
    for (row, cells) in ([[OfficeFiles.title], OfficeFiles.headings] + OfficeFiles.body).enumerated() {
      for (column, text) in cells.enumerated() {
        let (left, top) = (20 + column * 80, 40 + row * 20)
        page +=
          "<word xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(left + text.count * 10)\" yMax=\"\(top + 10)\">\(text)</word>"
      }
    }
    return Array(
      "<html><body><doc><page width=\"600\" height=\"800\">\(page)</page></doc></body></html>".utf8)
  }

  /// Found by mutation: the name of a key was held against every known one in time that grew with its length.
  @Test func anUnknownKeyOfAMebibyteIsNamedShortly() throws {
    let key = String(repeating: "k", count: 1 << 20)
    let json = "{\"documents\":[{\"sheets\":[{\"indicators\":[{\"level3\":\"a\",\"\(key)\":1}]}]}]}"
    let document = try documents(json)[0]
    #expect(document.notices.count == 1 && document.notices[0].utf8.count < 400)
  }

  /// Found by mutation: a table that lost its lines and repeats its headings had a hundred columns.
  @Test(arguments: [(30_000, 12, true), (40_000, 12, false), (2_000, 60, true), (3_000, 60, false)])
  func theSearchForColumnsHasABound(tokens: Int, columns: Int, holds: Bool) {
    #expect(ColumnLattice.holds(tokens, columns: columns) == holds)
  }
}
