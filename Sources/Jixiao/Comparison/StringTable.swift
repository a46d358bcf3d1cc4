/// Every text once, known by a number: a million indicators hold few thousand distinct names, units and headings.
struct StringTable: Sendable {
  private var numbers: [ByteText: UInt32] = [ByteText(""): 0]
  private(set) var texts: [String] = [""]

  /// The number of a text; 0 for none.
  mutating func number(_ text: String?) -> UInt32 {
    guard let text, !text.isEmpty else { return 0 }
    if let known = numbers[ByteText(text)] { return known }
    let number = UInt32(texts.count)
    texts.append(text)
    numbers[ByteText(text)] = number
    return number
  }

  /// The number of a text that may be unknown.
  func known(_ text: String) -> UInt32? { numbers[ByteText(text)] }

  subscript(number: UInt32) -> String { texts[Int(number)] }
}
