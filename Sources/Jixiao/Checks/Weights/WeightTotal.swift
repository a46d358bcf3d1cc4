extension Check {
  static let weightTotal = Check(
    "JX101", "weight-total-off",
    Bilingual("权重合计不符", "weights do not add up"),
    rationale: Bilingual(
      "一张表的分值合计应等于本组织其他表采用的合计；只有一张表时，应是100、90或80（预算执行率另占0、10或20分）。",
      "A sheet's weights should add up to what the organisation's other sheets use; alone, to 100, 90 or 80."),
    source: "财预〔2020〕10号；公开表式", certainty: .form, group: "weight-sum", severity: .error,
    examples: [
      .fires(
        ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥10人", 50), ExampleRow("效益", "社会效益", "认识", "提高", 35)])),
      .quiet(
        ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥10人", 50), ExampleRow("效益", "社会效益", "认识", "提高", 40)])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥10人", nil)])),
    ],
    body: .organization { group, outcomes in
      var sums: [(sheet: CheckSheet, sum: Exact)] = []
      for sheet in group.sheets {
        let weights = sheet.rows.compactMap { $0.indicator.weight }
        if weights.isEmpty { continue }
        guard weights.count == sheet.rows.count, !sheet.sheet.isReadInPart, let sum = Exact.sum(weights)
        else {
          outcomes.undecided(group.tools.language.pick("有的分值未填或读不出", "a weight is missing or unread"))
          continue
        }
        sums.append((sheet, sum))
      }
      let usual = usualSum(sums.map(\.sum))
      for (sheet, sum) in sums {
        let frames: [Exact] = [Exact(100), Exact(90), Exact(80)]
        if usual.map({ $0 == sum }) ?? frames.contains(sum) {
          outcomes.pass()
          continue
        }
        let should = usual?.description ?? "100/90/80"
        outcomes.fail(
          sheet,
          Draft(
            .weight, seen: sum.description,
            Bilingual("分值合计 \(sum)，应为 \(should)", "weights add up to \(sum), not \(should)"),
            suggestion: usual.flatMap { repair(sheet, sum, $0, group.tools.pack) },
            points: usual?.subtracting(sum)?.magnitude))
      }
    })

  /// The sum that more than half of the sheets share; nil where there are fewer than three.
  private static func usualSum(_ sums: [Exact]) -> Exact? {
    if sums.count < 3 { return nil }
    var counts: [Exact: Int] = [:]
    for sum in sums { counts[sum, default: 0] += 1 }
    return counts.first { $0.value * 2 > sums.count }?.key
  }

  /// The smallest change that restores the sum, in whole points: the difference put on one row.
  ///
  /// Where the pack's frame names the level 1 that is off by just that much, a row of it; else the row where it weighs least.
  private static func repair(
    _ sheet: CheckSheet, _ sum: Exact, _ usual: Exact, _ pack: RulePack
  ) -> Suggestion? {
    guard let difference = usual.subtracting(sum), difference.places == 0 else { return nil }
    let rows = sheet.sheet.indicators.filter { $0.weight != nil }
    let names = rows.compactMap { $0.level1.map { $0.replacing("指标", with: "") } }
    var candidates = rows
    if let frame = pack.frames.first(where: { $0.holds(for: names) }) {
      let off = frame.levels.compactMap { level -> [Indicator]? in
        let inside = rows.filter { $0.level1?.hasPrefix(level.level1) ?? false }
        guard let now = Exact.sum(inside.compactMap(\.weight)) else { return nil }
        return level.weight.subtracting(now) == difference ? inside : nil
      }
      if off.count == 1, let inside = off.first, !inside.isEmpty { candidates = inside }
    }
    guard
      let largest = candidates.max(by: {
        ($0.weight ?? .zero, -$0.ordinal) < ($1.weight ?? .zero, -$1.ordinal)
      }), let weight = largest.weight?.adding(difference), Exact.zero < weight
    else { return nil }
    return Suggestion(
      .weight, weight.description,
      Bilingual(
        "第\(largest.ordinal)行分值改为 \(weight)，是恢复合计 \(usual) 的最小改动",
        "row \(largest.ordinal) to \(weight): the smallest change that restores \(usual)"),
      row: largest.ordinal)
  }
}

extension Exact {
  /// The sum; nil where it leaves the range.
  static func sum(_ values: [Exact]) -> Exact? {
    var sum = Exact.zero
    for value in values {
      guard let next = sum.adding(value) else { return nil }
      sum = next
    }
    return sum
  }
}
