import Jixiao

/// A web page, or what Excel and Word save as one: its tables with their merged cells, and the lines between them.
struct HTMLReader: DocumentFormat {
  let name = "html"

  /// Cells that merged ones may cover in all, and columns of a row; what is beyond keeps one cell. Chosen, far above
  /// any sheet.
  private static let mostCovered = 500_000
  private static let mostColumns = 1000

  func recognise(_ input: ReaderInput) -> Recognition {
    let head = input.bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let start = String(decoding: head, as: UTF8.self)
    if start.contains("<html") || start.contains("<!doctype html") || start.contains("<table") { return .own }
    if Self.contains("<table", input.bytes), Self.contains("<td", input.bytes) { return .own }
    return .foreign("没有 <html> 或 <table> 标签", "no <html> or <table> tag")
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    var builder = GridBuilder(input, rowsMayBeCut: false)
    var covered = 0
    try Self.add(HTMLTables.pieces(of: input.lines), to: &builder, &covered)
    builder.endTable()
    return SheetCutter.read(builder, input, reader: name)
  }

  private static func contains(_ tag: String, _ bytes: [UInt8]) -> Bool {
    let wanted = Array(tag.utf8)
    guard bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == wanted[0] {
      if (0..<wanted.count).allSatisfy({
        bytes[start + $0] == wanted[$0] || bytes[start + $0] | 0x20 == wanted[$0]
      }) {
        return true
      }
    }
    return false
  }

  private static func add(
    _ pieces: [HTMLTables.Piece], to builder: inout GridBuilder, _ covered: inout Int
  ) throws(ReadError) {
    for piece in pieces {
      switch piece {
      case .text(let text, let line): addLines(text, from: line, to: &builder)
      case .table(let table): try add(table, to: &builder, &covered)
      }
    }
  }

  private static func addLines(_ text: String, from line: Int, to builder: inout GridBuilder) {
    for part in text.split(separator: "\n") where part.contains(where: { !$0.isWhitespace }) {
      builder.addLine(String(part), at: Place(line: line))
    }
  }

  /// The innermost tables of data win: around them a table is the layout of a page, whose other rows stay rows.
  private static func add(
    _ table: HTMLTables.Table, to builder: inout GridBuilder, _ covered: inout Int
  ) throws(ReadError) {
    var rows: [[HTMLTables.Cell]] = []
    for row in table.rows {
      guard row.contains(where: { $0.tables.contains(where: \.isData) }) else {
        rows.append(row)
        continue
      }
      try addRows(rows, to: &builder, &covered)
      rows = []
      builder.endTable()
      for cell in row { try add(cell.pieces, to: &builder, &covered) }
      builder.endTable()
    }
    try addRows(rows, to: &builder, &covered)
    builder.endTable()
  }

  private static func addRows(
    _ rows: [[HTMLTables.Cell]], to builder: inout GridBuilder, _ covered: inout Int
  ) throws(ReadError) {
    // Columns that cells of rows above reach into, and for how many rows still.
    var reaching: [Int] = []
    for (r, row) in rows.enumerated() {
      var cells: [Grid.Cell] = []
      let line = row.first?.line ?? 1
      func takesCovered(_ column: Int) -> Bool { column < reaching.count && reaching[column] > 0 }
      func addCovered() {
        reaching[cells.count] -= 1
        cells.append(
          Grid.Cell(text: "", place: Place(line: line, column: cells.count + 1), columnSpan: 1, rowSpan: 0))
      }
      for cell in row {
        while takesCovered(cells.count) { addCovered() }
        let below = rows.count - r
        let rowSpan = cell.rowSpan == 0 ? below : min(cell.rowSpan, below)
        if cell.columnSpan * rowSpan > 1 { covered += cell.columnSpan * rowSpan }
        let fits = covered <= mostCovered && cells.count + cell.columnSpan <= mostColumns
        let first = cells.count
        for i in 0..<(fits ? cell.columnSpan : 1) {
          // Where two cells reach for one place, the one above has it.
          if i > 0, takesCovered(first + i) { break }
          while reaching.count <= first + i { reaching.append(0) }
          reaching[first + i] = (fits ? rowSpan : 1) - 1
          var part = Grid.Cell(
            text: i == 0 ? text(of: cell) : "", place: Place(line: cell.line, column: first + i + 1))
          part.columnSpan = i == 0 ? cell.columnSpan : 0
          part.rowSpan = rowSpan
          cells.append(part)
        }
      }
      while cells.count < reaching.count {
        if takesCovered(cells.count) {
          addCovered()
        } else {
          // A row that ends before a cell that reaches down beside it.
          guard covered < mostCovered, reaching[cells.count...].contains(where: { $0 > 0 }) else { break }
          covered += 1
          cells.append(Grid.Cell(text: "", place: Place(line: line, column: cells.count + 1)))
        }
      }
      try builder.addRow(cells)
    }
  }

  /// The text of a cell, that of small tables inside it included.
  private static func text(of cell: HTMLTables.Cell) -> String {
    var text = ""
    for piece in cell.pieces {
      switch piece {
      case .text(let part, _): text += part
      case .table(let table): for row in table.rows { for inner in row { text += Self.text(of: inner) } }
      }
    }
    return text
  }
}
