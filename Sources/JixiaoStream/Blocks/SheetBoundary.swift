import Jixiao
import JixiaoDocuments

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where sheets begin in a file, asked at any byte: ranges cut anywhere then meet without gap or overlap.
///
/// In NDJSON every line is a sheet. In a flat table a sheet begins where two sound rows that follow each other have
/// different ids; a row that will be refused says nothing.
package struct SheetBoundary {
  private let descriptor: Int32
  private let size: Int
  private let first: Int
  private let reader: FlatRowReader?

  /// `size`: of the file. `first`: where its rows begin. `reader`: of the flat table, nil for NDJSON.
  package init(descriptor: Int32, size: Int, first: Int, reader: FlatRowReader?) {
    self.descriptor = descriptor
    self.size = size
    self.first = first
    self.reader = reader
  }

  /// The first byte at or behind `offset` where a sheet begins; the size of the file where none does.
  package func sheet(atOrBehind offset: Int) throws(StreamFailure) -> Int {
    if offset <= first { return first }
    if offset >= size { return size }
    var start = try lineStart(holding: offset - 1)
    var above: String?
    while start < size {
      let line = try line(at: start)
      let id = id(line)
      if start >= offset {
        if reader == nil { return start }
        if let id, let above, id != above { return start }
      }
      above = id
      start += line.count + 1
    }
    return size
  }

  private func id(_ line: [UInt8]) -> String? {
    guard let reader else { return nil }
    let row = line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : line
    return row.isEmpty ? nil : reader.read(FlatRowReader.Source(bytes: row, line: 0, offset: 0)).sheet?.id
  }

  private func lineStart(holding offset: Int) throws(StreamFailure) -> Int {
    var end = offset
    while end > first {
      let from = max(first, end - (1 << 16))
      let bytes = try bytes(from..<end)
      if let newline = bytes.lastIndex(of: UInt8(ascii: "\n")) { return from + newline + 1 }
      end = from
    }
    return first
  }

  /// A line without its newline.
  private func line(at start: Int) throws(StreamFailure) -> [UInt8] {
    var line: [UInt8] = []
    var at = start
    while at < size {
      let bytes = try bytes(at..<min(size, at + 1 << 16))
      if let newline = bytes.firstIndex(of: UInt8(ascii: "\n")) { return line + bytes[..<newline] }
      line += bytes
      at += bytes.count
    }
    return line
  }

  private func bytes(_ range: Range<Int>) throws(StreamFailure) -> [UInt8] {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: range.count, alignment: 1)
    defer { room.deallocate() }
    var count = 0
    while count < range.count {
      let more = pread(
        descriptor, room.baseAddress.map { $0 + count }, range.count - count, off_t(range.lowerBound + count))
      if more < 0, errno == EINTR { continue }
      if more < 0 { throw .system(errno) }
      // Shorter than it was: what is gone cannot be cut.
      if more == 0 { throw .system(EIO) }
      count += more
    }
    return Array(room)
  }
}

/// So many bytes of an input and no more.
package final class LimitedInput: StreamInput {
  private let input: any StreamInput
  private var left: Int

  package init(_ input: any StreamInput, count: Int) {
    self.input = input
    left = count
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int {
    if left == 0 { return 0 }
    let count = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(left)))
    left -= count
    return count
  }
}
