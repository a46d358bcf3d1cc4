/// How many columns of a terminal a text takes: Chinese characters and full-width forms take two.
public enum DisplayWidth {
  /// The width of a text in columns: `慰问人数` is 8, `≥95%` is 4.
  public static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += of(scalar) }
    return width
  }

  /// 0 for combining and invisible characters, 2 for wide ones, 1 for all others.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
      0xFEFF:
      0
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF:
      2
    case 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6:
      2
    case 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD: 2
    default: 1
    }
  }

  /// The text with spaces behind it, or before it for numbers, until it is `width` columns wide.
  public static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let missing = String(repeating: " ", count: max(0, width - of(text)))
    return right ? missing + text : text + missing
  }

  /// The text cut to at most `width` columns, the cut shown by an ellipsis.
  public static func cut(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    var kept = ""
    var used = 0
    for character in text {
      let next = of(String(character))
      if used + next > width - 1 { break }
      kept.append(character)
      used += next
    }
    return kept + "…"
  }
}
