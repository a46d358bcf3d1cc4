import Jixiao

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A partial result in a file: what its last line says, and the lines above it on demand.
struct PartialFile {
  let shown: String
  let totals: PartialTotals
  private let path: Path?
  /// All of it, where it came through a pipe.
  private let held: [UInt8]

  /// Reads the last line.
  init(_ file: InputFile, _ standardInput: any ByteSource) throws(Complaint) {
    shown = file.shown
    path = file.path
    let broken = Complaint(
      file.shown, Wording("不是完整的部分结果", "is no whole partial result"),
      remedy: Wording(
        "请用 jixiao score --totals --shard 重新生成；被中断的任务要重算",
        "make it again with jixiao score --totals --shard; a task that was cut short has to run again"))
    var tail: [UInt8]
    var size: Int
    if let path {
      held = []
      do throws(SystemError) { size = try FileStatus(of: path).size } catch {
        throw .unreadable(file.shown, error)
      }
      var more = min(size, 1 << 16)
      tail = try PartialFile.read(path, file.shown, size - more..<size)
      // The last line may be long when many pieces do not meet.
      while more < size, tail.dropLast().lastIndex(of: UInt8(ascii: "\n")) == nil {
        more = min(size, more * 16)
        tail = try PartialFile.read(path, file.shown, size - more..<size)
      }
    } else {
      held = try InputBytes.read(file, limit: .max, standardInput: standardInput)
      tail = held
      size = held.count
    }
    guard tail.last == UInt8(ascii: "\n") else { throw broken }
    let start = tail.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    guard let totals = PartialTotals(line: Array(tail[start...].dropLast())),
      totals.pieces.reduce(0, { $0 + $1.bytes }) == size - (tail.count - start)
    else { throw broken }
    self.totals = totals
  }

  /// Some of the lines.
  func bytes(_ range: Range<Int>) throws(Complaint) -> [UInt8] {
    guard let path else { return Array(held[range]) }
    return try PartialFile.read(path, shown, range)
  }

  private static func read(_ path: Path, _ shown: String, _ range: Range<Int>) throws(Complaint) -> [UInt8] {
    let descriptor = path.withCString { openFile($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .unreadable(shown, .last) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: range.count)
    var count = 0
    while count < range.count {
      let more = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
          off_t(range.lowerBound + count))
      }
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { throw .unreadable(shown, more < 0 ? .last : SystemError(code: EIO)) }
      count += more
    }
    return bytes
  }

  private static func openFile(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 { open(path, flags) }
}
