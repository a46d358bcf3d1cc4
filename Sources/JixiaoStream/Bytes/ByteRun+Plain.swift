extension ByteRun {
  /// Whether the text is short, plain ASCII that neither a reader nor a spreadsheet takes for anything else.
  ///
  /// Errs towards false; reads eight bytes whatever the length.
  @inline(always)
  var isSimple: Bool {
    if count &- 1 >= 8 { return false }
    let loaded = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    // Letters, so that what stands behind the text is simple too.
    let others = ~UInt64(0) &<< UInt64(truncatingIfNeeded: 8 &* count)
    let word = count == 8 ? loaded : (loaded & ~others) | (0x4141_4141_4141_4141 & others)
    // A byte below 0x2D borrows, one above 0x7E carries or has its top bit already.
    let low = word &- 0x2D2D_2D2D_2D2D_2D2D
    let high = word &+ 0x0101_0101_0101_0101
    if (low | high | word) & 0x8080_8080_8080_8080 != 0 { return false }
    return start[0] != UInt8(ascii: "=") && start[0] != UInt8(ascii: "@") && start[0] != UInt8(ascii: "-")
  }

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
