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
    guard var value else { return }
    let isPlain = value.withUTF8 { text in
      for byte in text where Self.isSpecial(byte) { return false }
      bytes.append(contentsOf: text)
      return true
    }
    if isPlain { return }
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  /// Text of a document, which no spreadsheet may take for a formula.
  public mutating func text(_ value: String?) { field(value.map(FormulaGuard.added)) }

  /// Records that other writers have written.
  mutating func append(_ pieces: [[UInt8]]) {
    bytes.reserveCapacity(pieces.reduce(bytes.count) { $0 + $1.count })
    for piece in pieces { bytes += piece }
  }

  public mutating func endRecord() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }
}
