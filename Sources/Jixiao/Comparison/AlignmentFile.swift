/// A person's own word on which names are one family, and which bodies are one.
public struct AlignmentFile: Sendable {
  /// One name and its family.
  public struct Row: Sendable, Hashable {
    public var family: String
    /// As sheets print it.
    public var name: String
    /// Only where this is measured: `timely`, `persons`; nil for any.
    public var head: String?
    /// Only where the name is of this measure; nil for any.
    public var measure: ComparisonWords.Measure?
    /// Only where better is in this direction; nil for any.
    public var polarity: ComparisonWords.Polarity?
    public var line: Int?

    public init(
      family: String, name: String, head: String? = nil, measure: ComparisonWords.Measure? = nil,
      polarity: ComparisonWords.Polarity? = nil, line: Int? = nil
    ) {
      self.family = family
      self.name = name
      self.head = head
      self.measure = measure
      self.polarity = polarity
      self.line = line
    }
  }

  /// A body's name and the one under which it is compared.
  public struct Alias: Sendable, Hashable {
    public var organization: String
    public var to: String
    public var line: Int?

    public init(organization: String, to: String, line: Int? = nil) {
      self.organization = organization
      self.to = to
      self.line = line
    }
  }

  public var file: String
  public var rows: [Row]
  public var organizations: [Alias]

  public init(file: String, rows: [Row], organizations: [Alias] = []) {
    self.file = file
    self.rows = rows
    self.organizations = organizations
  }
}

/// Why an alignment file cannot be followed, with its line and the nearest name there is.
public struct AlignmentError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case unreadable(String)
    case unknownName(String, nearest: String?)
    case unknownOrganization(String, nearest: String?)
    /// The name stands in two families.
    case contradiction(String, String, String)
  }

  public let file: String
  public let line: Int?
  public let kind: Kind

  public init(file: String, line: Int? = nil, _ kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }

  public func message(in language: Language) -> String {
    let place = file + (line.map { ":\($0)" } ?? "")
    func meant(_ nearest: String?) -> String {
      nearest.map { language.pick("，最接近的是 \($0)", "; the nearest is \($0)") }
        ?? language.pick("，用 --write-align 写出现有名称对照", "; write the names there are with --write-align")
    }
    let reason =
      switch kind {
      case .unreadable(let why): why
      case .unknownName(let name, let nearest):
        language.pick("所比较的表里没有指标“\(name)”", "no indicator “\(name)” in the sheets compared") + meant(nearest)
      case .unknownOrganization(let name, let nearest):
        language.pick("所比较的表里没有单位“\(name)”", "no body “\(name)” in the sheets compared") + meant(nearest)
      case .contradiction(let name, let first, let second):
        language.pick(
          "“\(name)”同时归入“\(first)”和“\(second)”", "“\(name)” stands in both “\(first)” and “\(second)”")
      }
    return "\(place): \(reason)"
  }
}
