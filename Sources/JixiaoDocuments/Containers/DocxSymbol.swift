/// Characters that Word keeps as places in a symbol font.
enum DocxSymbol {
  /// The character that is printed, U+FFFD for one that is not known: it is not guessed.
  static func text(code: String, font: String) -> String {
    guard let number = UInt32(code, radix: 16) else { return "\u{FFFD}" }
    // Symbol fonts lie in the private area from F000 on.
    let place = (0xF000...0xF0FF).contains(number) ? number - 0xF000 : number
    switch font.lowercased() {
    case "symbol": return symbol[place] ?? plain(place, number)
    case let font where font.hasPrefix("wingdings"):
      return font == "wingdings 2" ? ticks2[place] ?? "\u{FFFD}" : ticks[place] ?? "\u{FFFD}"
    default:
      guard let scalar = Unicode.Scalar(number), !(0xE000...0xF8FF).contains(number), number > 0x20 else {
        return "\u{FFFD}"
      }
      return String(Character(scalar))
    }
  }

  /// Digits, capitals and signs of ASCII lie in Symbol where they lie in ASCII.
  private static func plain(_ place: UInt32, _ number: UInt32) -> String {
    guard (0x20...0x3F).contains(place), place != 0x22, place != 0x24, place != 0x27, place != 0x2D,
      let scalar = Unicode.Scalar(place)
    else { return "\u{FFFD}" }
    return String(Character(scalar))
  }

  private static let symbol: [UInt32: String] = [
    0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB0: "°", 0x2D: "−",
    0xA5: "∞",
    0xD7: "·", 0xB7: "•",
  ]
  private static let ticks: [UInt32: String] = [
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x71: "□", 0x72: "□", 0x6C: "●",
    0x6E: "■",
    0x78: "☒",
  ]
  private static let ticks2: [UInt32: String] = [
    0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x2A: "□", 0x30: "□",
  ]
}
