import Jixiao

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The encodings in which sheets are published, told apart by their bytes.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 BOM"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"

  /// Bytes that are no text of these encodings.
  public enum Foreign: String, Error, Sendable, Equatable {
    case compoundFile, pdf, image, rtf, binary, unknownEncoding

    public func reason(in language: Language) -> String {
      switch self {
      case .compoundFile:
        language.pick(
          "这是旧版 Office 文件（doc、xls、wps、et）。请另存为 CSV 或纯文本。",
          "this is an old Office file (doc, xls, wps, et); save it as CSV or plain text")
      case .pdf:
        language.pick(
          "这是 PDF，本版不直接读取。请先用 pdftotext -layout 转成文本。",
          "this is a PDF, which is not read yet; turn it into text with pdftotext -layout first")
      case .image:
        language.pick("这是图片，没有文字可读。请先做文字识别。", "this is an image without text; run text recognition first")
      case .rtf:
        language.pick("这是 RTF。请另存为纯文本。", "this is RTF; save it as plain text")
      case .binary:
        language.pick(
          "不是文本（含 NUL 等二进制内容）。请检查是否选错文件。",
          "not text (it contains NUL or other binary bytes); check that it is the right file")
      case .unknownEncoding:
        language.pick(
          "编码认不出：既不是 UTF-8、带 BOM 的 UTF-16，也不是 GB18030。请另存为 UTF-8。",
          "unknown encoding: neither UTF-8, UTF-16 with a BOM, nor GB18030; save it as UTF-8")
      }
    }
  }

  /// The same text as UTF-8 without a mark, and the encoding it was in.
  static func decoded(_ bytes: [UInt8]) throws(Foreign) -> (utf8: [UInt8], encoding: TextEncoding) {
    if let foreign = foreign(bytes) { throw foreign }
    if bytes.starts(with: [0xFF, 0xFE]) {
      guard let text = converted(Array(bytes.dropFirst(2)), from: "UTF-16LE") else { throw .unknownEncoding }
      return (text, .utf16LittleEndian)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      guard let text = converted(Array(bytes.dropFirst(2)), from: "UTF-16BE") else { throw .unknownEncoding }
      return (text, .utf16BigEndian)
    }
    if bytes.contains(0) { throw .binary }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let body = hasMark ? Array(bytes.dropFirst(3)) : bytes
    if isUTF8(body) { return (body, hasMark ? .utf8WithMark : .utf8) }
    // Control bytes other than white space do not occur in text of either encoding.
    if body.contains(where: { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20) }) { throw .binary }
    guard !hasMark, let text = converted(body, from: "GB18030") else { throw .unknownEncoding }
    return (text, .gb18030)
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func foreign(_ bytes: [UInt8]) -> Foreign? {
    let signatures: [([UInt8], Foreign)] = [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile), (Array("%PDF-".utf8), .pdf),
      ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
      (Array("{\\rtf".utf8), .rtf),
    ]
    return signatures.first { bytes.starts(with: $0.0) }?.1
  }

  /// The bytes in UTF-8; nil where they are not of that encoding.
  static func converted(_ bytes: [UInt8], from encoding: String, to target: String = "UTF-8") -> [UInt8]? {
    guard let converter = iconv_open(target, encoding), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    // No encoding here grows by more than three times on its way to UTF-8.
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    var input = bytes.map { CChar(bitPattern: $0) }
    let written: Int? = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress
        var left = source.count
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = target.count
        let failed = iconv(converter, &from, &left, &to, &room) == -1
        return failed || left > 0 ? nil : target.count - room
      }
    }
    guard let written else { return nil }
    return Array(output[..<written])
  }
}
