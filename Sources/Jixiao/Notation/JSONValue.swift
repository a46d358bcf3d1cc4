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
    case .escaped: texts.pointee.decoded?[Int(entry.pointee.end)]
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
  var entry: UnsafePointer<JSONTape.Entry>
  let end: UnsafePointer<JSONTape.Entry>
  let texts: UnsafePointer<JSONTape.Texts>

  public mutating func next() -> JSONValue? {
    if entry == end { return nil }
    defer { entry += Int(entry.pointee.length) }
    return JSONValue(entry: entry, texts: texts)
  }
}

/// The members of an object, in order; no key comes twice.
public struct JSONMembers: Sequence, IteratorProtocol {
  var entry: UnsafePointer<JSONTape.Entry>
  let end: UnsafePointer<JSONTape.Entry>
  let texts: UnsafePointer<JSONTape.Texts>

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
