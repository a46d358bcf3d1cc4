import Testing

@testable import Jixiao

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private func ratio(_ text: String) throws -> Ratio { try Ratio(parsing: text) }

private func band(_ weights: [String], _ share: String = "0.2") throws -> WeightBand {
  try WeightBand(
    weights.enumerated().map { (level1: "组\($0.offset)", weight: try ratio($0.element)) },
    movingBy: ratio(share))
}

private func entrant(_ name: String, _ shares: [String]) throws -> RankEntrant {
  RankEntrant(
    name: name,
    shares: try shares.enumerated().map { index, text in
      let ends = try text.split(separator: "…").map { try ratio(String($0)) }
      return RankEntrant.Share(level1: "组\(index)", low: ends[0], high: ends[ends.count - 1])
    })
}

/// Hand-worked: weights 40, 30, 20 within 20 % are 32…48, 24…36, 16…24 with the sum 90.
struct BandCase: Sendable, CustomTestStringConvertible {
  let values: [String]
  let least: String
  let most: String
  var testDescription: String { values.joined(separator: " ") }
}

private let bandCases: [BandCase] = [
  // 48 and 32 of the first, whatever the others share.
  BandCase(values: ["1", "0", "0"], least: "32", most: "48"),
  // Most: first 48, second 24, third 18: 48 − 24. Least: first 32, second 36, third 22: 32 − 36.
  BandCase(values: ["1", "-1", "0"], least: "-4", most: "24"),
  // A constant never moves.
  BandCase(values: ["1/3", "1/3", "1/3"], least: "30", most: "30"),
  // Most: third 24, second 34, first 32: 17 + 24. Least: first 48, second 26, third 16: 13 + 16.
  BandCase(values: ["0", "1/2", "1"], least: "29", most: "41"),
]

@Test(arguments: bandCases)
func aBandIsFilledGreedily(_ example: BandCase) throws {
  let band = try band(["40", "30", "20"])
  let values = try example.values.map(ratio)
  #expect(try band.smallest(of: values).value == ratio(example.least))
  #expect(try band.largest(of: values).value == ratio(example.most))
}

private struct RandomCases {
  var source: SplitMix64

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

  mutating func share() -> Ratio {
    let denominator = number(1...12)
    return Ratio(Exact(number(0...denominator)), over: Exact(denominator)) ?? .zero
  }

  mutating func entrants(_ count: Int, groups: Int, open: Bool) -> [RankEntrant] {
    (0..<count).map { index in
      RankEntrant(
        name: "单位\(index)",
        shares: (0..<groups).map { group in
          let (a, b) = (share(), share())
          return RankEntrant.Share(level1: "组\(group)", low: open ? min(a, b) : a, high: open ? max(a, b) : a)
        })
    }
  }

  mutating func band(groups: Int) -> WeightBand {
    let share = Ratio(Exact(number(0...4)), over: Exact(10)) ?? .zero
    return WeightBand(
      (0..<groups).map { (level1: "组\($0)", weight: Ratio(number(1...12) * 5)) }, movingBy: share)
  }

  /// A weighting inside the band whose corners these are: every group gets a random part of what it may take, the last ones what is left.
  mutating func weighting(_ corners: [[Ratio]]) -> [Ratio] {
    var mixed = Array(repeating: Ratio.zero, count: corners[0].count)
    let picks = (0..<3).map { _ in (corners[number(0...corners.count - 1)], Ratio(number(1...5))) }
    let sum = picks.reduce(Ratio.zero) { $0 + $1.1 }
    for (corner, part) in picks {
      let share = part.divided(by: sum) ?? .zero
      for index in mixed.indices { mixed[index] = mixed[index] + corner[index] * share }
    }
    return mixed
  }
}

@Test(arguments: 0..<60)
func pairsEqualBruteForceOverTheCorners(_ seed: Int) throws {
  var cases = RandomCases(source: SplitMix64(seed: UInt64(seed)))
  let groups = cases.number(1...5)
  let band = cases.band(groups: groups)
  let pair = cases.entrants(2, groups: groups, open: seed % 2 == 0)
  let bound = PairwiseBound(pair[0], pair[1], band: band)
  let differences = band.corners().map { weights in
    let (a, b) = (pair[0].points(under: weights), pair[1].points(under: weights))
    return (least: a.low - b.high, most: a.high - b.low)
  }
  #expect(bound.least == differences.map(\.least).min())
  #expect(bound.most == differences.map(\.most).max())
  // The other way round is the same pair seen from the other side.
  let back = PairwiseBound(pair[1], pair[0], band: band)
  #expect(back.least == -bound.most && back.most == -bound.least)
  // The fast answers are those of the exact ones, or none.
  let scaled = ScaledShares(pair, band: band)
  #expect(scaled?.alwaysBeats(0, 1) ?? bound.alwaysBeats == bound.alwaysBeats)
  #expect(scaled?.canBeat(0, 1) ?? bound.canBeat == bound.canBeat)
}

