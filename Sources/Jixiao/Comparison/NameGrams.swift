/// The pairs of neighbouring characters of a name, by which two names are held side by side.
///
/// The ends count as neighbours of their first and last character, so that `慰问` and `慰问金` are three of seven apart.
struct NameGrams: Sendable {
  /// Sorted, each once.
  let grams: [UInt64]

  init(_ text: String) {
    var grams: [UInt64] = []
    var before: UInt64 = 1
    for scalar in text.unicodeScalars {
      grams.append(before << 32 | UInt64(scalar.value))
      before = UInt64(scalar.value)
    }
    grams.append(before << 32 | 2)
    grams.sort()
    var kept: [UInt64] = []
    for gram in grams where gram != kept.last { kept.append(gram) }
    self.grams = kept
  }

  func shared(with other: NameGrams) -> Int {
    var count = 0
    var (i, j) = (0, 0)
    while i < grams.count, j < other.grams.count {
      if grams[i] == other.grams[j] {
        count += 1
        i += 1
        j += 1
      } else if grams[i] < other.grams[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  /// Dice's coefficient: twice the shared pairs over all pairs, 0…1.
  func similarity(to other: NameGrams) -> Ratio {
    Ratio(2 * shared(with: other)).divided(by: Ratio(grams.count + other.grams.count)) ?? .zero
  }
}

/// What keeps two names apart however alike they are written.
struct NameDifference {
  /// Why two names cannot be one measure; nil where nothing speaks against it.
  ///
  /// Numbers (0-6岁, 7天) and marking words must be the same; and where one word of two or more characters stands in
  /// the place of another (慰问人数, 培训人数), the names differ in just what matters.
  static func reason(_ left: NodeText, _ right: NodeText) -> Borderline.Reason? {
    if left.digits != right.digits { return .numbers }
    if left.markers != right.markers { return .words }
    let a = Array(left.core.unicodeScalars), b = Array(right.core.unicodeScalars)
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var end = 0
    while end < a.count - start, end < b.count - start, a[a.count - 1 - end] == b[b.count - 1 - end] {
      end += 1
    }
    let x = a[start..<(a.count - end)], y = b[start..<(b.count - end)]
    if x.count >= 2, y.count >= 2, !x.contains(where: { y.contains($0) }) { return .replaced }
    return nil
  }
}

/// What of a name is held against others.
struct NodeText: Sendable {
  let core: String
  let grams: NameGrams
  let digits: String
  /// Numbers of the marking words in it.
  let markers: [Int]

  init(_ core: String, words: ComparisonWords) {
    self.core = core
    grams = NameGrams(core)
    digits = String(core.unicodeScalars.map { (0x30...0x39).contains($0.value) ? Character($0) : " " })
      .split(separator: " ").joined(separator: " ")
    var markers: Set<Int> = []
    words.markers.forEachMatch(in: core) { number, _ in markers.insert(number) }
    self.markers = markers.sorted()
  }
}
