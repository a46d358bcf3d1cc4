import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite("Encodings are told apart by their bytes")
struct EncodingTests {
  @Test(arguments: ["GB18030", "UTF-16LE", "UTF-16BE", "UTF-8"])
  func theSameSheets(encoding: String) throws {
    let plain = try #require(Files.bytes(Files.fixtures + "/self-assessment-cell-lines.txt"))
    let expected = try reader().read(file: "a", bytes: plain)[0].sheets
    let marks: [String: [UInt8]] = [
      "UTF-16LE": [0xFF, 0xFE], "UTF-16BE": [0xFE, 0xFF], "UTF-8": [0xEF, 0xBB, 0xBF],
    ]
    let converted = try #require(TextEncoding.converted(plain, from: "UTF-8", to: encoding))
    let read = try reader().read(file: "a", bytes: (marks[encoding] ?? []) + converted)
    #expect(read[0].sheets == expected)
  }

  @Test(
    arguments: [
      ("doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], TextEncoding.Foreign.compoundFile),
      ("NUL", [0x61, 0x00, 0x62], .binary), ("neither", [0x61, 0xFF, 0xFF, 0x62], .unknownEncoding),
      ("control bytes", [0x81, 0x01, 0x02, 0xFF], .binary),
    ] as [(String, [UInt8], TextEncoding.Foreign)])
  func whatIsNoText(name: String, bytes: [UInt8], found: TextEncoding.Foreign) throws {
    let reader = try reader()
    #expect(throws: ReadError(file: "a", .notText(found: found))) { try reader.read(file: "a", bytes: bytes) }
  }
}
