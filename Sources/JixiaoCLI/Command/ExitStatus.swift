/// What the process says to its caller; never `clean` after something could not be read.
enum ExitStatus: Int32, Sendable, Comparable {
  case clean = 0
  /// Findings at or above `--fail-on`.
  case findings = 1
  /// Wrong usage, or something that could not be read or written.
  case failed = 2

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
