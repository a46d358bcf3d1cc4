/// A plain decimal of at most eight characters, read without a branch a digit.
///
/// - Form: digits, with at most one point that has digits on both sides; `0.50` keeps its two places.
struct DecimalWord: BitwiseCopyable {
  let digits: UInt64
  /// 0…6.
  let places: Int

  /// Nil for anything else: signs, spaces, groups of thousands, longer numbers.
  ///
  /// Reads eight bytes from `start`, which must be readable, whatever `count` is.
  @inline(always)
  init?(_ start: UnsafePointer<UInt8>, count: Int) {
    guard count &- 1 < 8, count > 0 else { return nil }
    let loaded = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    // The characters at the top, so that the first digits are zeros: x ^ '0' is the digit itself.
    var word = (loaded ^ 0x3030_3030_3030_3030) &<< shift
    var places = 0
    // '.' ^ '0' is 0x1E, the only byte allowed that is no digit.
    let nonDigits = ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080
    if nonDigits != 0 {
      let bit = nonDigits.trailingZeroBitCount &- 7
      guard nonDigits & (nonDigits &- 1) == 0, (word &>> UInt64(truncatingIfNeeded: bit)) & 0xFF == 0x1E,
        bit > Int(shift), bit < 56
      else { return nil }
      places = (56 &- bit) &>> 3
      let below = word & ((1 &<< UInt64(truncatingIfNeeded: bit)) &- 1)
      let above = word & ~((1 &<< UInt64(truncatingIfNeeded: bit &+ 8)) &- 1)
      word = above | below &<< 8
    }
    // Pairs, then fours, then all eight; the first character is the lowest byte.
    word = (word &* 10 &+ (word &>> 8)) & 0x00FF_00FF_00FF_00FF
    word = (word &* 100 &+ (word &>> 16)) & 0x0000_FFFF_0000_FFFF
    digits = (word &* 10_000 &+ (word &>> 32)) & 0xFFFF_FFFF
    self.places = places
  }
}
