import Jixiao
import Testing

@testable import JixiaoDocuments

/// What strangers put into office files, and what becomes of the sheet around it.
@Suite struct HostileWorkbookTests {
  static func sheet(_ name: String, behind: String = "") -> [UInt8] {
    var body = OfficeFiles.body
    body[0][2] = name
    let rows = [[OfficeFiles.title]] + OfficeFiles.head + [OfficeFiles.headings] + body
    return OfficeFiles.xlsx([OfficeFiles.Worksheet(data: OfficeFiles.rows(rows), behind: behind)])
  }

  @Test func aMergedRangeOfSeventeenBillionCells() throws {
    let bytes = Self.sheet("培训场次", behind: "<mergeCells><mergeCell ref=\"A9:XFD1048576\"/></mergeCells>")
    #expect(try reader().read(file: "a", bytes: bytes)[0].sheets[0].indicators.count == 3)
  }

  /// Rows that go up and down, under a range for each and one over all: what is merged is found at once wherever they go.
  @Test func rowsOutOfOrderUnderManyMergedRanges() throws {
    let count = 20_000
    let rows = (1...count).map { number in
      let row = number % 2 == 0 ? number : count - number
      return "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c><c r=\"C\(row)\"><v>1</v></c></row>"
    }
    let ranges = (1...count).map { "<mergeCell ref=\"A\($0):B\($0)\"/>" }
    let all = "<mergeCell ref=\"D1:E\(count)\"/><mergeCell ref=\"E5:F9\"/>"
    let lines = try Shown.xlsx(
      OfficeFiles.Worksheet(
        data: rows.joined(), behind: "<mergeCells>\(ranges.joined())\(all)</mergeCells>"))
    #expect(lines.count == count)
    let expected = (1...count).map { number in
      let row = number % 2 == 0 ? number : count - number
      return row == 1 ? "1: 1|>|1||>" : "\(row): \(row)|>|1|^|^"
    }
    #expect(lines == expected)
  }

  @Test func tensOfThousandsOfHiddenColumns() throws {
    let columns = (0..<20_000).map { "<col min=\"\(300 + $0 * 2)\" max=\"\(300 + $0 * 2)\" hidden=\"1\"/>" }
    let more = "<col min=\"2\" max=\"4\" hidden=\"1\"/><col min=\"3\" max=\"6\" hidden=\"1\"/>"
    let rows = (1...2_000).map { row in
      "<row r=\"\(row)\">" + (1...8).map { "<c><v>\($0)</v></c>" }.joined() + "</row>"
    }
    let lines = try Shown.xlsx(
      OfficeFiles.Worksheet(data: rows.joined(), before: "<cols>\(columns.joined())\(more)</cols>"))
    #expect(lines == (1...2_000).map { "\($0): 1||||||7|8" })
  }

  @Test func aHugeCellIsReportedAndTheRestRead() throws {
    let bytes = Self.sheet(String(repeating: "a", count: 2 << 20))
    let document = try reader().read(file: "a", bytes: bytes)[0]
    #expect(document.sheets[0].indicators.count == 2)
    #expect(document.unread.contains { $0.why.contains("cellBytes=65536") && $0.text.utf8.count < 200 })
  }

  @Test(arguments: [
    ("培训\u{202E}场次", "培训场次"), ("培\u{200B}训\u{2060}场\u{FEFF}次", "培训场次"), ("培训_xD800_场次", "培训\u{FFFD}场次"),
    ("培训_x0000_场次", "培训场次"),
  ])
  func invisibleAndImpossibleCharacters(text: String, read: String) throws {
    let document = try reader().read(file: "a", bytes: Self.sheet(text))[0]
    #expect(document.sheets[0].indicators[0].level3 == read)
  }

  @Test func aNULInXMLIsAFault() throws {
    let fault = try packageFault(Self.sheet("培训\0场次"))
    #expect(fault == .xml(part: "xl/worksheets/s0.xml", .encoding))
  }

  @Test(arguments: [
    "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://example.org\">]>",
  ])
  func entitiesOutsideAreRefused(declaration: String) throws {
    let part = Array("\(declaration)<w:document><w:body/></w:document>".utf8)
    #expect(try packageFault(OfficeFiles.docx(part: part)) == .xml(part: "word/document.xml", .doctype))
  }

  @Test func limitsAreRaised() throws {
    let deep =
      String(repeating: "<w:sdt>", count: 600) + OfficeFiles.p("x")
      + String(repeating: "</w:sdt>", count: 600)
    let bytes = OfficeFiles.docx(deep)
    #expect(try packageFault(bytes) == .xml(part: "word/document.xml", .tooDeep(limit: 512)))
    #expect(throws: ReadError.self) {
      try reader(limits: ReadLimits(depth: 700)).read(file: "a", bytes: bytes)
    }
    var error: ReadError?
    do { _ = try reader(limits: ReadLimits(depth: 700)).read(file: "a", bytes: bytes) } catch let e
      as ReadError
    { error = e }
    if case .noSheet = error?.kind {} else { Issue.record("\(String(describing: error))") }
    let long = Self.sheet(String(repeating: "长", count: 30_000))
    let whole = try reader(limits: ReadLimits(cellBytes: 100_000)).read(file: "a", bytes: long)[0]
    #expect(whole.sheets[0].indicators.count == 3 && whole.unread.isEmpty)
  }
}
