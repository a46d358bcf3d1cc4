/// A key of an object on a `JSONTape`.
public struct JSONKey {
  let entry: UnsafePointer<JSONTape.Entry>
  let texts: UnsafePointer<JSONTape.Texts>

  public var text: String { JSONValue(entry: entry, texts: texts).string ?? "" }

  public static func == (key: JSONKey, name: JSONName) -> Bool {
    (key.entry.pointee.tag == name.tag || key.entry.pointee.tag == 0) && key.isSame(as: name)
  }

  func isSame(as name: JSONName) -> Bool {
    isSame(as: name.text.utf8Start, count: name.text.utf8CodeUnitCount)
  }

  /// Compares bytes.
  func isSame(as other: UnsafePointer<UInt8>, count: Int) -> Bool {
    if entry.pointee.kind == .escaped {
      return text.utf8.elementsEqual(UnsafeBufferPointer(start: other, count: count))
    }
    guard Int(entry.pointee.end) - Int(entry.pointee.start) - 1 == count else { return false }
    let own = UnsafeRawPointer(texts.pointee.bytes + Int(entry.pointee.start) + 1)
    let other = UnsafeRawPointer(other)
    var index = 0
    while index + 4 <= count {
      if own.loadUnaligned(fromByteOffset: index, as: UInt32.self)
        != other.loadUnaligned(fromByteOffset: index, as: UInt32.self)
      {
        return false
      }
      index += 4
    }
    while index < count {
      if own.load(fromByteOffset: index, as: UInt8.self) != other.load(fromByteOffset: index, as: UInt8.self)
      {
        return false
      }
      index += 1
    }
    return true
  }
}

/// A key as it stands in the source: compared as bytes, of which no `String` has to be asked.
public struct JSONName: ExpressibleByStringLiteral, CustomStringConvertible, Sendable {
  @usableFromInline let text: StaticString
  @usableFromInline let tag: UInt16

  @inlinable public init(stringLiteral text: StaticString) {
    self.text = text
    tag = JSONTape.tag(text.utf8Start, count: text.utf8CodeUnitCount)
  }

  public var description: String { text.description }
}
