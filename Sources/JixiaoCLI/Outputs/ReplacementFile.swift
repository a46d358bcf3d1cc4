#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A new file that takes the place of an old one only when it is complete.
///
/// It is written beside its target, flushed to the disk and renamed; until then the target is untouched, and if
/// anything fails, or SIGINT, SIGTERM or SIGHUP arrives, nothing is left behind.
final class ReplacementFile {
  let sink: Descriptor
  private let target: Path
  private let temporary: Path
  private var open = true

  /// - Parameters:
  ///   - path: the target; where it is a symbolic link, the file that it leads to is replaced.
  ///   - mode: the permissions of the file that is replaced, nil where there is none.
  /// - Throws: what the system says when the target or its folder cannot be written.
  init(replacing path: Path, mode: mode_t?) throws(SystemError) {
    target = path.resolved ?? path
    if mode != nil, target.withCString({ access($0, W_OK) }) != 0 { throw .last }
    var attempt = 0
    while true {
      let name = target.parent.appending(".jixiao-\(getpid())-\(attempt).tmp")
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
      let descriptor = name.withCString { Self.openFile($0, flags, 0o666) }
      if descriptor >= 0 {
        temporary = name
        sink = Descriptor(descriptor)
        break
      }
      guard errno == EEXIST, attempt < 1000 else { throw .last }
      attempt += 1
    }
    Interruption.remove(onSignal: temporary)
    if let mode { fchmod(sink.number, mode) }
  }

  /// Puts the file in its place.
  func commit() throws(SystemError) {
    guard fsync(sink.number) == 0 else { throw .last }
    open = false
    guard close(sink.number) == 0 else {
      let error = SystemError.last
      removeTemporary()
      throw error
    }
    let renamed = temporary.withCString { from in target.withCString { rename(from, $0) } }
    guard renamed == 0 else {
      let error = SystemError.last
      removeTemporary()
      throw error
    }
    Interruption.forget(temporary)
    // So that the new name survives a power cut; the content already does, so a refusal is no failure.
    let folder = target.parent.withCString { Self.openFile($0, O_RDONLY | O_CLOEXEC, 0) }
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Leaves everything as it was; does nothing after `commit`.
  func discard() {
    guard open else { return }
    open = false
    close(sink.number)
    removeTemporary()
  }

  private func removeTemporary() {
    _ = temporary.withCString { unlink($0) }
    Interruption.forget(temporary)
  }

  deinit { discard() }

  private static func openFile(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, flags, mode)
    #else
      Darwin.open(path, flags, mode)
    #endif
  }
}