@Test(arguments: 0..<20)
func noWeightingLeavesTheBounds(_ seed: Int) throws {
  var cases = RandomCases(source: SplitMix64(seed: UInt64(1_000 + seed)))
  let groups = cases.number(2...4)
  let band = cases.band(groups: groups)
  let entrants = cases.entrants(cases.number(2...7), groups: groups, open: seed % 3 == 0)
  let ranking = Ranking(entrants, band: band)
  let bounds = try ranking.entries.map { try #require($0.bounds) }
  let corners = band.corners()
  for _ in 0..<max(1, weightings / 20) {
    let weights = cases.weighting(corners)
    let ranks = Ranking.ranks(ranking.entries.map { $0.entrant.points(under: weights) })
    for (index, rank) in ranks.enumerated()
    where bounds[index].best > rank.lowerBound || rank.upperBound > bounds[index].worst {
      Issue.record("\(ranking.entries[index].entrant.name) is \(rank) under \(weights)")
    }
  }
}

/// How many random weightings are tried over all seeds; `JIXIAO_WEIGHTINGS=1000000` for the whole million.
private let weightings = getenv("JIXIAO_WEIGHTINGS").flatMap { Int(String(cString: $0)) } ?? 2_000

@Test(arguments: 0..<20)
func theBoundOfAPairDoesNotDependOnOthers(_ seed: Int) throws {
  var cases = RandomCases(source: SplitMix64(seed: UInt64(2_000 + seed)))
  let band = cases.band(groups: 3)
  let entrants = cases.entrants(6, groups: 3, open: false)
  let all = Ranking(entrants, band: band)
  let two = Ranking(Array(entrants[0...1]), band: band)
  func bounds(_ ranking: Ranking, _ name: String) throws -> Ranking.Bounds {
    try #require(ranking.entries.first { $0.entrant.name == name }?.bounds)
  }
  let (first, second) = (try bounds(two, "单位0"), try bounds(two, "单位1"))
  if first.worst < second.best {
    #expect(try bounds(all, "单位0").best <= bounds(all, "单位1").best)
    #expect(try bounds(all, "单位0").worst <= bounds(all, "单位1").worst)
  }
  // Doing better never worsens a bound.
  let better = RankEntrant(
    name: "单位0",
    shares: entrants[0].shares.map { RankEntrant.Share(level1: $0.level1, low: .one, high: .one) })
  let raised = Ranking([better] + entrants.dropFirst(), band: band)
  #expect(try bounds(raised, "单位0").best <= bounds(all, "单位0").best)
  #expect(try bounds(raised, "单位0").worst <= bounds(all, "单位0").worst)
}

@Test func theSmallestChangeThatSwapsIsExact() throws {
  let band = try band(["50", "50"])
  let (first, second) = (try entrant("甲", ["1", "1/2"]), try entrant("乙", ["1/2", "3/4"]))
  let swap = try #require(PairwiseBound.swap(first, second, band: band))
  #expect(try swap.share == ratio("1/3"))
  #expect(try swap.weights == [ratio("100/3"), ratio("200/3")])
  let level = (first.points(under: swap.weights), second.points(under: swap.weights))
  #expect(level.0 == level.1)
  // Within any smaller change the first stays ahead.
  let narrower = WeightBand(band.groups.map { ($0.level1, $0.weight) }, movingBy: try ratio("0.333"))
  #expect(PairwiseBound(first, second, band: narrower).alwaysBeats)
  // One that is better everywhere is never caught, nor is one with open points decided.
  #expect(
    PairwiseBound.swap(try entrant("丙", ["1", "1"]), first, band: band) == nil || first.shares[0].low == .one)
  #expect(PairwiseBound.swap(try entrant("丁", ["0.9…1", "1"]), second, band: band) == nil)
}

@Test func aRankingByHand() throws {
  // 40/30/20 within 20 %: 甲 90; 乙 40 + 15 + 20 = 75, 丙 20 + 30 + 20 = 70, 丁 like 丙.
  let band = try band(["40", "30", "20"])
  let ranking = Ranking(
    [
      try entrant("丙", ["1/2", "1", "1"]), try entrant("甲", ["1", "1", "1"]),
      try entrant("乙", ["1", "1/2", "1"]), try entrant("丁", ["1/2", "1", "1"]),
    ], band: band)
  #expect(ranking.entries.map(\.entrant.name) == ["甲", "乙", "丙", "丁"])
  #expect(ranking.entries.map(\.rank) == [1...1, 2...2, 3...3, 3...3])
  // 乙 − 丙 is half of w1 − w2: from (32 − 36)/2 = −2 to (48 − 24)/2 = 12.
  let bounds = ranking.entries.compactMap(\.bounds)
  #expect(bounds.map(\.best) == [1, 2, 2, 2])
  #expect(bounds.map(\.worst) == [1, 4, 3, 3])
  #expect(bounds.allSatisfy { $0.isBestAttained && $0.isWorstAttained })
  // w1 = w2 is reached where 40(1 − t) = 30(1 + t): t = 1/7.
  #expect(try ranking.entries[1].swap?.share == ratio("1/7"))
  #expect(ranking.entries[2].swap == nil)
}

@Test func oneEntrantAndNone() throws {
  let band = try band(["40", "30"])
  #expect(Ranking([], band: band).entries.isEmpty)
  let only = Ranking([try entrant("甲", ["1/2", "0…1"])], band: band).entries
  #expect(only.map(\.bounds?.best) == [1] && only.map(\.bounds?.worst) == [1] && only.map(\.rank) == [1...1])
}
