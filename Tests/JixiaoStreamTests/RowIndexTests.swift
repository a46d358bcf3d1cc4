import Testing

@testable import JixiaoStream

@Suite struct RowIndexTests {
  /// Rows as lists of fields, by the index.
  private func rows(_ text: String, expecting: Int) -> [[String]] {
    let bytes = Array(text.utf8)
    let block = Block(capacity: bytes.count)
    block.bytes.update(from: bytes, count: bytes.count)
    var index = RowIndex(capacity: bytes.count)
    index.scan(block.bytes, count: bytes.count, expecting: expecting)
    return (0..<index.rowCount).map { number in
      let row = index.row(number, block.bytes, expecting: expecting)
      return (0..<row.count).map { String(decoding: row.field($0).bytes, as: UTF8.self) }
    }
  }

  @Test(arguments: [0, 1, 40, 61, 62, 63, 64, 65, 127, 128])
  func fieldsAcrossWords(padding: Int) {
    let long = String(repeating: "x", count: padding)
    #expect(rows("a,\(long),c\n1,,3\n", expecting: 3) == [["a", long, "c"], ["1", "", "3"]])
    #expect(rows("a,\(long)\n1,2,3\n,\n", expecting: 2) == [["a", long], ["1", "2", "3"], ["", ""]])
    #expect(rows("\"\(long),\",b\nc,\"d\"\n", expecting: 2) == [["\(long),", "b"], ["c", "d"]])
  }

  @Test(arguments: [0, 30, 58, 59, 60, 61, 62, 63, 64])
  func aNewlineWithinQuotesEndsTheRow(padding: Int) {
    let long = String(repeating: "x", count: padding)
    let found = rows("\(long)\"a,b\nc,d\n\"e,f\",g\n", expecting: 2)
    #expect(found.count == 3)
    #expect(found[1] == ["c", "d"])
    #expect(found[2] == ["e,f", "g"])
  }

  @Test(arguments: [
    ("7", 7, 0), ("12.50", 1250, 2), ("0.5", 5, 1), ("12345678", 12_345_678, 0), ("1.234567", 1_234_567, 6),
  ])
  func decimals(text: String, digits: UInt64, places: Int) {
    let bytes = Array(text.utf8) + Array("xyz,9876543210".utf8)
    let word = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { DecimalWord($0, count: text.utf8.count) }
    }
    #expect(word?.digits == digits)
    #expect(word?.places == places)
  }

  @Test(arguments: [
    "", "-5", "5.", ".5", "1.2.3", "5%", "1,5", "123456789", " 5", "５", "1e5", "5\u{0}", "+1",
  ])
  func whatIsNoPlainDecimal(text: String) {
    let bytes = Array(text.utf8) + Array("00000000".utf8)
    let word = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { DecimalWord($0, count: text.utf8.count) }
    }
    #expect(word == nil)
  }
}
