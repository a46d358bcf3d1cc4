extension RulePack {
  static let schema = "jixiao.pack/1"

  /// Reads a pack file.
  ///
  /// - Parameters:
  ///   - bytes: the JSON text.
  ///   - file: its name, for messages.
  ///   - vocabulary: for the targets of its examples.
  ///   - parent: looks up the pack that `extends` names.
  /// - Throws: the first thing that is wrong, with the key's path and line and the nearest valid name.
  public init(
    parsing bytes: [UInt8], file: String, vocabulary: Vocabulary,
    extending parent: (String) throws(RuleError) -> JSONNode
  ) throws(RuleError) {
    do throws(RuleError) {
      var object = try JSONObject(parsing: bytes, file: file)
      if let base = try object.optionalString("extends") {
        let inherited: JSONNode
        do throws(RuleError) { inherited = try parent(base) } catch {
          // What is wrong with the base itself already names its own file; the rest is wrong with this reference.
          throw error.file == nil ? object.error("extends", error.kind) : error
        }
        object = try object.merged(over: JSONObject(inherited, path: ""))
      }
      try self.init(object, vocabulary: vocabulary)
    } catch {
      throw error.located(in: file, bytes)
    }
  }

  init(_ object: JSONObject, vocabulary: Vocabulary) throws(RuleError) {
    try object.allowOnly([
      "schema", "about", "extends", "id", "version", "title", "issuer", "document", "effective", "language",
      "clauses",
      "frames", "operators", "words", "deadline", "rules", "overAchievement", "missing", "notApplicable",
      "execution",
      "rounding", "grades", "automatic", "checks", "examples",
    ])
    let schema = try object.string("schema")
    guard schema == RulePack.schema else {
      throw object.error(
        "schema", .unknownChoice(schema, nearest: RulePack.schema, allowed: [RulePack.schema]))
    }
    id = try object.string("id")
    version = try object.string("version")
    title = try object.string("title")
    issuer = try object.string("issuer")
    document = try object.optionalString("document")
    let effective = try object.optionalObject("effective")
    try effective?.allowOnly(["from", "to"])
    effectiveFrom = try effective?.optionalString("from")
    effectiveTo = try effective?.optionalString("to")
    language = try object.optionalChoice("language") ?? .zh
    let clauseObject = try object.object("clauses")
    var clauses: [Clause] = []
    for member in clauseObject.members {
      clauses.append(try Clause.decode(clauseObject.object(member.key), id: member.key))
    }
    self.clauses = clauses
    let cited = CitedClauses(ids: clauses.map(\.id), units: vocabulary.units)
    var frames: [WeightFrame] = []
    for frame in try object.objects("frames") {
      frames.append(try WeightFrame(frame))
      try cited.check(frame, "clause")
    }
    self.frames = frames
    operators = try OperatorRules(object.object("operators"), cited)
    words = try cited.clausal(object.object("words"), WordBands.init)
    deadline = try cited.clausal(object.object("deadline"), Lateness.init)
    named = try NamedRule.table(object.object("rules"), cited)
    overAchievement = try cited.clausalWhole(object.object("overAchievement"), OverAchievement.init)
    missing = try cited.clausalWhole(object.object("missing")) { object throws(RuleError) in
      try object.allowOnly(["policy", "clause"])
      return try object.choice("policy")
    }
    notApplicable = try cited.clausalWhole(object.object("notApplicable")) { object throws(RuleError) in
      try object.allowOnly(["policy", "clause"])
      return try object.choice("policy")
    }
    execution = try cited.clausalWhole(object.object("execution"), Execution.init)
    rounding = try cited.clausalWhole(object.object("rounding"), Rounding.init)
    grades = try cited.clausalWhole(object.object("grades"), GradeScale.init)
    automatic = try object.optionalObject("automatic").map(AutomaticChoice.init)
    checks = try object.optionalObject("checks").map { (object) throws(RuleError) in
      try CheckParameters(pack: object)
    }
    var examples: [PackExample] = []
    for example in try object.objects("examples") {
      examples.append(try PackExample(example, vocabulary: vocabulary))
      try cited.check(example, "clause")
    }
    self.examples = examples
  }
}

/// Builds rules with their clauses, refusing a citation of a clause that the pack does not have.
struct CitedClauses {
  let ids: [String]
  let units: UnitTable

  func check(_ object: JSONObject, _ key: String) throws(RuleError) {
    guard let id = try object.optionalString(key), !ids.contains(id) else { return }
    throw object.error(key, .unknownClause(id, nearest: nearestName(to: id, among: ids)))
  }

