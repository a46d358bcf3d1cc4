import Jixiao

/// Which texts of a file are headings; most texts stand in row after row, and are looked up once.
struct HeadingMemo {
  /// Enough for the words of any one document; a file with more starts over.
  private static let most = 4096
  private var known: [Key: Bool] = [:]

  /// A text by its bytes: a string would first be brought into a normal form, cell for cell.
  private struct Key: Hashable {
    let text: String

    static func == (one: Key, other: Key) -> Bool {
      one.text.utf8.count == other.text.utf8.count && one.text == other.text
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// Whether a row holds any heading, without which it cannot begin a row of them.
  mutating func isIn(_ row: Grid.Row, words: SheetWords) -> Bool {
    for cell in row.cells where isHeading(cell.text, words) { return true }
    return false
  }

  private mutating func isHeading(_ text: String, _ words: SheetWords) -> Bool {
    // No heading is a number.
    if text.utf8.allSatisfy({ (0x2E...0x39).contains($0) || $0 == UInt8(ascii: "%") }) { return false }
    let key = Key(text: text)
    if let found = known[key] { return found }
    let found = words.column(text) != nil
    if known.count >= Self.most { known = [:] }
    known[key] = found
    return found
  }
}
