/// A dated, cited set of scoring rules, as one JSON file of `Rules/packs/` holds it.
public struct RulePack: Sendable {
  public let id: String
  public let version: String
  public let title: String
  public let issuer: String
  /// 文号; nil where the pack follows no single document.
  public let document: String?
  public let effectiveFrom: String?
  public let effectiveTo: String?
  public let language: Language
  /// In the order in which the file lists them.
  public let clauses: [Clause]
  public let frames: [WeightFrame]
  public let operators: OperatorRules
  public let words: Clausal<WordBands>
  public let deadline: Clausal<Lateness>
  public let named: [ScoringRuleName: NamedRule]
  public let overAchievement: Clausal<OverAchievement>
  public let missing: Clausal<MissingPolicy>
  public let notApplicable: Clausal<NotApplicablePolicy>
  public let execution: Clausal<Execution>
  public let rounding: Clausal<Rounding>
  public let grades: Clausal<GradeScale>
  /// Set where a pack may be chosen without being asked for.
  public let automatic: AutomaticChoice?
  /// What the pack changes in the checks; nil where it leaves them as they are.
  public let checks: CheckParameters?
  public let examples: [PackExample]

  public func clause(_ id: String) -> Clause? { clauses.first { $0.id == id } }

  /// The name under which outputs cite a clause: `literal#ceiling-missed`.
  public func citation(_ clause: String) -> String { "\(id)#\(clause)" }
}

/// A rule with the clauses it rests on.
public struct Clausal<Rule: Sendable>: Sendable {
  public let rule: Rule
  /// Cited where the target is met, and wherever no other clause is named.
  public let clause: String
  /// Cited where it is missed.
  public let missedClause: String
  /// Cited where a strict sign is met only with equality.
  public let boundClause: String

  public func clause(for branch: Branch) -> String {
    switch branch {
    case .met: clause
    case .bound: boundClause
    case .missed: missedClause
    }
  }
}

/// The function of every sign.
public struct OperatorRules: Sendable {
  public let atLeast: Clausal<NumericRule>
  public let moreThan: Clausal<NumericRule>
  public let atMost: Clausal<NumericRule>
  public let lessThan: Clausal<NumericRule>
  public let equalTo: Clausal<NumericRule>
  public let range: Clausal<NumericRule>

  /// The rule of a sign; words have none here.
  @inlinable
  public subscript(relation: Relation) -> Clausal<NumericRule> {
    switch relation {
    case .atLeast: atLeast
    case .moreThan: moreThan
    case .atMost: atMost
    case .lessThan: lessThan
    case .equalTo, .qualitative: equalTo
    case .range: range
    }
  }
}

/// The four scoring methods that sheets name, 指标赋分规则.
public enum ScoringRuleName: String, Sendable, Hashable, CaseIterable {
  case proportion = "按照完成比例赋分"
  case grade = "按评判等级赋分"
  case satisfaction = "满意度赋分"
  case direct = "直接赋分"
}

/// What a printed rule name means for a number.
public enum NamedRule: Sendable {
  /// The name changes nothing: the sign decides.
  case byOperator
  /// The name is made for words; on a number the sign decides, with a note.
  case forWords
  case numeric(Clausal<NumericRule>)
}

/// What a blank actual means.
public enum MissingPolicy: String, Sendable, Hashable, CaseIterable {
  /// Open from nothing to the whole weight.
  case interval
  /// Nothing: not demonstrated.
  case zero
  /// The indicator is left out, as if it did not apply.
  case exclude
  /// No total until it is filled in.
  case block
}

/// What happens to the points of an indicator that does not apply.
public enum NotApplicablePolicy: String, Sendable, Hashable, CaseIterable {
  /// Points of the others over their weight, times the whole weight.
  case rescale
  /// The points of the whole sheet over 100 less the weight, times 100: execution makes up for it too.
  case rescaleTotal = "rescale-total"
  /// The weight falls away and is not made up for.
  case drop
}

/// Where points are rounded: half up.
public struct Rounding: Sendable, Hashable {
  public enum When: String, Sendable, Hashable, CaseIterable {
    case sumThenRound = "sum-then-round"
    case rowsThenSum = "rows-then-sum"
  }

  public let when: When
  public let places: UInt8

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly(["when", "places", "clause"])
    when = try object.choice("when")
    let places = try object.optionalInt("places") ?? 2
    guard (0...6).contains(places) else {
      throw object.error("places", .outOfRange("\(places)", range: "0…6"))
    }
    self.places = UInt8(places)
  }
}

/// How the points of a sheet are split over level 1, for sheets of one make-up.
public struct WeightFrame: Sendable {
  /// Level-1 names, without 指标, that must be there for the frame to hold.
  public let with: [String]
  public let without: [String]
  /// Weight by level-1 name, in order.
  public let levels: [(level1: String, weight: Exact)]
  public let clause: String

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly(["with", "without", "levels", "clause"])
    with = try object.strings("with")
    without = try object.strings("without")
    let levels = try object.object("levels")
    var list: [(level1: String, weight: Exact)] = []
    for member in levels.members { list.append((member.key, try levels.exact(member.key))) }
    self.levels = list
    clause = try object.string("clause")
  }

  /// The points that indicators share.
  public var total: Exact { levels.reduce(.zero) { $0.adding($1.weight) ?? $0 } }

  public func holds(for level1: [String]) -> Bool {
    func has(_ name: String) -> Bool { level1.contains { $0.utf8.starts(with: name.utf8) } }
    return with.allSatisfy(has) && !without.contains(where: has)
  }
}

/// When a pack is chosen for a document that names none.
public struct AutomaticChoice: Sendable {
  /// Lower is asked first.
  public let order: Int
  /// Chosen where any sheet has one of these level-1 names …
  public let level1: [String]
  /// … or a year from here on; with neither, always.
  public let fromYear: Int?

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly(["order", "level1", "fromYear"])
    guard let order = try object.optionalInt("order") else {
      throw RuleError(path: object.path, offset: object.node.offset, .missingKey("order"))
    }
    self.order = order
    level1 = try object.strings("level1")
    fromYear = try object.optionalInt("fromYear")
  }

  /// Why the pack fits these sheets; nil where it does not.
  func reason(for sheets: [Sheet], language: Language) -> String? {
    for sheet in sheets {
      for indicator in sheet.indicators {
        if let name = indicator.level1, let found = level1.first(where: name.hasPrefix) {
          return language.pick(
            "第\(sheet.ordinal)张表有一级指标“\(found)”", "sheet \(sheet.ordinal) has \(found) at level 1")
        }
      }
    }
    if let fromYear, let sheet = sheets.first(where: { $0.year ?? .min >= fromYear }), let year = sheet.year {
      return language.pick(
        "第\(sheet.ordinal)张表是\(year)年（\(fromYear)年起适用）",
        "sheet \(sheet.ordinal) is of \(year) (from \(fromYear) on)")
    }
    if level1.isEmpty && fromYear == nil {
      return language.pick("没有其他规则包适用", "no other pack applies")
    }
    return nil
  }
}
