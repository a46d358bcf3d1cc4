/// Where a value stands in its file. All counts are 1-based; what a format does not have stays nil.
public struct Place: Sendable, Hashable {
  public var page: Int?
  /// The name of a worksheet.
  public var worksheet: String?
  public var line: Int?
  public var table: Int?
  public var row: Int?
  public var column: Int?
  /// Byte offset from the start of the input.
  public var offset: Int?

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
