/// A JSON text with the kinds and places of all its values in one flat list, so that reading a record of hundreds of values
/// makes two arrays and not a tree.
///
/// Texts are made of the bytes when they are asked for. What lies within an array or object follows its entry.
///
/// ```swift
/// let name = try line.withUnsafeBufferPointer { bytes in
///   try JSONTape(parsing: bytes).withRoot { $0.members?["name"]?.string }
/// }
/// ```
public struct JSONTape {
  enum Kind: UInt8 {
    case null, no, yes, number, string
    /// A string with escapes, decoded when it was read.
    case escaped
    case array, object
  }

  struct Entry {
    /// Byte offset of the value's first character.
    let start: UInt32
    /// Where the number, or the string between its quotes, ends; for an escaped string its number among those decoded.
    let end: UInt32
    /// How many entries on the next value stands that is not within this one.
    var length: UInt32 = 1
    /// Of a string, by which most keys are told apart; 0 where it has escapes.
    let tag: UInt16
    let kind: Kind
  }

  /// What every value of a tape needs to find its text; valid only as long as `withRoot` runs.
  struct Texts {
    let bytes: UnsafePointer<UInt8>
    let decoded: UnsafePointer<String>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let entries: [Entry]
  private let decoded: [String]

  /// Reads one JSON text; anything but white space after it is an error. The bytes must outlive the tape.
  public init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var parser = JSONParser(bytes)
    try parser.text()
    self.bytes = bytes
    entries = parser.entries
    decoded = parser.decoded
  }

  /// Hands over the outermost value, which must not be kept: values are addresses, so that asking them counts no references.
  public func withRoot<Result>(_ body: (JSONValue) -> Result) -> Result? {
    entries.withUnsafeBufferPointer { entries in
      // An empty list has no address; nothing asks for what it does not hold.
      (decoded.isEmpty ? [""] : decoded).withUnsafeBufferPointer { decoded in
        guard let first = entries.baseAddress, let bytes = bytes.baseAddress,
          let decoded = decoded.baseAddress
        else { return nil }
        return withUnsafePointer(to: Texts(bytes: bytes, decoded: decoded)) {
          body(JSONValue(entry: first, texts: $0))
        }
      }
    }
  }

  /// Tells most short texts apart, and is never 0.
  @usableFromInline static func tag(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt16 {
    if count == 0 { return 0x8000 }
    let first = UInt16(bytes[0]), last = UInt16(bytes[count - 1]), middle = UInt16(bytes[count / 2])
    return 0x8000 | (UInt16(truncatingIfNeeded: count) << 10 ^ first << 6 ^ middle << 3 ^ last)
  }
}

/// One value of a `JSONTape`; not to be kept beyond `withRoot`.
public struct JSONValue {
  let entry: UnsafePointer<JSONTape.Entry>
  let texts: UnsafePointer<JSONTape.Texts>

  public var offset: Int { Int(entry.pointee.start) }
  public var isNull: Bool { entry.pointee.kind == .null }

  public var kindName: String {
    switch entry.pointee.kind {
    case .null: "null"
    case .no, .yes: "true/false"
    case .number: "number"
    case .string, .escaped: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  public var bool: Bool? {
    switch entry.pointee.kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  /// The digits of a number, as they are written.
  public var number: String? { entry.pointee.kind == .number ? text(from: 0) : nil }

  public var string: String? {
    switch entry.pointee.kind {
    case .string: text(from: 1)
    case .escaped: texts.pointee.decoded[Int(entry.pointee.end)]
    default: nil
    }
  }

  /// From so many bytes behind the value's first; the parser found these bytes to be valid UTF-8.
  private func text(from start: Int) -> String {
    let first = Int(entry.pointee.start) + start
    let bytes = UnsafeBufferPointer(
      start: texts.pointee.bytes + first, count: Int(entry.pointee.end) - first)
    return String(copying: unsafe UTF8Span(unchecked: bytes.span))
  }

  /// A whole number written as one; nil for anything else.
  public var integer: Int? {
    guard entry.pointee.kind == .number else { return nil }
    var at = texts.pointee.bytes + Int(entry.pointee.start)
    let end = texts.pointee.bytes + Int(entry.pointee.end)
    let isNegative = at.pointee == UInt8(ascii: "-")
    if isNegative { at += 1 }
    if end - at > 18 { return number.flatMap { Int($0) } }
    var number = 0
    while at < end {
      let digit = at.pointee &- 0x30
      if digit > 9 { return nil }
      number = number &* 10 &+ Int(digit)
      at += 1
    }
    return isNegative ? -number : number
  }

  /// Nil for anything but an array.
  public var elements: JSONItems? {
    guard entry.pointee.kind == .array else { return nil }
    return JSONItems(entry: entry + 1, end: entry + Int(entry.pointee.length), texts: texts)
  }

  /// Nil for anything but an object.
  public var members: JSONMembers? {
    guard entry.pointee.kind == .object else { return nil }
    return JSONMembers(entry: entry + 1, end: entry + Int(entry.pointee.length), texts: texts)
  }

  /// The value as a tree, for those who put trees together.
  var node: JSONNode {
    let value: JSONNode.Value =
      switch entry.pointee.kind {
      case .null: .null
      case .no: .bool(false)
      case .yes: .bool(true)
      case .number: .number(number ?? "")
      case .string, .escaped: .string(string ?? "")
      case .array: .array(elements.map { $0.map(\.node) } ?? [])
      case .object:
        .object(members.map { $0.map { JSONNode.Member(key: $0.key.text, value: $0.value.node) } } ?? [])
      }
    return JSONNode(value, at: offset)
  }
}

/// The elements of an array, in order.
public struct JSONItems: Sequence, IteratorProtocol {
  fileprivate var entry: UnsafePointer<JSONTape.Entry>
  fileprivate let end: UnsafePointer<JSONTape.Entry>
  fileprivate let texts: UnsafePointer<JSONTape.Texts>

  public mutating func next() -> JSONValue? {
    if entry == end { return nil }
    defer { entry += Int(entry.pointee.length) }
    return JSONValue(entry: entry, texts: texts)
  }
}

/// The members of an object, in order; no key comes twice.
public struct JSONMembers: Sequence, IteratorProtocol {
  fileprivate var entry: UnsafePointer<JSONTape.Entry>
  fileprivate let end: UnsafePointer<JSONTape.Entry>
  fileprivate let texts: UnsafePointer<JSONTape.Texts>

  public mutating func next() -> (key: JSONKey, value: JSONValue)? {
    if entry == end { return nil }
    let key = entry
    entry += 1 + Int(entry[1].length)
    return (JSONKey(entry: key, texts: texts), JSONValue(entry: key + 1, texts: texts))
  }

  /// The value of a key; linear in the number of keys, of which objects have few.
  public subscript(name: JSONName) -> JSONValue? {
    var key = entry
    let tag = name.tag
    while key < end {
      if key.pointee.tag == tag || key.pointee.tag == 0, JSONKey(entry: key, texts: texts).isSame(as: name) {
        return JSONValue(entry: key + 1, texts: texts)
      }
      key += 1 + Int(key[1].length)
    }
    return nil
  }
}
