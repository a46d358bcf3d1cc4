import CZlib

/// Writes zip archives for tests, sound ones and such as strangers send.
struct ZipWriter {
  struct Entry {
    var name: [UInt8]
    var content: [UInt8]
    var isDeflated = false
    var flags = 0x800
    /// What the archive claims instead of the truth.
    var claimedSize: Int?
    var claimedChecksum: UInt32?
    var method: Int?
    /// Sizes behind the content instead of before it.
    var hasDescriptor = false
    /// Sizes and offset in the zip64 extra field.
    var isZip64 = false

    init(_ name: String, _ content: String) { self.init(name, Array(content.utf8)) }

    init(_ name: String, _ content: [UInt8], isDeflated: Bool = false) {
      self.name = Array(name.utf8)
      self.content = content
      self.isDeflated = isDeflated
    }
  }

  static func archive(_ entries: [Entry], comment: String = "", hasZip64End: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let packed = entry.isDeflated ? deflated(entry.content) : entry.content
      let offset = bytes.count
      let size = entry.claimedSize ?? entry.content.count
      let checksum = entry.claimedChecksum ?? crc(entry.content)
      let flags = entry.flags | (entry.hasDescriptor ? 8 : 0)
      let method = entry.method ?? (entry.isDeflated ? 8 : 0)
      let isBare = entry.hasDescriptor
      bytes += word(0x0403_4B50) + short(20) + short(flags) + short(method) + word(0)
      bytes += word(isBare ? 0 : Int(checksum)) + word(isBare ? 0 : packed.count) + word(isBare ? 0 : size)
      bytes += short(entry.name.count) + short(0) + entry.name + packed
      if isBare { bytes += word(0x0807_4B50) + word(Int(checksum)) + word(packed.count) + word(size) }
      let wide = entry.isZip64
      let extra = wide ? short(1) + short(24) + long(size) + long(packed.count) + long(offset) : []
      directory += word(0x0201_4B50) + short(20) + short(20) + short(flags) + short(method) + word(0)
      directory += word(Int(checksum)) + word(wide ? 0xFFFF_FFFF : packed.count)
      directory += word(wide ? 0xFFFF_FFFF : size) + short(entry.name.count) + short(extra.count) + short(0)
      directory += short(0) + short(0) + word(0) + word(wide ? 0xFFFF_FFFF : offset) + entry.name + extra
    }
    let start = bytes.count
    bytes += directory
    if hasZip64End {
      let end = bytes.count
      bytes += word(0x0606_4B50) + long(44) + short(45) + short(45) + word(0) + word(0)
      bytes += long(entries.count) + long(entries.count) + long(directory.count) + long(start)
      bytes += word(0x0706_4B50) + word(0) + long(end) + word(1)
    }
    let count = hasZip64End ? 0xFFFF : entries.count
    bytes += word(0x0605_4B50) + short(0) + short(0) + short(count) + short(count)
    bytes += word(hasZip64End ? 0xFFFF_FFFF : directory.count) + word(hasZip64End ? 0xFFFF_FFFF : start)
    return bytes + short(comment.utf8.count) + Array(comment.utf8)
  }

  static func deflated(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    var output = [UInt8](repeating: 0, count: content.count + 1024)
    deflateInit2_(
      &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    var input = content
    let count = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
        return target.count - Int(stream.avail_out)
      }
    }
    deflateEnd(&stream)
    return Array(output[..<count])
  }

  static func crc(_ content: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_z(0, content, content.count))
  }

  private static func short(_ value: Int) -> [UInt8] {
    (0..<2).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
  private static func word(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
  private static func long(_ value: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
