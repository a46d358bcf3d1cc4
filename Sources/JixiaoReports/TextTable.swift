/// A table of plain text whose columns align on a terminal, double-width characters included.
public struct TextTable: Sendable {
  public struct Column: Sendable {
    public let heading: String
    /// Numbers stand at the right edge.
    public let isNumber: Bool
    /// Wider cells are cut.
    public let widest: Int

    public init(_ heading: String, isNumber: Bool = false, widest: Int = 40) {
      self.heading = heading
      self.isNumber = isNumber
      self.widest = widest
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  public init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row; missing cells are blank, cells past the last column are dropped.
  public mutating func add(_ cells: [String]) {
    rows.append(
      columns.indices.map { $0 < cells.count ? DisplayWidth.cut(cells[$0], to: columns[$0].widest) : "" })
  }

  /// The lines of the table, headings first, each without white space at its end; columns without any cell are left out.
  public var lines: [String] {
    let headings = columns.map { DisplayWidth.cut($0.heading, to: $0.widest) }
    let widths = columns.indices.map { i in
      ([headings[i]] + rows.map { $0[i] }).map(DisplayWidth.of).max() ?? 0
    }
    let shown = columns.indices.filter { i in rows.isEmpty || rows.contains { !$0[i].isEmpty } }
    return ([headings] + rows).map { row in
      var line = shown.map { i in
        DisplayWidth.padded(row[i], to: widths[i], right: columns[i].isNumber)
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
