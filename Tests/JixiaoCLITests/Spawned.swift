@testable import JixiaoCLI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs a program as a process of its own.
enum Spawned {
  /// The built command beside the test bundle; nil where it was not built.
  static let binary: String? = {
    let bundle = Path(CommandLine.arguments[0]).resolved ?? Path("/proc/self/exe").resolved
    var folder = bundle?.parent
    // The bundle is the runner itself on Linux and three folders further down on a Mac.
    for _ in 0..<4 {
      guard let here = folder else { break }
      let candidate = here.appending("jixiao")
      if (try? FileStatus(of: candidate))?.kind == .regular { return candidate.text }
      folder = here.parent
    }
    return nil
  }()

  /// - Returns: the exit status (128 + signal where one ended it), standard output and standard error.
  static func run(_ words: [String], output: Output = .kept) -> Ran {
    var out: [Int32] = [-1, -1]
    var err: [Int32] = [-1, -1]
    guard makePipe(&out), makePipe(&err) else { return Ran(status: -1, output: "", errors: "no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if output == .closed { close(out[0]) }
    posix_spawn_file_actions_adddup2(&actions, out[1], 1)
    posix_spawn_file_actions_adddup2(&actions, err[1], 2)
    for end in out + err where end > 2 { posix_spawn_file_actions_addclose(&actions, end) }
    var arguments = copies(words)
    var variables = copies(["PATH=/usr/bin:/bin", "LC_ALL=C"])
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    let failed = posix_spawn(&process, words[0], &actions, nil, &arguments, &variables)
    close(out[1])
    close(err[1])
    let output = output == .closed ? "" : drain(out[0])
    let errors = drain(err[0])
    guard failed == 0 else { return Ran(status: -1, output: output, errors: "not started: \(failed)") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Ran(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: output, errors: errors)
  }

  /// A pipe that other tests' processes do not inherit, so that its end is seen at once.
  private static func makePipe(_ ends: inout [Int32]) -> Bool {
    pipe(&ends) == 0 && ends.allSatisfy { fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }
  }

  /// Words as C wants them, a null at the end; the caller frees them.
  private static func copies(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    for word in words { copies.append(strdup(word)) }
    copies.append(nil)
    return copies
  }

  enum Output { case kept, closed }

  private static func drain(_ descriptor: Int32) -> String {
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while let count = buffer.withUnsafeMutableBytes({ try? Descriptor(descriptor).read(into: $0) }), count > 0
    {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
