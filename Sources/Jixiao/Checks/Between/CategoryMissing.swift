extension Check {
  static let categoryMissing = Check(
    "JX606", "category-missing",
    Bilingual("缺少一类指标", "a category is missing"),
    rationale: Bilingual(
      "产出要有数量和质量，并有效益；同单位多数表都有的时效、成本、满意度，这张表没有。",
      "Quantity, quality and a benefit are expected; timeliness, cost, satisfaction where the other sheets have them."
    ),
    source: "财预〔2021〕101号；郫都区2025年审核要求", certainty: .recalled, group: "missing-category", severity: .warning,
    parameters: [Check.Parameter("sheets", "至少几张表才谈“多数”", "fewest sheets that make a majority")],
    examples: [
      .fires(
        ExampleSheet([
          ExampleRow("产出", "数量", "人数", "≥3人"), ExampleRow("产出", "时效", "及时率", "=100%"),
          ExampleRow("效益", "社会效益", "认识", "提高"),
        ])),
      .quiet(
        ExampleSheet([
          ExampleRow("产出", "数量", "人数", "≥3人"), ExampleRow("产出", "质量", "合格率", "=100%"),
          ExampleRow("效益", "社会效益", "认识", "提高"),
        ])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "人数", "≥3人")])),
      .notApplicable(
        ExampleSheet(
          project: "住房公积金（行政）",
          [
            ExampleRow("产出", "数量", "科目调整次数", "≤10次"), ExampleRow("产出", "数量", "足额保障率", "=100%"),
            ExampleRow("产出", "时效", "缴纳及时率", "=100%"),
          ])),
    ],
    body: .organization { group, outcomes in
      let sheets = group.sheets.filter {
        $0.rows.count >= 3 && $0.rows.contains { $0.category != nil } && !$0.isStanding
      }
      let categories = sheets.map { Set($0.rows.compactMap(\.category)) }
      func isUsual(_ category: Category) -> Bool {
        sheets.count >= group.tools.int("JX606", "sheets")
          && categories.count { $0.contains(category) } * 2 > sheets.count
      }
      let usual = [Category.timeliness, .cost, .satisfaction].filter(isUsual)
      for (sheet, present) in zip(sheets, categories) {
        if sheet.sheet.isReadInPart {
          outcomes.undecided(group.tools.readInPart)
          continue
        }
        var missing = ([Category.quantity, .quality] + usual).filter { !present.contains($0) }
        if !present.contains(where: \.isBenefit) { missing.append(.benefit) }
        if missing.isEmpty {
          outcomes.pass()
          continue
        }
        let names = (
          zh: missing.map { $0.title(in: .zh) }.joined(separator: "、"),
          en: missing.map { $0.title(in: .en) }.joined(separator: ", ")
        )
        outcomes.fail(sheet, Draft(.level2, seen: nil, Bilingual("没有\(names.zh)", "no \(names.en)")))
      }
    })
}
