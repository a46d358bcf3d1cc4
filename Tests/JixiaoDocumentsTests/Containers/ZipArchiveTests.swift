import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite struct ZipArchiveTests {
  static let text = String(repeating: "绩效指标，", count: 500)

  /// The only entry's content, read back.
  static func content(_ entry: ZipWriter.Entry, hasZip64End: Bool = false, comment: String = "") throws
    -> [UInt8]
  {
    let bytes = ZipWriter.archive([entry], comment: comment, hasZip64End: hasZip64End)
    var budget = ZipInflate.Budget(ReadLimits())
    let archive = try ZipArchive(bytes, limits: budget.limits)
    return try archive.content(of: archive.entries[0], budget: &budget)
  }

  @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
  func storedAndDeflatedWithAndWithoutDescriptor(isDeflated: Bool, hasDescriptor: Bool) throws {
    var entry = ZipWriter.Entry("a", Array(Self.text.utf8), isDeflated: isDeflated)
    entry.hasDescriptor = hasDescriptor
    #expect(try Self.content(entry) == Array(Self.text.utf8))
    #expect(try Self.content(entry, comment: "PK\u{5}\u{6} 注") == Array(Self.text.utf8))
  }

  @Test(arguments: [false, true]) func zip64(hasEnd: Bool) throws {
    var entry = ZipWriter.Entry("a", Array(Self.text.utf8), isDeflated: true)
    entry.isZip64 = true
    #expect(try Self.content(entry, hasZip64End: hasEnd) == Array(Self.text.utf8))
  }

  static let gbk: [UInt8] = [0xD7, 0xD4, 0xC6, 0xC0, 0xB1, 0xED, 0x2E, 0x64, 0x6F, 0x63, 0x78]

  @Test func namesInUTF8AndGBK() throws {
    var chinese = ZipWriter.Entry("", "")
    chinese.name = Self.gbk
    chinese.flags = 0
    var unmarked = ZipWriter.Entry("自评表.xlsx", "")
    unmarked.flags = 0
    let archive = try ZipArchive(ZipWriter.archive([chinese, unmarked]), limits: ReadLimits())
    #expect(archive.entries.map(\.name) == ["自评表.docx", "自评表.xlsx"])
  }

  @Test(arguments: [
    ("../../etc/passwd", "../../etc/passwd"), ("/etc/passwd", "/etc/passwd"), ("..\\a.csv", "../a.csv"),
    ("a\0b", "a\u{FFFD}b"), ("\u{202E}vsc.exe", "\u{FFFD}vsc.exe"), ("C:\\x", "C:/x"),
  ])
  func tricksInNamesAreShownAndNothingMore(name: String, shown: String) throws {
    let archive = try ZipArchive(ZipWriter.archive([ZipWriter.Entry(name, "")]), limits: ReadLimits())
    #expect(archive.entries[0].name == shown)
  }

  static let sheet = "sheet,level3,operator,target,weight\n1,培训人数,>=,400,20\n"

  @Test func documentsOfAnArchiveInOrderOfTheirNames() throws {
    let inner = ZipWriter.archive([ZipWriter.Entry("x.csv", Self.sheet)])
    var chinese = ZipWriter.Entry("", Self.sheet)
    chinese.name = Self.gbk
    chinese.flags = 0
    let bytes = ZipWriter.archive([
      ZipWriter.Entry("乙/b.csv", Self.sheet), ZipWriter.Entry("乙/", ""), chinese,
      ZipWriter.Entry("a.csv", Self.sheet),
      ZipWriter.Entry("a.csv", Self.sheet), ZipWriter.Entry("in.zip", inner),
      ZipWriter.Entry("__MACOSX/._a.csv", "x"),
      ZipWriter.Entry("p.jpg", [0xFF, 0xD8, 0xFF]),
    ])
    let documents = try reader().read(file: "a.zip", bytes: bytes)
    #expect(
      documents.map(\.file) == [
        "a.zip!/a.csv", "a.zip!/a.csv (2)", "a.zip!/in.zip!/x.csv", "a.zip!/p.jpg", "a.zip!/乙/b.csv",
        "a.zip!/自评表.docx",
      ])
    #expect(documents.map(\.sheets.count) == [1, 1, 1, 0, 1, 1])
    // What cannot be read is told where it lies.
    #expect(documents[3].unread.map(\.text) == ["p.jpg"])
    #expect(documents[3].unread[0].why.contains("图片"))
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let fault: PackageFault
    var limits = ReadLimits()
  }

  static func docx(_ change: (inout ZipWriter.Entry) -> Void) -> [UInt8] {
    var entry = ZipWriter.Entry("word/document.xml", Array("<w:document/>".utf8), isDeflated: true)
    change(&entry)
    return ZipWriter.archive([entry])
  }

  static let zeros = [UInt8](repeating: 0x20, count: 40 << 20)

  static let faults: [Fault] = [
    Fault(testDescription: "end is missing", bytes: Array("PK\u{3}\u{4}".utf8), fault: .cutOff),
    Fault(testDescription: "nothing inside", bytes: ZipWriter.archive([]), fault: .nothingInside),
    Fault(
      testDescription: "password", bytes: docx { $0.flags |= 1 }, fault: .password(entry: "word/document.xml")
    ),
    Fault(
      testDescription: "method 99", bytes: docx { $0.method = 99 },
      fault: .packedUnknown(entry: "word/document.xml", method: 99)),
    Fault(
      testDescription: "checksum", bytes: docx { $0.claimedChecksum = 1 },
      fault: .damaged(entry: "word/document.xml")),
    Fault(
      testDescription: "false size", bytes: docx { $0.claimedSize = 5 },
      fault: .damaged(entry: "word/document.xml")),
    Fault(
      testDescription: "size past the limit", bytes: docx { $0.claimedSize = 0x7FFF_FFFF },
      fault: .entryTooLarge(entry: "word/document.xml", limit: 256 << 20)),
    Fault(
      testDescription: "ratio", bytes: docx { $0.content = zeros },
      fault: .inflatesTooFar(entry: "word/document.xml", limit: 250)),
    Fault(
      testDescription: "lies about its size and inflates past the limit",
      bytes: docx { ($0.content, $0.claimedSize) = (zeros, 10) },
      fault: .entryTooLarge(entry: "word/document.xml", limit: 1 << 20), limits: ReadLimits(bytes: 1 << 20)),
    Fault(
      testDescription: "all together", bytes: docx { $0.content = zeros },
      fault: .tooMuchInside(limit: 1 << 20),
      limits: ReadLimits(inflatedBytes: 1 << 20)),
    Fault(
      testDescription: "count", bytes: ZipWriter.archive((0..<30).map { ZipWriter.Entry("\($0)", "") }),
      fault: .tooManyEntries(count: 30, limit: 20), limits: ReadLimits(entries: 20)),
    Fault(
      testDescription: "part missing", bytes: ZipWriter.archive([OfficeFiles.relations("word/x.xml")]),
      fault: .partMissing("word/x.xml")),
    Fault(
      testDescription: "part twice",
      bytes: ZipWriter.archive([
        ZipWriter.Entry("word/document.xml", "<a/>"), ZipWriter.Entry("Word/Document.xml", "<b/>"),
      ]),
      fault: .partTwice("word/document.xml")),
    Fault(
      testDescription: "slides",
      bytes: ZipWriter.archive([
        OfficeFiles.relations("ppt/presentation.xml"), ZipWriter.Entry("ppt/presentation.xml", ""),
      ]),
      fault: .otherKind(.slides)),
    Fault(
      testDescription: "OFD", bytes: ZipWriter.archive([ZipWriter.Entry("OFD.xml", "")]),
      fault: .otherKind(.ofd)),
  ]

  @Test(arguments: faults) func fault(_ example: Fault) throws {
    #expect(try packageFault(example.bytes, limits: example.limits) == example.fault)
  }

  @Test func limitsAreNamed() throws {
    let fault = try #require(
      try packageFault(
        ZipWriter.archive([ZipWriter.Entry("a", ""), ZipWriter.Entry("b", "")]),
        limits: ReadLimits(entries: 1)))
    #expect(fault.reason(in: .en).contains("entries=1") && fault.reason(in: .zh).contains("entries=1"))
  }

  @Test func archivesInArchivesHaveALimit() throws {
    var bytes = ZipWriter.archive([ZipWriter.Entry("a.csv", Self.sheet)])
    for level in 0..<2 { bytes = ZipWriter.archive([ZipWriter.Entry("\(level).zip", bytes)]) }
    #expect(try reader().read(file: "a.zip", bytes: bytes).map(\.sheets.count) == [1])
    bytes = ZipWriter.archive([ZipWriter.Entry("2.zip", bytes)])
    let deep = try reader().read(file: "a.zip", bytes: bytes)
    #expect(deep.map(\.sheets.count) == [0] && deep[0].unread[0].why.contains("nesting=3"))
  }

  @Test func allThatArchivesHoldCountsTogether() throws {
    let inner = ZipWriter.archive([
      ZipWriter.Entry("x", [UInt8](repeating: 0x20, count: 600_000), isDeflated: true)
    ])
    let bytes = ZipWriter.archive((0..<4).map { ZipWriter.Entry("\($0).zip", inner) })
    let documents = try reader(limits: ReadLimits(inflatedBytes: 1 << 20)).read(file: "a.zip", bytes: bytes)
    #expect(documents.count == 4)
    #expect(documents[3].unread[0].why.contains("inflatedBytes=1048576"))
  }
}
