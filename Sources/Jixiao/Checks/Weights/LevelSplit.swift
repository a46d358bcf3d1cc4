extension Check {
  static let levelSplit = Check(
    "JX102", "level-split-off",
    Bilingual("一级指标分值分配与同单位其他表不同", "split over level 1 differs from the other sheets"),
    rationale: Bilingual(
      "同类的表应按同一分配设分值；与同单位多数项目表不同，又不是规则包的框架，要有理由。",
      "Sheets of one kind share one split; one that is neither the usual one nor the pack's needs a reason."
    ),
    source: "表间互证；财预〔2021〕101号", certainty: .recalled, group: "category-weight", severity: .warning,
    parameters: [Check.Parameter("sheets", "至少几张项目表才谈“多数”", "fewest project sheets that make a majority")],
    examples: [
      .fires(example("甲", 40), example("乙", 40), example("丙", 40), example("丁", 60)),
      .quiet(example("甲", 40), example("乙", 40), example("丙", 40), example("丁", 40)),
      .notApplicable(example("甲", 40), example("乙", 60)),
      .notApplicable(ExampleSheet([ExampleRow("履职", "数量", "人数", "≥10人", 90)])),
    ],
    body: .organization { group, outcomes in
      let splits = splits(of: group, &outcomes)
      var counts: [String: Int] = [:]
      for entry in splits where !entry.sheet.isDepartment { counts[entry.split.key, default: 0] += 1 }
      let projects = counts.values.reduce(0, +)
      guard projects >= group.tools.int("JX102", "sheets"),
        let usual = counts.first(where: { $0.value * 2 > projects })?.key
      else { return }
      for (sheet, split) in splits {
        let key = split.key
        let frame = group.tools.pack.frames.first { $0.holds(for: split.names) }
        if key == usual || frame.map(split.isOf) ?? false {
          outcomes.pass()
          continue
        }
        outcomes.fail(
          sheet,
          Draft(
            .weight, seen: key,
            Bilingual(
              "一级指标分值为 \(key)，同单位多数项目表为 \(usual)", "level 1 is split \(key); most sheets have \(usual)")))
      }
    })

  static let packSplit = Check(
    "JX107", "level-split-off-frame",
    Bilingual("一级指标分值分配不是规定的框架", "split over level 1 is not the frame's"),
    rationale: Bilingual(
      "规定给出原则上的分配，允许有理由的调整，所以只是提示。",
      "The rules give a split in principle and let it be changed with a reason; a hint only."),
    source: "财预〔2020〕10号；财预〔2021〕101号", certainty: .recalled, group: "category-weight", severity: .note,
    examples: [
      .fires(example("甲", 60)),
      .quiet(
        ExampleSheet([
          ExampleRow("产出", "数量", "人数", "≥10人", 50), ExampleRow("效益", "社会效益", "认识", "提高", 30),
          ExampleRow("满意度", "满意度", "满意度", "≥95%", 10),
        ])),
      .notApplicable(ExampleSheet([ExampleRow("履职", "数量", "人数", "≥10人", 90)])),
    ],
    body: .organization { group, outcomes in
      for (sheet, split) in splits(of: group, &outcomes) {
        guard let frame = group.tools.pack.frames.first(where: { $0.holds(for: split.names) }) else {
          continue
        }
        let key = split.key
        if split.isOf(frame) {
          outcomes.pass()
          continue
        }
        let should = frame.levels.map { "\($0.level1)\($0.weight)" }.joined(separator: " ")
        outcomes.fail(
          sheet,
          Draft(
            .weight, seen: key,
            Bilingual("一级指标分值为 \(key)，框架为 \(should)", "level 1 is split \(key); the frame is \(should)")))
      }
    })

  /// A sheet of 90 points of which `output` are for output.
  private static func example(_ project: String, _ output: Int) -> ExampleSheet {
    ExampleSheet(
      project: project,
      [
        ExampleRow("产出", "数量", "人数", "≥10人", output), ExampleRow("效益", "社会效益", "认识", "提高", 80 - output),
        ExampleRow("满意度", "满意度", "满意度", "≥95%", 10),
      ])
  }

  /// The splits of the sheets that were read whole and use the usual names of level 1.
  private static func splits(
    of group: CheckGroup, _ outcomes: inout Outcomes
  ) -> [(sheet: CheckSheet, split: Level1Split)] {
    zip(group.sheets, group.splits).compactMap { sheet, split in
      guard let split else { return nil }
      // A subtotal without rows shows that rows are missing.
      let subtotals = sheet.sheet.subtotals
      let levels = subtotals.isEmpty ? [] : Set(sheet.sheet.indicators.compactMap(\.level1))
      guard !sheet.sheet.isReadInPart, subtotals.allSatisfy({ levels.contains($0.level1) }) else {
        outcomes.undecided(group.tools.readInPart)
        return nil
      }
      return (sheet, split)
    }
  }
}

/// How a sheet's weights are split over 成本, 产出, 效益 and 满意度.
struct Level1Split: Sendable {
  private static let all = ["成本", "产出", "效益", "满意度"]

  private let sums: [Exact?]
  /// The names that occur, in the order above.
  let names: [String]
  /// 成本20 产出40 效益20 满意度10.
  let key: String

  /// Nil where a weight is missing or level 1 has other names.
  init?(_ sheet: CheckSheet) {
    var sums: [Exact?] = Self.all.map { _ in nil }
    for row in sheet.rows {
      guard let level1 = row.indicator.level1, let weight = row.indicator.weight,
        let place = Self.all.firstIndex(where: { level1.utf8.starts(with: $0.utf8) }),
        let sum = (sums[place] ?? .zero).adding(weight)
      else { return nil }
      sums[place] = sum
    }
    self.sums = sums
    var names: [String] = []
    var key = ""
    for (name, sum) in zip(Self.all, sums) {
      guard let sum else { continue }
      if !names.isEmpty { key += " " }
      key += name + sum.description
      names.append(name)
    }
    if names.isEmpty { return nil }
    self.names = names
    self.key = key
  }

  func isOf(_ frame: WeightFrame) -> Bool {
    frame.levels.allSatisfy { level in
      Self.all.firstIndex(of: level.level1).map { sums[$0] == level.weight } ?? false
    }
  }
}
