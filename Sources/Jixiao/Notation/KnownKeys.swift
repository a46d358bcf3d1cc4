/// The keys that an object of ours may have: every key of every row is looked up here.
public struct KnownKeys: ExpressibleByArrayLiteral, Sendable {
  /// In order of the alphabet.
  public let all: [String]
  private let bytes: [UInt8]
  private let keys: [(tag: UInt16, start: Int, count: Int)]
  /// By the lower bits of a tag, one more than the number of the first key that has them; further ones follow.
  private let first: [UInt8]
  private let following: [UInt8]

  /// At most 255 keys.
  public init(_ names: [String]) {
    all = names.sorted()
    var bytes: [UInt8] = []
    var keys: [(tag: UInt16, start: Int, count: Int)] = []
    var first = [UInt8](repeating: 0, count: 256)
    var following: [UInt8] = []
    for (number, name) in names.prefix(255).enumerated() {
      let utf8 = Array(name.utf8)
      let tag =
        utf8.withUnsafeBufferPointer { $0.baseAddress.map { JSONTape.tag($0, count: utf8.count) } } ?? 0x8000
      keys.append((tag, bytes.count, utf8.count))
      bytes += utf8
      following.append(first[Int(tag & 0xFF)])
      first[Int(tag & 0xFF)] = UInt8(number + 1)
    }
    self.bytes = bytes
    self.keys = keys
    self.first = first
    self.following = following
  }

  public init(arrayLiteral keys: String...) { self.init(keys) }

  public func contains(_ key: JSONKey) -> Bool { index(of: key) != nil }

  /// The number of a key among those given.
  public func index(of key: JSONKey) -> Int? {
    if key.entry.pointee.tag == 0 {
      let text = key.text
      return keys.indices.first {
        text.utf8.elementsEqual(bytes[keys[$0].start..<keys[$0].start + keys[$0].count])
      }
    }
    let tag = key.entry.pointee.tag
    var number = Int(first[Int(tag & 0xFF)])
    while number > 0 {
      let known = keys[number - 1]
      if known.tag == tag {
        let isSame = bytes.withUnsafeBufferPointer { bytes in
          bytes.baseAddress.map { key.isSame(as: $0 + known.start, count: known.count) } ?? (known.count == 0)
        }
        if isSame { return number - 1 }
      }
      number = Int(following[number - 1])
    }
    return nil
  }
}
