#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of an input, read in blocks up to a limit.
enum InputBytes {
  private static let block = 1 << 18

  /// Reads one input whole, `-` from `standardInput`; more than `limit` bytes are a complaint, like anything else
  /// that keeps it from being read, with the input's path, the reason and the remedy.
  static func read(
    _ input: InputFile, limit: Int, standardInput: any ByteSource
  ) throws(Complaint) -> [UInt8] {
    guard case .file(let path) = input.source else {
      return try drain(standardInput, input.shown, limit: limit, expecting: 0)
    }
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .unreadable(input.shown, .last) }
    defer { close(descriptor) }
    var size = 0
    do {
      let status = try FileStatus(descriptor: descriptor)
      if status.kind == .regular { size = status.size }
    } catch { throw .unreadable(input.shown, error) }
    guard size <= limit else { throw .tooLarge(input.shown, limit: limit) }
    return try drain(Descriptor(descriptor), input.shown, limit: limit, expecting: size)
  }

  /// The first bytes of a file, fewer only where it has no more.
  static func beginning(of path: Path, atMost most: Int) throws(SystemError) -> [UInt8] {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    // A pipe would lose what is read here.
    guard try FileStatus(descriptor: descriptor).kind == .regular else { return [] }
    var bytes = [UInt8](repeating: 0, count: most)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, most, 0) }
    if count < 0 { throw .last }
    return Array(bytes.prefix(count))
  }

  private static func drain(
    _ source: any ByteSource, _ shown: String, limit: Int, expecting size: Int
  ) throws(Complaint) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: block, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count: Int
      do { count = try source.read(into: buffer) } catch { throw .unreadable(shown, error) }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw .tooLarge(shown, limit: limit) }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
