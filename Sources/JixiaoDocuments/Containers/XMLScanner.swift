#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Pulls tags and text out of XML in UTF-8, one after another, without building a tree.
///
/// Checks that tags match. Refuses DOCTYPE, so that there are no entities but the five of XML and character references.
///
/// ```swift
/// var xml = try XMLScanner(part, depthLimit: 512)
/// while try xml.next() != .finish { if xml.opens("row") { … } }
/// ```
struct XMLScanner {
  enum Event: Equatable {
    case start, end, text, finish
  }

  let bytes: [UInt8]
  /// The last event.
  private(set) var event = Event.finish
  /// The name of the element that starts or ends, without its prefix.
  private(set) var name = 0..<0
  /// The raw text, or the raw attributes of a start.
  private(set) var content = 0..<0
  /// Whether the text is literal: references mean nothing in CDATA.
  private var isLiteral = false
  /// `<a/>` is told as a start and an end.
  private var endsAtOnce = false
  private var position = 0
  /// Where the last tag begins; an element that ends at once has one for both.
  private(set) var tagStart = 0
  /// Behind the last tag or text.
  var tagEnd: Int { position }
  /// Full names of the open elements, outermost first.
  private var open: [Range<Int>] = []
  private var hasRoot = false
  private let depthLimit: Int

  /// How many elements are open, one that has just started included.
  var depth: Int { open.count }

  /// Takes a part in UTF-8, UTF-16 or GB18030, as its mark or declaration says.
  init(_ part: [UInt8], depthLimit: Int) throws(XMLFault) {
    bytes = try XMLEncoding.utf8(part)
    self.depthLimit = depthLimit
  }

  func opens(_ local: StaticString) -> Bool { event == .start && isNamed(local) }
  func closes(_ local: StaticString) -> Bool { event == .end && isNamed(local) }

  func isNamed(_ local: StaticString) -> Bool { equal(name, local) }

