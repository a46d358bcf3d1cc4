#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The three channels of the process and what is known about the terminal, injected so that tests see everything.
struct IO: Sendable {
  let input: any ByteSource
  let output: any ByteSink
  let errors: any ByteSink
  let inputIsTerminal: Bool
  let outputIsTerminal: Bool
  let errorsIsTerminal: Bool
  /// Columns of the terminal; nil where there is none.
  let width: Int?

  static var process: IO {
    let outputIsTerminal = isatty(1) == 1
    let errorsIsTerminal = isatty(2) == 1
    return IO(
      input: Descriptor(0), output: Descriptor(1), errors: Descriptor(2), inputIsTerminal: isatty(0) == 1,
      outputIsTerminal: outputIsTerminal, errorsIsTerminal: errorsIsTerminal,
      width: outputIsTerminal ? columns(of: 1) : errorsIsTerminal ? columns(of: 2) : nil)
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
