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

  /// Understands `--rules`: a pack's id, `all`, a pack file, or a folder of them that adds to the built-in packs.
  ///
  /// - Throws: for a file that is no pack, with the key and its nearest valid name.
  init(_ option: String?, vocabulary: Vocabulary, limit: Int, _ session: Session) throws(CommandFailure) {
    guard let option else {
      which = .automatic
      catalog = try Self.catalog(vocabulary, [])
      return
    }
    let status = try? FileStatus(of: Path(option))
    let isPath = option.contains("/") || option.hasSuffix(".json")
    if isPath || (status != nil && !PackNames.embedded.contains(option) && option != "all") {
      let sources = try Self.sources(at: option, limit: limit, session)
      catalog = try Self.catalog(vocabulary, sources)
      guard status?.kind != .folder, let source = sources.first else {
        which = .automatic
        return
      }
      which = .one(try Self.id(of: source))
      return
    }
    catalog = try Self.catalog(vocabulary, [])
    which = option == "all" ? .all : .one(option)
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

  private static func catalog(
    _ vocabulary: Vocabulary, _ sources: [PackCatalog.Source]
  ) throws(CommandFailure) -> PackCatalog {
    do { return try PackCatalog(vocabulary: vocabulary, adding: sources) } catch {
      throw .complaint(Complaint(error))
    }
  }

  static func id(of source: PackCatalog.Source) throws(CommandFailure) -> String {
    do { return try PackCatalog.id(of: source) } catch { throw .complaint(Complaint(error)) }
  }

  /// The packs to score a document with and why, the reason in `language`.
  func packs(for sheets: [Sheet], language: Language) throws(RuleError) -> [(pack: RulePack, why: String)] {
    switch which {
    case .one(let id): return [(try catalog.pack(id), "--rules")]
    case .automatic: return [try catalog.automatic(for: sheets, language: language)]
    case .all:
      var packs: [(pack: RulePack, why: String)] = []
      for id in catalog.ids { packs.append((try catalog.pack(id), "--rules all")) }
      return packs
    }
  }

  /// Every clause by its citation.
  func clause(_ citation: String) -> Clause? {
    let parts = citation.split(separator: "#", maxSplits: 1)
    guard parts.count == 2, let pack = try? catalog.pack(String(parts[0])) else { return nil }
    return pack.clause(String(parts[1]))
  }
}
