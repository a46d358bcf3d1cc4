import Jixiao
import JixiaoDocuments
import JixiaoStream

/// How hostile bytes reach each container reader: as the part that it parses, behind everything that is sound.
enum Readers {
  static let all: [String: @Sendable ([UInt8]) -> Void] = [
    "docx": { read(OneFileZip.document($0)) },
    "xlsx": { read(OneFileZip.workbook($0)) },
    "zip": { read([0x50, 0x4B, 0x03, 0x04] + $0) },
    "html": { read(Array("<!DOCTYPE html><html>".utf8) + $0) },
    "pdf": { read(Array("%PDF-1.7".utf8), words: $0) },
    "text": { read($0) },
    "csv": { read(Array("一级指标,二级指标,三级指标,指标值,分值\n".utf8) + $0) },
    "json": { read(Array("{\"schema\":\"jixiao.sheets/1\",\"documents\":[".utf8) + $0) },
    "gzip": { inflate($0) },
  ]

  private static let vocabulary: Vocabulary? = try? Vocabulary.embedded()

  /// Reads a file; any result and any typed error is a good end.
  private static func read(_ bytes: [UInt8], words: [UInt8] = []) {
    guard let vocabulary else { return }
    let tools = ConverterTools(
      pdfWords: { (_) throws(ConverterTools.Failure) in words },
      officePage: { (_, _) throws(ConverterTools.Failure) in throw .absent })
    _ = try? DocumentReader(vocabulary: vocabulary, tools: tools).read(file: "a", bytes: bytes)
  }

  private static func inflate(_ bytes: [UInt8]) {
    let input = GzipInput(RejoinedInput([0x1F, 0x8B] + bytes, before: Nothing()))
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { room.deallocate() }
    var left = 1 << 10
    while left > 0, let count = try? input.read(into: room), count > 0 { left -= 1 }
  }

  /// The end of every input.
  private final class Nothing: StreamInput {
    func read(into target: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int { 0 }
  }
}
