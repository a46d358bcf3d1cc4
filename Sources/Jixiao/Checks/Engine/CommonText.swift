/// Which long phrases texts have in common, by hash.
enum CommonText {
  /// The hashes of every run of `length` characters of a text, none across the mark `|`.
  static func runs(of length: Int, in text: String) -> Set<UInt64> {
    let characters = Array(text.unicodeScalars)
    if characters.count < length { return [] }
    var hashes: Set<UInt64> = []
    for start in 0...(characters.count - length) {
      let run = characters[start..<(start + length)]
      if run.contains("|") { continue }
      hashes.insert(hash(run))
    }
    return hashes
  }

  private static func hash(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for scalar in scalars {
      hash ^= UInt64(scalar.value)
      hash &*= 0x100_0000_01b3
      hash ^= hash >> 29
    }
    return hash
  }

  /// Each two characters that follow one another, as a number; none across the mark `|`.
  static func pairs(in text: String) -> [UInt64] {
    var pairs: [UInt64] = []
    var last: UInt64?
    for scalar in text.unicodeScalars {
      let next: UInt64? = scalar == "|" ? nil : UInt64(scalar.value)
      if let last, let next { pairs.append(last << 32 | next) }
      last = next
    }
    return pairs
  }

  /// A number whose every bit hangs on all bits of another.
  static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// The longest run of characters that two short texts share.
  static func longestShared(_ left: String, _ right: String) -> String {
    let a = Array(left.unicodeScalars), b = Array(right.unicodeScalars)
    var best = 0, end = 0
    var previous = [Int](repeating: 0, count: b.count + 1)
    for i in a.indices {
      var row = [Int](repeating: 0, count: b.count + 1)
      for j in b.indices where a[i] == b[j] && a[i] != "|" {
        row[j + 1] = previous[j] + 1
        if row[j + 1] > best {
          best = row[j + 1]
          end = i + 1
        }
      }
      previous = row
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: a[(end - best)..<end])
    return String(view)
  }

  /// The years, 1990…2099, that a folded text names: 2024年, 2024年度; any other number is none.
  static func years(in text: String) -> [Int] {
    var years: [Int] = []
    var digits = ""
    for character in text + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        if digits.count == 4, character == "年", let year = Int(digits), (1990...2099).contains(year) {
          years.append(year)
        }
        digits = ""
      }
    }
    return years
  }
}
