/// A JSON text with the kinds and places of all its values in one flat list, so that reading a record of hundreds of values
/// makes two arrays and not a tree.
///
/// Texts are made of the bytes when they are asked for. What lies within an array or object follows its entry.
///
/// One tape serves for many texts, one after the other, and keeps its room.
///
/// ```swift
/// var tape = JSONTape()
/// let name = try line.withUnsafeBufferPointer { bytes in
///   try tape.withRoot(of: bytes) { $0.members?["name"]?.string }
/// }
/// ```
public struct JSONTape: ~Copyable {
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
    /// Nil where there is none.
    let decoded: UnsafePointer<String>?
  }

  private var parser = JSONParser()

  public init() {}

  /// Reads one JSON text and hands over its outermost value; anything but white space after it is an error.
  ///
  /// The value must not be kept: values are addresses, so that asking them counts no references.
  public mutating func withRoot<Result>(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (JSONValue) -> Result
  ) throws(JSONError) -> Result {
    let first = try parser.parse(bytes)
    return parser.decoded.withUnsafeBufferPointer { decoded in
      withUnsafePointer(to: Texts(bytes: first.bytes, decoded: decoded.baseAddress)) {
        body(JSONValue(entry: first.entry, texts: $0))
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
