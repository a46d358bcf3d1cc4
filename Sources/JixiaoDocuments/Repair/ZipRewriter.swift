import CZlib

/// Rewrites an archive with some entries changed and every other byte as it was.
///
/// Entries keep their order, names, dates and extra fields; those that are not changed keep their packed bytes, and the
/// comment and whatever stands between entries stay. Zip64 archives are refused rather than rewritten.
struct ZipRewriter {
  private var bytes: [UInt8]
  private let original: [UInt8]

  private init(_ original: [UInt8]) {
    self.original = original
    bytes = []
    bytes.reserveCapacity(original.count + 1 << 12)
  }

  /// The archive with new contents for some entries, by the offset of their local header.
  static func rewritten(
    _ original: [UInt8], _ contents: [Int: [UInt8]]
  ) throws(PackageFault) -> [UInt8] {
    var rewriter = ZipRewriter(original)
    return try rewriter.run(contents)
  }

  private struct Sizes {
    var checksum: UInt32
    var packed: UInt32
    var size: UInt32
  }

  private mutating func run(_ contents: [Int: [UInt8]]) throws(PackageFault) -> [UInt8] {
    guard let end = endRecord(), word(end + 16) != 0xFFFF_FFFF, word(end + 12) != 0xFFFF_FFFF,
      end < 20 || word(end - 20) != 0x0706_4B50
    else { throw .inconsistent(entry: "zip64") }
    let directory = word(end + 16), size = word(end + 12), count = short(end + 10)
    guard directory + size <= end else { throw .inconsistent(entry: "PK") }
    var headers: [Int] = []
    var at = directory
    for _ in 0..<count {
      guard at + 46 <= directory + size, word(at) == 0x0201_4B50 else { throw .inconsistent(entry: "PK") }
      headers.append(at)
      at += 46 + short(at + 28) + short(at + 30) + short(at + 32)
    }
    let offsets = Set(headers.map { word($0 + 42) }).sorted()
    guard offsets.allSatisfy({ $0 + 30 <= directory && word($0) == 0x0403_4B50 }) else {
      throw .inconsistent(entry: "PK")
    }
    // What stands before the first entry, as in an archive that unpacks itself.
    bytes += original[..<(offsets.first ?? directory)]
    var moved: [Int: Int] = [:]
    var changed: [Int: Sizes] = [:]
    for (index, offset) in offsets.enumerated() {
      moved[offset] = bytes.count
      let next = index + 1 < offsets.count ? offsets[index + 1] : directory
      if let content = contents[offset] {
        changed[offset] = try write(content, over: offset)
      } else {
        bytes += original[offset..<next]
      }
    }
    let newDirectory = bytes.count
    for header in headers {
      let offset = word(header + 42)
      let start = bytes.count
      bytes += original[header..<(header + 46 + short(header + 28) + short(header + 30) + short(header + 32))]
      put32(UInt32(moved[offset] ?? 0), at: start + 42)
      if let sizes = changed[offset] { put(sizes, header: start + 8) }
    }
    let newEnd = bytes.count
    bytes += original[(directory + size)...]
    let record = newEnd + (end - directory - size)
    put32(UInt32(newEnd - newDirectory), at: record + 12)
    put32(UInt32(newDirectory), at: record + 16)
    return bytes
  }

  /// Writes an entry anew under its old header.
  private mutating func write(_ content: [UInt8], over offset: Int) throws(PackageFault) -> Sizes {
    let start = bytes.count
    bytes += original[offset..<(offset + 30 + short(offset + 26) + short(offset + 28))]
    guard content.count < 0xFFFF_FFFF, let packed = Self.deflated(content) else {
      throw .inconsistent(entry: "deflate")
    }
    let sizes = Sizes(
      checksum: ZipInflate.checksum(content), packed: UInt32(packed.count), size: UInt32(content.count))
    put(sizes, header: start + 6)
    bytes += packed
    return sizes
  }

  /// Flags, method, checksum and sizes, which local header and directory have in one order, the date between them.
  private mutating func put(_ sizes: Sizes, header at: Int) {
    // Bit 3 would say that the sizes follow the content.
    bytes[at] &= ~8
    bytes[at + 2] = 8
    bytes[at + 3] = 0
    put32(sizes.checksum, at: at + 8)
    put32(sizes.packed, at: at + 12)
    put32(sizes.size, at: at + 16)
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(content.count))) + 16)
    var input = content
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = uInt(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = uInt(target.count)
        return CZlib.deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    output.removeLast(Int(stream.avail_out))
    return output
  }

  /// The end record, found as `ZipArchive` finds it.
  private func endRecord() -> Int? {
    var end = original.count - 22
    let lowest = max(0, original.count - 22 - 65_535)
    while end >= lowest {
      let behind = end + 22 + (end + 21 < original.count ? short(end + 20) : 0)
      if word(end) == 0x0605_4B50, behind <= original.count, original[behind...].allSatisfy({ $0 == 0 }) {
        return end
      }
      end -= 1
    }
    return nil
  }

  private func short(_ at: Int) -> Int { Int(original[at]) | Int(original[at + 1]) << 8 }
  private func word(_ at: Int) -> Int { short(at) | short(at + 2) << 16 }

  private mutating func put32(_ value: UInt32, at place: Int) {
    for byte in 0..<4 { bytes[place + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)) }
  }
}
