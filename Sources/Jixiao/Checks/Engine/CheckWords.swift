/// What checks understand of names and headings: the data of `Rules/checks/words.json`; shared by reference.
public final class CheckWords: Sendable {
  private let endings: PhraseMatcher
  private let marks: PhraseMatcher
  private let categoryWords: [(Category, [String])]
  /// The dimensions that may stand behind a name of each ending; `money/*` covers every rate of money.
  private let fits: [Concept: Dimensions]
  private let unfit: [Concept: Dimensions]
  /// The usual names of level 2.
  let level2: [String]
  private let level2Names: Set<ByteText>
  private let generic: PhraseMatcher
  private let measureWords: PhraseMatcher
  let aims: PhraseMatcher
  /// Where money comes from: a list of these is no objective.
  let sources: PhraseMatcher
  /// Words that say by when: 按月发放, 每学期末前.
  let deadlines: PhraseMatcher
  /// Words by which a target is measured though it has no number: 同比下降.
  let comparisons: PhraseMatcher
  /// By which a sheet says that its project begins this year.
  let newness: PhraseMatcher
  /// Names of projects that pay people and keep offices running: the budget system supplies their texts.
  let standing: PhraseMatcher
  /// Words that are a grade somebody awards: 合格, 优良.
  let grades: Set<String>
  /// What money is spent on that a name betrays.
  let activities: [String]
  /// The activities, by index, that names and projects betray.
  private let activityNames: PhraseMatcher
  private let activityProjects: PhraseMatcher
  /// What is one sum under the economic and the functional classification.
  let sameAmounts: [SameAmount]

  struct SameAmount: Sendable {
    let economic: String
    let functional: [String]
  }

  // `allCases` makes a new array each time.
  private static let conceptOrder = Concept.allCases
  private static let markOrder = NameMark.allCases

