/// Why a text is not an exact decimal this project can hold.
public enum ExactError: Error, Sendable, Equatable {
  case empty
  case notANumber
  case tooManyDigits
  case tooManyPlaces

  public func reason(in language: Language) -> String {
    switch self {
    case .empty: language.pick("空", "empty")
    case .notANumber: language.pick("不是十进制数（不接受指数写法）", "not a decimal number (exponents are not accepted)")
    case .tooManyDigits: language.pick("数字过长（最多38位）", "too many digits (at most 38)")
    case .tooManyPlaces: language.pick("小数超过18位", "more than 18 decimal places")
    }
  }
}

extension Exact {
  /// Reads a decimal: optional sign, digits, optional groups of three (`2,004.85`), optional fraction.
  ///
  /// - Complexity: one pass, no allocation.
  /// - Throws: what is wrong with the text; the caller adds the place.
  @inlinable
  public init(parsing bytes: Span<UInt8>) throws(ExactError) {
    var index = 0
    let end = bytes.count
    if end == 0 { throw .empty }
    var negative = false
    if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      negative = bytes[0] == UInt8(ascii: "-")
      index = 1
    }
    var coefficient: Int128 = 0
    var digits = 0
    var places = 0
    var seenPoint = false
    // Digits since the last comma; -1 before the first one. A group of thousands has exactly three.
    var group = -1
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte >= 0x30 && byte <= 0x39 {
        let (tens, overflowTens) = coefficient.multipliedReportingOverflow(by: 10)
        let (sum, overflowSum) = tens.addingReportingOverflow(Int128(byte - 0x30))
        if overflowTens || overflowSum {
          throw places >= Int(Exact.mostPlaces) ? .tooManyPlaces : .tooManyDigits
        }
        coefficient = sum
        digits += 1
        if seenPoint { places += 1 } else if group >= 0 { group += 1 }
      } else if byte == UInt8(ascii: ".") {
        if seenPoint || digits == 0 || (group >= 0 && group != 3) { throw .notANumber }
        seenPoint = true
      } else if byte == UInt8(ascii: ",") {
        // 0,123 is no grouped number: it may be a decimal comma, which is not guessed at.
        if seenPoint || digits == 0 || coefficient == 0 { throw .notANumber }
        if group >= 0 ? group != 3 : digits > 3 { throw .notANumber }
        group = 0
      } else {
        throw .notANumber
      }
    }
    if digits == 0 || (seenPoint && places == 0) { throw .notANumber }
    if group >= 0 && group != 3 { throw .notANumber }
    if places > Int(Exact.mostPlaces) {
      guard let reduced = Exact(reducingAny: negative ? -coefficient : coefficient, places: places)
      else { throw .tooManyPlaces }
      self = reduced
      return
    }
    self.init(reducing: negative ? -coefficient : coefficient, places: UInt8(places))
  }

  /// Reads a decimal from text; see `init(parsing:)` over bytes.
  public init(parsing text: some StringProtocol) throws(ExactError) {
    let string = String(text)
    try self.init(parsing: string.utf8Span.span)
  }
}
