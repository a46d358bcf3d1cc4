extension Check {
  static let wrongLevel2 = Check(
    "JX214", "wrong-level2",
    Bilingual("二级指标归类不对", "filed under the wrong level 2"),
    rationale: Bilingual(
      "及时率属时效，时间属时效，合格率属质量，金额属成本；归错类，该类就等于没有指标。",
      "及时率 and 时间 belong to timeliness, 合格率 to quality, sums to cost; misfiled, a category stands empty."
    ),
    source: "财预〔2021〕101号二级指标", certainty: .recalled, group: "wrong-level2", severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "质量", "资金拨付及时率", "=100%")])),
      .fires(ExampleSheet([ExampleRow("产出", "数量", "开展慰问时间", "≥1年")])),
      .fires(ExampleSheet([ExampleRow("产出", "时效", "工程验收合格率", "=100%")])),
      .quiet(ExampleSheet([ExampleRow("产出", "时效", "资金拨付及时率", "=100%")])),
      .notApplicable(ExampleSheet([ExampleRow("履职", "其他", "资金", "=100%")])),
    ],
    body: .row { row, sheet in
      guard let level2 = row.indicator.level2, let category = row.category, !row.name.isEmpty else {
        return .notApplicable
      }
      if let nearest = sheet.tools.usualLevel2(for: level2) {
        let folded = level2.folded
        if !(category == .satisfaction && folded.hasSuffix("指标")) {
          return .fail(
            Draft(
              .level2, seen: level2, Bilingual("二级指标“\(level2)”不是规定名称", "\(level2) is no name of level 2"),
              suggestion: Suggestion(
                .level2, nearest, Bilingual("最接近的规定名称", "the nearest usual name"),
                isSafe: nearest == folded + "指标")))
        }
      }
      if sheet.tools.words.isLevel2(row.name) {
        return .fail(
          Draft(
            .level3, seen: row.indicator.level3,
            Bilingual("三级指标写成了类别名称", "the indicator bears the name of a category")))
      }
      guard let belongs = belongs(row, category) else { return .pass }
      return .fail(
        Draft(
          .level2, seen: level2,
          Bilingual(
            "“\(row.indicator.level3 ?? "")”归在\(level2)，应属\(belongs.title.zh)",
            "“\(row.indicator.level3 ?? "")” under \(level2) belongs to \(belongs.title.en)"),
          suggestion: Suggestion(.level2, belongs.title.zh, Bilingual("按名称归类", "as the name says"))))
    })

  /// The category that the name asks for, where it is another one.
  private static func belongs(_ row: CheckRow, _ category: Category) -> Category? {
    if row.marks.contains(.timely), category != .timeliness { return .timeliness }
    if row.marks.contains(.quality), !row.marks.contains(.timely), category == .timeliness { return .quality }
    let isPeriods = row.unit?.dimension.hasPrefix("issue") ?? false
    switch (row.concept, category) {
    // 天数, 月份数 and 月份 count.
    case (.time?, .quantity)
    where row.unit?.dimension != "day" && !row.name.hasSuffix("数") && !row.name.hasSuffix("月份"):
      return .timeliness
    case (.time?, .quality): return .timeliness
    case (.time?, .timeliness) where isPeriods: return .quantity
    // 经费数 counts those who get it.
    case (.money?, .quantity) where row.name.hasSuffix("数"): return nil
    case (.money?, .quantity), (.money?, .timeliness), (.money?, .quality): return .cost
    default: return nil
    }
  }
}
