import Testing

@testable import Jixiao

/// Changed rows and the least improvements, by hand: literal gives a floor that is missed actual ÷ target, a ceiling
/// target ÷ actual.
struct WhatIfTests {
  /// 60 × 210/300 = 42 and 40 × 4/5 = 32: 74 of 100.
  private static func document() throws -> Document {
    let rows = [
      try Fixture.indicator(1, ">=", "300", unit: "人", actual: "210", weight: "60"),
      try Fixture.indicator(2, "<=", "4", unit: "月", actual: "5", weight: "40"),
    ]
    return Document(file: "a.csv", reader: "test", sheets: [Fixture.sheet(rows)])
  }

  private static func goals(_ document: Document) throws -> [GradeGoal] {
    let answer = WhatIf(document, changes: [], scorer: try Fixture.scorer("literal"), findingGoals: true)
    return try #require(answer.sheets.first).goals
  }

  /// The changes of a way as `row: actual → total`.
  private static func steps(_ way: GradeGoal.Way) -> [String] {
    switch way {
    case .single(let steps), .together(let steps):
      steps.map {
        "\($0.after.indicator.ordinal): \($0.after.indicator.actual ?? "") → \(Fixture.text($0.total))"
      }
    case .reached: ["reached"]
    case .outOfReach(let best): ["best \(Fixture.text(best))"]
    }
  }

  @Test func theLeastChangesThatReachABorder() throws {
    let goals = try Self.goals(Self.document())
    #expect(goals.map(\.border) == [Exact(60), Exact(80), Exact(90)])
    #expect(Self.steps(goals[0].way) == ["reached"])
    // 80: 48 from the first is 240 people (239 give 79.8); the second alone gives 40, which makes 82.
    #expect(Self.steps(goals[1].way) == ["1: 240 → 80", "2: 4 → 82"])
    // 90: the first alone needs 58 of 60, 290 people; the second alone stays at 82.
    #expect(Self.steps(goals[2].way) == ["1: 290 → 90"])
  }

  @Test func rowsAreTakenTogetherWhereNoneSuffices() throws {
    // 60 × 1/2 = 30 and 40 × 4/10 = 16. The first gains 30 at most, the second 24: 90 needs both.
    var document = try Self.document()
    document.sheets[0].indicators[0].actual = "150"
    document.sheets[0].indicators[1].actual = "10"
    let goals = try Self.goals(document)
    guard case .together = goals[2].way else {
      Issue.record("expected a set")
      return
    }
    // After the first in full 76 stand; 160 ÷ actual has to give 30, and 5 months give 32, 6 only 26.67.
    #expect(Self.steps(goals[2].way) == ["1: 300 → 76", "2: 5 → 92"])
  }

  @Test func oneStepLessNeverSuffices() throws {
    let scorer = try Fixture.scorer("literal")
    for actual in stride(from: 10, to: 300, by: 37) {
      var document = try Self.document()
      document.sheets[0].indicators[0].actual = String(actual)
      for goal in try Self.goals(document) {
        guard case .single(let steps) = goal.way,
          let step = steps.first(where: { $0.after.indicator.ordinal == 1 }),
          let found = step.after.indicator.actual.flatMap({ Int($0) })
        else { continue }
        func total(_ actual: Int) throws -> Exact {
          document.sheets[0].indicators[0].actual = String(actual)
          return try #require(scorer.score(document.sheets[0]).total).low.points
        }
        #expect(try total(found) >= goal.border && total(found - 1) < goal.border)
      }
    }
  }

  @Test func changesAreScoredBesideTheSheet() throws {
    let changes = [
      RowChange(file: "a.csv", sheet: 1, indicator: 1, actual: "300"),
      RowChange(sheet: 1, indicator: 2, weight: Exact(20)),
      RowChange(file: "b.csv", sheet: 1, indicator: 1, actual: "1"),
    ]
    let answer = WhatIf(try Self.document(), changes: changes, scorer: try Fixture.scorer("literal"))
    let pair = try #require(answer.sheets.first)
    #expect(Fixture.text(pair.before.points) == "74")
    // 60, and 20 × 4/5; weights of 80 leave 20 to execution, which stays open.
    #expect(Fixture.text(pair.after.points) == "76")
    #expect(Fixture.text(pair.after.total) == "76…96")
    #expect(pair.changed.count == 2 && answer.problems.isEmpty)
    #expect(pair.goals.isEmpty, "not asked for")
  }

  @Test func rowsThatAreNotThereNameTheNearest() throws {
    let changes = [
      RowChange(sheet: 1, indicator: 7, actual: "1"), RowChange(sheet: 9, indicator: 1, actual: "1"),
      RowChange(sheet: 1, indicator: 1, weight: Exact(-1)), RowChange(sheet: 1, indicator: 2, actual: "1"),
      RowChange(sheet: 1, indicator: 2, actual: "2"),
    ]
    let (changed, problems) = try Self.document().applying(changes)
    #expect(
      problems.map(\.kind) == [
        .unknownIndicator(nearest: 2, name: "测试"), .unknownSheet(nearest: 1, name: ""), .negativeWeight,
        .repeated,
      ])
    #expect(changed.sheets[0].indicators[1].actual == "1")
  }

  @Test func anOrganizationIsTheMeanOfItsSheets() throws {
    let scorer = try Fixture.scorer("literal")
    let document = try Self.document()
    let answers = [
      WhatIf(document, changes: [], scorer: scorer),
      WhatIf(document, changes: [RowChange(sheet: 1, indicator: 1, actual: "300")], scorer: scorer),
    ]
    let totals = OrganizationTotal.all(of: answers, scale: scorer.pack.grades.rule)
    #expect(totals.map(\.sheets) == [2])
    #expect(totals.map { Fixture.text($0.before) } == ["74"])
    // 74 and 92.
    #expect(totals.map { Fixture.text($0.after) } == ["83"])
    #expect(totals.first?.gradeAfter == ["良", "良"])
  }
}
