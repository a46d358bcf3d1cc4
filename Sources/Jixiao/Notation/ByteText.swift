/// A text as a key, equal to another byte by byte.
///
/// A `String` as a key is normalised each time it is hashed, which for Chinese takes longer than all else in a look-up; what
/// is looked up here is folded or printed by one source.
struct ByteText: Sendable, Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ByteText, right: ByteText) -> Bool {
    left.text.utf8Span.span.isSame(as: right.text.utf8Span.span)
  }

  func hash(into hasher: inout Hasher) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if done == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}

extension ByteText: Comparable {
  /// By bytes, which in UTF-8 is by characters.
  static func < (left: ByteText, right: ByteText) -> Bool {
    let (a, b) = (left.text.utf8Span.span, right.text.utf8Span.span)
    let shared = min(a.count, b.count)
    for index in 0..<shared where a[index] != b[index] { return a[index] < b[index] }
    return a.count < b.count
  }
}

extension Span<UInt8> {
  fileprivate func isSame(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    if isIdentical(to: other) { return true }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }
}
