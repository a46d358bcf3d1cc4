/// A stable name for a finding, made of what it says rather than of where it stands.
///
/// FNV-1a over 64 bits of code, organisation, project, names, field and the text seen: a finding keeps its fingerprint when
/// lines move, and loses it when the text that was wrong is mended. Not a secret, and not meant against forgery.
struct Fingerprint: Sendable, Hashable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String?) {
    if let text { mix(text) }
    // No text holds this byte, so that ("ab", "c") and ("a", "bc") differ.
    mix(0xFF)
  }

  mutating func mix(_ byte: UInt8) {
    value ^= UInt64(byte)
    value &*= 0x100_0000_01b3
  }

  private mutating func mix(_ text: some StringProtocol) {
    // The bytes of nearly every text lie in one piece.
    let mixed = text.utf8.withContiguousStorageIfAvailable { bytes in
      var fingerprint = self
      for byte in bytes { fingerprint.mix(byte) }
      return fingerprint
    }
    if let mixed { self = mixed } else { for byte in text.utf8 { mix(byte) } }
  }

  var hexadecimal: String {
    String(unsafeUninitializedCapacity: 16) { digits in
      for place in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * place) & 0xF)
        digits[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return 16
    }
  }

  /// The number that sixteen hexadecimal digits stand for; of any other text, its hash.
  static func number(_ hexadecimal: String) -> UInt64 {
    var number: UInt64 = 0
    for byte in hexadecimal.utf8 {
      switch byte {
      case 0x30...0x39: number = number << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: number = number << 4 | UInt64(byte - 0x57)
      default: return hash(hexadecimal)
      }
    }
    return hexadecimal.utf8.count == 16 ? number : hash(hexadecimal)
  }

  /// The hash of one text, for looking up equal texts.
  static func hash(_ text: some StringProtocol) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.mix(text)
    return fingerprint.value
  }
}
