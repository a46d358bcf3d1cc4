import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Removes unfinished files when the user or the system ends the process.
enum Interruption {
  private static let unfinished = Mutex<Set<Path>>([])

  /// From now on SIGINT, SIGTERM and SIGHUP remove this file before they end the process.
  static func remove(onSignal path: Path) {
    _ = watching
    unfinished.withLock { _ = $0.insert(path) }
  }

  static func forget(_ path: Path) {
    unfinished.withLock { _ = $0.remove(path) }
  }

  /// Begins to watch, once; a signal that the parent has ignored (`nohup`) stays ignored.
  private static let watching: Void = {
    let queue = DispatchQueue(label: "signals")
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let previous = signal(number, SIG_IGN)
      signal(number, previous)
      if unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { continue }
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      // The handler holds its source, which is to live as long as the process.
      source.setEventHandler { [source] in
        withExtendedLifetime(source) { end(by: number) }
      }
      // Until the watch stands, the signal still ends the process: it is never lost.
      let standing = DispatchSemaphore(value: 0)
      source.setRegistrationHandler {
        #if !canImport(Glibc)
          signal(number, SIG_IGN)
        #endif
        standing.signal()
      }
      source.resume()
      standing.wait()
    }
  }()

  /// Cleans up and ends as the signal would have.
  private static func end(by number: Int32) {
    unfinished.withLock { paths in
      for path in paths { _ = path.withCString { unlink($0) } }
      // The lock is kept until the end, so that no file is put in place any more.
      signal(number, SIG_DFL)
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, number)
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      raise(number)
      exit(128 + number)
    }
  }
}
