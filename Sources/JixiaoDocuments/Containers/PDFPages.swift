import Jixiao

/// The words of a PDF with their boxes, as poppler's `pdftotext -bbox-layout` writes them.
struct PDFPage: Sendable {
  /// A word, or a run of them: in points from the top left corner of the page.
  struct Word: Sendable {
    var text: String
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    /// Whether it was put together of words that stand apart.
    var hasGap = false

    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }
    var center: Double { (left + right) / 2 }
  }

  var number: Int
  var height: Double
  var words: [Word]
  /// The height of a line where the page is a text whose lines can be named; nil for a page of a PDF.
  var pitch: Double?

  /// The place of what stands at a height of the page.
  func place(_ top: Double, table: Int? = nil, row: Int? = nil, column: Int? = nil) -> Place {
    guard let pitch else { return Place(page: number, table: table, row: row, column: column) }
    return Place(line: Int(top / pitch) + 1, table: table, row: row, column: column)
  }

  /// The pages of an XHTML of word boxes; at most so many words are kept.
  static func pages(_ xhtml: [UInt8], limit: Int) -> [PDFPage] {
    var pages: [PDFPage] = []
    var tokens = HTMLTokens(xhtml)
    var box: [String: String]?
    var text = ""
    var count = 0
    while let (token, _) = tokens.next(), count < limit {
      switch token {
      case .open("page", let attributes, _):
        pages.append(
          PDFPage(number: pages.count + 1, height: Double(attributes["height"] ?? "") ?? 0, words: []))
      case .open("word", let attributes, _):
        box = attributes
        text = ""
      case .text(let part): if box != nil { text += part }
      case .close("word"):
        guard let found = box, !pages.isEmpty else { continue }
        box = nil
        let edges = ["xmin", "ymin", "xmax", "ymax"].compactMap { found[$0].flatMap(Double.init) }
        guard edges.count == 4, edges.allSatisfy(\.isFinite), edges[0] <= edges[2], edges[1] < edges[3],
          !text.withoutSpace.isEmpty
        else { continue }
        count += 1
        pages[pages.count - 1].words.append(
          Word(text: text, left: edges[0], top: edges[1], right: edges[2], bottom: edges[3]))
      default: continue
      }
    }
    return pages
  }

  /// The words in lines from top to bottom, each from left to right; a word is of a line whose middle it covers.
  static func lines(of words: [Word]) -> [[Word]] {
    var lines: [[Word]] = []
    var band = (top: 0.0, bottom: 0.0)
    for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if !lines.isEmpty, word.middle < band.bottom, word.middle > band.top,
        word.middle - lines[lines.count - 1][0].middle < word.height / 2
      {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
        band = (word.top, word.bottom)
      }
    }
    return lines.map { $0.sorted { $0.left < $1.left } }
  }

  /// Words of one line that stand closer than half a character are one piece.
  /// Where cells stand as close, `isWhole` tells a piece that is a cell by itself.
  static func joined(_ line: [Word], isWhole: (String) -> Bool = { _ in false }) -> [Word] {
    joined(line) { isWhole($0) && isWhole($1) }
  }

  /// The same where two pieces tell together whether they are cells of their own.
  static func joined(_ line: [Word], areApart: (String, String) -> Bool) -> [Word] {
    var result: [Word] = []
    for word in line {
      if let last = result.last, !areApart(last.text, word.text),
        word.left - last.right < min(word.height, last.height) * 0.4
      {
        result[result.count - 1].text += word.text
        result[result.count - 1].right = max(last.right, word.right)
        result[result.count - 1].top = min(last.top, word.top)
        result[result.count - 1].bottom = max(last.bottom, word.bottom)
      } else {
        result.append(word)
      }
    }
    return result
  }
}