  /// A rule whose object holds nothing but itself and `clause`.
  func clausalWhole<Rule>(
    _ object: JSONObject, _ decode: (JSONObject) throws(RuleError) -> Rule
  ) throws(RuleError) -> Clausal<Rule> {
    let clause = try object.string("clause")
    try check(object, "clause")
    return Clausal(rule: try decode(object), clause: clause, missedClause: clause, boundClause: clause)
  }

  /// A rule with `parameters`, and clauses by branch.
  func clausal<Rule>(
    _ object: JSONObject, _ decode: (JSONObject) throws(RuleError) -> Rule
  ) throws(RuleError) -> Clausal<Rule> {
    try object.allowOnly(["parameters", "clause", "missedClause", "boundClause"])
    return try branches(object, decode(object.object("parameters")))
  }

  func numeric(_ object: JSONObject) throws(RuleError) -> Clausal<NumericRule> {
    try object.allowOnly(["function", "parameters", "clause", "missedClause", "boundClause"])
    let rule = try NumericRule(object)
    if let unit = rule.unit, units.unit(unit) == nil {
      throw try object.object("parameters").error(
        "unit", .inconsistent(zh: "不认识的单位 \(unit)", en: "unknown unit \(unit)"))
    }
    return try branches(object, rule)
  }

  private func branches<Rule>(_ object: JSONObject, _ rule: Rule) throws(RuleError) -> Clausal<Rule> {
    for key in ["clause", "missedClause", "boundClause"] { try check(object, key) }
    let clause = try object.string("clause")
    return Clausal(
      rule: rule, clause: clause, missedClause: try object.optionalString("missedClause") ?? clause,
      boundClause: try object.optionalString("boundClause") ?? clause)
  }
}

extension OperatorRules {
  init(_ object: JSONObject, _ cited: CitedClauses) throws(RuleError) {
    try object.allowOnly(Relation.allCases.filter { $0 != .qualitative }.map(\.rawValue))
    func rule(_ relation: Relation) throws(RuleError) -> Clausal<NumericRule> {
      try cited.numeric(object.object(relation.rawValue))
    }
    self.init(
      atLeast: try rule(.atLeast), moreThan: try rule(.moreThan), atMost: try rule(.atMost),
      lessThan: try rule(.lessThan), equalTo: try rule(.equalTo), range: try rule(.range))
  }
}

extension NamedRule {
  /// Reads `{"满意度赋分": "by-operator" | "for-words" | {function …}}`; a name that is left out changes nothing.
  static func table(_ object: JSONObject, _ cited: CitedClauses) throws(RuleError) -> [ScoringRuleName:
    NamedRule]
  {
    try object.allowOnly(ScoringRuleName.allCases.map(\.rawValue))
    var table: [ScoringRuleName: NamedRule] = [:]
    for name in ScoringRuleName.allCases {
      guard let node = object.optional(name.rawValue) else { continue }
      if case .string(let word) = node.value {
        switch word {
        case "by-operator": table[name] = .byOperator
        case "for-words": table[name] = .forWords
        default:
          let allowed = ["by-operator", "for-words"]
          throw object.error(
            name.rawValue,
            .unknownChoice(word, nearest: nearestName(to: word, among: allowed), allowed: allowed))
        }
      } else {
        table[name] = .numeric(try cited.numeric(object.object(name.rawValue)))
      }
    }
    return table
  }
}

extension JSONObject {
  /// This object over a base: its keys replace the base's, `clauses` are merged one by one (null drops one), and `automatic`
  /// and `examples` are never inherited, because they hold for one pack only.
  func merged(over base: JSONObject) throws(RuleError) -> JSONObject {
    var members = base.members.filter { !["automatic", "examples", "extends", "about"].contains($0.key) }
    for member in self.members {
      guard let index = members.firstIndex(where: { $0.key == member.key }) else {
        members.append(member)
        continue
      }
      var value = member.value
      if member.key == "clauses", case .object(let own) = value.value,
        case .object(let inherited) = members[index].value.value
      {
        let kept = inherited.filter { old in !own.contains { $0.key == old.key } }
        value = JSONNode(.object(kept + own.filter { !$0.value.isNull }), at: value.offset)
      }
      members[index] = JSONNode.Member(key: member.key, value: value)
    }
    return try JSONObject(JSONNode(.object(members), at: node.offset), path: path)
  }
}
