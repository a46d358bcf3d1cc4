/// The members of an object of which many are asked for by name: most are found where the table says, without a search.
public struct JSONIndex {
  public let members: JSONMembers
  /// By bits of its tag, one more than how many entries a key stands behind the first; 0 where no key has these bits, `many`
  /// where several have or where it stands too far.
  private var places = InlineArray<64, UInt8>(repeating: 0)
  /// An escaped key may be any.
  private var hasEscapedKey = false

  private static let many: UInt8 = 255

  public init(_ members: JSONMembers) {
    self.members = members
    var key = members.entry
    while key < members.end {
      let slot = Self.slot(key.pointee.tag)
      let place = key - members.entry + 1
      places[slot] = places[slot] == 0 && place < Int(Self.many) ? UInt8(place) : Self.many
      if key.pointee.tag == 0 { hasEscapedKey = true }
      key += 1 + Int(key[1].length)
    }
  }

  public subscript(name: JSONName) -> JSONValue? {
    let place = places[Self.slot(name.tag)]
    if place == Self.many || hasEscapedKey { return members[name] }
    if place == 0 { return nil }
    let key = members.entry + Int(place) - 1
    guard JSONKey(entry: key, texts: members.texts) == name else { return nil }
    return JSONValue(entry: key + 1, texts: members.texts)
  }

  private static func slot(_ tag: UInt16) -> Int { Int((tag ^ tag >> 7) & 63) }
}
