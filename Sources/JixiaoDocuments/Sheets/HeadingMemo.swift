import Jixiao

/// Which texts of a file are headings; most texts stand in row after row, and are looked up once.
struct HeadingMemo {
  /// Enough for the words of any one document; a file with more starts over.
  private static let most = 4096
  private var known: [String: Bool] = [:]

  /// Whether a row holds any heading, without which it cannot begin a row of them.
  mutating func isIn(_ row: Grid.Row, words: SheetWords) -> Bool {
    for cell in row.cells where isHeading(cell.text, words) { return true }
    return false
  }

  private mutating func isHeading(_ text: String, _ words: SheetWords) -> Bool {
    // No heading is a number.
    if text.utf8.allSatisfy({ (0x2E...0x39).contains($0) || $0 == UInt8(ascii: "%") }) { return false }
    if let found = known[text] { return found }
    let found = words.column(text) != nil
    if known.count >= Self.most { known = [:] }
    known[text] = found
    return found
  }
}
