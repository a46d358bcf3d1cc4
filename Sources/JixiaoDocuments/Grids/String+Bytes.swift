#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension String {
  /// Whether a byte is among those of the text; far faster than asking them one by one.
  func holds(_ byte: UInt8) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
    return found ?? utf8.contains(byte)
  }

  /// Whether a word is among the bytes of the text: of folded texts that is where it is among their characters.
  func holds(_ word: String) -> Bool {
    var (text, word) = (self, word)
    return text.withUTF8 { text in
      word.withUTF8 { word in
        if word.isEmpty { return true }
        guard let start = text.baseAddress, let first = word.baseAddress else { return false }
        var at = 0
        while text.count - at >= word.count {
          let found = memchr(start + at, Int32(first[0]), text.count - at - word.count + 1)
          guard let found else { return false }
          at = UnsafeRawPointer(found) - UnsafeRawPointer(start)
          if memcmp(start + at, first, word.count) == 0 { return true }
          at += 1
        }
        return false
      }
    }
  }
}
