/// Text of documents as reports show it: nothing in it can steer the page, the terminal or the direction of writing.
///
/// Characters that cannot be seen but change how text reads (controls, zero-width and bidirectional marks) are shown
/// by their number, so that a name with a hidden override looks as odd as it is.
enum ReportText {
  /// `⟨U+202E⟩` for an invisible mark, a space for a tab or line end.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isInvisible($0) }) else { return text }
    var kept = ""
    for scalar in text.unicodeScalars {
      if !isInvisible(scalar) {
        kept.unicodeScalars.append(scalar)
      } else if scalar == "\t" || scalar == "\n" || scalar == "\r" {
        kept.append(" ")
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        kept += "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
      }
    }
    return kept
  }

  /// Whether a character leaves no mark, or is none: noncharacters have no place in XML or HTML.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF,
      0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F:
      true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// The text cut to at most `limit` characters, the cut shown.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit,
      let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
      end < text.endIndex
    else { return text }
    return text[..<end] + "…"
  }
}
