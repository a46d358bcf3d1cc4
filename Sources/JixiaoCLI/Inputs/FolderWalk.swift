#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All documents below a folder, in byte order of their relative paths.
///
/// Hidden entries are left out. Symbolic links are followed, and each folder is entered once, so that links in a
/// circle end.
struct FolderWalk {
  struct Found: Sendable, Hashable {
    /// Below the folder: `区县/表.txt`.
    let relative: Path
    let path: Path
  }

  private(set) var found: [Found] = []
  private(set) var complaints: [Complaint] = []
  private var entered: Set<FileStatus.Identity> = []

  init(_ folder: Path, _ status: FileStatus) {
    enter(folder, Path(""), status)
    found.sort { $0.relative < $1.relative }
  }

  private mutating func enter(_ folder: Path, _ relative: Path, _ status: FileStatus) {
    guard entered.insert(status.identity).inserted else { return }
    let names: [[UInt8]]
    do { names = try FolderListing.names(in: folder) } catch {
      complaints.append(.unreadable(folder.text, error, folder: true))
      return
    }
    for name in names {
      let path = folder.appending(name)
      let below = relative.appending(name)
      do {
        let status = try FileStatus(of: path)
        if status.kind == .folder {
          enter(path, below, status)
        } else if DocumentExtensions.matches(name) {
          if status.kind == .regular {
            found.append(Found(relative: below, path: path))
          } else {
            complaints.append(.notAFile(path.text, status.kind))
          }
        }
      } catch {
        if DocumentExtensions.matches(name) { complaints.append(.unreadable(path.text, error)) }
      }
    }
  }
}
