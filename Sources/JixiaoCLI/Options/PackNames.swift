import Jixiao

/// The names of the rule packs that the binary carries.
enum PackNames {
  /// In byte order: `guangxi`, `literal` …
  static let embedded: [String] = EmbeddedRules.names.compactMap { name in
    guard name.hasPrefix("packs/"), name.hasSuffix(".json") else { return nil }
    return String(name.dropFirst(6).dropLast(5))
  }.sorted()
}
