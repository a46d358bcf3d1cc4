import Jixiao

/// Text with one cell a line, as a word processor's table leaves it: a tab starts a cell, a blank line ends a row.
///
/// Lines without a tab continue the cell before them, blank lines between them included. A row of one cell is a line of
/// text: a title, a year, a unit of money. Because a cell may end in a blank line, one row can look like two.
struct CellLinesReader: DocumentFormat {
  let name = "cell-lines"

  func recognise(_ input: ReaderInput) -> Recognition {
    var cells = 0
    var filled = 0
    for line in input.lines.lines where !line.isBlank || line.startsWithTab {
      if !line.isBlank || line.tabs == 1 { filled += 1 }
      if line.startsWithTab && line.tabs == 1 { cells += 1 }
    }
    if cells >= 8 && cells * 10 >= filled * 6 { return .own }
    return .foreign("以制表符开头的单格行 \(cells)/\(filled)", "\(cells) of \(filled) lines start a cell with a tab")
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    let lines = input.lines
    var builder = GridBuilder(input, rowsMayBeCut: true)
    var row: [Grid.Cell] = []
    var afterBlank = false
    func end(_ row: inout [Grid.Cell]) throws(ReadError) {
      defer { row = [] }
      if row.count == 1 {
        if !row[0].isBlank { builder.addLine(row[0].text, at: Place(line: row[0].place.line)) }
      } else {
        try builder.addRow(row)
      }
    }
    for line in lines.lines {
      if line.isBlank && !line.startsWithTab {
        afterBlank = true
        continue
      }
      if line.startsWithTab {
        if afterBlank { try end(&row) }
        for cell in Self.cells(of: line, lines, after: row.count) { row.append(cell) }
      } else if row.isEmpty {
        builder.addLine(lines.text(line.range), at: Place(line: line.number))
      } else {
        row[row.count - 1].text += lines.text(line.range)
      }
      afterBlank = false
    }
    try end(&row)
    builder.endTable()
    return SheetCutter.read(builder, input, reader: name)
  }

  private static func cells(of line: TextLines.Line, _ lines: TextLines, after count: Int) -> [Grid.Cell] {
    var cells: [Grid.Cell] = []
    var start = line.range.lowerBound + 1
    for end in start...line.range.upperBound {
      guard end == line.range.upperBound || lines.bytes[end] == 0x09 else { continue }
      cells.append(
        Grid.Cell(
          text: lines.text(start..<end), place: Place(line: line.number, column: count + cells.count + 1)))
      start = end + 1
    }
    return cells
  }
}
