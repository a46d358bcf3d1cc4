import Jixiao

/// Text whose cells end in `|`: a Markdown table, or what is left of a web page's table when its tags are gone.
///
/// Either a line is a row, or a line is a cell and only the bars tell cells apart. Covered cells are usually missing, so
/// columns are found by what the cells hold.
struct PipeTableReader: DocumentFormat {
  let name = "pipes"

  func recognise(_ input: ReaderInput) -> Recognition {
    let counts = input.lines.lines.map { Self.bars(in: $0, input.lines) }
    let bars = counts.count { $0 > 0 }
    // Two lines of several cells are headings and a row; of single cells it takes more to make a row.
    if bars >= 4 || counts.count(where: { $0 >= 3 }) >= 2 { return .own }
    return .foreign("含竖线的行 \(bars)", "\(bars) lines with bars")
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    let lines = input.lines
    var rows = 0
    var cells = 0
    for line in lines.lines where Self.bars(in: line, lines) > 0 {
      let filled = Self.pieces(lines.text(line.range)).count { !$0.allSatisfy(\.isWhitespace) }
      if filled >= 2 { rows += 1 } else { cells += 1 }
    }
    let isStream = cells > rows * 2
    if !isStream, let reading = try even(input) { return reading }
    let tokens = isStream ? Self.stream(lines) : Self.rows(lines)
    return try LooseReading.read(tokens, isStream: isStream, input, reader: name)
  }

  /// A table of which every row has as many cells as its headings: nil for any other.
  private func even(_ input: ReaderInput) throws(ReadError) -> Reading? {
    let words = input.vocabulary.sheets
    var rows: [(line: Int, cells: [String])] = []
    for line in input.lines.lines where !line.isBlank {
      let text = input.lines.text(line.range)
      var pieces = Self.pieces(text)
      if pieces.count == 1 {
        rows.append((line.number, [text]))
        continue
      }
      if text.allSatisfy({ "|-: \t".contains($0) }), text.contains("-") { continue }
      if pieces[0].allSatisfy(\.isWhitespace), text.folded.hasPrefix("|") { pieces.removeFirst() }
      if let last = pieces.last, last.allSatisfy(\.isWhitespace) { pieces.removeLast() }
      rows.append((line.number, pieces.map(String.init)))
    }
    let tables = rows.filter { $0.cells.count > 1 }.map(\.cells)
    guard let headed = tables.firstIndex(where: { $0.count { words.column($0) != nil } >= 3 }) else {
      return nil
    }
    let width = tables[headed].count
    guard tables[headed...].allSatisfy({ $0.count == width }) else { return nil }
    var builder = GridBuilder(input, rowsMayBeCut: false)
    for row in rows {
      if row.cells.count == 1 {
        builder.addLine(row.cells[0], at: Place(line: row.line))
      } else {
        try builder.addRow(
          row.cells.enumerated().map {
            Grid.Cell(text: $0.element, place: Place(line: row.line, column: $0.offset + 1))
          })
      }
    }
    builder.endTable()
    return SheetCutter.read(builder, input, reader: name)
  }

  private static func bars(in line: TextLines.Line, _ lines: TextLines) -> Int {
    lines.bytes[line.range].count { $0 == UInt8(ascii: "|") }
  }

  private static func pieces(_ text: String) -> [Substring] {
    text.split(separator: "|", omittingEmptySubsequences: false)
  }

  /// A row a line; the rule below the headings of a Markdown table is none.
  private static func rows(_ lines: TextLines) -> [LooseToken] {
    var tokens: [LooseToken] = []
    let last = lines.lines.last { !$0.isBlank }?.number
    let barred = lines.lines.filter { bars(in: $0, lines) > 0 }
    let closed = barred.count { lines.text($0.range).folded.hasSuffix("|") }
    for line in lines.lines where !line.isBlank {
      let text = lines.text(line.range)
      var pieces = pieces(text)
      let isText = pieces.count == 1
      let isOpen =
        !isText && line.number == last && closed >= 3 && closed == barred.count - 1
        && !text.folded.hasSuffix("|")
      if pieces.count > 1, text.allSatisfy({ "|-: \t".contains($0) }), text.contains("-") { continue }
      if pieces.count > 1, pieces[0].allSatisfy(\.isWhitespace) { pieces.removeFirst() }
      if pieces.count > 1, let last = pieces.last, last.allSatisfy(\.isWhitespace) { pieces.removeLast() }
      let endsBlank = pieces.last.map { $0.allSatisfy(\.isWhitespace) } ?? true
      for (i, piece) in pieces.enumerated() {
        tokens.append(
          LooseToken(
            text: String(piece), place: Place(line: line.number, column: i + 1), gap: i == 0 ? .rowEnd : .bar,
            startsRow: i == 0, position: i, fromEnd: pieces.count - i, endsBlank: endsBlank,
            rowCount: pieces.count, isText: isText,
            isCut: isOpen))
      }
    }
    return tokens
  }

  /// A cell a line, the bars before or behind it; lines without a bar that no bar follows are text.
  private static func stream(_ lines: TextLines) -> [LooseToken] {
    var tokens: [LooseToken] = []
    var open: LooseToken?
    func end(_ open: inout LooseToken?) {
      if let token = open { tokens.append(token) }
      open = nil
    }
    let filled = lines.lines.filter { !$0.isBlank }
    for (number, line) in filled.enumerated() {
      let pieces = pieces(lines.text(line.range))
      // A line without a bar is a cell only where the next one begins with its bar.
      let next = number + 1 < filled.count ? lines.text(filled[number + 1].range).folded : ""
      // Where the text ends with a bare sign, it ends within a row.
      let isRest =
        number + 1 == filled.count && pieces[0].allSatisfy { !$0.isLetter && !$0.isNumber }
      let isText =
        pieces.count == 1 && !next.hasPrefix("|") && !isRest
        && !(tokens.last.map { !$0.isText } ?? false && next.contains("|"))
      for (i, piece) in pieces.enumerated() {
        let isBlank = piece.allSatisfy(\.isWhitespace)
        if i > 0 {
          // The bar ends the open cell; where there is none, an empty one lay between two bars.
          if open == nil {
            open = LooseToken(
              text: "", place: Place(line: line.number), gap: .streamBar, startsRow: true)
          }
          end(&open)
        }
        if isBlank { continue }
        end(&open)
        open = LooseToken(
          text: String(piece), place: Place(line: line.number),
          gap: i == 0 && pieces.count == 1 ? .stream : .streamBar,
          startsRow: true, isText: isText)
      }
    }
    end(&open)
    return tokens
  }
}
