/// How names are brought to one form before they are compared: the data of `Rules/comparison/words.json`.
public struct ComparisonWords: Sendable {
  /// What kind of number a name promises; units of another kind stand in a family only to be left out with the reason.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    case share, count, money, time, standard, size
    /// No number is promised: 有效提升.
    case words

    /// Whether a large and a small body can be held to the same number.
    public var isFreeOfSize: Bool { self == .share || self == .time || self == .standard }
  }

  /// The better direction of a number.
  public enum Polarity: String, Sendable, Hashable, CaseIterable {
    case up, down
    /// Words have none.
    case none
  }

  /// What is measured, told by the end of a name: 及时率, 人数, 成本.
  struct Head: Sendable {
    let name: String
    let measure: Measure
    let polarity: Polarity
    /// The whole project is spoken of, so its title in the name says nothing more.
    let isWhole: Bool
  }

  struct Activity: Sendable {
    let name: String
    let words: PhraseMatcher
  }

  let heads: [Head]
  let endings: PhraseMatcher
  /// Heads by dimension, the last one for any other.
  private let implied: [String: Int]
  private let impliedElse: Int
  let satisfaction: Int
  private let satisfactionLevels: [String]
  /// A project's title of so many characters is left out of the name of a whole head.
  let titleLength: Int
  let synonyms: [(from: String, to: String)]
  let synonymWords: PhraseMatcher
  let generic: PhraseMatcher
  let markers: PhraseMatcher
  /// What stands in a cost of one thing rather than of the whole: 每次, 人均.
  let each: PhraseMatcher
  let activities: [Activity]
  /// The dimensions that count what money buys.
  let quantities: Set<String>
  private let levels: [(level: String, words: [String])]
  /// Words at the end of a body's name for a part of it, longest first: 部门, 本级.
  let bodyParts: [String]
  /// A body is known by a name of at least so many characters.
  let bodyLength: Int

  public static func embedded() throws(RuleError) -> ComparisonWords {
    let name = "comparison/words.json"
    do { return try ComparisonWords(EmbeddedRules.object(named: name)) } catch {
      throw error.located(in: name, EmbeddedRules.bytes(named: name) ?? [])
    }
  }

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly([
      "schema", "about", "heads", "implied", "titleLength", "satisfactionLevels", "synonyms", "generic",
      "markers", "each",
      "activities", "quantities", "levels", "bodyParts", "bodyLength",
    ])
    func matcher(_ key: String) throws(RuleError) -> PhraseMatcher {
      PhraseMatcher(try object.strings(key).map { ($0.folded, 0) })
    }
    var heads: [Head] = []
    var endings: [(text: String, number: Int)] = []
    for entry in try object.objects("heads") {
      try entry.allowOnly(["head", "measure", "polarity", "whole", "endings"])
      for ending in try entry.strings("endings") { endings.append((ending.folded, heads.count)) }
      heads.append(
        Head(
          name: try entry.string("head"), measure: try entry.choice("measure"),
          polarity: try entry.choice("polarity"), isWhole: try entry.optionalBool("whole") ?? false))
    }
    func head(_ entry: JSONObject) throws(RuleError) -> Int {
      let name = try entry.string("head")
      guard let index = heads.firstIndex(where: { $0.name == name }) else {
        let names = heads.map(\.name)
        throw entry.error(
          "head", .unknownChoice(name, nearest: nearestName(to: name, among: names), allowed: names))
      }
      return index
    }
    var implied: [String: Int] = [:]
    for entry in try object.objects("implied") {
      try entry.allowOnly(["head", "dimensions"])
      let head = try head(entry)
      for dimension in try entry.strings("dimensions") { implied[dimension] = head }
    }
    guard let impliedElse = implied["*"],
      let satisfaction = heads.firstIndex(where: { $0.name == "satisfaction" })
    else {
      throw object.error(
        "implied", .inconsistent(zh: "缺少 \"*\" 或 satisfaction", en: "\"*\" or satisfaction is missing"))
    }
    var synonyms: [(from: String, to: String)] = []
    for entry in try object.objects("synonyms") {
      try entry.allowOnly(["as", "names"])
      let to = try entry.string("as").folded
      for name in try entry.strings("names") { synonyms.append((name.folded, to)) }
    }
    var activities: [Activity] = []
    for entry in try object.objects("activities") {
      try entry.allowOnly(["activity", "words"])
      activities.append(
        Activity(
          name: try entry.string("activity"),
          words: PhraseMatcher(try entry.strings("words").map { ($0.folded, 0) })))
    }
    var levels: [(level: String, words: [String])] = []
    for entry in try object.objects("levels") {
      try entry.allowOnly(["level", "words"])
      levels.append((try entry.string("level"), try entry.strings("words").map(\.folded)))
    }
    bodyParts = try object.strings("bodyParts").map(\.folded).sorted { ($1.count, $0) < ($0.count, $1) }
    bodyLength = try object.optionalInt("bodyLength") ?? .max
    self.heads = heads
    titleLength = try object.optionalInt("titleLength") ?? .max
    self.endings = PhraseMatcher(endings)
    self.implied = implied
    self.impliedElse = impliedElse
    self.satisfaction = satisfaction
    satisfactionLevels = try object.strings("satisfactionLevels").map(\.folded)
    self.synonyms = synonyms
    synonymWords = PhraseMatcher(synonyms.enumerated().map { ($1.from, $0) })
    generic = try matcher("generic")
    markers = PhraseMatcher(try object.strings("markers").enumerated().map { ($1.folded, $0) })
    each = try matcher("each")
    self.activities = activities
    quantities = Set(try object.strings("quantities"))
    self.levels = levels
  }

  /// The head that a unit's dimension stands for: `person` → persons, `money/person` → unit-cost.
  func impliedHead(_ dimension: String) -> Int {
    if let head = implied[dimension] { return head }
    let top = dimension.prefix { $0 != "/" }
    return top.count < dimension.count ? implied[top + "/*"] ?? impliedElse : impliedElse
  }

  /// Whether a heading of level 2 or 1 is that of satisfaction.
  func isSatisfaction(level2: String?) -> Bool {
    guard let level2 else { return false }
    return satisfactionLevels.contains { level2.contains($0) }
  }

  /// The heading of level 1 under the name by which sheets are compared; unknown ones keep their own.
  func level(_ heading: String) -> String {
    let folded = heading.folded
    return levels.first { $0.words.contains { folded.contains($0) } }?.level ?? heading
  }
}
