import Jixiao

/// Plain text that keeps the page's layout by spaces, as `pdftotext -layout` writes it: cells stand below their headings.
///
/// How wide an ideograph counts in such a text depends on the program: 2 columns on a screen, 3 where bytes are counted.
/// The text is read each way, and the most certain reading is kept.
struct LayoutTextReader: DocumentFormat {
  let name = "layout-text"
  /// Where cells stand below their headings, what stands in one line says little: pieces of cells lie side by side.
  let trust = 5

  private static let widths = [2, 3, 1]
  private static let mostLines = 20_000
  /// Half characters to points, so that one space does not part two pieces of a cell and two do.
  private static let step = 5.0
  private static let pitch = 10.0

  func recognise(_ input: ReaderInput) -> Recognition {
    guard HTMLReader().recognise(input) != .own else {
      return .foreign("这是网页源码", "this is the source of a web page")
    }
    var spaced = 0
    for line in input.lines.lines where !line.isBlank && Self.gaps(input.lines.bytes[line.range]) >= 2 {
      spaced += 1
    }
    if spaced >= 4, input.lines.lines.count <= Self.mostLines { return .own }
    return .foreign("以成串空格分列的行 \(spaced)", "\(spaced) lines with cells apart by runs of spaces")
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    let plausibility = RowPlausibility(input.vocabulary)
    var best: (reading: Reading, certainty: Int)?
    for width in Self.widths {
      let reading = PDFReader.read(Self.pages(input.lines, width), input, reader: name)
      let certainty = reading.certainty(plausibility)
      if best.map({ certainty > $0.certainty }) ?? true { best = (reading, certainty) }
    }
    guard let best else { throw ReadError(file: input.file, .empty) }
    return best.reading
  }

  /// Runs of two spaces and more between other characters.
  private static func gaps(_ bytes: ArraySlice<UInt8>) -> Int {
    var gaps = 0
    var spaces = 0
    var hasBegun = false
    for byte in bytes {
      if byte == 0x20 {
        spaces += 1
      } else {
        if spaces >= 2, hasBegun { gaps += 1 }
        spaces = 0
        hasBegun = true
      }
    }
    return gaps
  }

  /// The words with the boxes that a character grid gives them; a form feed begins a page.
  private static func pages(_ lines: TextLines, _ width: Int) -> [PDFPage] {
    var pages = [PDFPage(number: 1, height: 0, words: [], pitch: pitch)]
    for line in lines.lines {
      let top = Double(line.number - 1) * pitch
      var column = 0
      var word: (text: String, from: Int)?
      func close() {
        guard let found = word else { return }
        word = nil
        pages[pages.count - 1].words.append(
          PDFPage.Word(
            text: found.text, left: Double(found.from) * step, top: top, right: Double(column) * step,
            bottom: top + pitch * 0.9))
      }
      for character in lines.text(line.range) {
        if character == "\u{C}" {
          close()
          pages.append(PDFPage(number: pages.count + 1, height: 0, words: [], pitch: pitch))
          column = 0
          continue
        }
        if character.isWhitespace {
          close()
          column += character == "\u{3000}" ? width : 1
          continue
        }
        if word == nil { word = ("", column) }
        word?.text.append(character)
        let isWide = character.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
        column += isWide ? width : 1
      }
      close()
    }
    for i in pages.indices { pages[i].height = (pages[i].words.map(\.bottom).max() ?? 0) + pitch }
    return pages
  }
}
