/// A cell written as nearly all are, taken from its bytes at once: `<c r="B12" s="1" t="s"><v>24</v></c>`.
///
/// A workbook of 100,000 rows has a million of them. Whatever is written in any other way is left to the scanner, which
/// gives the same for these.
struct XlsxPlainCell {
  /// Nil where the cell does not say it, and so follows the one before.
  private(set) var column: Int?
  /// Whether the value is the number of a shared text.
  private(set) var isShared = false
  private(set) var style = 0
  /// Where the value stands; nil for a cell without one.
  private(set) var value: Range<Int>?
  /// Behind the cell.
  private(set) var end = 0

  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    // The longest cell that is plain ends well before this, so that one bound holds for all that follows.
    guard bytes.count - start > 96, Self.stands("<c", at: start, bytes) else { return nil }
    let limit = start + 64
    var at = start + 2
    while bytes[at] == UInt8(ascii: " ") {
      let name = bytes[at + 1]
      guard bytes[at + 2] == UInt8(ascii: "="), bytes[at + 3] == UInt8(ascii: "\"") else { return nil }
      at += 4
      switch name {
      case UInt8(ascii: "r"):
        guard column == nil, let found = Self.reference(bytes, &at) else { return nil }
        column = found
      case UInt8(ascii: "s"):
        guard style == 0, let number = Self.number(bytes, &at) else { return nil }
        style = number
      case UInt8(ascii: "t"):
        guard !isShared, bytes[at] == UInt8(ascii: "s") else { return nil }
        isShared = true
        at += 1
      default: return nil
      }
      guard bytes[at] == UInt8(ascii: "\""), at < limit else { return nil }
      at += 1
    }
    if Self.stands("/>", at: at, bytes) {
      end = at + 2
      return
    }
    guard Self.stands("><v>", at: at, bytes) else { return nil }
    let first = at + 4
    at = first
    // What needs resolving, or is no number, is not plain.
    while at < limit, bytes[at] > 0x2A, bytes[at] != UInt8(ascii: "<") { at += 1 }
    guard at > first, at < limit, Self.stands("</v></c>", at: at, bytes) else { return nil }
    value = first..<at
    end = at + 8
  }

  private static func stands(_ text: StaticString, at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for i in 0..<text.utf8CodeUnitCount where bytes[at + i] != text.utf8Start[i] { return false }
    return true
  }

  /// The column of `AB12`, which ends at the quotation mark.
  private static func reference(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int? {
    let first = at
    var column = 0
    while at < first + 3, (0x41...0x5A).contains(bytes[at]) {
      column = column * 26 + Int(bytes[at] - 0x40)
      at += 1
    }
    let digits = at
    guard digits > first, (0x31...0x39).contains(bytes[at]) else { return nil }
    while at < digits + 7, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return column
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int? {
    let first = at
    var number = 0
    while at < first + 7, (0x30...0x39).contains(bytes[at]) {
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return at > first ? number : nil
  }
}
