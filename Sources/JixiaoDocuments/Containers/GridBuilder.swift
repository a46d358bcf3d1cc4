import Jixiao

/// Collects the cells, rows and tables of a container in order, within the limits.
struct GridBuilder {
  private(set) var grid = Grid()
  private(set) var unread: [Document.Unread] = []
  private var table = Grid.Table()
  private var tables = 0
  private var rows = 0
  private let rowsMayBeCut: Bool
  private let limits: ReadLimits
  private let file: String
  private let language: Language

  init(_ input: ReaderInput, rowsMayBeCut: Bool) {
    limits = input.limits
    file = input.file
    language = input.language
    self.rowsMayBeCut = rowsMayBeCut
  }

  /// A builder for places alone, of a file that has been read.
  init(limits: ReadLimits) {
    self.limits = limits
    file = ""
    language = .zh
    rowsMayBeCut = false
  }

  mutating func addLine(_ text: String, at place: Place) {
    endTable()
    grid.blocks.append(.text(Grid.Line(text: kept(text, at: place), place: place)))
  }

  /// Adds a row whose cells have their line and column; table and row are counted here.
  mutating func addRow(_ cells: [Grid.Cell]) throws(ReadError) {
    var place = Place(line: cells.first?.place.line)
    place.table = tables + 1
    place.row = table.rows.count + 1
    try addRow(cells, at: place)
  }

  /// Adds a row whose place is known; its cells have their columns.
  mutating func addRow(_ cells: [Grid.Cell], at place: Place) throws(ReadError) {
    var row = Grid.Row(cells: cells, place: place)
    for i in row.cells.indices {
      row.cells[i].place.worksheet = place.worksheet
      row.cells[i].place.table = place.table
      row.cells[i].place.row = place.row
    }
    try add(row)
  }

  /// Adds a row whose cells know all of their places.
  mutating func add(_ row: Grid.Row) throws(ReadError) {
    guard !row.cells.isEmpty else { return }
    rows += 1
    if rows > limits.rows {
      throw ReadError(file: file, place: row.place, .tooManyRows(limit: limits.rows))
    }
    var row = row
    for i in row.cells.indices where !isKeptWhole(row.cells[i].text) {
      row.cells[i].text = kept(row.cells[i].text, at: row.cells[i].place)
    }
    table.rows.append(row)
  }

  private func isKeptWhole(_ text: String) -> Bool {
    text.utf8.count <= limits.cellBytes && !text.holds(UInt8(ascii: "<"))
  }

  /// The blocks that are complete, which this builder then forgets.
  mutating func takeBlocks() -> [Grid.Block] {
    defer { grid.blocks = [] }
    return grid.blocks
  }

  mutating func endTable() {
    guard !table.rows.isEmpty else { return }
    table.rowsMayBeCut = rowsMayBeCut
    grid.blocks.append(.table(table))
    table = Grid.Table()
    tables += 1
  }

  /// The text without the tags that a web page leaves behind, or nothing where it is past the limit.
  private mutating func kept(_ text: String, at place: Place) -> String {
    guard text.utf8.count <= limits.cellBytes else {
      unread.append(
        Document.Unread(
          place: place, text: String(text.prefix(60)) + "…",
          why: language.pick(
            "单元格超过上限 cellBytes=\(limits.cellBytes) 字节",
            "the cell is longer than the limit cellBytes=\(limits.cellBytes)")))
      return ""
    }
    return text.holds(UInt8(ascii: "<")) ? WebTags.removed(from: text) : text
  }
}
