import Jixiao
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The checker of each pack, made once however many documents use it.
final class CheckerChoice: Sendable {
  private let choice: RuleChoice
  private let vocabulary: Vocabulary
  private let configuration: CheckConfiguration
  private let checks: [Check]
  private let language: Language
  private let isTimed: Bool
  private let made = Mutex<[String: Checker]>([:])

  init(
    _ choice: RuleChoice, vocabulary: Vocabulary, configuration: CheckConfiguration, language: Language,
    isTimed: Bool
  ) {
    self.choice = choice
    self.vocabulary = vocabulary
    self.configuration = configuration
    checks = configuration.checks
    self.language = language
    self.isTimed = isTimed
  }

  /// The checker for a document of these sheets.
  func checker(for sheets: [Sheet]) throws(RuleError) -> Checker? {
    guard let pack = try choice.packs(for: sheets, language: language).first?.pack else { return nil }
    return try checker(pack)
  }

  /// The checker for a document that begins with these sheets; nil where those that follow may change the choice.
  func early(for sheets: [Sheet]) throws(RuleError) -> Checker? {
    if case .automatic = choice.which {
      // Any sheet can settle the choice for the pack that is asked first, and none can undo it.
      guard let first = choice.packs.first,
        try choice.packs.automatic(for: sheets, language: language).pack.id == first.id
      else { return nil }
      return try checker(first)
    }
    return try checker(for: sheets)
  }

  private func checker(_ pack: RulePack) throws(RuleError) -> Checker {
    let known = made.withLock { $0[pack.id] }
    if let known { return known }
    let checker = try Checker(
      pack: pack, vocabulary: vocabulary, checks: checks, overrides: configuration.parameters,
      language: language, nanoseconds: isTimed ? Self.now : nil)
    made.withLock { $0[pack.id] = checker }
    return checker
  }

  @Sendable
  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
