/// The rule packs at hand: the built-in ones, and those that a user adds or overrides by id.
public struct PackCatalog: Sendable {
  /// A pack file as it was found.
  public struct Source: Sendable {
    public let file: String
    public let bytes: [UInt8]

    public init(file: String, bytes: [UInt8]) {
      self.file = file
      self.bytes = bytes
    }
  }

  public let vocabulary: Vocabulary
  private let sources: [String: Source]
  /// In byte order.
  public let ids: [String]

  /// - Parameters:
  ///   - vocabulary: for the targets of the packs' examples.
  ///   - added: pack files of the user's own, which win over built-in ones of the same id.
  /// - Throws: for a file that is not JSON or has no id.
  public init(vocabulary: Vocabulary, adding added: [Source] = []) throws(RuleError) {
    self.vocabulary = vocabulary
    var sources: [String: Source] = [:]
    for name in EmbeddedRules.names where name.hasPrefix("packs/") {
      // A built-in file is named by its id; its text is read only when the pack is used.
      sources[String(name.dropFirst("packs/".count).dropLast(".json".count))] = Source(
        file: name, bytes: EmbeddedRules.bytes(named: name) ?? [])
    }
    for source in added { sources[try Self.id(of: source)] = source }
    self.sources = sources
    ids = sources.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The id that a pack file gives itself.
  public static func id(of source: Source) throws(RuleError) -> String {
    let object = try JSONObject(parsing: source.bytes, file: source.file)
    do { return try object.string("id") } catch { throw error.located(in: source.file, source.bytes) }
  }

  /// The pack of an id.
  public func pack(_ id: String) throws(RuleError) -> RulePack {
    let source = try source(id, in: "--rules")
    return try RulePack(parsing: source.bytes, file: source.file, vocabulary: vocabulary) {
      base throws(RuleError) in
      let node = try resolved(base, below: [id])
      // Decoded by itself first, so that what is wrong with a base is reported in the base's own file and line.
      _ = try pack(base)
      return node
    }
  }

  public func source(of id: String) -> Source? { sources[id] }

  private func source(_ id: String, in path: String) throws(RuleError) -> Source {
    guard let source = sources[id] else {
      throw RuleError(
        path: path, offset: 0, .unknownPack(id, nearest: nearestName(to: id, among: ids), known: ids))
    }
    return source
  }

  /// The JSON of a base pack with its own bases merged in; a circle is refused.
  private func resolved(_ id: String, below chain: [String]) throws(RuleError) -> JSONNode {
    let source = try source(id, in: "extends")
    guard !chain.contains(id) else {
      let circle = (chain + [id]).joined(separator: " → ")
      throw RuleError(
        path: "extends", offset: 0, .inconsistent(zh: "循环引用：\(circle)", en: "circular: \(circle)"))
    }
    let object = try JSONObject(parsing: source.bytes, file: source.file)
    guard let base = try object.optionalString("extends") else { return object.node }
    do throws(RuleError) {
      return try object.merged(over: JSONObject(resolved(base, below: chain + [id]), path: "")).node
    } catch {
      guard error.file == nil else { throw error }
      throw object.error("extends", error.kind).located(in: source.file, source.bytes)
    }
  }

  /// The packs that may be chosen without being asked for, the first to be asked first.
  public func automaticPacks() throws(RuleError) -> [RulePack] {
    var packs: [RulePack] = []
    for id in ids {
      let source = try source(id, in: "--rules")
      // `automatic` is never inherited, so a file without the key need not be decoded.
      guard try JSONObject(parsing: source.bytes, file: source.file).optional("automatic") != nil else {
        continue
      }
      packs.append(try pack(id))
    }
    return packs.sorted { ($0.automatic?.order ?? .max, $0.id) < ($1.automatic?.order ?? .max, $1.id) }
  }
}

extension [RulePack] {
  /// The first of these automatic packs that fits the sheets of a document, and why.
  public func automatic(
    for sheets: [Sheet], language: Language
  ) throws(RuleError) -> (pack: RulePack, why: String) {
    for pack in self {
      guard let reason = pack.automatic?.reason(for: sheets, language: language) else { continue }
      return (pack, language.pick("自动选用：\(reason)", "chosen automatically: \(reason)"))
    }
    throw RuleError(
      path: "automatic", offset: 0,
      .inconsistent(
        zh: "没有可自动选用的规则包，请用 --rules 指定", en: "no pack may be chosen automatically; name one with --rules"))
  }
}
