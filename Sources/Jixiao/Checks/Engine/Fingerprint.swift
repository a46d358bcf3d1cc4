/// A stable name for a finding, made of what it says rather than of where it stands.
///
/// FNV-1a over 64 bits of code, organisation, project, names, field and the text seen: a finding keeps its fingerprint when
/// lines move, and loses it when the text that was wrong is mended. Not a secret, and not meant against forgery.
struct Fingerprint: Sendable, Hashable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String?) {
    for byte in (text ?? "").utf8 { mix(byte) }
    // No text holds this byte, so that ("ab", "c") and ("a", "bc") differ.
    mix(0xFF)
  }

  mutating func mix(_ byte: UInt8) {
    value ^= UInt64(byte)
    value &*= 0x100_0000_01b3
  }

  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The hash of one text, for looking up equal texts.
  static func hash(_ text: some StringProtocol) -> UInt64 {
    var fingerprint = Fingerprint()
    for byte in text.utf8 { fingerprint.mix(byte) }
    return fingerprint.value
  }
}
