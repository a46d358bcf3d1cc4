import Testing

@testable import JixiaoReports

/// Bytes that deflate cannot shrink away, the same on every run.
private func noise(_ count: Int) -> [UInt8] {
  var state: UInt64 = 7
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 56)
  }
}

@Test(arguments: [0, 1, 65_535, 65_536, 65_537, 400_000])
func anEntryComesBackWhole(_ count: Int) throws {
  let text = String(decoding: noise(count).map { $0 & 0x7F }, as: UTF8.self)
  var zip = ZipWriter()
  zip.add("目录/一.xml", text)
  zip.add("b.xml") { entry in
    // In pieces that do not fall on the block's edges.
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      entry.write(Array(rest.prefix(10_007)))
      rest = rest.dropFirst(10_007)
    }
  }
  let files = try ZipFiles(zip.finish())
  #expect(files.names == ["目录/一.xml", "b.xml"])
  #expect(try files.text("目录/一.xml") == text)
  #expect(try files.text("b.xml") == text)
}

@Test func theSameEntriesAreTheSameBytes() {
  func archive() -> [UInt8] {
    var zip = ZipWriter()
    zip.add("a", "绩效")
    return zip.finish()
  }
  #expect(archive() == archive())
}
