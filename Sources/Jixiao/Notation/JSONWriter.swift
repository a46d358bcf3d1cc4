/// Writes JSON as bytes: keys in the order given, one stable layout, numbers with all their digits.
///
/// In the `.lines` layout each element of a breaking array stands on its own line, indented by one space a level, so that
/// two outputs can be compared line by line; everything else is compact.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { $0.member("schema", "jixiao.sheets/1"); $0.member("year", 2024) }
/// // {"schema":"jixiao.sheets/1","year":2024}
/// ```
public struct JSONWriter: Sendable {
  public enum Layout: Sendable {
    /// All on one line.
    case compact
    /// One line an element of a breaking array.
    case lines
  }

  public private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  private var needsComma = false

  /// `capacity`: how many bytes are likely to come.
  public init(layout: Layout = .lines, capacity: Int = 0) {
    self.layout = layout
    bytes.reserveCapacity(capacity)
  }

  /// Writes an object; `key` names it where it is itself a member.
  public mutating func object(_ key: String? = nil, _ members: (inout JSONWriter) -> Void) {
    begin(key)
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    members(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes an array, each element by `each`; a breaking one puts every element on its own line.
  public mutating func array<Elements: Sequence>(
    _ key: String? = nil, _ elements: Elements, breaking: Bool = false,
    each: (inout JSONWriter, Elements.Element) -> Void
  ) {
    begin(key)
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    depth += 1
    let breaks = breaking && layout == .lines
    var isEmpty = true
    for element in elements {
      isEmpty = false
      if breaks {
        comma()
        newline(indent: depth)
      }
      each(&self, element)
      needsComma = true
    }
    depth -= 1
    if breaks && !isEmpty { newline(indent: depth) }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  public mutating func member(_ key: String, _ value: String?) {
    begin(key)
    if let value { quoted(value) } else { literal("null") }
  }

  public mutating func member(_ key: String, _ value: Exact?) {
    begin(key)
    guard let value else {
      literal("null")
      return
    }
    if value.places == 0, let integer = Int64(exactly: value.coefficient) {
      digits(integer)
    } else {
      literal(value.description)
    }
  }

  public mutating func member(_ key: String, _ value: Int?) {
    begin(key)
    if let value { digits(Int64(value)) } else { literal("null") }
  }

  public mutating func member(_ key: String, _ value: Bool) {
    begin(key)
    literal(value ? "true" : "false")
  }

  public mutating func null(_ key: String) {
    begin(key)
    literal("null")
  }

  /// A string as an element of an array.
  public mutating func element(_ value: String) {
    begin(nil)
    quoted(value)
  }

  /// Ends the document or, in NDJSON, the record.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Begins a line of an array that is written piece by piece.
  public mutating func nextLine(isFirst: Bool, indent: Int = 1) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    newline(indent: indent)
    needsComma = false
  }

  private mutating func begin(_ key: String?) {
    comma()
    guard let key else { return }
    quoted(key, then: UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func newline(indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  private mutating func literal(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func digits(_ value: Int64) {
    needsComma = true
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(value.magnitude)
  }

  private mutating func digits(_ value: UInt64) {
    if value >= 10 { digits(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// The text in quotes, and one more byte where there is one.
  private mutating func quoted(_ text: String, then last: UInt8? = nil) {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { own in
      for byte in own where Self.isEscaped(byte) { return false }
      bytes.append(addingCapacity: own.count + 3) { output in
        output.append(UInt8(ascii: "\""))
        output.withUnsafeMutableBufferPointer { room, count in
          _ = room[count...].update(fromContentsOf: own)
          count += own.count
        }
        output.append(UInt8(ascii: "\""))
        if let last { output.append(last) }
      }
      return true
    }
    if isPlain != true {
      bytes.append(UInt8(ascii: "\""))
      for byte in text.utf8 { escaped(byte) }
      bytes.append(UInt8(ascii: "\""))
      if let last { bytes.append(last) }
    }
    needsComma = true
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
    case 0x0D: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
    case 0x09: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
    case 0..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
}
