/// A JSON text with the kinds and places of all its values in one flat list, so that reading a record of hundreds of values
/// makes two arrays and not a tree.
///
/// Texts are made of the bytes when they are asked for. A value is its entry; those within an array or object follow it.
public final class JSONTape: Sendable {
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
    var end: UInt32 = 0
    /// The entry after this value and all that is within it.
    var next: UInt32 = 0
    let kind: Kind
  }

  private let bytes: [UInt8]
  private let entries: [Entry]
  private let decoded: [String]

  /// Reads one JSON text; anything but white space after it is an error.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    let parser = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> JSONParser in
      var parser = JSONParser(buffer)
      try parser.text()
      return parser
    }
    self.bytes = bytes
    entries = parser.entries
    decoded = parser.decoded
  }

  public var root: JSONValue { JSONValue(tape: self, index: 0) }

  fileprivate func kind(_ index: Int) -> Kind { entries[index].kind }
  fileprivate func start(_ index: Int) -> Int { Int(entries[index].start) }
  fileprivate func next(_ index: Int) -> Int { Int(entries[index].next) }

  fileprivate func string(_ index: Int) -> String {
    let entry = entries[index]
    if entry.kind == .escaped { return decoded[Int(entry.end)] }
    let start = Int(entry.start) + (entry.kind == .string ? 1 : 0)
    // The parser found these bytes to be valid UTF-8.
    return bytes.withUnsafeBufferPointer { bytes in
      let text = bytes.extracting(start..<Int(entry.end)).span
      return String(copying: unsafe UTF8Span(unchecked: text))
    }
  }

  fileprivate func count(_ index: Int) -> Int {
    let entry = entries[index]
    return entry.kind == .escaped ? decoded[Int(entry.end)].utf8.count : Int(entry.end - entry.start) - 1
  }

  /// Whether the string is this text, without making a text of it.
  fileprivate func isString(_ index: Int, _ text: String) -> Bool {
    let entry = entries[index]
    if entry.kind == .escaped { return decoded[Int(entry.end)] == text }
    let start = Int(entry.start) + 1
    let count = Int(entry.end) - start
    let other = text.utf8Span.span
    if count != other.count { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<count where bytes[start + index] != other[index] { return false }
      return true
    }
  }

  /// The whole number that a number without point and exponent is; nil for any other.
  fileprivate func integer(_ index: Int) -> Int? {
    let entry = entries[index]
    guard entry.kind == .number else { return nil }
    var start = Int(entry.start)
    let isNegative = bytes[start] == UInt8(ascii: "-")
    if isNegative { start += 1 }
    guard Int(entry.end) - start <= 18 else { return Int(string(index)) }
    var number = 0
    for byte in bytes[start..<Int(entry.end)] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number &* 10 &+ Int(byte &- 0x30)
    }
    return isNegative ? -number : number
  }
}

/// One value of a `JSONTape`.
public struct JSONValue: Sendable {
  let tape: JSONTape
  let index: Int

  public var offset: Int { tape.start(index) }
  public var isNull: Bool { tape.kind(index) == .null }

  public var kindName: String {
    switch tape.kind(index) {
    case .null: "null"
    case .no, .yes: "true/false"
    case .number: "number"
    case .string, .escaped: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  public var bool: Bool? {
    switch tape.kind(index) {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  /// The digits of a number, as they are written.
  public var number: String? { tape.kind(index) == .number ? tape.string(index) : nil }

  /// A whole number written as one; nil for anything else.
  public var integer: Int? { tape.integer(index) }

  public var string: String? {
    switch tape.kind(index) {
    case .string, .escaped: tape.string(index)
    default: nil
    }
  }

  /// Nil for anything but an array.
  public var elements: JSONItems? {
    tape.kind(index) == .array ? JSONItems(tape: tape, index: index + 1, end: tape.next(index)) : nil
  }

  /// Nil for anything but an object.
  public var members: JSONMembers? {
    tape.kind(index) == .object ? JSONMembers(tape: tape, index: index + 1, end: tape.next(index)) : nil
  }

  /// The value as a tree, for those who put trees together.
  var node: JSONNode {
    let value: JSONNode.Value =
      switch tape.kind(index) {
      case .null: .null
      case .no: .bool(false)
      case .yes: .bool(true)
      case .number: .number(tape.string(index))
      case .string, .escaped: .string(tape.string(index))
      case .array: .array(elements.map { $0.map(\.node) } ?? [])
      case .object:
        .object(members.map { $0.map { JSONNode.Member(key: $0.key.text, value: $0.value.node) } } ?? [])
      }
    return JSONNode(value, at: offset)
  }
}

/// The elements of an array, in order.
public struct JSONItems: Sequence, IteratorProtocol, Sendable {
  fileprivate let tape: JSONTape
  fileprivate var index: Int
  fileprivate let end: Int

  public mutating func next() -> JSONValue? {
    if index == end { return nil }
    defer { index = tape.next(index) }
    return JSONValue(tape: tape, index: index)
  }
}

/// The members of an object, in order; no key comes twice.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  fileprivate let tape: JSONTape
  fileprivate var index: Int
  fileprivate let end: Int

  public mutating func next() -> (key: JSONKey, value: JSONValue)? {
    if index == end { return nil }
    let key = index
    index = tape.next(key + 1)
    return (JSONKey(tape: tape, index: key), JSONValue(tape: tape, index: key + 1))
  }

  /// The value of a key; linear in the number of keys, of which objects have few.
  public subscript(key: String) -> JSONValue? {
    var index = index
    while index < end {
      if tape.isString(index, key) { return JSONValue(tape: tape, index: index + 1) }
      index = tape.next(index + 1)
    }
    return nil
  }
}

/// A key of an object.
public struct JSONKey: Sendable {
  fileprivate let tape: JSONTape
  fileprivate let index: Int

  public var text: String { tape.string(index) }
  /// In bytes.
  public var count: Int { tape.count(index) }

  public static func == (key: JSONKey, text: String) -> Bool { key.tape.isString(key.index, text) }
}
