/// A JSON text with the kinds and places of all its values in one flat list, so that reading a record of hundreds of values
/// makes two arrays and not a tree.
///
/// Texts are made of the bytes when they are asked for. What lies within an array or object follows its entry.
///
/// ```swift
/// let name = try line.withUnsafeBufferPointer { bytes in
///   try JSONTape(parsing: bytes).withRoot { $0.members?["name"]?.string }
/// }
/// ```
public struct JSONTape {
  enum Kind: UInt8 {
    case null, no, yes, number, string
    /// A string with escapes, decoded when it was read.
    case escaped
    case array, object
  }

  struct Entry {
    /// Byte offset of the value's first character.
    let start: UInt32
    /// Where the number, or the string between its quotes, ends; for an escaped string its number among those decoded.
    let end: UInt32
    /// How many entries on the next value stands that is not within this one.
    var length: UInt32 = 1
    /// Of a string, by which most keys are told apart; 0 where it has escapes.
    let tag: UInt16
    let kind: Kind
  }

  /// What every value of a tape needs to find its text; valid only as long as `withRoot` runs.
  struct Texts {
    let bytes: UnsafePointer<UInt8>
    let decoded: UnsafePointer<String>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let entries: [Entry]
  private let decoded: [String]

  /// Reads one JSON text; anything but white space after it is an error. The bytes must outlive the tape.
  public init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var parser = JSONParser(bytes)
    try parser.text()
    self.bytes = bytes
    entries = parser.entries
    decoded = parser.decoded
  }

  /// Hands over the outermost value, which must not be kept: values are addresses, so that asking them counts no references.
  public func withRoot<Result>(_ body: (JSONValue) -> Result) -> Result? {
    entries.withUnsafeBufferPointer { entries in
      // An empty list has no address; nothing asks for what it does not hold.
      (decoded.isEmpty ? [""] : decoded).withUnsafeBufferPointer { decoded in
        guard let first = entries.baseAddress, let bytes = bytes.baseAddress,
          let decoded = decoded.baseAddress
        else { return nil }
        return withUnsafePointer(to: Texts(bytes: bytes, decoded: decoded)) {
          body(JSONValue(entry: first, texts: $0))
        }
      }
    }
  }

  /// Tells most short texts apart, and is never 0.
  @usableFromInline static func tag(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt16 {
    if count == 0 { return 0x8000 }
    let first = UInt16(bytes[0]), last = UInt16(bytes[count - 1]), middle = UInt16(bytes[count / 2])
    return 0x8000 | (UInt16(truncatingIfNeeded: count) << 10 ^ first << 6 ^ middle << 3 ^ last)
  }
}
