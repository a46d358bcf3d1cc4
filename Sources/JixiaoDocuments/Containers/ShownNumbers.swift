/// How numbers of a worksheet are shown, for those that stand there again and again: 10, 9.5, 85%.
struct ShownNumbers {
  private struct Key: Hashable {
    let digits: UInt64
    let style: Int
  }

  /// Enough for the numbers of any sheet; a file with more starts over.
  private static let most = 4096
  private var known: [Key: String] = [:]

  /// What a stored value of a style shows; nil where it is not known, or too long to be.
  subscript(value: ArraySlice<UInt8>, style: Int) -> String? {
    get { Self.key(value, style).flatMap { known[$0] } }
    set {
      guard let key = Self.key(value, style) else { return }
      if known.count >= Self.most { known = [:] }
      known[key] = newValue
    }
  }

  /// The value itself as one number; no byte of it is NUL.
  private static func key(_ value: ArraySlice<UInt8>, _ style: Int) -> Key? {
    guard value.count <= 8 else { return nil }
    return Key(digits: value.reduce(0) { $0 << 8 | UInt64($1) }, style: style)
  }
}
