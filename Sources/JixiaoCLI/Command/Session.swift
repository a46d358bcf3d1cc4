import Jixiao
import JixiaoDocuments
import Synchronization

/// What a verb has to work with: the channels, the languages, and the ways in and out.
final class Session: Sendable {
  let io: IO
  let environment: [String: String]
  let languages: LanguageChoice
  let registry: VerbRegistry
  private let failed = Mutex(false)
  private let readingLimits = Mutex(ReadLimits())

  init(io: IO, environment: [String: String], languages: LanguageChoice, registry: VerbRegistry) {
    self.io = io
    self.environment = environment
    self.languages = languages
    self.registry = registry
  }

  /// Whether something could not be read; the exit status is then never clean.
  var hasFailed: Bool { failed.withLock { $0 } }

  /// How much of a file is read, as the command line says; set once, before the verb runs.
  var limits: ReadLimits {
    get { readingLimits.withLock { $0 } }
    set { readingLimits.withLock { $0 = newValue } }
  }

  /// Says something to the user; standard error that has gone away is not worth an end.
  func say(_ text: String) {
    try? io.errors.writeAll(Array("jixiao: \(text)\n".utf8))
  }

  /// Tells what went wrong and remembers that something did.
  func tell(_ complaint: Complaint) {
    failed.withLock { $0 = true }
    say(complaint.message(in: languages.message))
  }

  /// The language of text for people: that of messages on a terminal, that of files anywhere else.
  func textLanguage(writingTo output: String?) -> Language {
    goesToTerminal(output) ? languages.message : languages.output
  }

  /// Whether a result may be coloured: on a terminal that can, and never with `NO_COLOR`.
  func usesColour(writingTo output: String?) -> Bool {
    goesToTerminal(output) && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }

  /// The columns there are for text; nil where the result does not go to a terminal.
  func textWidth(writingTo output: String?) -> Int? {
    goesToTerminal(output) ? io.width : nil
  }

  private func goesToTerminal(_ output: String?) -> Bool {
    (output == nil || output == "-") && io.outputIsTerminal
  }
}
