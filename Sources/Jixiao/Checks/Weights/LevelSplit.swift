extension Check {
  static let levelSplit = Check(
    "JX102", "level-split-off",
    Bilingual("一级指标分值分配与规定或同单位其他表不同", "split over level 1 differs from the pack and the other sheets"),
    rationale: Bilingual(
      "同类的表应按同一分配设分值；与规则包的框架和同单位多数项目表都不同，要有理由。",
      "Sheets of one kind share one split; a split that is neither the pack's nor the usual one needs a reason."
    ),
    source: "财预〔2021〕101号", certainty: .recalled, group: "category-weight", severity: .warning,
    examples: [
      .fires(
        ExampleSheet([
          ExampleRow("产出", "数量", "人数", "≥10人", 60), ExampleRow("效益", "社会效益", "认识", "提高", 20),
          ExampleRow("满意度", "满意度", "满意度", "≥95%", 10),
        ])),
      .quiet(
        ExampleSheet([
          ExampleRow("产出", "数量", "人数", "≥10人", 50), ExampleRow("效益", "社会效益", "认识", "提高", 30),
          ExampleRow("满意度", "满意度", "满意度", "≥95%", 10),
        ])),
      .notApplicable(ExampleSheet([ExampleRow("履职", "数量", "人数", "≥10人", 90)])),
    ],
    body: .organization { group, outcomes in
      var splits: [(sheet: CheckSheet, split: [String: Exact], key: String)] = []
      for sheet in group.sheets {
        if let split = split(of: sheet) { splits.append((sheet, split.weights, split.key)) }
      }
      var counts: [String: Int] = [:]
      for entry in splits where !entry.sheet.isDepartment { counts[entry.key, default: 0] += 1 }
      let projects = counts.values.reduce(0, +)
      for (sheet, split, key) in splits {
        guard let frame = group.tools.pack.frames.first(where: { $0.holds(for: Set(split.keys)) }) else {
          continue
        }
        let isFrame = frame.levels.allSatisfy { split[$0.level1] == $0.weight }
        let isUsual = projects >= 3 && (counts[key] ?? 0) * 2 > projects && !sheet.isDepartment
        if isFrame || isUsual {
          outcomes.pass()
          continue
        }
        let seen = describe(split, frame.levels.map(\.level1))
        let should = frame.levels.map { "\($0.level1)\($0.weight)" }.joined(separator: " ")
        outcomes.fail(
          sheet,
          Draft(
            .weight, seen: seen,
            Bilingual("一级指标分值为 \(seen)，规定和其他表为 \(should)", "level 1 is split \(seen); the frame is \(should)")
          ))
      }
    })

  private static let levelNames = ["成本", "产出", "效益", "满意度"]

  /// The weights by 成本, 产出, 效益, 满意度; nil where a weight is missing or level 1 has other names.
  private static func split(of sheet: CheckSheet) -> (weights: [String: Exact], key: String)? {
    var split: [String: Exact] = [:]
    for indicator in sheet.sheet.indicators {
      guard let level1 = indicator.level1, let weight = indicator.weight,
        let name = levelNames.first(where: level1.hasPrefix), let sum = (split[name] ?? .zero).adding(weight)
      else { return nil }
      split[name] = sum
    }
    return split.isEmpty ? nil : (split, describe(split, levelNames))
  }

  private static func describe(_ split: [String: Exact], _ names: [String]) -> String {
    let order = names + levelNames.filter { !names.contains($0) }
    return order.compactMap { name in split[name].map { name + $0.description } }.joined(separator: " ")
  }
}
