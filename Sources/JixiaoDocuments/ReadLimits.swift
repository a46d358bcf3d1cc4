/// How much of a stranger's file is read before it is refused.
///
/// The defaults hold every published sheet with room to spare; a caller raises them where a file is known.
public struct ReadLimits: Sendable, Hashable {
  /// Bytes of one file. Default 256 MiB.
  public var bytes: Int
  /// Rows of all tables of one file. Default 2,000,000.
  public var rows: Int
  /// Bytes of UTF-8 in one cell; a longer one is reported as unread. Default 65,536.
  public var cellBytes: Int

  public init(bytes: Int = 256 << 20, rows: Int = 2_000_000, cellBytes: Int = 64 << 10) {
    self.bytes = bytes
    self.rows = rows
    self.cellBytes = cellBytes
  }
}
