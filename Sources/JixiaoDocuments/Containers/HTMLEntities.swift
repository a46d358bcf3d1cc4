/// The character references of web pages: `&ge;`, `&#8805;`, `&#x2265;`, with or without the semicolon.
enum HTMLEntities {
  /// The names that occur in sheets; an unknown one stays as it stands.
  private static let names: [String: String] = [
    "nbsp": "\u{A0}", "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "ge": "≥", "geq": "≥",
    "le": "≤",
    "leq": "≤", "ne": "≠", "times": "×", "divide": "÷", "middot": "·", "bull": "•", "mdash": "—",
    "ndash": "–",
    "hellip": "…", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "permil": "‰", "deg": "°",
    "plusmn": "±",
    "minus": "−", "yen": "¥", "sup2": "²", "sup3": "³", "ensp": "\u{2002}", "emsp": "\u{2003}",
    "thinsp": "\u{2009}",
    "zwnj": "", "zwj": "", "shy": "", "laquo": "«", "raquo": "»", "star": "☆", "starf": "★", "hearts": "♥",
    "copy": "©",
    "percnt": "%", "lpar": "(", "rpar": ")", "comma": ",", "colon": ":", "equals": "=", "plus": "+",
    "sol": "/",
    "Tab": " ", "NewLine": " ", "half": "½", "frac12": "½", "frac14": "¼", "frac34": "¾",
  ]

  /// What Windows programs mean by the numbers of control characters.
  private static let windows: [UInt32: UInt32] = [
    0x80: 0x20AC, 0x82: 0x201A, 0x84: 0x201E, 0x85: 0x2026, 0x89: 0x2030, 0x91: 0x2018, 0x92: 0x2019,
    0x93: 0x201C,
    0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x99: 0x2122,
  ]

  static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text = ""
    var start = bytes.startIndex
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] == UInt8(ascii: "&"), let found = reference(bytes, at) else {
        at += 1
        continue
      }
      text += String(decoding: bytes[start..<at], as: UTF8.self) + found.text
      at = found.end
      start = at
    }
    return text + String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func reference(_ bytes: ArraySlice<UInt8>, _ start: Int) -> (text: String, end: Int)? {
    var at = start + 1
    // No name here is longer than 10 letters, no number than 8 digits.
    while at < bytes.endIndex, at - start <= 10,
      isWord(bytes[at]) || at == start + 1 && bytes[at] == UInt8(ascii: "#")
    {
      at += 1
    }
    let word = String(decoding: bytes[(start + 1)..<at], as: UTF8.self)
    let isEnded = at < bytes.endIndex && bytes[at] == UInt8(ascii: ";")
    let end = isEnded ? at + 1 : at
    if word.hasPrefix("#") {
      let isHex = word.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
      let digits = isHex ? word.dropFirst(2) : word.dropFirst()
      guard let number = UInt32(digits, radix: isHex ? 16 : 10),
        let scalar = Unicode.Scalar(windows[number] ?? number)
      else { return nil }
      return (number == 0 ? "\u{FFFD}" : String(Character(scalar)), end)
    }
    if isEnded, let text = names[word] { return (text, end) }
    // Without a semicolon only the oldest names, and the rest of the word is text.
    for name in ["nbsp", "quot", "amp", "lt", "gt"] where word.hasPrefix(name) {
      return names[name].map { ($0, start + 1 + name.utf8.count) }
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
