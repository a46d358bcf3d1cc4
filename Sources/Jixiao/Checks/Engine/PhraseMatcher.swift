/// Finds which of many phrases stand in a text, in one pass over its bytes.
///
/// A trie over UTF-8: the time depends on the text and the longest phrase, not on how many phrases there are.
struct PhraseMatcher: Sendable {
  private struct Node: Sendable {
    var children: [(byte: UInt8, node: Int32)] = []
    var phrases: [Int32] = []
  }

  private var nodes: [Node] = [Node()]

  /// - Parameter phrases: by the number that a match reports; an empty phrase never matches.
  init(_ phrases: [(text: String, number: Int)]) {
    for (text, number) in phrases where !text.isEmpty {
      var node = 0
      for byte in text.utf8 {
        if let child = child(of: node, byte) {
          node = child
        } else {
          nodes[node].children.append((byte, Int32(nodes.count)))
          nodes.append(Node())
          node = nodes.count - 1
        }
      }
      nodes[node].phrases.append(Int32(number))
    }
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    for child in nodes[node].children where child.byte == byte { return Int(child.node) }
    return nil
  }

  /// Calls `found` with the number and byte range of every phrase in the text, overlapping ones too, by start.
  func forEachMatch(in text: String, _ found: (_ number: Int, _ range: Range<Int>) -> Void) {
    let bytes = text.utf8Span.span
    for start in 0..<bytes.count {
      // A character of UTF-8 never begins with a continuation byte.
      if bytes[start] & 0xC0 == 0x80 { continue }
      var node = 0
      var index = start
      while index < bytes.count, let next = child(of: node, bytes[index]) {
        node = next
        index += 1
        for phrase in nodes[node].phrases { found(Int(phrase), start..<index) }
      }
    }
  }

  func hasMatch(in text: String) -> Bool {
    let bytes = text.utf8Span.span
    for start in 0..<bytes.count where bytes[start] & 0xC0 != 0x80 && longest(in: bytes, at: start) > 0 {
      return true
    }
    return false
  }

  /// The text with every phrase, longest first from the left, replaced by `|`.
  func masked(_ text: String) -> String {
    let bytes = text.utf8Span.span
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let length = bytes[index] & 0xC0 == 0x80 ? 0 : longest(in: bytes, at: index)
      if length > 0 {
        kept.append(UInt8(ascii: "|"))
        index += length
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The length of the longest phrase that begins at a byte; 0 for none.
  private func longest(in bytes: Span<UInt8>, at start: Int) -> Int {
    var node = 0
    var index = start
    var length = 0
    while index < bytes.count, let next = child(of: node, bytes[index]) {
      node = next
      index += 1
      if !nodes[node].phrases.isEmpty { length = index - start }
    }
    return length
  }
}
