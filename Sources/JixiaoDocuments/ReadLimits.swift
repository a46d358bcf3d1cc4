/// How much of a stranger's file is read before it is refused.
///
/// The defaults hold every published sheet with room to spare; a caller raises them where a file is known.
public struct ReadLimits: Sendable, Hashable {
  /// Bytes of one file, inside an archive or not. Default 256 MiB.
  public var bytes: Int
  /// Rows of all tables of one file. Default 2,000,000.
  public var rows: Int
  /// Bytes of UTF-8 in one cell; a longer one is reported as unread. Default 65,536.
  public var cellBytes: Int
  /// Entries of one archive, and parts of one docx or xlsx. Default 20,000.
  public var entries: Int
  /// Bytes that everything inside one file may inflate to together, archives within it included. Default 1 GiB.
  public var inflatedBytes: Int
  /// How many times its packed size one entry may inflate to, counted from 32 MiB on. Default 250.
  public var ratio: Int
  /// How many archives may lie one inside another. Default 3.
  public var nesting: Int
  /// How deep elements of XML may nest. Default 512.
  public var depth: Int

  public init(
    bytes: Int = 256 << 20, rows: Int = 2_000_000, cellBytes: Int = 64 << 10, entries: Int = 20_000,
    inflatedBytes: Int = 1 << 30, ratio: Int = 250, nesting: Int = 3, depth: Int = 512
  ) {
    self.bytes = bytes
    self.rows = rows
    self.cellBytes = cellBytes
    self.entries = entries
    self.inflatedBytes = inflatedBytes
    self.ratio = ratio
    self.nesting = nesting
    self.depth = depth
  }
}