  /// Goes to the next tag or text.
  @discardableResult
  mutating func next() throws(XMLFault) -> Event {
    if endsAtOnce {
      endsAtOnce = false
      open.removeLast()
      event = .end
      return event
    }
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        let start = position
        position = find(UInt8(ascii: "<"), from: position) ?? bytes.count
        if open.isEmpty {
          guard isSpace(start..<position) else { throw .malformed(offset: start) }
          continue
        }
        content = start..<position
        isLiteral = false
        event = .text
        return event
      }
      guard position + 1 < bytes.count else { throw .cutOff }
      switch bytes[position + 1] {
      case UInt8(ascii: "/"):
        try end()
        return event
      case UInt8(ascii: "?"):
        guard let end = find("?>", from: position + 2) else { throw .cutOff }
        position = end + 2
      case UInt8(ascii: "!"):
        if try declaration() { return event }
      default:
        try start()
        return event
      }
    }
    guard open.isEmpty, hasRoot else { throw .cutOff }
    event = .finish
    return event
  }

  /// Skips the element that has just started, its end included.
  mutating func skipElement() throws(XMLFault) {
    let outside = open.count - 1
    while open.count > outside || endsAtOnce { try next() }
  }

  /// Skips to the end of the element that has just started, looking for nothing but its end tag.
  mutating func skipWithoutLooking() throws(XMLFault) {
    guard !endsAtOnce, let full = open.last else { return try skipElement() }
    let tag = [UInt8(ascii: "<"), UInt8(ascii: "/")] + bytes[full]
    guard let end = ByteSearch(tag).first(in: bytes, from: position) else { throw .cutOff }
    position = end
    try next()
  }

  /// Whether elements may be read from the bytes at `tagEnd` without the scanner, which then goes on behind them.
  ///
  /// They are `deep` elements within each other at most.
  func mayPass(_ deep: Int) -> Bool { !endsAtOnce && !open.isEmpty && open.count + deep <= depthLimit }

  /// Goes on behind whole elements that were read from the bytes, all their tags matched.
  mutating func pass(to end: Int) { position = end }

  /// The value of an attribute of the element that has just started, by its name without prefix; nil where absent.
  func attribute(_ local: StaticString) throws(XMLFault) -> String? {
    guard let value = try attributeRange(local) else { return nil }
    return try XMLText.decoded(bytes, value)
  }

  /// The raw value of an attribute.
  func attributeRange(_ local: StaticString) throws(XMLFault) -> Range<Int>? {
    guard event == .start else { return nil }
    var at = content.lowerBound
    while true {
      while at < content.upperBound, isSpace(bytes[at]) { at += 1 }
      guard at < content.upperBound else { return nil }
      var nameStart = at
      while at < content.upperBound, bytes[at] != UInt8(ascii: "="), !isSpace(bytes[at]) {
        // Declarations of namespaces are no attributes.
        if bytes[at] == UInt8(ascii: ":"), !equal(nameStart..<at, "xmlns") { nameStart = at + 1 }
        at += 1
      }
      let name = nameStart..<at
      while at < content.upperBound, isSpace(bytes[at]) { at += 1 }
      guard at < content.upperBound, bytes[at] == UInt8(ascii: "=") else { throw .malformed(offset: at) }
      at += 1
      while at < content.upperBound, isSpace(bytes[at]) { at += 1 }
      guard at < content.upperBound, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
        throw .malformed(offset: at)
      }
      let quote = bytes[at]
      let start = at + 1
      at = start
      while at < content.upperBound, bytes[at] != quote { at += 1 }
      guard at < content.upperBound else { throw .malformed(offset: start) }
      if equal(name, local) { return start..<at }
      at += 1
    }
  }

  /// Adds the text that has just come, its references resolved.
  func appendText(to text: inout [UInt8]) throws(XMLFault) {
    if isLiteral { text += bytes[content] } else { try XMLText.append(bytes, content, to: &text) }
  }

  private mutating func start() throws(XMLFault) {
    tagStart = position
    let first = position + 1
    var at = first
    var localStart = first
    loop: while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ":"):
        localStart = at + 1
        at += 1
      case UInt8(ascii: ">"), UInt8(ascii: "/"), 0x20, 0x09, 0x0A, 0x0D: break loop
      case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "&"):
        throw .malformed(offset: at)
      default: at += 1
      }
    }
    guard localStart < at, open.count < depthLimit else {
      throw localStart < at ? .tooDeep(limit: depthLimit) : .malformed(offset: at)
    }
    guard !(open.isEmpty && hasRoot) else { throw .malformed(offset: position) }
    name = localStart..<at
    open.append(first..<at)
    hasRoot = true
    let attributes = at
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = find(bytes[at], from: at + 1) else { throw .cutOff }
        at = end + 1
      case UInt8(ascii: "<"): throw .malformed(offset: at)
      default: at += 1
      }
    }
    guard at < bytes.count else { throw .cutOff }
    endsAtOnce = at > attributes && bytes[at - 1] == UInt8(ascii: "/")
    content = attributes..<(endsAtOnce ? at - 1 : at)
    position = at + 1
    event = .start
  }

  private mutating func end() throws(XMLFault) {
    tagStart = position
    let first = position + 2
    guard let full = open.last else { throw .malformed(offset: position) }
    guard first + full.count < bytes.count else { throw .cutOff }
    let found = first..<(first + full.count)
    guard equal(full, found) else { throw .malformed(offset: first) }
    var at = found.upperBound
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count else { throw .cutOff }
    guard bytes[at] == UInt8(ascii: ">") else { throw .malformed(offset: at) }
    open.removeLast()
    var localStart = found.lowerBound
    for i in found where bytes[i] == UInt8(ascii: ":") { localStart = i + 1 }
    name = localStart..<found.upperBound
    position = at + 1
    event = .end
  }

  /// A comment is passed over, CDATA is text; whether there is an event.
  private mutating func declaration() throws(XMLFault) -> Bool {
    if starts(with: "<!--") {
      guard let end = find("-->", from: position + 4) else { throw .cutOff }
      position = end + 3
      return false
    }
    guard starts(with: "<![CDATA[") else {
      throw starts(with: "<!DOCTYPE") ? .doctype : .malformed(offset: position)
    }
    guard let end = find("]]>", from: position + 9) else { throw .cutOff }
    guard !open.isEmpty else { throw .malformed(offset: position) }
    content = (position + 9)..<end
    isLiteral = true
    position = end + 3
    event = .text
    return true
  }

  private func starts(with text: StaticString) -> Bool {
    let end = position + text.utf8CodeUnitCount
    return end <= bytes.count && equal(position..<end, text)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private func isSpace(_ range: Range<Int>) -> Bool { range.allSatisfy { isSpace(bytes[$0]) } }

  private func equal(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return range.isEmpty }
      return memcmp(base + range.lowerBound, text.utf8Start, range.count) == 0
    }
  }

  private func equal(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      return memcmp(base + one.lowerBound, base + other.lowerBound, one.count) == 0
    }
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, start < buffer.count else { return nil }
      guard let found = memchr(base + start, Int32(byte), buffer.count - start) else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var at = start
    while let found = find(text[0], from: at), found + text.count <= bytes.count {
      if bytes[found..<(found + text.count)].elementsEqual(text) { return found }
      at = found + 1
    }
    return nil
  }
}
