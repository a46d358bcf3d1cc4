import Jixiao

/// Plain text in which only spaces and line ends tell cells apart: a line is a row, or a line is a cell, or all is one line.
struct SpacedTextReader: DocumentFormat {
  let name = "spaced-text"

  func recognise(_ input: ReaderInput) -> Recognition {
    guard HTMLReader().recognise(input) == .own else { return .own }
    return .foreign("这是网页源码", "this is the source of a web page")
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    let form = Form(input.lines, words: input.vocabulary.sheets)
    return try LooseReading.read(
      Self.tokens(input.lines, form), isStream: form != .lineIsRow, input, reader: name)
  }

  private enum Form {
    case lineIsRow, lineIsCell, oneLine

    /// Headings on lines of their own make lines cells; a line that holds far more than the headings is everything.
    init(_ lines: TextLines, words: SheetWords) {
      var alone = 0
      var together = 0
      var longest = 0
      for line in lines.lines where !line.isBlank {
        let pieces = lines.text(line.range).split(whereSeparator: \.isWhitespace)
        let headings = pieces.count { words.column(String($0)) != nil }
        if pieces.count == 1, headings == 1 { alone += 1 }
        if headings >= 2 {
          together += headings
          longest = max(longest, pieces.count)
        }
      }
      self = together > alone ? (longest > 60 ? .oneLine : .lineIsRow) : .lineIsCell
    }
  }

  private static func tokens(_ lines: TextLines, _ form: Form) -> [LooseToken] {
    var tokens: [LooseToken] = []
    for line in lines.lines {
      let text = lines.text(line.range)
      let pieces = form == .lineIsCell ? [Substring(text)] : text.split(whereSeparator: \.isWhitespace)
      for (i, piece) in pieces.enumerated() {
        // A line of spaces is an empty cell only where a line is a cell, and there it is a no-break space.
        if piece.allSatisfy(\.isWhitespace), !(form == .lineIsCell && piece.contains("\u{A0}")) { continue }
        let gap: LooseToken.Gap =
          switch form {
          case .lineIsRow: i == 0 ? .rowLine : .space
          case .lineIsCell, .oneLine: .stream
          }
        tokens.append(
          LooseToken(
            text: String(piece), place: Place(line: line.number, column: form == .lineIsCell ? nil : i + 1),
            gap: gap,
            startsRow: form != .lineIsRow || i == 0))
      }
    }
    return tokens
  }
}
