/// A text as a key, equal to another byte by byte.
///
/// A `String` as a key is normalised each time it is hashed, which for Chinese takes longer than all else in a look-up; what
/// is looked up here is folded or printed by one source.
struct ByteText: Sendable, Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ByteText, right: ByteText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if done == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
