/// The pairs of characters of all names as numbers that grow with how often a pair occurs, so that a name's rarest come first.
///
/// Pairs of different heads, measures or directions have different numbers: such names never meet.
struct RankedGrams {
  private struct Block: Hashable {
    let head: Int
    let measure: ComparisonWords.Measure
    let polarity: ComparisonWords.Polarity
  }

  private struct Entry: Hashable {
    let block: Int32
    let gram: UInt64
  }

  /// How many different numbers there are.
  let count: Int
  private var all: [Int32] = []
  private var starts: [Int] = [0]

  init(_ nodes: [FamilyIndex.Node], _ texts: [NodeText]) {
    var blocks: [Block: Int32] = [:]
    var numbers: [Entry: Int32] = [:]
    var entries: [Entry] = []
    var frequency: [Int32] = []
    for (index, text) in texts.enumerated() {
      let node = nodes[index]
      let block = Block(head: node.head, measure: node.measure, polarity: node.polarity)
      let number = blocks[block] ?? Int32(blocks.count)
      blocks[block] = number
      for gram in text.grams.grams {
        let entry = Entry(block: number, gram: gram)
        if let known = numbers[entry] {
          frequency[Int(known)] += 1
          all.append(known)
        } else {
          numbers[entry] = Int32(entries.count)
          all.append(Int32(entries.count))
          entries.append(entry)
          frequency.append(1)
        }
      }
      starts.append(all.count)
    }
    count = entries.count
    let order = entries.indices.sorted { left, right in
      if frequency[left] != frequency[right] { return frequency[left] < frequency[right] }
      return (entries[left].block, entries[left].gram) < (entries[right].block, entries[right].gram)
    }
    var rank = [Int32](repeating: 0, count: entries.count)
    for (position, entry) in order.enumerated() { rank[entry] = Int32(position) }
    for index in texts.indices {
      let range = starts[index]..<starts[index + 1]
      for place in range { all[place] = rank[Int(all[place])] }
      all[range].sort()
    }
  }

  /// The pairs of a name, its rarest first.
  func grams(_ node: Int) -> ArraySlice<Int32> { all[starts[node]..<starts[node + 1]] }

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
