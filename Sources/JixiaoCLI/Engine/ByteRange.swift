/// The bytes of a file that one task is to score, as written after `--range`: `0-1000000`, `1000000-`.
///
/// A sheet belongs to the range in which it begins, so ranges that meet share nothing and leave nothing out.
struct ByteRange: Sendable, Hashable {
  let lower: Int
  /// Nil up to the end of the file.
  let upper: Int?

  /// Nil where the text is not two numbers of bytes, the second left out or not below the first.
  init?(_ text: String) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let lower = Int(parts[0]), lower >= 0 else { return nil }
    self.lower = lower
    if parts[1].isEmpty {
      upper = nil
    } else {
      guard let upper = Int(parts[1]), upper >= lower else { return nil }
      self.upper = upper
    }
  }
}
