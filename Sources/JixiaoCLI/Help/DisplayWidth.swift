/// Columns that text takes on a terminal: two for Chinese characters and full-width forms, none for marks.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  /// The longest beginning of a text that fits.
  static func truncate(_ text: String, to width: Int) -> String {
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += columns(scalar)
      if used > width { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  /// The text followed by spaces up to a width; at least two of them.
  static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(2, width - of(text)))
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: 2
    case 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD: 2
    default: 1
    }
  }
}
