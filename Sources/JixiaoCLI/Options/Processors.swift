#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The machine's processors, which decide the default of `--jobs` and nothing in any output.
enum Processors {
  /// At least 1, at most 256.
  static var count: Int { min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 256) }
}
