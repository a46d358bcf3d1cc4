import Testing

@testable import Jixiao

/// What every built-in pack must have, and what `extends` hands on.
@Suite struct BuiltInPacksTests {
  static let ids = (try? PackCatalog(vocabulary: .embedded()).ids) ?? []

  @Test(arguments: ids)
  func isDocumented(id: String) throws {
    let pack = try PackCatalog(vocabulary: .embedded()).pack(id)
    #expect(pack.examples.count >= 8)
    #expect(Set(pack.examples.map(\.name)).count == pack.examples.count, "two examples of one name")
    for clause in pack.clauses {
      for text in [clause.title, clause.says, clause.source] { #expect(!text.isEmpty, "\(clause.id)") }
      #expect(clause.certainty != .text, "nobody has read the text of \(clause.id)")
    }
    let rules = [
      pack.operators.atLeast, pack.operators.moreThan, pack.operators.atMost, pack.operators.lessThan,
      pack.operators.equalTo, pack.operators.range,
    ]
    let tried = Set(pack.examples.compactMap(\.indicator.target.relation))
    #expect(tried.isSuperset(of: [.atLeast, .equalTo, .qualitative]), "\(tried)")
    #expect(pack.examples.contains { $0.indicator.actual == nil }, "a blank cell")
    #expect(pack.examples.contains { $0.clause == "strict-bound" }, "a strict bound")
    #expect(rules.allSatisfy { pack.clause($0.clause) != nil })
  }

  /// Every clause that a pack lists decides something in it.
  @Test(arguments: ids)
  func hasNoIdleClause(id: String) throws {
    let pack = try PackCatalog(vocabulary: .embedded()).pack(id)
    var cited: Set<String> = Set(pack.frames.map(\.clause))
    func cite<Rule>(_ rule: Clausal<Rule>) {
      cited.formUnion([rule.clause, rule.missedClause, rule.boundClause])
    }
    for relation in Relation.allCases { cite(pack.operators[relation]) }
    for case .numeric(let rule) in pack.named.values { cite(rule) }
    cite(pack.words)
    cite(pack.deadline)
    cite(pack.overAchievement)
    cite(pack.missing)
    cite(pack.notApplicable)
    cite(pack.execution)
    cite(pack.rounding)
    cite(pack.grades)
    #expect(pack.clauses.map(\.id).filter { !cited.contains($0) } == [])
  }

  @Test func inheritance() throws {
    let catalog = try PackCatalog(vocabulary: .embedded())
    let (base, child) = (try catalog.pack("mof-2021-101"), try catalog.pack("xinjiang"))
    #expect(base.automatic?.order == 1 && child.automatic == nil, "the automatic choice is not handed on")
    #expect(child.document == nil, "null takes a key away")
    #expect(child.clause("execution")?.certainty == .form && base.clause("execution")?.certainty == .recalled)
    #expect(child.clause("target-met") == base.clause("target-met"))
    #expect(child.named.count == base.named.count)
    #expect(try Self.ids.filter { try catalog.pack($0).automatic != nil } == ["mof-2020-10", "mof-2021-101"])
  }
}
