/// A strict JSON reader over bytes. Linear in the input; nesting is limited to 128 levels.
///
/// It reads one text after the other into the same lists.
struct JSONParser: ~Copyable {
  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var index = 0
  /// 3 after a byte order mark, which no editor counts as a column.
  private var start = 0
  private var entries = RawList<JSONTape.Entry>(capacity: 1024)
  private(set) var decoded: [String] = []

  /// Reads a whole text; the addresses hold until the next one is read.
  mutating func parse(
    _ text: UnsafeBufferPointer<UInt8>
  ) throws(JSONError) -> (entry: UnsafePointer<JSONTape.Entry>, bytes: UnsafePointer<UInt8>) {
    bytes = text
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    start = hasMark ? 3 : 0
    index = start
    entries.removeAll()
    decoded.removeAll(keepingCapacity: true)
    // Entries count bytes in four bytes.
    guard bytes.count < UInt32.max else { throw error(.tooLong) }
    guard let base = bytes.baseAddress else { throw error(.unexpectedEnd) }
    try value(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw error(.trailing) }
    return (UnsafePointer(entries.first), base)
  }

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

  @inline(__always)
  private mutating func skipSpace() {
    // Between most values there is one space or none.
    if index < bytes.count, bytes[index] > 0x20 { return }
    skipSpaces()
  }

  private mutating func skipSpaces() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  @inline(__always)
  private mutating func value(depth: Int) throws(JSONError) {
    skipSpace()
    guard index < bytes.count else { throw error(.unexpectedEnd) }
    guard depth < 128 else { throw error(.tooDeep) }
    switch bytes[index] {
    case UInt8(ascii: "{"): try members(depth: depth)
    case UInt8(ascii: "["): try elements(depth: depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try literal("true", .yes)
    case UInt8(ascii: "f"): try literal("false", .no)
    case UInt8(ascii: "n"): try literal("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: try number()
    default: throw unexpected()
    }
  }

  /// Notes a value that has nothing within it.
  @inline(__always)
  private mutating func add(_ kind: JSONTape.Kind, from start: Int, to end: Int, tag: UInt16 = 0) {
    entries.append(
      JSONTape.Entry(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), tag: tag, kind: kind))
  }

  private mutating func literal(_ word: StaticString, _ kind: JSONTape.Kind) throws(JSONError) {
    let start = index
    for i in 0..<word.utf8CodeUnitCount {
      guard index + i < bytes.count else { throw error(.unexpectedEnd) }
      if bytes[index + i] != word.utf8Start[i] { throw unexpected() }
    }
    index += word.utf8CodeUnitCount
    add(kind, from: start, to: index)
  }

  /// The complaint about the character at the current byte, shown whole.
  private func unexpected() -> JSONError {
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return error(.unexpected(String(decoding: bytes[index..<end], as: UTF8.self)))
  }

  @inline(__always)
  private mutating func number() throws(JSONError) {
    // A whole number above zero, as most are.
    var end = index
    if bytes[end] != 0x30 {
      while end < bytes.count, bytes[end] &- 0x30 <= 9 { end += 1 }
      if end > index, end < bytes.count, bytes[end] != UInt8(ascii: "."),
        bytes[end] | 0x20 != UInt8(ascii: "e")
      {
        add(.number, from: index, to: end)
        index = end
        return
      }
    }
    try anyNumber()
  }

  private mutating func anyNumber() throws(JSONError) {
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
    add(.number, from: start, to: index)
  }

  @inline(__always)
  private mutating func string() throws(JSONError) {
    let quote = index
    index += 1
    guard let base = bytes.baseAddress else { throw error(.unexpectedEnd) }
    // Most keys, and many texts, are of less than eight plain characters.
    if index + 8 <= bytes.count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian
      let ends = Self.ends(word)
      let length = ends.trailingZeroBitCount / 8
      if ends != 0, base[index + length] == UInt8(ascii: "\""), word & Self.below(ends) & Self.highBits == 0 {
        index += length
        add(.string, from: quote, to: index, tag: JSONTape.tag(base + quote + 1, count: length))
        index += 1
        return
      }
    }
    try longString(quote, base)
  }

  /// Marks the bytes of a word that end a run of plain characters: quote, backslash, control characters. Only the lowest mark
  /// is sure to be right.
  @inline(__always)
  private static func ends(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* UInt64(UInt8(ascii: "\""))),
      slash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    return ((word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash) & highBits
  }

  /// What stands below the lowest mark.
  @inline(__always)
  private static func below(_ ends: UInt64) -> UInt64 { ends & (0 &- ends) &- 1 }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private mutating func longString(_ quote: Int, _ base: UnsafePointer<UInt8>) throws(JSONError) {
    let isASCII = skipPlain()
    guard index < bytes.count else { throw error(.unexpectedEnd) }
    if bytes[index] == UInt8(ascii: "\"") {
      let text = UnsafeBufferPointer(start: base + quote + 1, count: index - quote - 1)
      if !isASCII, !isUTF8(text) { throw error(.badString) }
      add(.string, from: quote, to: index, tag: JSONTape.tag(base + quote + 1, count: text.count))
      index += 1
      return
    }
    index = quote + 1
    let text = try escapedText()
    add(.escaped, from: quote, to: decoded.count)
    decoded.append(text)
  }

