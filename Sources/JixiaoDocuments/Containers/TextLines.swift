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
    func line(_ bytes: UnsafeBufferPointer<UInt8>, end: Int) -> Line {
      Line(
        range: start..<end, number: lines.count + 1, isBlank: isBlank, tabs: tabs,
        startsWithTab: start < end && bytes[start] == 0x09)
    }
    bytes.withUnsafeBufferPointer { bytes in
      while index < bytes.count {
        // Eight bytes at a time where none of them is a tab or ends a line, and the line is known to hold something.
        if !isBlank, index + 8 <= bytes.count, let base = bytes.baseAddress {
          let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
          if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 == 0 {
            index += 8
            continue
          }
        }
        switch bytes[index] {
        case 0x0A, 0x0D:
          lines.append(line(bytes, end: index))
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
      if start < bytes.count { lines.append(line(bytes, end: bytes.count)) }
    }
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
