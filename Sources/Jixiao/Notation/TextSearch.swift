/// Words looked for in texts, byte by byte.
///
/// The library's own search asks at every character whether two spellings are canonically the same, which takes most of the
/// time of a check and never matters: texts here are folded, and the words are ours.
extension StringProtocol {
  func contains(_ part: String) -> Bool {
    guard !part.isEmpty else { return true }
    return firstPlace(of: part, from: 0) != nil
  }

  /// Every occurrence of `part`, from the left, replaced.
  func replacing(_ part: String, with other: String) -> String {
    guard !part.isEmpty, var place = firstPlace(of: part, from: 0) else { return String(self) }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while true {
      result += bytes[start..<place]
      result += other.utf8
      start = place + part.utf8.count
      guard let next = firstPlace(of: part, from: start) else { break }
      place = next
    }
    result += bytes[start...]
    return String(decoding: result, as: UTF8.self)
  }

  /// What stands between the occurrences of `part`, nothing empty.
  func pieces(between part: String) -> [String] {
    guard !part.isEmpty, var place = firstPlace(of: part, from: 0) else {
      return isEmpty ? [] : [String(self)]
    }
    let bytes = Array(utf8)
    var pieces: [String] = []
    var start = 0
    while true {
      if place > start { pieces.append(String(decoding: bytes[start..<place], as: UTF8.self)) }
      start = place + part.utf8.count
      guard let next = firstPlace(of: part, from: start) else { break }
      place = next
    }
    if start < bytes.count { pieces.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return pieces
  }

  /// The byte at which `part` first stands at or behind another byte.
  private func firstPlace(of part: String, from start: Int) -> Int? {
    func search(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Int? {
      guard let first = part.first else { return start }
      var at = start
      while at + part.count <= text.count {
        if text[at] == first {
          var length = 1
          while length < part.count, text[at + length] == part[length] { length += 1 }
          if length == part.count { return at }
        }
        at += 1
      }
      return nil
    }
    var part = part
    return part.withUTF8 { part in
      if let found = utf8.withContiguousStorageIfAvailable({ search($0, part) }) { return found }
      return Array(utf8).withUnsafeBufferPointer { search($0, part) }
    }
  }
}
