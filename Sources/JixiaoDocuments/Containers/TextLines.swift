import Jixiao

/// The lines of a text as byte ranges, cut at LF, CR LF or CR.
struct TextLines: Sendable {
  struct Line: Sendable {
    /// Without the line's end.
    let range: Range<Int>
    /// 1-based.
    let number: Int
    /// Nothing but white space.
    let isBlank: Bool
    let tabs: Int
    let startsWithTab: Bool
  }

  let bytes: [UInt8]
  let lines: [Line]

  init(_ bytes: [UInt8]) {
    var lines: [Line] = []
    var start = 0
    var tabs = 0
    var isBlank = true
    var index = 0
    func line(end: Int) -> Line {
      Line(
        range: start..<end, number: lines.count + 1, isBlank: isBlank, tabs: tabs,
        startsWithTab: start < end && bytes[start] == 0x09)
    }
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A, 0x0D:
        lines.append(line(end: index))
        if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        start = index + 1
        tabs = 0
        isBlank = true
      case 0x09: tabs += 1
      case 0x20, 0x0B, 0x0C: break
      default: isBlank = false
      }
      index += 1
    }
    if start < bytes.count { lines.append(line(end: bytes.count)) }
    self.bytes = bytes
    self.lines = lines
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension TextLines {
  /// The 1-based number of the line on which a byte stands.
  func number(ofByte offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }
}
