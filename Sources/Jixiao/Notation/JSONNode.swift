/// A JSON value with the byte offset where it stands, so that every complaint about it can name its place.
///
/// Numbers keep their digits as text: nothing between a file and a score passes through binary floating point.
public struct JSONNode: Sendable {
  public indirect enum Value: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  public struct Member: Sendable {
    public let key: String
    public let value: JSONNode
  }

  public let value: Value
  /// Byte offset of the first character of the value.
  public let offset: Int

  /// Reads one JSON text; anything but white space after it is an error.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { (bytes) throws(JSONError) -> JSONNode in
      var tape = JSONTape()
      return try tape.withRoot(of: bytes) { $0.node }
    }
  }

  init(_ value: Value, at offset: Int) {
    self.value = value
    self.offset = offset
  }

  public var kindName: String {
    switch value {
    case .null: "null"
    case .bool: "true/false"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  public var isNull: Bool {
    if case .null = value { return true }
    return false
  }

  public subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }
}

/// Why bytes are not JSON, with the 1-based line and column.
public struct JSONError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case unexpectedEnd, unexpected(String), badNumber, badString, badEscape, tooDeep, trailing, tooLong
    case duplicateKey(String)
  }

  public let kind: Kind
  public let offset: Int
  public let line: Int
  public let column: Int

  public func reason(in language: Language) -> String {
    switch kind {
    case .unexpectedEnd: language.pick("JSON 提前结束", "JSON ends too early")
    case .unexpected(let seen): language.pick("此处不应是 \(seen)", "unexpected \(seen)")
    case .badNumber: language.pick("数字写法不合 JSON", "not a JSON number")
    case .badString:
      language.pick("字符串里有未转义的控制字符或坏的 UTF-8", "raw control character or broken UTF-8 in a string")
    case .badEscape: language.pick("反斜杠转义不合 JSON", "bad escape in a string")
    case .tooDeep: language.pick("嵌套超过 128 层", "nested deeper than 128 levels")
    case .tooLong: language.pick("JSON 超过 4 GiB", "JSON of more than 4 GiB")
    case .trailing: language.pick("JSON 之后还有内容", "text after the end of the JSON")
    case .duplicateKey(let key): language.pick("键 \(key) 出现两次", "key \(key) appears twice")
    }
  }
}
