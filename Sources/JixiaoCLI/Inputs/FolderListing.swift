#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The names in one folder.
enum FolderListing {
  /// Names in byte order, without hidden ones.
  static func names(in folder: Path) throws(SystemError) -> [[UInt8]] {
    guard let stream = folder.withCString({ opendir($0) }) else { throw .last }
    defer { closedir(stream) }
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw .last }
        break
      }
      // By address: the record is as long as its name, shorter than the structure that describes it.
      let start = UnsafeRawPointer(entry) + offset
      let name = Array(
        UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
