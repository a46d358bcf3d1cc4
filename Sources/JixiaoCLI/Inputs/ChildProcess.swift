import JixiaoDocuments

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs a program of the user's to its end: bytes in on its standard input, bytes out of its standard output.
enum ChildProcess {
  /// Runs a program that is looked for in `PATH`, and kills it after so many seconds or bytes of output.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], seconds: Int = 60, limit: Int = 1 << 30
  ) throws(ConverterTools.Failure) -> [UInt8] {
    guard let toChild = pipePair(), let fromChild = pipePair(), let errors = pipePair() else {
      throw .failed(status: -1, said: "pipe")
    }
    let all = [toChild.read, toChild.write, fromChild.read, fromChild.write, errors.read, errors.write]
    var isOpen = Set(all)
    func end(_ descriptor: Int32) { if isOpen.remove(descriptor) != nil { close(descriptor) } }
    defer { for descriptor in all { end(descriptor) } }
    guard let child = spawn(program, arguments, toChild.read, fromChild.write, errors.write, all) else {
      throw .absent
    }
    for descriptor in [toChild.read, fromChild.write, errors.write] { end(descriptor) }
    // A child that dies early must not end this program with it: the write then fails.
    signal(SIGPIPE, SIG_IGN)
    for descriptor in [toChild.write, fromChild.read, errors.read] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
    var sent = 0
    var output: [UInt8] = []
    var said: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var isLate = false
    let start = now()
    while isOpen.contains(fromChild.read) || isOpen.contains(errors.read) {
      if sent == input.count { end(toChild.write) }
      var waits = [toChild.write, fromChild.read, errors.read].filter { isOpen.contains($0) }
        .map { pollfd(fd: $0, events: Int16($0 == toChild.write ? POLLOUT : POLLIN), revents: 0) }
      let left = seconds * 1000 - (now() - start)
      if left <= 0 || output.count > limit {
        isLate = left <= 0
        kill(child, SIGKILL)
        break
      }
      _ = poll(&waits, nfds_t(waits.count), Int32(min(left, 1000)))
      for wait in waits where wait.revents != 0 {
        if wait.fd == toChild.write {
          let written = input[sent...].withUnsafeBytes {
            write(wait.fd, $0.baseAddress, min($0.count, 1 << 16))
          }
          if written > 0 {
            sent += written
          } else if written < 0, errno != EAGAIN, errno != EINTR {
            end(wait.fd)
          }
        } else {
          let count = buffer.withUnsafeMutableBytes { read(wait.fd, $0.baseAddress, $0.count) }
          if count > 0 {
            if wait.fd == fromChild.read {
              output += buffer[..<count]
            } else if said.count < 4096 {
              said += buffer[..<count]
            }
          } else if count == 0 || errno != EAGAIN && errno != EINTR {
            end(wait.fd)
          }
        }
      }
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    if isLate { throw .timedOut(seconds: seconds) }
    let code = status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F)
    if code == 127, output.isEmpty { throw .absent }
    if code != 0 || output.count > limit {
      let line = String(decoding: said, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
      throw .failed(status: code, said: String(line.prefix(200)))
    }
    return output
  }

  private static func pipePair() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Milliseconds of a clock that only goes forward.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ input: Int32, _ output: Int32, _ errors: Int32, _ all: [Int32]
  ) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child: pid_t = 0
    return posix_spawnp(&child, program, &actions, nil, &words, environ) == 0 ? child : nil
  }
}
