/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// A number or fact is wrong, or excludes another.
  case error
  /// Cannot be evaluated as printed, or needs an explanation.
  case warning
  /// Worth knowing; often the practice of a whole template.
  case note

  private var rank: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .note: 0
    }
  }

  /// Ordered by weight: `note < warning < error`.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// One thing that a budget office looks for, with everything that `explain` prints and a test runs.
///
/// A check is a value in its own file (`extension Check { static let weightTotal = … }`) and one line in
/// `Check.registry`. Its name says what is wrong, so that `--ignore weight-total-off` reads as “allow”.
public struct Check: Sendable {
  /// `JX` and three digits; the first digit is the family.
  public let code: String
  /// Kebab-case, says what is wrong.
  public let name: String
  public let title: Bilingual
  /// Why it matters to who evaluates.
  public let rationale: Bilingual
  public let source: String
  public let certainty: Certainty
  /// The class of finding it belongs to, by which the findings of several checks are grouped; nil for none.
  public let group: String?
  public let severity: Severity
  /// Numbers that a rule pack may change; their defaults stand in `Rules/checks/parameters.json`.
  public let parameters: [Parameter]
  public let examples: [CheckExample]
  let body: Body

  /// A number that decides when a check fires.
  public struct Parameter: Sendable, Hashable {
    public let name: String
    public let meaning: Bilingual

    init(_ name: String, _ zh: String, _ en: String) {
      self.name = name
      meaning = Bilingual(zh, en)
    }
  }

  /// What a check looks at, and how.
  enum Body: Sendable {
    /// One indicator after the other: linear, and free of every other sheet but for what `CheckSheet` knows of them.
    case row(@Sendable (CheckRow, CheckSheet) -> CheckOutcome)
    /// One sheet after the other.
    case sheet(@Sendable (CheckSheet, inout Outcomes) -> Void)
    /// All sheets of one organisation in one document.
    case organization(@Sendable (CheckGroup, inout Outcomes) -> Void)
    /// The projects of all organisations and documents of a run, of which only sketches are held against each other.
    case run(SheetTrace.Trait)
  }

  init(
    _ code: String, _ name: String, _ title: Bilingual, rationale: Bilingual, source: String,
    certainty: Certainty,
    group: String? = nil, severity: Severity, parameters: [Parameter] = [], examples: [CheckExample],
    body: Body
  ) {
    self.code = code
    self.name = name
    self.title = title
    self.rationale = rationale
    self.source = source
    self.certainty = certainty
    self.group = group
    self.severity = severity
    self.parameters = parameters
    self.examples = examples
    self.body = body
  }
}

/// A text in both languages.
public struct Bilingual: Sendable {
  // Put together only when it is read: of most messages one wording is, of many none.
  private let chinese: @Sendable () -> String
  private let english: @Sendable () -> String

  public init(
    _ zh: @autoclosure @escaping @Sendable () -> String, _ en: @autoclosure @escaping @Sendable () -> String
  ) {
    chinese = zh
    english = en
  }

  public var zh: String { chinese() }
  public var en: String { english() }

  public func text(in language: Language) -> String { language == .zh ? zh : en }

  /// Put together, for who keeps it: a wording that is not holds on to the rows it speaks of.
  var settled: Bilingual {
    let (zh, en) = (zh, en)
    return Bilingual(zh, en)
  }
}

/// Equal where both wordings are.
extension Bilingual: Hashable {
  public static func == (one: Bilingual, other: Bilingual) -> Bool {
    one.zh == other.zh && one.en == other.en
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(zh)
    hasher.combine(en)
  }
}
