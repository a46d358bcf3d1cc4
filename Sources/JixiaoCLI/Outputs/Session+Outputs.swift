#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How verbs write their result.
extension Session {
  /// Writes a result to standard output, or to a file that appears only when it is complete.
  ///
  /// - Parameters:
  ///   - path: as written after `-o`; nil and `-` are standard output. A device or a pipe is written straight to.
  ///   - keep: refuse a file that exists already.
  ///   - inputs: paths that must not be overwritten.
  ///   - body: writes the result; when it throws, a file is left as it was.
  /// - Throws: what `body` throws, `closedPipe`, or a complaint with the output's path, the reason and the remedy.
  func writing(
    to path: String?, keepingExisting keep: Bool = false, inputs: [Path] = [],
    _ body: (Output) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    guard let path, path != "-" else {
      let output = Output(io.output, shown: nil)
      try body(output)
      try output.flush()
      return
    }
    let target = Path(path)
    let status = try? FileStatus(of: target)
    switch status?.kind {
    case .folder: throw .complaint(.outputIsFolder(path))
    case .fifo, .characterDevice, .blockDevice, .socket: try writeStraight(to: target, path, body)
    case .regular, nil:
      if path.hasSuffix("/") { throw .complaint(.outputIsFolder(path)) }
      if status != nil, keep { throw .complaint(.outputExists(path)) }
      let taken = inputs.contains { (try? FileStatus(of: $0))?.identity == status?.identity }
      if status != nil, taken { throw .complaint(.outputIsInput(path)) }
      try replace(target, path, mode: status?.mode, body)
    }
  }

  private func replace(
    _ target: Path, _ shown: String, mode: mode_t?, _ body: (Output) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    let file: ReplacementFile
    do { file = try ReplacementFile(replacing: target, mode: mode) } catch {
      throw .complaint(.outputRefused(shown, error))
    }
    defer { file.discard() }
    let output = Output(file.sink, shown: shown)
    try body(output)
    try output.flush()
    do { try file.commit() } catch { throw .complaint(.unwritten(shown, error)) }
  }

  private func writeStraight(
    to target: Path, _ shown: String, _ body: (Output) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    let descriptor = target.withCString { open($0, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .complaint(.outputRefused(shown, .last)) }
    defer { close(descriptor) }
    let output = Output(Descriptor(descriptor), shown: shown)
    try body(output)
    try output.flush()
  }
}
