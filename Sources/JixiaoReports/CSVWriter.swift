import Jixiao

/// Writes CSV after RFC 4180 with LF line ends: a field is quoted only where it has to be.
public struct CSVWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// - Parameter mark: whether to begin with a UTF-8 byte order mark.
  public init(mark: Bool = false) {
    if mark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// A number or a word of ours.
  public mutating func field(_ value: String?) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
    guard let value else { return }
    let special: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D]
    guard value.utf8.contains(where: special.contains) else {
      bytes.append(contentsOf: value.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Text of a document, which no spreadsheet may take for a formula.
  public mutating func text(_ value: String?) { field(value.map(FormulaGuard.added)) }

  public mutating func endRecord() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }
}
