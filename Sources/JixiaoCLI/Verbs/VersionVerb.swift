/// `jixiao version`: which program this is.
enum VersionVerb {
  static let verb = Verb(
    name: "version", summary: Wording("显示版本", "show the version"), usage: [Wording(same: "")],
    examples: [Example("jixiao version", Wording("显示版本，同 jixiao --version", "the same as jixiao --version"))],
    run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ session: Session) throws(CommandFailure) -> ExitStatus {
    try session.writing(to: nil) { (output) throws(CommandFailure) in
      try output.write("jixiao \(Version.current)\n")
    }
    return .clean
  }
}
