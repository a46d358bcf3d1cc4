/// What the words of a row say, which takes the longest to find out and a few bytes to keep.
struct RowFacts: Sendable {
  let concept: Concept?
  let marks: NameMarks
  let category: Category?
  let rule: ScoringRuleName?
  /// The target is a date, whether or not the source says so.
  let isDate: Bool

  init(_ indicator: Indicator, name: String, _ tools: CheckTools) {
    concept = tools.words.ending(of: name)
    marks = tools.words.marks(of: name)
    category = tools.category(indicator.level2) ?? tools.category(indicator.level1)
    rule = indicator.rule.flatMap { tools.vocabulary.ruleNames.name(of: $0) }
    isDate =
      indicator.target.deadline != nil
      || indicator.target.value == nil
        && indicator.target.printed.map { PrintedDate($0, spellings: tools.vocabulary.relations) != nil }
          ?? false
  }
}

/// The facts of many rows, six bytes each.
struct PackedFacts: Sendable {
  private static let size = 6
  // `allCases` makes a new array each time.
  private static let concepts = Concept.allCases
  private static let categories = Category.allCases
  private static let rules = ScoringRuleName.allCases

  private var bytes: [UInt8] = []

  mutating func append(_ facts: RowFacts) {
    func number<Value: Equatable>(_ value: Value?, _ all: [Value]) -> UInt8 {
      value.flatMap { all.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0
    }
    bytes.append(number(facts.concept, Self.concepts))
    bytes.append(number(facts.category, Self.categories))
    bytes.append(number(facts.rule, Self.rules))
    bytes.append(facts.isDate ? 1 : 0)
    bytes.append(UInt8(truncatingIfNeeded: facts.marks.bits))
    bytes.append(UInt8(truncatingIfNeeded: facts.marks.bits >> 8))
  }

  subscript(index: Int) -> RowFacts {
    let at = index * Self.size
    func value<Value>(_ byte: UInt8, _ all: [Value]) -> Value? { byte == 0 ? nil : all[Int(byte) - 1] }
    return RowFacts(
      concept: value(bytes[at], Self.concepts),
      marks: NameMarks(bits: UInt16(bytes[at + 4]) | UInt16(bytes[at + 5]) << 8),
      category: value(bytes[at + 1], Self.categories), rule: value(bytes[at + 2], Self.rules),
      isDate: bytes[at + 3] == 1)
  }
}

extension RowFacts {
  fileprivate init(
    concept: Concept?, marks: NameMarks, category: Category?, rule: ScoringRuleName?, isDate: Bool
  ) {
    self.concept = concept
    self.marks = marks
    self.category = category
    self.rule = rule
    self.isDate = isDate
  }
}
