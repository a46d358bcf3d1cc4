/// A run of bytes in a block, compared by length and content.
struct ByteRun: BitwiseCopyable {
  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    self.start = start
    self.count = count
  }

  /// The first up to eight bytes, the rest zero; reads eight bytes whatever the length.
  @inline(__always)
  var head: UInt64 {
    let loaded = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    return count >= 8 ? loaded : loaded & ((1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1)
  }

  @inline(__always)
  func equals(_ other: ByteRun) -> Bool {
    if count != other.count { return false }
    if head != other.head { return false }
    var index = 8
    while index < count {
      // The last word overlaps the one before it, so nothing behind the run is compared.
      let at = min(index, count &- 8)
      let mine = UnsafeRawPointer(start).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let theirs = UnsafeRawPointer(other.start).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if mine != theirs { return false }
      index &+= 8
    }
    return true
  }

  /// Mixes the bytes into a hash; not for keeping, only for tables of this run of the program.
  @inline(__always)
  func hash(into hash: inout UInt64) {
    hash = (hash ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ head) &* 0xBF58_476D_1CE4_E5B9
    var index = 8
    while index < count {
      let at = min(index, count &- 8)
      let word = UnsafeRawPointer(start).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      hash = ((hash ^ (hash &>> 29)) ^ word) &* 0x94D0_49BB_1331_11EB
      index &+= 8
    }
    hash ^= hash &>> 32
  }

  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Whether the text is the same after white space and formula guards are taken off: no invisible character, no
  /// leading apostrophe, nothing that is no UTF-8. Errs towards false.
  var isPlain: Bool {
    if count == 0 || start[0] == UInt8(ascii: "'") { return false }
    var i = 0
    while i < count {
      let byte = start[i]
      if byte > 0x20 && byte < 0x7F {
        i &+= 1
        continue
      }
      // Of what is not ASCII only the common three-byte characters are looked at: U+3001 to U+CFFF and full-width forms.
      let isWide = byte == 0xEF && i &+ 1 < count && (start[i &+ 1] == 0xBC || start[i &+ 1] == 0xBD)
      guard byte >= 0xE3, byte <= 0xEC || isWide, i &+ 2 < count, start[i &+ 1] & 0xC0 == 0x80,
        start[i &+ 2] & 0xC0 == 0x80, byte != 0xE3 || start[i &+ 1] != 0x80 || start[i &+ 2] != 0x80
      else { return false }
      i &+= 3
    }
    return true
  }

  /// Whether a spreadsheet, or CSV itself, would take the text for something else.
  var needsCare: Bool {
    if count == 0 { return true }
    switch start[0] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "'"):
      return true
    default: break
    }
    for i in 0..<count where start[i] == UInt8(ascii: ",") || start[i] == UInt8(ascii: "\"") { return true }
    return false
  }
}
