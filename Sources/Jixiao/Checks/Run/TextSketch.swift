/// What is kept of a text, or of a list of rows, to find its like among any number: 32 minima of as many hashes.
///
/// Two sketches agree in about as many minima as their texts have pieces in common (MinHash). Sixteen bits a minimum, and
/// so 64 bytes a text, are enough to tell four fifths from a half.
struct TextSketch: Sendable, Hashable {
  /// Least values of hashes of sixteen bits with a sign: what every processor of the last twenty years does at once.
  private(set) var minima = SIMD32<Int16>(repeating: .max)

  var isEmpty: Bool { minima == SIMD32(repeating: .max) }

  /// How many of the minima two texts share that are near-duplicates of each other: three quarters.
  static let leastShared = 24
  /// Groups of four minima. Only texts that share a whole group are compared: of those with four fifths of their pieces in
  /// common 98 in 100 do, and of those with a half fewer than half.
  static let bands = 8

  private static let factors = SIMD32<Int16>(odd: 0x9E37_79B9)
  private static let others = SIMD32<Int16>(odd: 0x85EB_CA6B)
  private static let shifts = SIMD32<Int16>(odd: 0xC2B2_AE35)

  /// Adds pieces by their hashes, every bit of which must hang on the whole piece.
  mutating func add(_ hashes: some Sequence<UInt64>) {
    // Lane by lane over memory: the compiler makes eight lanes one of it, which it does not of the operators on SIMD32.
    withUnsafeTemporaryAllocation(of: Int16.self, capacity: 128) { lanes in
      for lane in 0..<32 {
        lanes[lane] = minima[lane]
        lanes[lane + 32] = Self.factors[lane]
        lanes[lane + 64] = Self.others[lane]
        lanes[lane + 96] = Self.shifts[lane]
      }
      guard let least = lanes.baseAddress else { return }
      for hash in hashes {
        let low = Int16(truncatingIfNeeded: hash), high = Int16(truncatingIfNeeded: hash >> 32)
        for lane in 0..<32 {
          let mixed = low &* least[lane + 32] &+ (high &* least[lane + 64] ^ least[lane + 96])
          least[lane] = mixed < least[lane] ? mixed : least[lane]
        }
      }
      for lane in 0..<32 { minima[lane] = least[lane] }
    }
  }

  /// How many minima two sketches share, of 32.
  func shared(with other: TextSketch) -> Int {
    var count = 0
    for lane in 0..<32 where minima[lane] == other.minima[lane] { count += 1 }
    return count
  }

  func isNear(_ other: TextSketch) -> Bool { shared(with: other) >= Self.leastShared }

  /// Four minima as one number.
  func band(_ number: Int) -> UInt64 {
    var band: UInt64 = 0
    for lane in number * 4..<number * 4 + 4 { band = band << 16 | UInt64(UInt16(bitPattern: minima[lane])) }
    return band
  }
}

extension SIMD32<Int16> {
  /// Odd numbers that have nothing to do with each other.
  fileprivate init(odd seed: UInt64) {
    self.init(repeating: 1)
    var state = seed
    for lane in 0..<32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      self[lane] = Int16(truncatingIfNeeded: state >> 32) | 1
    }
  }
}
