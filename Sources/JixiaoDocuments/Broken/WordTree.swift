/// Words by their characters, so that all of them are looked for in one walk along a text.
struct WordTree<Value: Sendable>: Sendable {
  private struct Step: Hashable {
    let node: Int32
    let scalar: Unicode.Scalar
  }

  private var steps: [Step: Int32] = [:]
  private var values: [[Value]] = [[]]

  mutating func insert(_ word: String, _ value: Value) {
    var node: Int32 = 0
    for scalar in word.unicodeScalars {
      let step = Step(node: node, scalar: scalar)
      if let next = steps[step] {
        node = next
      } else {
        let next = Int32(values.count)
        values.append([])
        steps[step] = next
        node = next
      }
    }
    if node != 0 { values[Int(node)].append(value) }
  }

  /// Calls `found` with the end and the values of every word that begins at a place of a text.
  func match(_ text: [Unicode.Scalar], at start: Int, limit: Int, _ found: (Int, [Value]) -> Void) {
    var node: Int32 = 0
    var index = start
    while index < limit, let next = steps[Step(node: node, scalar: text[index])] {
      node = next
      index += 1
      if !values[Int(node)].isEmpty { found(index, values[Int(node)]) }
    }
  }
}
