/// Text as it is compared: full-width forms made half-width, white space and invisible characters removed.
extension StringProtocol {
  /// Folds for comparison: `＞＝ ５０ ％` becomes `>=50%`.
  ///
  /// Full-width ASCII becomes ASCII, ideographic and other spaces and zero-width marks go, the few compatibility
  /// signs that occur in sheets (㎡, ﹦, ﹪, − …) become their plain forms. Case is kept; folding twice changes nothing.
  public var folded: String {
    if isAsFolded { return String(self) }
    // No sign becomes longer.
    return String(unsafeUninitializedCapacity: utf8.count) { folded in
      var count = 0
      func add(_ text: some Sequence<UInt8>) {
        for byte in text {
          folded[count] = byte
          count += 1
        }
      }
      for scalar in unicodeScalars where !scalar.isSpaceOrInvisible {
        switch scalar.value {
        case 0xFF01...0xFF5E:
          folded[count] = UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)
          count += 1
        case 0xFFE5: add("¥".utf8)
        case 0xFE66, 0x2550: add("=".utf8)
        case 0xFE64: add("<".utf8)
        case 0xFE65: add(">".utf8)
        case 0xFE62: add("+".utf8)
        case 0xFE63, 0x2212: add("-".utf8)
        case 0xFE6A: add("%".utf8)
        case 0x338F: add("kg".utf8)
        case 0x339C: add("mm".utf8)
        case 0x339D: add("cm".utf8)
        case 0x339E: add("km".utf8)
        case 0x33A1: add("m2".utf8)
        case 0x33A2: add("km2".utf8)
        case 0x33A5: add("m3".utf8)
        default: add(scalar.utf8)
        }
      }
      return count
    }
  }

  /// The text without white space and invisible characters, its characters otherwise as printed.
  public var withoutSpace: String {
    if isAsFolded || !unicodeScalars.contains(where: \.isSpaceOrInvisible) { return String(self) }
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isSpaceOrInvisible { kept.append(scalar) }
    return String(kept)
  }
}

extension StringProtocol {
  /// Whether the bytes alone show that folding changes nothing: visible ASCII, ideographs, 、。 and signs such as ≥.
  ///
  /// Most cells of a sheet are of these, and need not be taken apart.
  var isAsFolded: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case 0x21...0x7E: index += 1
        case 0xE4...0xE9: index += 3
        case 0xE2 where bytes[index + 1] == 0x89: index += 3
        case 0xE3 where bytes[index + 1] == 0x80 && (bytes[index + 2] == 0x81 || bytes[index + 2] == 0x82):
          index += 3
        default: return false
        }
      }
      return true
    } ?? false
  }
}

/// The same for whole strings, whose bytes need no dispatch to be reached: every cell of every sheet comes through here.
extension String {
  public var folded: String { isAsFolded ? self : self[...].folded }
  public var withoutSpace: String { isAsFolded ? self : self[...].withoutSpace }
}

extension Unicode.Scalar {
  /// White space, control and format characters: nothing a reader of the sheet sees.
  var isSpaceOrInvisible: Bool {
    switch value {
    case 0x00...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064:
      true
    case 0x2066...0x206F, 0x3000, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    case 0xFE00...0xFE0F: true
    default: false
    }
  }
}
