/// The pairs of characters of some names as numbers that grow with how often a pair occurs, so that a name's rarest come
/// first.
struct RankedGrams {
  /// How many different numbers there are.
  let count: Int
  private var all: [Int32] = []
  private var starts: [Int] = [0]

  init(_ texts: [NodeText]) {
    var numbers: [UInt64: Int32] = [:]
    var grams: [UInt64] = []
    var frequency: [Int32] = []
    for text in texts {
      for gram in text.grams.grams {
        if let known = numbers[gram] {
          frequency[Int(known)] += 1
          all.append(known)
        } else {
          numbers[gram] = Int32(grams.count)
          all.append(Int32(grams.count))
          grams.append(gram)
          frequency.append(1)
        }
      }
      starts.append(all.count)
    }
    count = grams.count
    let order = grams.indices.sorted { left, right in
      if frequency[left] != frequency[right] { return frequency[left] < frequency[right] }
      return grams[left] < grams[right]
    }
    var rank = [Int32](repeating: 0, count: grams.count)
    for (position, gram) in order.enumerated() { rank[gram] = Int32(position) }
    for index in texts.indices {
      let range = starts[index]..<starts[index + 1]
      for place in range { all[place] = rank[Int(all[place])] }
      all[range].sort()
    }
  }

  /// The pairs of a name, its rarest first.
  func grams(_ name: Int) -> ArraySlice<Int32> { all[starts[name]..<starts[name + 1]] }

  /// How many pairs two names share.
  static func shared(_ left: ArraySlice<Int32>, _ right: ArraySlice<Int32>) -> Int {
    left.withUnsafeBufferPointer { a in
      right.withUnsafeBufferPointer { b in
        var count = 0
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
          let (x, y) = (a[i], b[j])
          count &+= x == y ? 1 : 0
          i &+= x <= y ? 1 : 0
          j &+= y <= x ? 1 : 0
        }
        return count
      }
    }
  }
}
