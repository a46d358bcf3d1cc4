import Jixiao

/// Which rule packs a command line asks for.
struct RuleChoice: Sendable {
  enum Which: Sendable {
    /// The documents decide.
    case automatic
    case all
    case one(String)
  }

  let which: Which
  let catalog: PackCatalog
  /// The packs that may be used, decoded once: all of them, the one named, or those that documents may choose from.
  let packs: [RulePack]

  /// Understands `--rules`: a pack's id, `all`, a pack file, or a folder of them that adds to the built-in packs.
  ///
  /// - Throws: for a file that is no pack, with the key and its nearest valid name.
  init(_ option: String?, vocabulary: Vocabulary, limit: Int, _ session: Session) throws(CommandFailure) {
    let sources = try option.map { (option) throws(CommandFailure) in
      try Self.isPath(option) ? Self.sources(at: option, limit: limit, session) : []
    }
    do throws(RuleError) {
      catalog = try PackCatalog(vocabulary: vocabulary, adding: sources ?? [])
      switch option {
      case nil: which = .automatic
      case "all"?: which = .all
      case let option?:
        let isFolder = (try? FileStatus(of: Path(option)))?.kind == .folder
        if let source = sources?.first {
          which = isFolder ? .automatic : .one(try PackCatalog.id(of: source))
        } else {
          which = .one(option)
        }
      }
      switch which {
      case .automatic: packs = try catalog.automaticPacks()
      case .one(let id): packs = [try catalog.pack(id)]
      case .all:
        var packs: [RulePack] = []
        for id in catalog.ids { packs.append(try catalog.pack(id)) }
        self.packs = packs
      }
    } catch {
      throw .complaint(Complaint(error))
    }
  }

  /// Whether `--rules` names a file or folder rather than a pack.
  private static func isPath(_ option: String) -> Bool {
    if option.contains("/") || option.hasSuffix(".json") { return true }
    return option != "all" && !PackNames.embedded.contains(option)
      && (try? FileStatus(of: Path(option))) != nil
  }

  /// The pack files that a path names.
  static func sources(at path: String, limit: Int, _ session: Session) throws(CommandFailure) -> [PackCatalog
    .Source]
  {
    let selection = InputExpansion.expand([path])
    if let complaint = selection.complaints.first { throw .complaint(complaint) }
    let isFolder = (try? FileStatus(of: Path(path)))?.kind == .folder
    var sources: [PackCatalog.Source] = []
    for file in selection.files where !isFolder || file.name.hasSuffix(".json") {
      do throws(Complaint) {
        let bytes = try InputBytes.read(file, limit: limit, standardInput: session.io.input)
        sources.append(PackCatalog.Source(file: file.name, bytes: bytes))
      } catch { throw .complaint(error) }
    }
    if sources.isEmpty {
      throw .complaint(Complaint(path, Wording("没有规则包（.json）", "no rule packs (.json) here")))
    }
    return sources
  }

  /// The packs to score a document with and why, the reason in `language`.
  func packs(for sheets: [Sheet], language: Language) throws(RuleError) -> [(pack: RulePack, why: String)] {
    switch which {
    case .one: packs.map { ($0, "--rules") }
    case .automatic: [try packs.automatic(for: sheets, language: language)]
    case .all: packs.map { ($0, "--rules all") }
    }
  }

  /// The clause behind a citation such as `literal#ceiling-missed`.
  func clause(_ citation: String) -> Clause? {
    let parts = citation.split(separator: "#", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return packs.first { $0.id == parts[0] }?.clause(String(parts[1]))
  }
}
