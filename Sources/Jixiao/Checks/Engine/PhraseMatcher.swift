/// Finds which of many phrases stand in a text, in one pass over its bytes.
///
/// A trie over UTF-8: the time depends on the text and the longest phrase, not on how many phrases there are. Immutable, and
/// shared by reference.
final class PhraseMatcher: Sendable {
  private struct Node {
    var children: [(byte: UInt8, node: Int32)] = []
    var phrases: [Int32] = []
  }

  // All nodes in two flat arrays: what is asked of every cell must not count references to arrays in an array.
  private let children: [(byte: UInt8, node: Int32)]
  private let phrases: [Int32]
  /// Where the children and phrases of each node begin, and one end more.
  private let starts: [(child: Int32, phrase: Int32)]
  /// For a node with many children, one more than where its 256 entries begin in `table`; 0 for any other.
  private let wide: [Int32]
  /// The child of a wide node by byte; 0 where there is none, as no child is the root.
  private let table: [Int32]

  /// - Parameter phrases: by the number that a match reports; an empty phrase never matches.
  convenience init(_ phrases: [(text: String, number: Int)]) {
    self.init(phrases.map { (Array($0.text.utf8), $0.number) })
  }

  /// A matcher that is asked how texts end.
  static func endings(_ phrases: [(text: String, number: Int)]) -> PhraseMatcher {
    PhraseMatcher(phrases.map { (Array($0.text.utf8.reversed()), $0.number) })
  }

  private init(_ phrases: [([UInt8], Int)]) {
    var nodes = [Node()]
    for (bytes, number) in phrases where !bytes.isEmpty {
      var node = 0
      for byte in bytes {
        if let child = nodes[node].children.first(where: { $0.byte == byte }) {
          node = Int(child.node)
        } else {
          nodes[node].children.append((byte, Int32(nodes.count)))
          nodes.append(Node())
          node = nodes.count - 1
        }
      }
      nodes[node].phrases.append(Int32(number))
    }
    var starts: [(child: Int32, phrase: Int32)] = [(0, 0)]
    for node in nodes {
      starts.append(
        (
          starts[starts.count - 1].child + Int32(node.children.count),
          starts[starts.count - 1].phrase + Int32(node.phrases.count)
        ))
    }
    self.starts = starts
    var wide = [Int32](repeating: 0, count: nodes.count)
    var table: [Int32] = []
    for (number, node) in nodes.enumerated() where node.children.count > 4 {
      wide[number] = Int32(table.count + 1)
      var entries = [Int32](repeating: 0, count: 256)
      for child in node.children { entries[Int(child.byte)] = child.node }
      table += entries
    }
    self.wide = wide
    self.table = table
    children = nodes.flatMap(\.children)
    self.phrases = nodes.flatMap(\.phrases)
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    let place = Int(wide[node])
    if place > 0 {
      let child = table[place - 1 + Int(byte)]
      return child == 0 ? nil : Int(child)
    }
    for index in Int(starts[node].child)..<Int(starts[node + 1].child) where children[index].byte == byte {
      return Int(children[index].node)
    }
    return nil
  }

  private func phraseNumbers(of node: Int) -> Range<Int> {
    Int(starts[node].phrase)..<Int(starts[node + 1].phrase)
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
        for place in phraseNumbers(of: node) { found(Int(phrases[place]), start..<index) }
      }
    }
  }

  /// The number of the longest phrase that a text ends with, of a matcher made by `endings`; the first of several.
  func ending(of text: String) -> Int? {
    let bytes = text.utf8Span.span
    var node = 0
    var index = bytes.count
    var number: Int?
    while index > 0, let next = child(of: node, bytes[index - 1]) {
      node = next
      index -= 1
      if let first = phraseNumbers(of: node).first { number = Int(phrases[first]) }
    }
    return number
  }

  func hasMatch(in text: String) -> Bool {
    let bytes = text.utf8Span.span
    for start in 0..<bytes.count where bytes[start] & 0xC0 != 0x80 && longest(in: bytes, at: start) > 0 {
      return true
    }
    return false
  }

  /// The text with every phrase, longest first from the left, replaced by `|`, or left out without a `mask`.
  func masked(_ text: String, with mask: UInt8? = UInt8(ascii: "|")) -> String {
    let bytes = text.utf8Span.span
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let length = bytes[index] & 0xC0 == 0x80 ? 0 : longest(in: bytes, at: index)
      if length > 0 {
        if let mask { kept.append(mask) }
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
      if !phraseNumbers(of: node).isEmpty { length = index - start }
    }
    return length
  }
}
