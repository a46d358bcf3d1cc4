/// Which long phrases texts have in common, by hash.
enum CommonText {
  /// The hashes of every run of `length` characters of a text, none across the mark `|`.
  static func runs(of length: Int, in text: String) -> TextRuns {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(text.utf8.count / 3)
    forEachRun(of: length, in: text) {
      hashes.append($0)
      return true
    }
    return TextRuns(hashes)
  }

  /// Hands over the hash of every run, one that recurs more than once; stops where `body` answers false.
  static func forEachRun(of length: Int, in text: String, _ body: (UInt64) -> Bool) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: text.utf8.count) { scalars in
      var count = 0
      for scalar in text.unicodeScalars {
        scalars[count] = scalar.value
        count += 1
      }
      // The first run that has no mark before its end.
      var start = 0
      for index in 0..<count {
        if scalars[index] == UInt32(UInt8(ascii: "|")) {
          start = index + 1
          continue
        }
        if index - start + 1 < length { continue }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for place in (index - length + 1)...index {
          hash ^= UInt64(scalars[place])
          hash &*= 0x100_0000_01b3
          hash ^= hash >> 29
        }
        if !body(hash) { return }
      }
    }
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

  /// An ideograph or a letter: digits and marks are none.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x41...0x5A, 0x61...0x7A: true
    // Most marks of Chinese text, without asking the tables of Unicode.
    case 0...0x7F, 0x3000...0x3004, 0x3008...0x3020: false
    default: scalar.properties.isAlphabetic
    }
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
    var digits = 0
    var value = 0
    // 年 in UTF-8.
    let sign: [UInt8] = [0xE5, 0xB9, 0xB4]
    let bytes = text.utf8Span.span
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits += 1
        value = digits > 4 ? 0 : value * 10 + Int(byte - UInt8(ascii: "0"))
        continue
      }
      if digits == 4, (1990...2099).contains(value), index + 2 < bytes.count, byte == sign[0],
        bytes[index + 1] == sign[1], bytes[index + 2] == sign[2]
      {
        years.append(value)
      }
      digits = 0
      value = 0
    }
    return years
  }
}
