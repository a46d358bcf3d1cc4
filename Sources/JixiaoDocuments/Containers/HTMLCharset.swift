import Jixiao

/// The text of a web page whose own word about its encoding is needed: one declared UTF-8 that holds a few broken bytes.
enum HTMLCharset {
  /// The page in UTF-8, broken bytes as U+FFFD; nil where its bytes speak for themselves.
  static func mended(_ bytes: [UInt8]) -> [UInt8]? {
    guard declared(bytes) == "utf-8", !TextEncoding.isUTF8(bytes), !bytes.contains(0) else { return nil }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// The encoding that `<meta charset=…>` or `<meta content="…charset=…">` names, in lower case, within the first 4 KiB.
  static func declared(_ bytes: [UInt8]) -> String? {
    var tokens = HTMLTokens(Array(bytes.prefix(4096)))
    while let (token, _) = tokens.next() {
      guard case .open("meta", let attributes, _) = token else { continue }
      if let charset = attributes["charset"] { return charset.lowercased().withoutSpace }
      if let content = attributes["content"]?.lowercased(), let mark = content.firstRange(of: "charset=") {
        return content[mark.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
          .withoutSpace
      }
    }
    return nil
  }
}
