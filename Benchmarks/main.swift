import Jixiao

/// Times the single-sheet scorer on a large indicator set made in memory: rows a second, and a check of the answer.
let indicators = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
#if DEBUG
  print("a debug build says nothing about speed: swift run -c release benchmarks")
#else
  do {
    let vocabulary = try Vocabulary.embedded()
    let pack = try PackCatalog(vocabulary: vocabulary).pack("literal")
    let scorer = Scorer(pack: pack, vocabulary: vocabulary, language: .zh)
    // Ten rows a sheet, the i-th claiming i + 1 of 10: 10 × (1 + … + 10) / 10 = 55 points.
    let rows = (0..<10).map { i in
      Indicator(
        ordinal: i + 1, level1: "产出指标", level2: "数量指标", level3: "指标\(i)",
        target: Target(printed: "≥10人", relation: .atLeast, value: Exact(10), unit: "人"), weight: Exact(10),
        actual: String(i + 1))
    }
    let sheet = Sheet(ordinal: 1, kind: .projectSelfAssessment, indicators: rows)
    let count = max(1, indicators / rows.count)
    let clock = ContinuousClock()
    var wrong = 0
    let time = clock.measure {
      for _ in 0..<count where scorer.score(sheet).points != Points(Ratio(55)) { wrong += 1 }
    }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    print(
      "\(count * rows.count) indicators, \(wrong) wrong sheets, \(Int(Double(count * rows.count) / seconds)) rows/s"
    )
  } catch {
    print(error.message(in: .en))
  }
#endif
