import Jixiao

/// Text in which the lines of a table separate their cells by tabs, and prose stands between the tables.
struct TabTableReader: DocumentFormat {
  let name = "tab-table"

  func recognise(_ input: ReaderInput) -> Recognition {
    var rows = 0
    for line in input.lines.lines where line.tabs >= 2 && !line.isBlank { rows += 1 }
    if rows >= 2 { return .own }
    return .foreign("以制表符分列的行 \(rows)", "\(rows) lines with cells separated by tabs")
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    let lines = input.lines
    let rows = lines.lines.filter { $0.tabs > 0 && !$0.isBlank }.map { Self.cells(of: $0, lines) }
    if !EvenRows.hold(rows.map { $0.map(\.text) }, words: input.vocabulary.sheets) {
      return try LooseReading.read(Self.tokens(lines), isStream: false, input, reader: name)
    }
    var builder = GridBuilder(input, rowsMayBeCut: false)
    for line in lines.lines {
      if line.tabs == 0 {
        if line.isBlank {
          builder.endTable()
        } else {
          builder.addLine(lines.text(line.range), at: Place(line: line.number))
        }
        continue
      }
      try builder.addRow(Self.cells(of: line, lines))
    }
    builder.endTable()
    return SheetCutter.read(builder, input, reader: name)
  }

  private static func cells(of line: TextLines.Line, _ lines: TextLines) -> [Grid.Cell] {
    var cells: [Grid.Cell] = []
    var start = line.range.lowerBound
    for end in line.range.lowerBound...line.range.upperBound {
      guard end == line.range.upperBound || lines.bytes[end] == 0x09 else { continue }
      cells.append(
        Grid.Cell(text: lines.text(start..<end), place: Place(line: line.number, column: cells.count + 1)))
      start = end + 1
    }
    return cells
  }

  /// The cells as pieces of rows of which merged cells are gone.
  private static func tokens(_ lines: TextLines) -> [LooseToken] {
    var tokens: [LooseToken] = []
    for line in lines.lines where !line.isBlank {
      let row = cells(of: line, lines)
      for (i, cell) in row.enumerated() {
        tokens.append(
          LooseToken(
            text: cell.text, place: cell.place, gap: i == 0 ? .rowEnd : .bar, startsRow: i == 0, position: i,
            fromEnd: row.count - i, endsBlank: row.last?.isBlank ?? true, rowCount: row.count,
            isText: line.tabs == 0))
      }
    }
    return tokens
  }
}
