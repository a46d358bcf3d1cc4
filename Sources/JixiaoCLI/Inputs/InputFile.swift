/// One input to read, under the name that outputs give it.
struct InputFile: Sendable, Hashable {
  enum Source: Sendable, Hashable {
    case standardInput
    case file(Path)
  }

  let source: Source
  /// Relative and never absolute: see `DisplayNames`; `-` for standard input.
  var name: String

  /// Nil for standard input.
  var path: Path? {
    if case .file(let path) = source { path } else { nil }
  }

  /// The path as messages show it.
  var shown: String {
    switch source {
    case .standardInput: "-"
    case .file(let path): path.text
    }
  }
}

/// The inputs that a command line names, and what about it could not be found.
struct InputSelection: Sendable, Hashable {
  var files: [InputFile]
  var complaints: [Complaint]
}
