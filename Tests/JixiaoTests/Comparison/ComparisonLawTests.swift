import Testing

@testable import Jixiao

/// Laws that every comparison keeps, on random sheets.
struct ComparisonLawTests {
  private struct Cases {
    var source: SplitMix64

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

    /// Bodies with their values for one indicator, some alike.
    mutating func values(_ range: ClosedRange<Int>) -> [Int] {
      let step = number(1...9)
      return (0..<number(3...9)).map { _ in number(range) / step * step + 1 }
    }
  }

  private static func row(_ kind: Kind, _ value: Int, restated: Bool) -> String {
    let zeros = String(repeating: "0", count: kind.places)
    // 3 万人 is 30000 人; both are the same number of the same thing.
    return restated
      ? "\(kind.level2)|\(kind.name)|\(kind.sign)|\(value)\(zeros)|\(kind.small)"
      : "\(kind.level2)|\(kind.name)|\(kind.sign)|\(value)|\(kind.large)"
  }

  struct Kind: Sendable, CustomTestStringConvertible {
    let level2: String
    let name: String
    let sign: String
    let large: String
    let small: String
    /// The decimal places between the two units.
    let places: Int
    var testDescription: String { name }
  }

  private static let kinds = [
    Kind(level2: "数量指标", name: "补贴人数", sign: ">=", large: "万人", small: "人", places: 4),
    Kind(level2: "成本指标", name: "慰问成本", sign: "<=", large: "万元", small: "元", places: 4),
    Kind(level2: "成本指标", name: "慰问标准", sign: "<=", large: "万元/人", small: "元/人", places: 4),
    Kind(level2: "质量指标", name: "培训合格率", sign: ">=", large: "%", small: "%", places: 0),
  ]

  /// Printing one body's target in another unit changes no statistic, no outlier, and not who asks most.
  @Test(arguments: kinds, 0..<12)
  func restatingAUnitChangesNothing(_ kind: Kind, _ seed: Int) throws {
    var cases = Cases(source: SplitMix64(seed: UInt64(300 + seed)))
    let values = cases.values(1...60)
    let restated = cases.number(0...values.count - 1)
    func held(_ changed: Int?) throws -> FamilyComparison {
      let rows = values.enumerated().map {
        (body: "单位\($0.offset)", row: Self.row(kind, $0.element, restated: $0.offset == changed))
      }
      return try Compared.held(try Compared.rows(rows), kind.name)
    }
    let (plain, other) = (try held(nil), try held(restated))
    #expect(plain.unit == other.unit && other.excluded.isEmpty)
    #expect(plain.cells.map(\.median) == other.cells.map(\.median))
    #expect(plain.cells.map(\.outlier) == other.cells.map(\.outlier))
    #expect(plain.peers == other.peers)
    #expect(plain.asksMost == other.asksMost)
  }

  /// A total and a quantity in other units give the same cost of one.
  @Test(arguments: 0..<12)
  func unitCostsDoNotDependOnUnits(_ seed: Int) throws {
    var cases = Cases(source: SplitMix64(seed: UInt64(400 + seed)))
    let (money, people) = (cases.number(1...900), cases.number(1...90))
    func cost(_ rows: [String]) throws -> Ratio? {
      try Compared.comparison([try Compared.sheet("甲", project: "送温暖慰问", rows)]).unitCosts().first?.amount
    }
    let large = try cost(["数量指标|慰问人数|>=|\(people)|万人", "成本指标|项目成本|<=|\(money)|万元"])
    let small = try cost(["数量指标|慰问人数|>=|\(people)0000|人", "成本指标|项目成本|<=|\(money)0000|元"])
    #expect(large != nil && large == small)
  }

  /// Who asks more of himself never falls behind in ambition; the order of the others stays.
  @Test(arguments: 0..<24)
  func askingMoreNeverLooksLess(_ seed: Int) throws {
    var cases = Cases(source: SplitMix64(seed: UInt64(500 + seed)))
    let isTime = seed % 2 == 0
    let values = cases.values(40...90)
    let own = cases.number(0...values.count - 1), more = cases.number(1...9)
    func held(_ change: Int) throws -> (held: FamilyComparison, ambition: Ambition) {
      let rows = values.enumerated().map { index, value in
        let target = value + (index == own ? change : 0)
        return (
          body: "单位\(index)",
          row: isTime ? "时效指标|资金到位时间|<=|\(target)|天" : "满意度指标|职工满意度|>=|\(target)|%"
        )
      }
      let comparison = try Compared.rows(rows)
      let groups = ComparisonGroups(comparison, by: .organization)
      let family = try #require(comparison.families.first)
      return (comparison.compare(family, by: groups), comparison.summary(groups).ambitions[own])
    }
    let before = try held(0), after = try held(isTime ? -more : more)
    func standing(_ ambition: Ambition) -> Int { ambition.abovePeers - ambition.belowPeers }
    #expect(standing(after.ambition) >= standing(before.ambition))
    if before.held.asksMost.contains(own) { #expect(after.held.asksMost == [own]) }
    #expect(before.held.cells.count == after.held.cells.count)
  }

  /// A greater share reached never worsens a rank, nor what it can be; no one else's ever gets better by it.
  @Test(arguments: 0..<40)
  func doingBetterNeverWorsensARank(_ seed: Int) throws {
    var cases = Cases(source: SplitMix64(seed: UInt64(600 + seed)))
    let groups = cases.number(1...4)
    let band = WeightBand(
      (0..<groups).map { (level1: "组\($0)", weight: Ratio(10 * ($0 + 1))) },
      movingBy: Ratio(cases.number(0...5)).divided(by: Ratio(10)) ?? .zero)
    func share(_ twelfths: Int) -> Ratio { Ratio(twelfths).divided(by: Ratio(12)) ?? .zero }
    let reached = (0..<cases.number(2...8)).map { _ in (0..<groups).map { _ in cases.number(0...12) } }
    func ranking(_ raised: (body: Int, group: Int)?) -> [String: Ranking.Entry] {
      let entrants = reached.enumerated().map { body, shares in
        RankEntrant(
          name: "单位\(body)",
          shares: shares.enumerated().map { group, value in
            let isRaised = raised.map { $0.body == body && $0.group == group } ?? false
            let own = share(isRaised ? min(12, value + 3) : value)
            return RankEntrant.Share(level1: "组\(group)", low: own, high: own)
          })
      }
      return Dictionary(
        Ranking(entrants, band: band).entries.map { ($0.entrant.name, $0) }, uniquingKeysWith: { $1 })
    }
    let own = cases.number(0...reached.count - 1)
    let (before, after) = (ranking(nil), ranking((own, cases.number(0...groups - 1))))
    for body in reached.indices {
      let old = try #require(before["单位\(body)"]), new = try #require(after["单位\(body)"])
      let (was, now) = (try #require(old.bounds), try #require(new.bounds))
      let isNoWorse =
        new.rank.lowerBound <= old.rank.lowerBound && new.rank.upperBound <= old.rank.upperBound
        && now.best <= was.best && now.worst <= was.worst
      let isNoBetter =
        new.rank.lowerBound >= old.rank.lowerBound && new.rank.upperBound >= old.rank.upperBound
        && now.best >= was.best && now.worst >= was.worst
      #expect(body == own ? isNoWorse : isNoBetter)
    }
  }
}
