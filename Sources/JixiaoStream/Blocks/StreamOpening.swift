/// The beginning of a stream: its first line, by which its form is known, and what was read behind it.
package struct StreamOpening {
  /// Without a byte order mark and without the line's end.
  package let firstLine: [UInt8]
  /// What follows the first line, as far as it has been read.
  package let rest: [UInt8]
  /// Where `rest` begins in the input.
  package let offset: Int
  /// Everything that has been read, a byte order mark left out.
  package let all: [UInt8]

  /// How many bytes of a byte order mark come first.
  package let mark: Int
  /// Whether these bytes were compressed in the file, so that their places are not those of the file.
  package let isCompressed: Bool

  package var isGzip: Bool { GzipInput.begins(all) }

  /// Reads until the first line is whole, or a block is full.
  package init(_ input: any StreamInput, blockSize: Int, isCompressed: Bool = false) throws(StreamFailure) {
    self.isCompressed = isCompressed
    var bytes: [UInt8] = []
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { room.deallocate() }
    var end: Int?
    while end == nil, bytes.count < blockSize {
      let count = try input.read(into: room)
      if count == 0 { break }
      let before = bytes.count
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count]))
      end = bytes[before...].firstIndex(of: UInt8(ascii: "\n"))
    }
    mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let stop = end ?? bytes.count
    var line = Array(bytes[min(mark, stop)..<stop])
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    firstLine = line
    offset = end.map { $0 + 1 } ?? stop
    rest = Array(bytes[offset...])
    all = Array(bytes[mark...])
  }
}
