/// Cuts the bytes of a delimited text into records after RFC 4180.
///
/// A field in quotes may hold commas, doubled quotes and line ends. Linear; a field is copied once.
struct DelimitedRecords {
  struct Record {
    var fields: [String]
    let offset: Int
    /// 1-based.
    let line: Int
    /// What breaks the rules in this record; its fields cannot be trusted then.
    var flaw: Flaw?
  }

  enum Flaw {
    /// A quote within an unquoted field, or text behind a closing quote.
    case strayQuote
    /// The file ends within quotes.
    case openQuote
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1

  init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
  }

  /// The next record that is not an empty line; nil at the end.
  mutating func next() -> Record? {
    skipEmptyLines()
    guard index < bytes.count else { return nil }
    var record = Record(fields: [], offset: index, line: line)
    while true {
      record.fields.append(field(&record.flaw))
      guard index < bytes.count else { return record }
      let byte = bytes[index]
      index += 1
      if byte == separator {
        if index == bytes.count {
          record.fields.append("")
          return record
        }
        continue
      }
      endLine(byte)
      return record
    }
  }

  private mutating func skipEmptyLines() {
    while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D {
      let byte = bytes[index]
      index += 1
      endLine(byte)
    }
  }

  private mutating func endLine(_ byte: UInt8) {
    if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
    line += 1
  }

  private mutating func field(_ flaw: inout Flaw?) -> String {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      let start = index
      while index < bytes.count, !isEnd(bytes[index]) {
        if bytes[index] == UInt8(ascii: "\"") { flaw = .strayQuote }
        index += 1
      }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    index += 1
    var content: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
          if index < bytes.count, !isEnd(bytes[index]) {
            flaw = .strayQuote
            while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
          }
          return String(decoding: content, as: UTF8.self)
        }
        index += 1
      } else if byte == 0x0A {
        line += 1
      }
      content.append(byte)
    }
    flaw = .openQuote
    return String(decoding: content, as: UTF8.self)
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }
}