  public static func embedded() throws(RuleError) -> CheckWords {
    let name = "checks/words.json"
    do { return try CheckWords(EmbeddedRules.object(named: name)) } catch {
      throw error.located(in: name, EmbeddedRules.bytes(named: name) ?? [])
    }
  }

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly([
      "schema", "about", "endings", "fits", "unfit", "marks", "categories", "level2", "generic",
      "measureWords", "aims",
      "activities", "wordsWithoutMeasure", "sources", "newness", "grades", "sameAmounts",
      "standing", "comparisons", "deadlines",
    ])
    func phrases<Key: RawRepresentable & CaseIterable>(
      _ key: String, _: Key.Type
    ) throws(RuleError) -> [(text: String, number: Int)] where Key.RawValue == String {
      let table = try object.object(key)
      try table.allowOnly(Key.allCases.map(\.rawValue))
      var phrases: [(text: String, number: Int)] = []
      for (number, word) in Key.allCases.enumerated() {
        for phrase in try table.strings(word.rawValue) { phrases.append((phrase.folded, number)) }
      }
      return phrases
    }
    func dimensions(_ key: String) throws(RuleError) -> [Concept: Dimensions] {
      let table = try object.object(key)
      try table.allowOnly(Concept.allCases.map(\.rawValue))
      var dimensions: [Concept: Dimensions] = [:]
      for member in table.members {
        if let concept = Concept(rawValue: member.key) {
          dimensions[concept] = Dimensions(try table.strings(member.key))
        }
      }
      return dimensions
    }
    endings = PhraseMatcher.endings(try phrases("endings", Concept.self))
    marks = PhraseMatcher(try phrases("marks", NameMark.self))
    fits = try dimensions("fits")
    unfit = try dimensions("unfit")
    let categories = try object.object("categories")
    try categories.allowOnly(Category.allCases.map(\.rawValue))
    var words: [(Category, [String])] = []
    for member in categories.members {
      if let category = Category(rawValue: member.key) {
        words.append((category, try categories.strings(member.key)))
      }
    }
    categoryWords = words
    level2 = try object.strings("level2").map(\.folded)
    level2Names = Set(level2.map(ByteText.init))
    generic = PhraseMatcher(try object.strings("generic").map { ($0.folded, 0) })
    measureWords = PhraseMatcher(try object.strings("measureWords").map { ($0.folded, 0) })
    aims = PhraseMatcher(try object.strings("aims").map { ($0.folded, 0) })
    sources = PhraseMatcher(try object.strings("sources").map { ($0.folded, 0) })
    newness = PhraseMatcher(try object.strings("newness").map { ($0.folded, 0) })
    deadlines = PhraseMatcher(try object.strings("deadlines").map { ($0.folded, 0) })
    comparisons = PhraseMatcher(try object.strings("comparisons").map { ($0.folded, 0) })
    standing = PhraseMatcher(try object.strings("standing").map { ($0.folded, 0) })
    grades = Set(try object.strings("grades").map(\.folded))
    var activities: [String] = []
    var inNames: [(text: String, number: Int)] = []
    var inProjects: [(text: String, number: Int)] = []
    for entry in try object.objects("activities") {
      try entry.allowOnly(["activity", "names", "projects"])
      inNames += try entry.strings("names").map { ($0.folded, activities.count) }
      inProjects += try entry.strings("projects").map { ($0.folded, activities.count) }
      activities.append(try entry.string("activity"))
    }
    activityNames = PhraseMatcher(inNames)
    activityProjects = PhraseMatcher(inProjects)
    self.activities = activities
    var sameAmounts: [SameAmount] = []
    for entry in try object.objects("sameAmounts") {
      try entry.allowOnly(["economic", "functional"])
      sameAmounts.append(
        SameAmount(economic: try entry.string("economic"), functional: try entry.strings("functional")))
    }
    self.sameAmounts = sameAmounts
  }

  /// What a folded name counts, told by its ending; the longest ending wins.
  ///
  /// A remark in brackets and a closing 指标 are no part of the ending: `完成项目时间(%)` is a time.
  func ending(of name: String) -> Concept? {
    endings.ending(of: CheckWords.core(name)).map { Self.conceptOrder[$0] }
  }

  /// Whether a folded text is a usual name of level 2.
  func isLevel2(_ text: String) -> Bool { level2Names.contains(ByteText(text)) }

  func marks(of name: String) -> NameMarks {
    var found = NameMarks()
    marks.forEachMatch(in: name) { number, _ in found.insert(Self.markOrder[number]) }
    return found
  }

  /// The category that a folded heading of level 2 or 1 names.
  func category(_ heading: String?) -> Category? {
    guard let heading else { return nil }
    return categoryWords.first { $0.1.contains { heading.contains($0) } }?.0
  }

  /// Whether a unit's dimension may stand behind a name; nil where the ending says nothing of it.
  func fits(_ concept: Concept, _ dimension: String) -> Bool? {
    if let allowed = fits[concept] { return allowed.contains(dimension) }
    return unfit[concept].map { !$0.contains(dimension) }
  }

  /// Dimensions by name, or all that begin as `money/*` does.
  private struct Dimensions: Sendable {
    private let names: Set<ByteText>
    private let openings: [String]

    init(_ patterns: [String]) {
      names = Set(patterns.map(ByteText.init))
      openings = patterns.filter { $0.hasSuffix("/*") }.map { String($0.dropLast()) }
    }

    func contains(_ dimension: String) -> Bool {
      names.contains(ByteText(dimension)) || openings.contains { dimension.utf8.starts(with: $0.utf8) }
    }
  }

  /// Where a folded text ends without a closing remark in brackets.
  static func withoutRemark(_ text: String) -> String.Index {
    guard text.utf8.last == UInt8(ascii: ")"), let open = text.utf8.lastIndex(of: UInt8(ascii: "(")),
      open != text.startIndex
    else { return text.endIndex }
    return open
  }

  /// A folded name without a closing remark in brackets and a closing 指标.
  static func core(_ name: String) -> String {
    var end = withoutRemark(name)
    let closing = "指标".utf8
    if name.utf8[..<end].suffix(closing.count).elementsEqual(closing),
      let shorter = name.utf8.index(end, offsetBy: -closing.count, limitedBy: name.startIndex),
      shorter != name.startIndex
    {
      end = shorter
    }
    return end == name.endIndex ? name : String(name[..<end])
  }

  /// Which activities, by index, a folded name of an indicator, or what is said of a project, speaks of; each once or more.
  func activities(inName name: String) -> [Int] { CheckWords.numbers(activityNames, name) }
  func activities(inProject text: String) -> [Int] { CheckWords.numbers(activityProjects, text) }

  private static func numbers(_ matcher: PhraseMatcher, _ text: String) -> [Int] {
    var numbers: [Int] = []
    matcher.forEachMatch(in: text) { number, _ in numbers.append(number) }
    return numbers
  }

  /// What is left of a name without words that could stand in any sheet; each run of them becomes `|`.
  func specific(_ name: String) -> String { generic.masked(name) }

  /// A name without the words for counting and doing: `完成工作经费补助基层工会数` → `|工作经费补助基层工会|`.
  func counted(_ name: String) -> String { measureWords.masked(name) }
}
