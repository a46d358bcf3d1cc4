#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Text of XML with its references resolved: `&lt;`, `&#23383;`, `&#x5B57;`.
enum XMLText {
  static func decoded(_ bytes: [UInt8], _ range: Range<Int>) throws(XMLFault) -> String {
    if !bytes[range].contains(UInt8(ascii: "&")) { return String(decoding: bytes[range], as: UTF8.self) }
    var text: [UInt8] = []
    try append(bytes, range, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds the text of a range; a reference to another entity than the five of XML is refused.
  static func append(_ bytes: [UInt8], _ range: Range<Int>, to text: inout [UInt8]) throws(XMLFault) {
    var at = range.lowerBound
    while let mark = bytes[at..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      text += bytes[at..<mark]
      // No reference that is one is longer than `&#x0010FFFF;`.
      let reach = min(range.upperBound, mark + 14)
      guard let end = bytes[mark..<reach].firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(bytes[(mark + 1)..<end])
      else { throw .malformed(offset: mark) }
      text += Array(String(scalar).utf8)
      at = end + 1
    }
    text += bytes[at..<range.upperBound]
  }

  private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    if name.first == UInt8(ascii: "#") {
      let isHexadecimal = name.dropFirst().first == UInt8(ascii: "x")
      let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
      guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
      // Half a surrogate pair, or NUL, is no character; what it stood for is lost, the rest of the cell is not.
      return number == 0 ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}"
    }
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: return nil
    }
  }
}

/// The encoding of a part of a document, made UTF-8.
enum XMLEncoding {
  static func utf8(_ part: [UInt8]) throws(XMLFault) -> [UInt8] {
    var text = part
    if part.starts(with: [0xFF, 0xFE]) || part.starts(with: [0x3C, 0]) {
      text = try converted(part.first == 0xFF ? Array(part.dropFirst(2)) : part, "UTF-16LE")
    } else if part.starts(with: [0xFE, 0xFF]) || part.starts(with: [0, 0x3C]) {
      text = try converted(part.first == 0xFE ? Array(part.dropFirst(2)) : part, "UTF-16BE")
    } else if part.starts(with: [0xEF, 0xBB, 0xBF]) {
      text.removeFirst(3)
    } else if declaresChinese(part), !TextEncoding.isUTF8(part) {
      text = try converted(part, "GB18030")
    }
    let hasNUL = text.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
    if hasNUL { throw .encoding }
    return text
  }

  private static func converted(_ part: [UInt8], _ encoding: String) throws(XMLFault) -> [UInt8] {
    guard let text = TextEncoding.converted(part, from: encoding) else { throw .encoding }
    return text
  }

  /// `<?xml … encoding="GBK"?>`, of programs that write it so.
  private static func declaresChinese(_ part: [UInt8]) -> Bool {
    guard part.starts(with: Array("<?xml".utf8)), let end = part.firstIndex(of: UInt8(ascii: ">")), end < 200
    else { return false }
    let declaration = String(decoding: part[..<end], as: UTF8.self).lowercased()
    return declaration.contains("\"gb") || declaration.contains("'gb")
  }
}
