#if arch(x86_64) && canImport(_Builtin_intrinsics)
  import _Builtin_intrinsics.intel.sse2
#endif

/// 64 bytes held in four vectors, and where certain bytes stand among them: bit i for byte i.
struct Lanes64 {
  let a: SIMD16<UInt8>
  let b: SIMD16<UInt8>
  let c: SIMD16<UInt8>
  let d: SIMD16<UInt8>

  @inline(always)
  init(_ bytes: UnsafePointer<UInt8>) {
    let raw = UnsafeRawPointer(bytes)
    a = raw.loadUnaligned(as: SIMD16<UInt8>.self)
    b = raw.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self)
    c = raw.loadUnaligned(fromByteOffset: 32, as: SIMD16<UInt8>.self)
    d = raw.loadUnaligned(fromByteOffset: 48, as: SIMD16<UInt8>.self)
  }

  @inline(always)
  private init(_ a: SIMD16<UInt8>, _ b: SIMD16<UInt8>, _ c: SIMD16<UInt8>, _ d: SIMD16<UInt8>) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  /// 0xFF where a byte is this one, else 0.
  @inline(always)
  func equal(to byte: SIMD16<UInt8>) -> Lanes64 {
    Lanes64(
      unsafeBitCast(a .== byte, to: SIMD16<UInt8>.self), unsafeBitCast(b .== byte, to: SIMD16<UInt8>.self),
      unsafeBitCast(c .== byte, to: SIMD16<UInt8>.self), unsafeBitCast(d .== byte, to: SIMD16<UInt8>.self))
  }

  @inline(always)
  static func | (left: Lanes64, right: Lanes64) -> Lanes64 {
    Lanes64(left.a | right.a, left.b | right.b, left.c | right.c, left.d | right.d)
  }

  /// The top bit of every byte.
  @inline(always)
  var bits: UInt64 {
    UInt64(Lanes64.bits(a)) | UInt64(Lanes64.bits(b)) << 16 | UInt64(Lanes64.bits(c)) << 32
      | UInt64(Lanes64.bits(d)) << 48
  }

  /// Where a JSON string ends or needs a closer look: quotes, backslashes, control characters.
  @inline(always)
  static func stops(in lane: SIMD16<UInt8>) -> UInt32 {
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let control = SIMD16<UInt8>(repeating: 0x20)
    let ends = unsafeBitCast(lane .== quote, to: SIMD16<UInt8>.self)
    let escapes = unsafeBitCast(lane .== backslash, to: SIMD16<UInt8>.self)
    let controls = unsafeBitCast(lane .< control, to: SIMD16<UInt8>.self)
    return bits(ends | escapes | controls)
  }

  /// Every byte with some bits set.
  @inline(always)
  func with(_ bits: SIMD16<UInt8>) -> Lanes64 { Lanes64(a | bits, b | bits, c | bits, d | bits) }

  /// What is set in any of the four vectors.
  @inline(always)
  var union: SIMD16<UInt8> { a | b | c | d }

  /// The four vectors added up, byte by byte.
  @inline(always)
  var sum: SIMD16<UInt8> { a &+ b &+ c &+ d }

  /// How many bytes are 0xFF, where all others are 0.
  @inline(always)
  var count: Int {
    #if arch(x86_64) && canImport(_Builtin_intrinsics)
      // 0xFF is −1; a processor without a count of bits adds bytes faster.
      let zero = SIMD2<Int64>(repeating: 0)
      let negated = unsafeBitCast(SIMD16<UInt8>(repeating: 0) &- sum, to: SIMD2<Int64>.self)
      let halves = _mm_sad_epu8(negated, zero)
      return Int(truncatingIfNeeded: halves[0] &+ halves[1])
    #else
      return bits.nonzeroBitCount
    #endif
  }

  /// Whether any byte has its top bit set.
  @inline(always)
  var any: Bool { Lanes64.bits(a | b | c | d) != 0 }

  @inline(always)
  private static func bits(_ lane: SIMD16<UInt8>) -> UInt32 {
    #if arch(x86_64) && canImport(_Builtin_intrinsics)
      return UInt32(truncatingIfNeeded: _mm_movemask_epi8(unsafeBitCast(lane, to: SIMD2<Int64>.self)))
    #else
      let halves = unsafeBitCast(lane, to: SIMD2<UInt64>.self)
      return gathered(halves[0]) | gathered(halves[1]) << 8
    #endif
  }

  /// The top bits of eight bytes, moved together by one multiplication.
  @inline(always)
  static func gathered(_ bytes: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (((bytes & 0x8080_8080_8080_8080) >> 7) &* 0x0102_0408_1020_4080) >> 56)
  }
}

/// For every bit, whether an odd number of bits stands at or below it: the inside of quotes from the quotes.
@inline(always)
func prefixParity(_ bits: UInt64) -> UInt64 {
  var parity = bits
  parity ^= parity << 1
  parity ^= parity << 2
  parity ^= parity << 4
  parity ^= parity << 8
  parity ^= parity << 16
  parity ^= parity << 32
  return parity
}
