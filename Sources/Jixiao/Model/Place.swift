/// Where a value stands in its file. All counts are 1-based; what a format does not have stays nil.
public struct Place: Sendable, Hashable {
  // Every value of every row has a place, so that counts are kept in four bytes each, 0 standing for nil.
  private var pages: UInt32 = 0
  private var lines: UInt32 = 0
  private var tables: UInt32 = 0
  private var rows: UInt32 = 0
  private var columns: UInt32 = 0
  private var bytes: Int64 = -1

  /// The name of a worksheet.
  public var worksheet: String?

  public var page: Int? {
    get { Self.count(pages) }
    set { pages = Self.stored(newValue) }
  }

  public var line: Int? {
    get { Self.count(lines) }
    set { lines = Self.stored(newValue) }
  }

  public var table: Int? {
    get { Self.count(tables) }
    set { tables = Self.stored(newValue) }
  }

  public var row: Int? {
    get { Self.count(rows) }
    set { rows = Self.stored(newValue) }
  }

  public var column: Int? {
    get { Self.count(columns) }
    set { columns = Self.stored(newValue) }
  }

  /// Byte offset from the start of the input.
  public var offset: Int? {
    get { bytes < 0 ? nil : Int(bytes) }
    set { bytes = newValue.map(Int64.init) ?? -1 }
  }

  /// Whether two places differ at most in line and column.
  func isBeside(_ other: Place) -> Bool {
    pages == other.pages && tables == other.tables && rows == other.rows && bytes == other.bytes
      && worksheet == other.worksheet
  }

  private static func count(_ stored: UInt32) -> Int? { stored == 0 ? nil : Int(stored) }
  private static func stored(_ count: Int?) -> UInt32 { count.map { UInt32(clamping: $0) } ?? 0 }

  public init(
    page: Int? = nil, worksheet: String? = nil, line: Int? = nil, table: Int? = nil, row: Int? = nil,
    column: Int? = nil, offset: Int? = nil
  ) {
    self.page = page
    self.worksheet = worksheet
    self.line = line
    self.table = table
    self.row = row
    self.column = column
    self.offset = offset
  }

  /// The place for a reader: `第812行`, `表3第4行第5列`.
  public func described(in language: Language) -> String {
    var parts: [String] = []
    if let worksheet { parts.append(language.pick("工作表“\(worksheet)”", "worksheet “\(worksheet)”")) }
    if let page { parts.append(language.pick("第\(page)页", "page \(page)")) }
    if let line { parts.append(language.pick("第\(line)行", "line \(line)")) }
    if line == nil {
      if let table { parts.append(language.pick("表\(table)", "table \(table)")) }
      if let row { parts.append(language.pick("第\(row)行", "row \(row)")) }
    }
    if let column { parts.append(language.pick("第\(column)列", "column \(column)")) }
    if parts.isEmpty, let offset { parts.append(language.pick("第\(offset)字节", "byte \(offset)")) }
    return parts.joined(separator: language.pick("", ", "))
  }
}
