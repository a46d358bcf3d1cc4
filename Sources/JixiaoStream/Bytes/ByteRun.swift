/// A run of bytes in a block, compared by length and content.
struct ByteRun: BitwiseCopyable {
  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(always)
  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    self.start = start
    self.count = count
  }

  /// The first up to eight bytes, the rest zero; reads eight bytes whatever the length.
  @inline(always)
  var head: UInt64 {
    let loaded = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    return count >= 8 ? loaded : loaded & ((1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1)
  }

  /// The one to eight bytes of a short run at the top of a word, zeros below; reads eight bytes whatever the length.
  ///
  /// The same for the same text; says nothing about runs of other lengths.
  @inline(always)
  var top: UInt64 {
    let loaded = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    return loaded &<< UInt64(truncatingIfNeeded: 0 &- 8 &* count)
  }

  /// Whether this is one to eight digits, not all of them zero.
  @inline(always)
  var isPositiveWhole: Bool {
    if UInt(bitPattern: count &- 1) >= 8 { return false }
    let loaded = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    // x ^ '0' is the digit itself.
    let word = (loaded ^ 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 0 &- 8 &* count)
    return word != 0 && ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080 == 0
  }

  @inline(always)
  func equals(_ other: ByteRun) -> Bool {
    if count != other.count || head != other.head { return false }
    return count <= 8 || equalsBehindHead(other)
  }

  /// Compares runs of the same length, above eight, whose first eight bytes are the same.
  @inline(always)
  func equalsBehindHead(_ other: ByteRun) -> Bool {
    let mine = UnsafeRawPointer(start)
    let theirs = UnsafeRawPointer(other.start)
    if count < 24 {
      // The last word overlaps the one before it, so nothing behind the run is compared.
      let at = min(count &- 8, 8)
      return mine.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        == theirs.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        && mine.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
          == theirs.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    }
    var index = 8
    while index < count {
      let at = min(index, count &- 16)
      let left = mine.loadUnaligned(fromByteOffset: at, as: SIMD2<UInt64>.self)
      let right = theirs.loadUnaligned(fromByteOffset: at, as: SIMD2<UInt64>.self)
      let difference = left ^ right
      if difference[0] | difference[1] != 0 { return false }
      index &+= 16
    }
    return true
  }

  /// Mixes the bytes into a hash; not for keeping, only for tables of this run of the program.
  @inline(always)
  func hash(into hash: inout UInt64) {
    // Two chains side by side, because a multiplication takes longer than the next can wait.
    var other = (head ^ UInt64(truncatingIfNeeded: count)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash &>> 29)) &* 0x9E37_79B9_7F4A_7C15
    var index = 8
    while index < count {
      let first = UnsafeRawPointer(start).loadUnaligned(
        fromByteOffset: min(index, count &- 8), as: UInt64.self)
      let second = UnsafeRawPointer(start).loadUnaligned(
        fromByteOffset: min(index &+ 8, count &- 8), as: UInt64.self)
      hash = (hash ^ first) &* 0x94D0_49BB_1331_11EB
      other = (other ^ second) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash &>> 32
      other ^= other &>> 29
      index &+= 16
    }
    hash = (hash ^ (other &>> 32) ^ other) &* 0x94D0_49BB_1331_11EB
    hash ^= hash &>> 32
  }

  /// From here to the end of a run behind.
  @inline(always)
  func extended(to other: ByteRun) -> ByteRun { ByteRun(start, (other.start - start) &+ other.count) }

  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }
}
