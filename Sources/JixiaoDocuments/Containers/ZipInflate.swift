import CZlib

/// Unpacks raw deflate data within a budget.
struct ZipInflate {
  enum Failure: Error, Equatable {
    case damaged, entryTooLarge, tooMuchInside, inflatesTooFar
  }

  /// What may still be unpacked out of one file, archives within archives included.
  struct Budget: Sendable {
    /// Small entries may inflate as far as they like: a sheet of blanks does so honestly.
    static let freeOfRatio = 32 << 20

    let limits: ReadLimits
    private(set) var left: Int

    init(_ limits: ReadLimits) {
      self.limits = limits
      left = limits.inflatedBytes
    }

    mutating func spend(_ bytes: Int) { left -= bytes }
  }

  /// Deflate packs a byte into no less than a thousandth.
  private static let mostRatio = 1032

  /// The content of packed bytes; `size` is what the archive says it unpacks to, a hint for the first buffer.
  static func inflated(
    _ packed: ArraySlice<UInt8>, size: Int, budget: inout Budget
  ) throws(Failure) -> [UInt8] {
    let limits = budget.limits
    let (product, overflows) = packed.count.multipliedReportingOverflow(by: max(1, limits.ratio))
    let ratioLimit = max(Budget.freeOfRatio, overflows ? .max : product)
    let allowed = max(0, min(limits.bytes, budget.left, ratioLimit))
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .damaged
    }
    defer { inflateEnd(&stream) }
    var written = 0
    var status = Z_OK
    let past = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)
    defer { past.deallocate() }
    // A false size costs no memory: of room that nothing is written to there are no pages.
    let room = min(max(size, 0), allowed, packed.count * mostRatio + 64) + 1
    let output = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      packed.withUnsafeBufferPointer { source in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(clamping: source.count)
        while status == Z_OK, written <= allowed {
          // Content past the size that the archive tells is only counted: it makes the entry damaged, or too large.
          let isPast = written >= room
          stream.next_out = isPast ? past.baseAddress : target.baseAddress.map { $0 + written }
          stream.avail_out = UInt32(clamping: isPast ? past.count : room - written)
          let before = stream.avail_out
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
          written += Int(before - stream.avail_out)
        }
      }
      count = min(written, room)
    }
    budget.spend(written)
    if written > allowed {
      if allowed == limits.bytes { throw .entryTooLarge }
      throw allowed == ratioLimit ? .inflatesTooFar : .tooMuchInside
    }
    guard status == Z_STREAM_END else { throw .damaged }
    return output
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
