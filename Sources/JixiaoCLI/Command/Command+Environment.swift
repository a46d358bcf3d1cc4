#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Command {
  /// The variables that this command looks at, as the process has them.
  static func processEnvironment() -> [String: String] {
    var environment: [String: String] = [:]
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment
  }
}
