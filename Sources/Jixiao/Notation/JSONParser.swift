/// A strict JSON reader over bytes. Linear in the input; nesting is limited to 128 levels.
struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int
  /// 3 after a byte order mark, which no editor counts as a column.
  private let start: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    start = hasMark ? 3 : 0
    index = start
  }

  var atEnd: Bool { index == bytes.count }

  func error(_ kind: JSONError.Kind) -> JSONError {
    var line = 1
    var column = 1
    for byte in bytes[start..<index] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONError(kind: kind, offset: index, line: line, column: column)
  }

  mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  mutating func value(depth: Int) throws(JSONError) -> JSONNode {
    skipSpace()
    guard index < bytes.count else { throw error(.unexpectedEnd) }
    guard depth < 128 else { throw error(.tooDeep) }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "{"): return JSONNode(.object(try members(depth: depth)), at: start)
    case UInt8(ascii: "["): return JSONNode(.array(try elements(depth: depth)), at: start)
    case UInt8(ascii: "\""): return JSONNode(.string(try string()), at: start)
    case UInt8(ascii: "t"): return JSONNode(.bool(try literal("true", true)), at: start)
    case UInt8(ascii: "f"): return JSONNode(.bool(try literal("false", false)), at: start)
    case UInt8(ascii: "n"):
      _ = try literal("null", true)
      return JSONNode(.null, at: start)
    case UInt8(ascii: "-"), 0x30...0x39: return JSONNode(.number(try number()), at: start)
    default: throw unexpected()
    }
  }

  private mutating func literal(_ word: StaticString, _ meaning: Bool) throws(JSONError) -> Bool {
    for i in 0..<word.utf8CodeUnitCount {
      guard index + i < bytes.count else { throw error(.unexpectedEnd) }
      if bytes[index + i] != word.utf8Start[i] { throw unexpected() }
    }
    index += word.utf8CodeUnitCount
    return meaning
  }

  /// The complaint about the character at the current byte, shown whole.
  private func unexpected() -> JSONError {
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return error(.unexpected(String(decoding: bytes[index..<end], as: UTF8.self)))
  }

  private mutating func number() throws(JSONError) -> String {
    let start = index
    func isDigit(_ i: Int) -> Bool { i < bytes.count && bytes[i] >= 0x30 && bytes[i] <= 0x39 }
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard isDigit(index) else { throw error(.badNumber) }
    if bytes[index] == 0x30 && isDigit(index + 1) { throw error(.badNumber) }
    while isDigit(index) { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard isDigit(index) else { throw error(.badNumber) }
      while isDigit(index) { index += 1 }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      guard isDigit(index) else { throw error(.badNumber) }
      while isDigit(index) { index += 1 }
    }
    return String(decoding: bytes.extracting(start..<index), as: UTF8.self)
  }

  private mutating func string() throws(JSONError) -> String {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
      if bytes[index] < 0x20 { throw error(.badString) }
      index += 1
    }
    guard index < bytes.count else { throw error(.unexpectedEnd) }
    if bytes[index] == UInt8(ascii: "\"") {
      let text = try decoded(start..<index)
      index += 1
      return text
    }
    var text = try decoded(start..<index)
    while true {
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return text
      case UInt8(ascii: "\\"):
        text.unicodeScalars.append(try escape())
      case 0..<0x20:
        throw error(.badString)
      default:
        let run = index
        while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
          bytes[index] != UInt8(ascii: "\\")
        { index += 1 }
        text += try decoded(run..<index)
      }
    }
  }

  private func decoded(_ range: Range<Int>) throws(JSONError) -> String {
    guard let valid = try? UTF8Span(validating: bytes.extracting(range).span) else { throw error(.badString) }
    return String(copying: valid)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    index += 1
    guard index < bytes.count else { throw error(.unexpectedEnd) }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      if (0xD800...0xDBFF).contains(first) {
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
          bytes[index + 1] == UInt8(ascii: "u")
        else { throw error(.badEscape) }
        index += 2
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
          let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw error(.badEscape) }
        return scalar
      }
      guard let scalar = Unicode.Scalar(first) else { throw error(.badEscape) }
      return scalar
    default: throw error(.badEscape)
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard index + 4 <= bytes.count else { throw error(.unexpectedEnd) }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: throw error(.badEscape)
      }
      index += 1
    }
    return value
  }

  private mutating func elements(depth: Int) throws(JSONError) -> [JSONNode] {
    index += 1
    skipSpace()
    var elements: [JSONNode] = []
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return elements
    }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      let byte = bytes[index]
      if byte != UInt8(ascii: ",") && byte != UInt8(ascii: "]") {
        throw unexpected()
      }
      index += 1
      if byte == UInt8(ascii: "]") { return elements }
    }
  }

  /// One of 64 bits, by the first and the last byte and the length of a key.
  private static func bit(of key: String) -> UInt64 {
    let bytes = key.utf8
    guard let first = bytes.first, let last = bytes.last else { return 1 }
    return 1 << UInt64((Int(first) &* 5 &+ Int(last) &* 3 &+ bytes.count &* 11) & 63)
  }

  private mutating func members(depth: Int) throws(JSONError) -> [JSONNode.Member] {
    index += 1
    skipSpace()
    var members: [JSONNode.Member] = []
    // Objects have few keys: looking through them is quicker than hashing each, and a bit a key tells most of them apart.
    var seen: Set<String> = []
    var bits: UInt64 = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
      index += 1
      return members
    }
    while true {
      skipSpace()
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      guard bytes[index] == UInt8(ascii: "\"") else {
        throw unexpected()
      }
      let key = try string()
      if members.count == 48 { seen = Set(members.map(\.key)) }
      let bit = JSONParser.bit(of: key)
      let isNew =
        members.count < 48
        ? bits & bit == 0 || !members.contains { $0.key == key } : seen.insert(key).inserted
      bits |= bit
      guard isNew else { throw error(.duplicateKey(key)) }
      skipSpace()
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      guard bytes[index] == UInt8(ascii: ":") else {
        throw unexpected()
      }
      index += 1
      members.append(JSONNode.Member(key: key, value: try value(depth: depth + 1)))
      skipSpace()
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      let byte = bytes[index]
      if byte != UInt8(ascii: ",") && byte != UInt8(ascii: "}") {
        throw unexpected()
      }
      index += 1
      if byte == UInt8(ascii: "}") { return members }
    }
  }
}
