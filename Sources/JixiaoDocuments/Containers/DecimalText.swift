/// A decimal number as a spreadsheet stores and shows it: digits and the place of the point.
struct DecimalText: Sendable, Equatable {
  /// Excel computes with 15 significant digits; the two more that files hold are those of a binary fraction.
  static let significant = 15

  private(set) var isNegative = false
  /// 0 … 9 each, the first never 0; empty for zero.
  private(set) var digits: [UInt8] = []
  /// The value is 0.d₁d₂… × 10^point.
  private(set) var point = 0

  var isZero: Bool { digits.isEmpty }

  /// Reads `-1.1000000000000001E-3`; nil for anything else, and where the exponent is past ±400.
  init?(_ text: some Sequence<UInt8>) {
    var seenPoint = false
    var seenDigit = false
    var exponent: Int?
    var exponentIsNegative = false
    var exponentDigits = 0
    var previous: UInt8 = 0
    for (index, byte) in text.enumerated() {
      defer { previous = byte }
      switch byte {
      case 0x30...0x39 where exponent != nil:
        exponent = (exponent ?? 0) * 10 + Int(byte - 0x30)
        exponentDigits += 1
        if exponentDigits > 4 { return nil }
      case 0x30...0x39:
        seenDigit = true
        if !(digits.isEmpty && byte == 0x30) { digits.append(byte - 0x30) }
        if seenPoint, digits.isEmpty { point -= 1 }
        if !seenPoint, !digits.isEmpty { point += 1 }
        if digits.count > 400 { return nil }
      case UInt8(ascii: "."):
        if seenPoint || exponent != nil { return nil }
        seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        if exponent != nil || !seenDigit { return nil }
        exponent = 0
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        if index == 0 {
          isNegative = byte == UInt8(ascii: "-")
        } else if exponent != nil, previous | 0x20 == UInt8(ascii: "e") {
          exponentIsNegative = byte == UInt8(ascii: "-")
        } else {
          return nil
        }
      default: return nil
      }
    }
    guard seenDigit, exponent == nil || exponentDigits > 0 else { return nil }
    point += exponentIsNegative ? -(exponent ?? 0) : exponent ?? 0
    trim()
    guard abs(point) <= 400 else { return nil }
  }

  /// The number half up at a count of significant digits.
  func rounded(toSignificant count: Int) -> DecimalText { rounded(keeping: count) }

  /// The number half up at a count of places after the point.
  func rounded(toPlaces places: Int) -> DecimalText { rounded(keeping: point + places) }

  /// Moves the point: 2 for percent, -3 for thousands.
  func scaled(byTen exponent: Int) -> DecimalText {
    var scaled = self
    if !scaled.isZero { scaled.point += exponent }
    return scaled
  }

  var magnitude: DecimalText {
    var magnitude = self
    magnitude.isNegative = false
    return magnitude
  }

  /// The whole part's digits, at least one, and those behind the point.
  var parts: (whole: [UInt8], fraction: [UInt8]) {
    if point <= 0 {
      return ([0], digits.isEmpty ? [] : [UInt8](repeating: 0, count: -point) + digits)
    }
    if digits.count <= point { return (digits + [UInt8](repeating: 0, count: point - digits.count), []) }
    return (Array(digits[..<point]), Array(digits[point...]))
  }

  /// The whole part, where it fits.
  var whole: Int? {
    guard point <= 18 else { return nil }
    let value = parts.whole.reduce(0) { $0 * 10 + Int($1) }
    return isNegative ? -value : value
  }

  /// As a cell without a format shows it: `0.95`, `1234.5`, `1E+30` past 21 places.
  var general: String {
    let rounded = rounded(toSignificant: Self.significant)
    if rounded.isZero { return "0" }
    var text: [UInt8] = rounded.isNegative ? [UInt8(ascii: "-")] : []
    if (-18...21).contains(rounded.point) {
      let (whole, fraction) = rounded.parts
      text += whole.map { $0 + 0x30 }
      if !fraction.isEmpty { text += [UInt8(ascii: ".")] + fraction.map { $0 + 0x30 } }
    } else {
      text.append(rounded.digits[0] + 0x30)
      if rounded.digits.count > 1 {
        text += [UInt8(ascii: ".")] + rounded.digits[1...].map { $0 + 0x30 }
      }
      let exponent = rounded.point - 1
      text += Array("E\(exponent < 0 ? "-" : "+")\(abs(exponent))".utf8)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func rounded(keeping count: Int) -> DecimalText {
    guard count < digits.count else { return self }
    var rounded = self
    guard count >= 0 else {
      (rounded.digits, rounded.point, rounded.isNegative) = ([], 0, false)
      return rounded
    }
    let goesUp = digits[count] >= 5
    rounded.digits.removeLast(digits.count - count)
    if goesUp {
      var at = count - 1
      while at >= 0, rounded.digits[at] == 9 {
        rounded.digits[at] = 0
        at -= 1
      }
      if at >= 0 {
        rounded.digits[at] += 1
      } else {
        rounded.digits.insert(1, at: 0)
        rounded.point += 1
      }
    }
    rounded.trim()
    return rounded
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (point, isNegative) = (0, false) }
  }
}
