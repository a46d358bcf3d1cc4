/// Names of entries as people read them; a name is never used as a path.
enum ZipNames {
  /// The name in UTF-8 where the archive says so or its bytes show it, else in GBK, the custom of Chinese programs.
  static func decoded(_ raw: [UInt8], saysUTF8: Bool, extra: ArraySlice<UInt8>) -> String {
    if let unicode = unicodePath(extra) { return String(decoding: unicode, as: UTF8.self) }
    if saysUTF8 || TextEncoding.isUTF8(raw) { return String(decoding: raw, as: UTF8.self) }
    let chinese = TextEncoding.converted(raw, from: "GB18030") ?? raw
    return String(decoding: chinese, as: UTF8.self)
  }

  /// The name for messages and outputs: forward slashes, and a mark for control and bidirectional characters.
  static func displayed(_ name: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x5C: shown.append("/")
      case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// Info-ZIP's Unicode path, extra field 0x7075: version, checksum, name.
  private static func unicodePath(_ extra: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var at = extra.startIndex
    while extra.endIndex - at >= 4 {
      let kind = Int(extra[at]) | Int(extra[at + 1]) << 8
      let size = Int(extra[at + 2]) | Int(extra[at + 3]) << 8
      guard size <= extra.endIndex - at - 4 else { return nil }
      if kind == 0x7075, size > 5 { return extra[(at + 9)..<(at + 4 + size)] }
      at += 4 + size
    }
    return nil
  }
}
