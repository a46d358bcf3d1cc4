import Jixiao

/// Cuts a web page's bytes into text and tags, tolerant of everything and in one pass.
///
/// Comments, scripts, styles and other raw text are left out; a `<` that begins no tag is text.
struct HTMLTokens {
  enum Token {
    /// With entities resolved, white space as it stands.
    case text(String)
    case open(name: String, attributes: [String: String], selfClosing: Bool)
    case close(name: String)
  }

  /// Elements whose content is no text of the page.
  private static let raw: Set<String> = [
    "script", "style", "textarea", "title", "noscript", "template", "xmp", "iframe", "noembed", "noframes",
    "svg", "math",
    "select", "object",
  ]
  /// Longer tags are broken ones; chosen, twenty times what office programs write.
  private static let longestTag = 32_768

  private let bytes: [UInt8]
  private(set) var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token with the byte at which it begins; nil at the end.
  mutating func next() -> (token: Token, offset: Int)? {
    while at < bytes.count {
      let start = at
      if bytes[at] != UInt8(ascii: "<") || !beginsTag(at) {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
        return (.text(HTMLEntities.resolved(bytes[start..<at])), start)
      }
      if starts(with: "<!--") {
        at = end(of: "-->", from: at + 4)
        continue
      }
      if bytes[at + 1] == UInt8(ascii: "!") || bytes[at + 1] == UInt8(ascii: "?") {
        at = end(of: ">", from: at + 2)
        continue
      }
      guard let tag = readTag() else {
        at = start + 1
        return (.text("<"), start)
      }
      if case .open(let name, _, let selfClosing) = tag, Self.raw.contains(name), !selfClosing {
        skipRaw(name)
        continue
      }
      return (tag, start)
    }
    return nil
  }

  private func beginsTag(_ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || isLetter(next)
      || next == UInt8(ascii: "/") && index + 2 < bytes.count && isLetter(bytes[index + 2])
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private func starts(with text: StaticString) -> Bool {
    at + text.utf8CodeUnitCount <= bytes.count
      && text.withUTF8Buffer { $0.elementsEqual(bytes[at..<(at + $0.count)]) }
  }

  /// The index behind the next occurrence; the end of the bytes where there is none.
  private func end(of text: StaticString, from start: Int) -> Int {
    let count = text.utf8CodeUnitCount
    var index = start
    while index + count <= bytes.count {
      if text.withUTF8Buffer({ $0.elementsEqual(bytes[index..<(index + count)]) }) { return index + count }
      index += 1
    }
    return bytes.count
  }

  private mutating func skipRaw(_ name: String) {
    let wanted = Array(name.utf8)
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<"), at + 2 + wanted.count <= bytes.count,
        bytes[at + 1] == UInt8(ascii: "/"),
        bytes[(at + 2)..<(at + 2 + wanted.count)].elementsEqual(wanted, by: { $0 | 0x20 == $1 })
      else {
        at += 1
        continue
      }
      at = end(of: ">", from: at)
      return
    }
  }

  /// Reads a tag at `<`; nil where it does not end within reason.
  private mutating func readTag() -> Token? {
    var index = at + 1
    let isClose = bytes[index] == UInt8(ascii: "/")
    if isClose { index += 1 }
    let limit = min(bytes.count, at + Self.longestTag)
    let nameStart = index
    while index < limit, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/")
    {
      index += 1
    }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    var attributes: [String: String] = [:]
    var selfClosing = false
    while index < limit, bytes[index] != UInt8(ascii: ">") {
      if isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
        selfClosing = bytes[index] == UInt8(ascii: "/")
        index += 1
        continue
      }
      selfClosing = false
      let keyStart = index
      while index < limit, !isSpace(bytes[index]), !"=>/".utf8.contains(bytes[index]) { index += 1 }
      let key = String(decoding: bytes[keyStart..<index], as: UTF8.self).lowercased()
      if index == keyStart { index += 1 }
      while index < limit, isSpace(bytes[index]) { index += 1 }
      guard index < limit, bytes[index] == UInt8(ascii: "=") else {
        if attributes.count < 64 { attributes[key] = attributes[key] ?? "" }
        continue
      }
      index += 1
      while index < limit, isSpace(bytes[index]) { index += 1 }
      guard index < limit else { break }
      var value: Range<Int>
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        let quote = bytes[index]
        var close = index + 1
        while close < limit, bytes[close] != quote { close += 1 }
        value = (index + 1)..<close
        index = min(limit, close + 1)
      } else {
        var close = index
        while close < limit, !isSpace(bytes[close]), bytes[close] != UInt8(ascii: ">") { close += 1 }
        value = index..<close
        index = close
      }
      if attributes.count < 64, attributes[key] == nil {
        attributes[key] = HTMLEntities.resolved(bytes[value])
      }
    }
    guard index < limit else { return nil }
    at = index + 1
    return isClose ? .close(name: name) : .open(name: name, attributes: attributes, selfClosing: selfClosing)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
