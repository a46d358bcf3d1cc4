import CZlib

extension ZipWriter {
  /// One file of an archive on its way in: checksummed and deflated a block at a time.
  struct Entry {
    struct Totals {
      var checksum: UInt32 = 0
      var compressed: UInt32 = 0
      var uncompressed: UInt32 = 0
    }

    private static let block = 1 << 16

    fileprivate(set) var output: [UInt8]
    private let start: Int
    private var pending: [UInt8] = []
    private var checksum: UInt = 0
    private var count = 0
    private let stream: Deflater

    init(appendingTo output: [UInt8]) {
      self.output = output
      start = output.count
      stream = Deflater()
    }

    mutating func write(_ bytes: [UInt8]) {
      pending += bytes
      if pending.count >= Self.block { compress(last: false) }
    }

    /// Flushes what is left and says how large the entry became.
    mutating func finish() -> Totals {
      compress(last: true)
      return Totals(
        checksum: UInt32(truncatingIfNeeded: checksum),
        compressed: UInt32(truncatingIfNeeded: output.count - start),
        uncompressed: UInt32(truncatingIfNeeded: count))
    }

    private mutating func compress(last: Bool) {
      count += pending.count
      checksum = pending.withUnsafeBufferPointer {
        UInt(crc32(uLong(checksum), $0.baseAddress, uInt(truncatingIfNeeded: $0.count)))
      }
      stream.deflate(&pending, last: last, into: &output)
      pending.removeAll(keepingCapacity: true)
    }
  }

  /// A raw deflate stream of zlib, at its default level, ended with its owner.
  private final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private var block = [UInt8](repeating: 0, count: 1 << 16)

    init() {
      stream = .allocate(capacity: 1)
      stream.initialize(to: z_stream())
      // Negative window bits: no zlib header, as zip wants it. Memory is all that can fail here.
      deflateInit2_(
        stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
      deflateEnd(stream)
      stream.deallocate()
    }

    func deflate(_ input: inout [UInt8], last: Bool, into output: inout [UInt8]) {
      input.withUnsafeMutableBufferPointer { input in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = uInt(truncatingIfNeeded: input.count)
        repeat {
          let written = block.withUnsafeMutableBufferPointer { room in
            stream.pointee.next_out = room.baseAddress
            stream.pointee.avail_out = uInt(truncatingIfNeeded: room.count)
            _ = CZlib.deflate(stream, last ? Z_FINISH : Z_NO_FLUSH)
            return room.count - Int(stream.pointee.avail_out)
          }
          output += block[..<written]
        } while stream.pointee.avail_out == 0
      }
    }
  }
}
