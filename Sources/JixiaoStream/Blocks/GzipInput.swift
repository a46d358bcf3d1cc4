import CZlib

/// The content of a gzip stream, also of several one after the other.
package final class GzipInput: StreamInput {
  private static let inSize = 1 << 16
  private let source: any StreamInput
  private let buffer: UnsafeMutablePointer<UInt8>
  /// zlib keeps a pointer to its state, which therefore must not move.
  private let state: UnsafeMutablePointer<z_stream>
  private var atEnd = false
  private var isOpen = false

  /// Whether bytes begin like gzip.
  package static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  package init(_ source: any StreamInput) {
    self.source = source
    buffer = .allocate(capacity: Self.inSize)
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    // 15 bits of window, and 16 for the header of gzip.
    inflateInit2_(state, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(state)
    state.deallocate()
    buffer.deallocate()
  }

  package func read(into target: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int {
    if atEnd || target.isEmpty { return 0 }
    state.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(min(target.count, 1 << 30))
    let room = state.pointee.avail_out
    while state.pointee.avail_out == room {
      if state.pointee.avail_in == 0 {
        let count = try source.read(
          into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.inSize))
        if count == 0 {
          if isOpen { throw .truncatedGzip }
          atEnd = true
          return 0
        }
        state.pointee.next_in = buffer
        state.pointee.avail_in = UInt32(count)
      }
      isOpen = true
      switch inflate(state, Z_NO_FLUSH) {
      case Z_OK: break
      case Z_STREAM_END:
        isOpen = false
        inflateReset(state)
      default: throw .brokenGzip
      }
    }
    return Int(room - state.pointee.avail_out)
  }
}

/// An input that begins with bytes that were looked at already.
package final class RejoinedInput: StreamInput {
  private var first: ArraySlice<UInt8>
  private let rest: any StreamInput

  package init(_ first: [UInt8], before rest: any StreamInput) {
    self.first = first[...]
    self.rest = rest
  }

  package func read(into target: UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int {
    if first.isEmpty { return try rest.read(into: target) }
    let count = min(first.count, target.count)
    target.copyBytes(from: first.prefix(count))
    first = first.dropFirst(count)
    return count
  }
}
