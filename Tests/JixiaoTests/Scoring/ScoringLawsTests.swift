import Testing

@testable import Jixiao

/// The laws of scoring on seeded random rows, under every pack.
@Suite struct ScoringLawsTests {
  static let ids = (try? PackCatalog(vocabulary: .embedded()).ids) ?? []
  static let floors = [">=", ">"]
  static let ceilings = ["<=", "<"]

  @Test func thereAreNinePacks() {
    #expect(
      Self.ids == [
        "guangxi", "hubei-2020", "literal", "mof-2020-10", "mof-2021-101", "pidu-2026", "sichuan", "strict",
        "xinjiang",
      ])
  }

  static func decimal(_ hundredths: Int) throws -> Exact {
    try #require(Exact(coefficient: Int128(hundredths), places: 2))
  }

  static func row(
    _ relation: String, _ target: Exact, _ actual: Exact?, weight: Exact, unit: String? = nil,
    actualUnit: String = "",
    rule: String? = nil, upper: Exact? = nil
  ) throws -> Indicator {
    let words = try Fixture.words()
    let sign = words.relations.relation(ofCell: relation) ?? Relation(rawValue: relation)
    return Indicator(
      ordinal: 1, level3: "测试",
      target: Target(printed: target.description, relation: sign, value: target, upper: upper, unit: unit),
      weight: weight, rule: rule, actual: actual.map { "\($0)\(actualUnit)" })
  }

  static func points(_ scorer: Scorer, _ row: Indicator) -> (Points?, IndicatorScore) {
    let score = scorer.score(row, in: Fixture.sheet([row]))
    return (score.points, score)
  }

  /// A better actual never lowers a score, unless the over-achievement clause is named.
  @Test(arguments: ids)
  func monotone(id: String) throws {
    let scorer = try Fixture.scorer(id)
    var random = SplitMix64(seed: 1)
    for _ in 0..<150 {
      let relation = (Self.floors + Self.ceilings).randomElement(using: &random) ?? ">="
      let rule = [nil, "满意度赋分", "直接赋分"].randomElement(using: &random) ?? nil
      let target = try Self.decimal(Int.random(in: -200...20000, using: &random))
      let size = max(
        100, Int(target.magnitude.description.split(separator: ".").first ?? "1").map { $0 * 300 } ?? 100)
      let ends = try [
        Int.random(in: -size...size, using: &random), Int.random(in: -size...size, using: &random),
      ].sorted().map(Self.decimal)
      let isFloor = Self.floors.contains(relation)
      // A satisfaction table is made for "more is better" and says nothing about a ceiling.
      if rule == "满意度赋分" && !isFloor { continue }
      let weight = try Self.decimal(Int.random(in: 0...3000, using: &random))
      let worse = Self.points(
        scorer,
        try Self.row(relation, target, isFloor ? ends[0] : ends[1], weight: weight, unit: "%", rule: rule))
      let better = Self.points(
        scorer,
        try Self.row(relation, target, isFloor ? ends[1] : ends[0], weight: weight, unit: "%", rule: rule))
      if better.1.clause.hasSuffix("#over-achievement") { continue }
      let (low, high) = (try #require(worse.0?.exact), try #require(better.0?.exact))
      #expect(low <= high, "\(relation) \(target), \(ends), \(rule ?? "")")
    }
  }

  /// Every score lies between nothing and the whole weight.
  @Test(arguments: ids)
  func withinWeight(id: String) throws {
    let scorer = try Fixture.scorer(id)
    var random = SplitMix64(seed: 2)
    for _ in 0..<150 {
      let relation = [">=", ">", "<=", "<", "=", "range"].randomElement(using: &random) ?? "="
      let target = try Self.decimal(Int.random(in: -500...500, using: &random))
      let upper =
        relation == "range" ? target.adding(try Self.decimal(Int.random(in: 0...500, using: &random))) : nil
      let actual =
        Bool.random(using: &random) ? try Self.decimal(Int.random(in: -1500...1500, using: &random)) : target
      let weight = try Self.decimal(Int.random(in: 0...3000, using: &random))
      let rule = [nil, "满意度赋分", "直接赋分"].randomElement(using: &random) ?? nil
      let points = try #require(
        Self.points(
          scorer, try Self.row(relation, target, actual, weight: weight, unit: "%", rule: rule, upper: upper)
        ).0)
      #expect(points.low >= .zero && points.high <= Ratio(weight), "\(relation) \(target) \(actual)")
    }
  }

  /// Writing the same amounts in another unit changes nothing, whichever side is rewritten.
  @Test(arguments: ids)
  func unitsChangeNothing(id: String) throws {
    let scorer = try Fixture.scorer(id)
    let pairs: [(big: String, small: String, factor: Int, rule: String?)] = [
      ("万元", "元", 10000, nil), ("年", "个月", 12, nil), ("周", "天", 7, "直接赋分"), ("%", "‰", 10, "满意度赋分"),
      ("%", "‰", 10, nil),
    ]
    var random = SplitMix64(seed: 3)
    for _ in 0..<100 {
      let pair = try #require(pairs.randomElement(using: &random))
      let relation = [">=", ">", "<=", "<", "=", "range"].randomElement(using: &random) ?? "="
      let target = try Self.decimal(Int.random(in: 1...20000, using: &random))
      let upper = relation == "range" ? target.adding(.one) : nil
      let actual = try Self.decimal(Int.random(in: 0...30000, using: &random))
      let factor = Exact(pair.factor)
      let smallTarget = try #require(target.multiplied(by: factor))
      let smallActual = try #require(actual.multiplied(by: factor))
      let weight = try Self.decimal(Int.random(in: 1...3000, using: &random))
      func earned(_ target: Exact, _ upper: Exact?, _ unit: String, _ actual: Exact, _ actualUnit: String)
        throws -> Ratio
      {
        let row = try Self.row(
          relation, target, actual, weight: weight, unit: unit, actualUnit: actualUnit, rule: pair.rule,
          upper: upper)
        return try #require(
          Self.points(scorer, row).0?.exact, "\(relation) \(target)\(unit) \(actual)\(actualUnit)")
      }
      let plain = try earned(target, upper, pair.big, actual, pair.big)
      #expect(try earned(target, upper, pair.big, smallActual, pair.small) == plain)
      #expect(try earned(smallTarget, upper?.multiplied(by: factor), pair.small, actual, pair.big) == plain)
      #expect(
        try earned(smallTarget, upper?.multiplied(by: factor), pair.small, smallActual, pair.small) == plain)
    }
  }

  /// `literal` against fractions of whole numbers written out here, in hundredths and cross multiplication.
  @Test func literalBySchoolbook() throws {
    let scorer = try Fixture.scorer("literal")
    var random = SplitMix64(seed: 4)
    for _ in 0..<400 {
      let relation = [">=", ">", "<=", "<", "="].randomElement(using: &random) ?? "="
      let t =
        Bool.random(using: &random)
        ? Int.random(in: 0...9999, using: &random) : 100 * Int.random(in: 0...5, using: &random)
      let a = Int.random(in: 0...4, using: &random) == 0 ? t : Int.random(in: -500...20000, using: &random)
      let w = Int.random(in: 0...3000, using: &random)
      // The share as a numerator over a denominator, reduced by nobody.
      let (part, whole): (Int, Int) =
        switch relation {
        case ">=", ">": a >= t ? (1, 1) : (max(a, 0), t)
        case "<=", "<": a <= t ? (1, 1) : (t, a)
        default: a == t ? (1, 1) : t == 0 || a <= 0 ? (0, 1) : a < t ? (a, t) : (t, a)
        }
      let row = try Self.row(relation, Self.decimal(t), Self.decimal(a), weight: Self.decimal(w))
      let exact = try #require(Self.points(scorer, row).0?.exact, "\(relation) \(t) \(a)")
      // points = w/100 · part/whole, told as text n/d and multiplied out by hand.
      let halves = exact.description.split(separator: "/").map { Schoolbook(String($0)) }
      let denominator = halves.count == 2 ? halves[1] : Schoolbook("1")
      #expect(
        halves[0] * Schoolbook("\(whole)") * Schoolbook("100") == Schoolbook("\(part)") * Schoolbook("\(w)")
          * denominator,
        "\(relation) \(t) \(a) × \(w): \(exact)")
    }
  }

  /// A blank row more never raises the share that is certain.
  @Test(arguments: ids)
  func blankRowNeverHelps(id: String) throws {
    let scorer = try Fixture.scorer(id)
    var random = SplitMix64(seed: 5)
    for _ in 0..<40 {
      var rows: [Indicator] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let relation = [">=", "<=", "="].randomElement(using: &random) ?? "="
        rows.append(
          try Self.row(
            relation, Self.decimal(Int.random(in: 1...9999, using: &random)),
            Self.decimal(Int.random(in: 0...12000, using: &random)),
            weight: Exact(Int.random(in: 1...30, using: &random))))
      }
      let blank = try Self.row("<=", Exact(5), nil, weight: Exact(Int.random(in: 1...30, using: &random)))
      let (before, after) = (scorer.score(Fixture.sheet(rows)), scorer.score(Fixture.sheet(rows + [blank])))
      func share(_ score: SheetScore) throws -> Ratio {
        let (points, weight) = (try #require(score.points), try #require(score.weight))
        return try #require(points.low.divided(by: Ratio(weight)))
      }
      #expect(try share(after) <= share(before))
    }
  }

  /// Rows in another order earn the same.
  @Test(arguments: ids)
  func orderChangesNothing(id: String) throws {
    let scorer = try Fixture.scorer(id)
    let rows = try GoldenPacksTests.sheet().indicators
    let forwards = scorer.score(Fixture.sheet(rows)).points
    #expect(scorer.score(Fixture.sheet(rows.reversed())).points == forwards)
  }
}
