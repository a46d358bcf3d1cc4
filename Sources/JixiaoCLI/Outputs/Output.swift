#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The result on its way out: buffered, and never silent about a byte that did not arrive.
final class Output {
  private static let block = 1 << 16

  private let sink: any ByteSink
  /// The file as written after `-o`; nil for standard output.
  private let shown: String?
  private var buffer: [UInt8] = []
  /// How many bytes have been given to it.
  private(set) var count = 0

  init(_ sink: any ByteSink, shown: String?) {
    self.sink = sink
    self.shown = shown
  }

  func write(_ text: String) throws(CommandFailure) {
    buffer.append(contentsOf: text.utf8)
    count += text.utf8.count
    if buffer.count >= Self.block { try flush() }
  }

  func write(_ bytes: some Sequence<UInt8>) throws(CommandFailure) {
    let before = buffer.count
    buffer.append(contentsOf: bytes)
    count += buffer.count - before
    if buffer.count >= Self.block { try flush() }
  }

  /// A whole result, which is sent as it is.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    if buffer.isEmpty {
      buffer = bytes
    } else {
      buffer += bytes
    }
    count += bytes.count
    if buffer.count >= Self.block { try flush() }
  }

  /// Sends what has gathered; what has been written stays written.
  ///
  /// - Throws: `closedPipe` when the reader has gone, else a complaint about the disk or the device.
  func flush() throws(CommandFailure) {
    defer {
      // A whole result leaves no room behind that nothing will fill again.
      if buffer.count > 4 * Self.block { buffer = [] } else { buffer.removeAll(keepingCapacity: true) }
    }
    do { try sink.writeAll(buffer) } catch {
      if error.code == EPIPE { throw .closedPipe }
      throw .complaint(.unwritten(shown, error))
    }
  }
}
