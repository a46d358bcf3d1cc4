#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file's path as the system knows it: bytes, which need not be UTF-8 (names out of a GBK archive are not).
struct Path: Sendable, Hashable, Comparable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path for people and outputs; bytes that are not UTF-8 become U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The parts between slashes, empty ones and `.` left out.
  var components: [[UInt8]] {
    bytes.split(separator: UInt8(ascii: "/")).map(Array.init).filter { $0 != [UInt8(ascii: ".")] }
  }

  var isAbsolute: Bool { bytes.first == UInt8(ascii: "/") }

  /// The folder that holds it: `.` for a bare name, `/` at the root.
  var parent: Path {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return Path(".") }
    return slash == 0 ? Path("/") : Path(bytes: Array(bytes[..<slash]))
  }

  func appending(_ component: [UInt8]) -> Path {
    if bytes.isEmpty { return Path(bytes: component) }
    return Path(bytes: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + component)
  }

  func appending(_ component: String) -> Path { appending(Array(component.utf8)) }

  /// Calls with the path as C wants it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var terminated = bytes.map { CChar(bitPattern: $0) }
    terminated.append(0)
    return terminated.withUnsafeBufferPointer { buffer in
      // The array is never empty, so its base address exists; the fallback only satisfies the type.
      buffer.baseAddress.map(body) ?? body("")
    }
  }

  /// The path with every symbolic link followed; nil where a part does not exist.
  var resolved: Path? {
    withCString { path in
      guard let real = realpath(path, nil) else { return nil }
      defer { free(real) }
      return Path(bytes: Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
    }
  }

  /// Byte order, the same whatever the locale.
  static func < (left: Path, right: Path) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
