#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What stands at a path, symbolic links followed.
struct FileStatus: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case regular, folder, fifo, characterDevice, blockDevice, socket
  }

  /// The same for two paths exactly when they lead to the same file.
  struct Identity: Sendable, Hashable {
    let device: UInt64
    let inode: UInt64
  }

  let kind: Kind
  let identity: Identity
  /// In bytes; meaningful for regular files only.
  let size: Int
  /// The permission bits.
  let mode: mode_t

  init(of path: Path) throws(SystemError) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { throw .last }
    self.init(status)
  }

  init(descriptor: Int32) throws(SystemError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFIFO: .fifo
      case S_IFCHR: .characterDevice
      case S_IFBLK: .blockDevice
      case S_IFSOCK: .socket
      default: .regular
      }
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
  }
}
