/// Walks over the JSON of one line without making anything of it; whatever is unusual stops the walk.
///
/// The line ends with a newline, which no value contains, and has 64 readable bytes behind it.
struct RecordCursor {
  let bytes: UnsafePointer<UInt8>
  var at: Int

  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    if bytes[at] != byte { return false }
    at &+= 1
    return true
  }

  /// A string's content; nil where it has escapes or does not end.
  @inline(__always)
  mutating func string() -> ByteRun? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = at
    while true {
      let lane = UnsafeRawPointer(bytes + at).loadUnaligned(as: SIMD16<UInt8>.self)
      let stops = Lanes64.stops(in: lane)
      if stops == 0 {
        at &+= 16
        continue
      }
      at &+= stops.trailingZeroBitCount
      guard bytes[at] == UInt8(ascii: "\"") else { return nil }
      at &+= 1
      return ByteRun(bytes + start, at &- 1 &- start)
    }
  }

  /// A number, `true`, `false` or `null` as it is written.
  @inline(__always)
  mutating func word() -> ByteRun? {
    let start = at
    while true {
      let byte = bytes[at]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { break }
      if byte <= 0x20 || byte == UInt8(ascii: "\"") { return nil }
      at &+= 1
    }
    return at == start ? nil : ByteRun(bytes + start, at &- start)
  }

  /// A string's content or a bare word; nothing for `null`.
  @inline(__always)
  mutating func scalar() -> ByteRun? {
    if bytes[at] == UInt8(ascii: "\"") { return string() }
    let four = UInt32(littleEndian: UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt32.self))
    let behind = bytes[at &+ 4]
    if four == 0x6C6C_756E, behind == UInt8(ascii: ",") || behind == UInt8(ascii: "}") {
      at &+= 4
      return ByteRun(bytes + at, 0)
    }
    guard let word = word() else { return nil }
    return word.count == 4 && word.head == RecordKey.null ? ByteRun(word.start, 0) : word
  }

  /// Passes over a value of any kind.
  @inline(__always)
  mutating func skip() -> Bool {
    let byte = bytes[at]
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { return skipNested() }
    return scalar() != nil
  }

  /// Passes over an object or an array, 64 bytes at a time.
  mutating func skipNested() -> Bool {
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let newline = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
    // '[' and '{', ']' and '}' differ in one bit only.
    let bit = SIMD16<UInt8>(repeating: 0x20)
    let open = SIMD16<UInt8>(repeating: UInt8(ascii: "{"))
    let close = SIMD16<UInt8>(repeating: UInt8(ascii: "}"))
    var depth = 0
    var inside: UInt64 = 0
    while true {
      let lanes = Lanes64(bytes + at)
      let folded = lanes.with(bit)
      let within = prefixParity(lanes.equal(to: quote).bits) ^ inside
      let opens = folded.equal(to: open).bits & ~within
      var closes = folded.equal(to: close).bits & ~within
      if (lanes.equal(to: backslash) | lanes.equal(to: newline)).any {
        // Only what stands before the end of this value counts.
        let odd = (lanes.equal(to: backslash) | lanes.equal(to: newline)).bits
        let upTo = (odd & (0 &- odd)) &- 1
        guard let end = RecordCursor.end(opens & upTo, closes & upTo, &depth) else { return false }
        at &+= end &+ 1
        return true
      }
      if closes.nonzeroBitCount < depth {
        depth &+= opens.nonzeroBitCount &- closes.nonzeroBitCount
      } else if let end = RecordCursor.end(opens, closes, &depth) {
        at &+= end &+ 1
        return true
      }
      closes = 0
      inside = within >> 63 == 1 ? ~0 : 0
      at &+= 64
    }
  }

  /// Where the depth comes back to nothing; nil where it does not in this word.
  @inline(__always)
  private static func end(_ opens: UInt64, _ closes: UInt64, _ depth: inout Int) -> Int? {
    var rest = opens | closes
    while rest != 0 {
      let lowest = rest & (0 &- rest)
      if opens & lowest != 0 {
        depth &+= 1
      } else {
        depth &-= 1
        if depth == 0 { return rest.trailingZeroBitCount }
      }
      rest &= rest &- 1
    }
    return nil
  }
}
