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
