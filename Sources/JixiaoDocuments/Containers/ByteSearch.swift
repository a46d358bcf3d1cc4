/// Looks for a word among many bytes by steps of its length, after Horspool.
struct ByteSearch {
  private let word: [UInt8]
  /// By the byte under the end of the word, how far the word may be moved on.
  private let steps: [Int]

  /// A word of at least one byte.
  init(_ word: [UInt8]) {
    self.word = word
    var steps = [Int](repeating: word.count, count: 256)
    for (index, byte) in word.dropLast().enumerated() { steps[Int(byte)] = word.count - 1 - index }
    self.steps = steps
  }

  func first(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      steps.withUnsafeBufferPointer { steps in
        var at = start
        while at + word.count <= bytes.count {
          let last = bytes[at + word.count - 1]
          if last == word[word.count - 1], bytes[at..<(at + word.count)].elementsEqual(word) { return at }
          at += steps[Int(last)]
        }
        return nil
      }
    }
  }
}
