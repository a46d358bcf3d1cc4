import CZlib
import Testing

/// The files of a zip archive, read by its directory and inflated, so that tests see what is inside.
struct ZipFiles {
  let names: [String]
  private let contents: [String: [UInt8]]

  init(_ bytes: [UInt8]) throws {
    func number(_ at: Int, _ count: Int) throws -> Int {
      let slice = try #require(at + count <= bytes.count ? bytes[at..<at + count] : nil)
      return slice.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let end = bytes.count - 22
    try #require(try number(end, 4) == 0x0605_4b50)
    var at = try number(end + 16, 4)
    var names: [String] = []
    var contents: [String: [UInt8]] = [:]
    for _ in 0..<(try number(end + 10, 2)) {
      try #require(try number(at, 4) == 0x0201_4b50)
      let (packed, size) = (try number(at + 20, 4), try number(at + 24, 4))
      let length = try number(at + 28, 2)
      let name = String(decoding: bytes[at + 46..<at + 46 + length], as: UTF8.self)
      let local = try number(at + 42, 4)
      // The local header says the same as the directory.
      try #require(bytes[local + 4..<local + 26].elementsEqual(bytes[at + 6..<at + 28]), "\(name)")
      let start = local + 30 + length
      let content = try Self.inflate(Array(bytes[start..<start + packed]), size)
      let sum = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
      try #require(Int(sum) == (try number(at + 16, 4)), "\(name)")
      names.append(name)
      contents[name] = content
      at += 46 + length
    }
    self.names = names
    self.contents = contents
  }

  func text(_ name: String) throws -> String { String(decoding: try #require(contents[name]), as: UTF8.self) }

  private static func inflate(_ packed: [UInt8], _ size: Int) throws -> [UInt8] {
    var stream = z_stream()
    var packed = packed
    // One byte more, so that an entry larger than it says is noticed.
    var content = [UInt8](repeating: 0, count: size + 1)
    inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { inflateEnd(&stream) }
    let status = packed.withUnsafeMutableBufferPointer { input in
      content.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        return CZlib.inflate(&stream, Z_FINISH)
      }
    }
    try #require(status == Z_STREAM_END)
    try #require(stream.total_out == size)
    return Array(content.dropLast())
  }
}