  /// Goes on to the quote, the backslash or the control character that ends a run of plain characters; tells whether all of
  /// the run is ASCII.
  @inline(__always)
  private mutating func skipPlain() -> Bool {
    var seen: UInt64 = 0
    // Eight bytes at a time; the lowest bit that is set stands in the first byte that ends the run.
    while index + 8 <= bytes.count, let base = bytes.baseAddress {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian
      let ends = Self.ends(word)
      if ends != 0 {
        index += ends.trailingZeroBitCount / 8
        return (seen | word & Self.below(ends)) & Self.highBits == 0
      }
      seen |= word
      index += 8
    }
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\")
    {
      seen |= UInt64(bytes[index])
      index += 1
    }
    return seen & Self.highBits == 0
  }

  /// Whether a string is UTF-8; the ideographs that sheets are made of are told at three bytes a time.
  private func isUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return true }
    var index = 0
    while index + 4 <= text.count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt32.self).littleEndian
      if word & 0x80 == 0 {
        index += 1
      } else if word & 0xC0_C0F0 == 0x80_80E0, word & 0xF != 0, word & 0xF != 0xD {
        index += 3
      } else {
        break
      }
    }
    return (try? UTF8Span(validating: text.extracting(index..<text.count).span)) != nil
  }

  /// The string from behind its opening quote.
  private mutating func escapedText() throws(JSONError) -> String {
    var text = ""
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
        _ = skipPlain()
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

  private mutating func elements(depth: Int) throws(JSONError) {
    let array = open(.array)
    defer { close(array) }
    index += 1
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return
    }
    while true {
      try value(depth: depth + 1)
      skipSpace()
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      let byte = bytes[index]
      if byte != UInt8(ascii: ",") && byte != UInt8(ascii: "]") {
        throw unexpected()
      }
      index += 1
      if byte == UInt8(ascii: "]") { return }
    }
  }

  /// Notes an array or object, whose end is noted once it is known.
  private mutating func open(_ kind: JSONTape.Kind) -> Int {
    add(kind, from: index, to: 0)
    return entries.count - 1
  }

  private mutating func close(_ entry: Int) {
    entries[entry].length = UInt32(truncatingIfNeeded: entries.count - entry)
  }

  private func text(of key: JSONTape.Entry) -> String {
    if key.kind == .escaped { return decoded[Int(key.end)] }
    return String(decoding: bytes.extracting(Int(key.start) + 1..<Int(key.end)), as: UTF8.self)
  }

  /// Whether one of the object's keys before the last entry is the same.
  private func isRepeated(_ key: JSONTape.Entry, in object: Int) -> Bool {
    var other = object + 1
    while other < entries.count - 1 {
      let tag = entries[other].tag
      if tag == key.tag || tag == 0 || key.tag == 0, text(of: entries[other]) == text(of: key) { return true }
      other += 1 + Int(entries[other + 1].length)
    }
    return false
  }

  /// The keys of an object before the last entry.
  private func texts(ofKeysIn object: Int) -> Set<String> {
    var texts: Set<String> = []
    var key = object + 1
    while key < entries.count - 1 {
      texts.insert(text(of: entries[key]))
      key += 1 + Int(entries[key + 1].length)
    }
    return texts
  }

  private mutating func members(depth: Int) throws(JSONError) {
    let object = open(.object)
    defer { close(object) }
    index += 1
    skipSpace()
    // Objects have few keys: looking through them is quicker than hashing each, and a bit a key tells most of them apart.
    // An escaped key may be like any other: with one, all bits are set.
    var seen: Set<String>?
    var bits: UInt64 = 0
    var count = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
      index += 1
      return
    }
    while true {
      skipSpace()
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      guard bytes[index] == UInt8(ascii: "\"") else {
        throw unexpected()
      }
      try string()
      let key = entries[entries.count - 1]
      if key.tag == 0 { bits = .max }
      let bit: UInt64 = 1 << UInt64((key.tag ^ key.tag >> 7) & 63)
      let isRepeated: Bool
      if count < 48 {
        isRepeated = bits & bit != 0 && self.isRepeated(key, in: object)
      } else {
        seen = seen ?? texts(ofKeysIn: object)
        isRepeated = seen?.insert(text(of: key)).inserted == false
      }
      if isRepeated { throw error(.duplicateKey(text(of: key))) }
      bits |= bit
      count += 1
      skipSpace()
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      guard bytes[index] == UInt8(ascii: ":") else {
        throw unexpected()
      }
      index += 1
      try value(depth: depth + 1)
      skipSpace()
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      let byte = bytes[index]
      if byte != UInt8(ascii: ",") && byte != UInt8(ascii: "}") {
        throw unexpected()
      }
      index += 1
      if byte == UInt8(ascii: "}") { return }
    }
  }
}
