import Jixiao
import Testing

@testable import JixiaoDocuments

/// Files from strangers end in a result or a typed error; a trap would end the test run.
@Suite struct PackageBadInputTests {
  static let samples: [(String, [UInt8])] = [
    ("docx", SameSheetTests.docx), ("xlsx", SameSheetTests.xlsx),
    (
      "zip",
      ZipWriter.archive([
        ZipWriter.Entry("a.docx", SameSheetTests.docx),
        ZipWriter.Entry("b.csv", Array(SameSheetTests.flat.utf8), isDeflated: true),
      ])
    ),
  ]

  /// Made once: the vocabulary costs more than the files here.
  static let tolerant = Result { try reader(limits: ReadLimits(bytes: 8 << 20, inflatedBytes: 32 << 20)) }

  static func readAnyway(_ bytes: [UInt8]) throws {
    let reader = try tolerant.get()
    do { _ = try reader.read(file: "a", bytes: bytes) } catch {
      #expect(!error.message(in: .zh).isEmpty && !error.message(in: .en).isEmpty)
    }
  }

  @Test(arguments: samples.indices) func cutOffAtEverySixteenth(_ index: Int) throws {
    let bytes = Self.samples[index].1
    for part in 1..<16 {
      let cut = Array(bytes[..<(bytes.count * part / 16)])
      if cut.count >= 4 { #expect(try packageFault(cut) == .cutOff) }
    }
  }

  /// A generator of its own, so that the same files come on every machine.
  struct Seeded {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  @Test(arguments: samples.indices) func flippedBits(_ index: Int) throws {
    var random = Seeded(state: UInt64(index) + 1)
    for _ in 0..<500 {
      var bytes = Self.samples[index].1
      for _ in 0...random.next(below: 3) {
        bytes[random.next(below: bytes.count)] ^= 1 << UInt8(random.next(below: 8))
      }
      try Self.readAnyway(bytes)
    }
  }

  /// The archive is sound and its XML is not, so that the readers of parts are reached.
  @Test func mutatedParts() throws {
    let body = OfficeFiles.p(OfficeFiles.title) + OfficeFiles.table([OfficeFiles.headings] + OfficeFiles.body)
    let document = Array("<w:document><w:body>\(body)</w:body></w:document>".utf8)
    let pieces = [
      "<w:tbl>", "</w:tbl>", "<w:tc>", "</w:tc>", "<w:tr>", "<w:gridSpan w:val='999999999'/>", "&", "<", "\0",
      "<w:txbxContent>", "</w:p>", "<w:p>", "<w:del>",
    ]
    var random = Seeded(state: 7)
    for _ in 0..<500 {
      var part = document
      for _ in 0...random.next(below: 3) {
        let at = random.next(below: part.count)
        switch random.next(below: 3) {
        case 0: part.insert(contentsOf: Array(pieces[random.next(below: pieces.count)].utf8), at: at)
        case 1: part.removeSubrange(at..<min(part.count, at + random.next(below: 40)))
        default: part[at] = UInt8(random.next(below: 256))
        }
        if part.isEmpty { part = document }
      }
      try Self.readAnyway(OfficeFiles.docx(part: part))
    }
  }

  /// Elements in senseless places are well-formed XML and no table.
  @Test(arguments: [
    "<w:tc><w:p/></w:tc>", "<w:tr><w:tr/></w:tr>", "<w:tbl><w:tc/></w:tbl>", "<w:t>a</w:t>",
    "<w:r><w:t>a</w:t></w:r>",
    "<w:txbxContent/>", "<w:tbl><w:tr/></w:tbl>", "<w:trPr><w:del/></w:trPr>",
    "<w:tcPr><w:gridSpan w:val='-5'/></w:tcPr>",
    "<mc:Fallback/>", "<w:sdtContent/>",
    "<w:p><w:r><w:tab/></w:r><w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:p>",
  ])
  func senselessElements(_ body: String) throws { _ = try Shown.docx(body) }

  @Test func deepTablesAreRefused() throws {
    let deep = String(repeating: "<w:tbl><w:tr><w:tc>", count: 400)
    let fault = try packageFault(OfficeFiles.docx(deep))
    #expect(fault == .xml(part: "word/document.xml", .tooDeep(limit: 512)))
    let closed =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: 160) + OfficeFiles.p("x")
      + String(repeating: "</w:tc></w:tr></w:tbl>", count: 160)
    #expect(try Shown.docx(closed) == ["x"])
  }

  @Test func entityExpansionIsRefused() throws {
    let bomb =
      "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document><w:t>&b;</w:t></w:document>"
    #expect(
      try packageFault(OfficeFiles.docx(part: Array(bomb.utf8))) == .xml(part: "word/document.xml", .doctype))
  }

  @Test func aLongCellIsReported() throws {
    var body = OfficeFiles.body
    body[0][2] = String(repeating: "长", count: 30_000)
    let bytes = OfficeFiles.docx(
      OfficeFiles.p(OfficeFiles.title) + OfficeFiles.table([OfficeFiles.headings] + body))
    let document = try reader().read(file: "a", bytes: bytes)[0]
    #expect(document.sheets[0].indicators.count == 2)
    #expect(
      document.unread.contains { $0.why.contains("65536") && $0.place.row == 2 && $0.place.column == 3 })
  }

  @Test func aMillionBlankRowsAreCheap() throws {
    var data = ""
    for row in 1...200_000 { data += "<row r=\"\(row)\"><c r=\"A\(row)\" s=\"1\"/></row>" }
    data += "<row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>完</v></c></row>"
    #expect(try Shown.xlsx(OfficeFiles.Worksheet(data: data)) == ["1048576: 完"])
  }

  @Test func rowsPastTheLimit() throws {
    let data = OfficeFiles.rows([OfficeFiles.headings] + OfficeFiles.body)
    let error = #expect(throws: ReadError.self) {
      try reader(limits: ReadLimits(rows: 3)).read(
        file: "a", bytes: OfficeFiles.xlsx([OfficeFiles.Worksheet(name: "甲", data: data)]))
    }
    #expect(error?.kind == .tooManyRows(limit: 3) && error?.place.row == 4 && error?.place.worksheet == "甲")
  }

  @Test func anEncryptedOfficeFileSaysSo() throws {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
    bytes +=
      Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), 0] } + [UInt8](repeating: 0, count: 96)
    let error = #expect(throws: ReadError.self) { try reader().read(file: "a.docx", bytes: bytes) }
    #expect(error?.kind == .encrypted)
    #expect(error?.message(in: .en).contains("password") == true)
  }

  @Test func theNameOfAFileMeansNothing() throws {
    #expect(try reader().read(file: "a.txt", bytes: SameSheetTests.docx)[0].reader == "docx")
    #expect(try reader().read(file: "a.docx", bytes: SameSheetTests.xlsx)[0].reader == "xlsx")
  }
}
