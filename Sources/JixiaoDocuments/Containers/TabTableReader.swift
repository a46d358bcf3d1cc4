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
      var cells: [Grid.Cell] = []
      var start = line.range.lowerBound
      for end in line.range.lowerBound...line.range.upperBound {
        guard end == line.range.upperBound || lines.bytes[end] == 0x09 else { continue }
        cells.append(
          Grid.Cell(text: lines.text(start..<end), place: Place(line: line.number, column: cells.count + 1)))
        start = end + 1
      }
      try builder.addRow(cells)
    }
    builder.endTable()
    return SheetCutter.read(builder, input, reader: name)
  }
}
