extension Check {
  static let unitAgainstName = Check(
    "JX203", "unit-against-name",
    Bilingual("单位与指标名称不符", "the unit cannot belong to the name"),
    rationale: Bilingual(
      "次数不能以年计，人数不能以%计，工作和机制不能以%计；年终无法填出有意义的实际值。",
      "次数 in years, 人数 in %, work in months: no meaningful result can be reported."),
    source: "公开表式；绩效目标审核“科学合理”", certainty: .form, group: "unit-vs-name", severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "数量", "活动开展次数", "≥1年")])),
      .fires(ExampleSheet([ExampleRow("效益", "社会效益", "队伍稳定", "＞98%")])),
      .quiet(ExampleSheet([ExampleRow("产出", "质量", "验收合格率", "=100%")])),
      .quiet(ExampleSheet([ExampleRow("效益", "社会效益", "人民群众安全感", "≥95%")])),
      .quiet(ExampleSheet([ExampleRow("产出", "质量", "平均住院日", "≤8天")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "出院病人数", "≥2.1万人次")])),
      .quiet(ExampleSheet([ExampleRow("效益", "生态效益", "水体透明度", "≥25厘米")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "享受职业培训补贴人员数量", "≥1800人次")])),
      .notApplicable(ExampleSheet([ExampleRow("效益", "社会效益", "队伍稳定", "有效保持")])),
    ],
    body: .row { row, sheet in
      guard row.isQuantified || row.isCalendarYear, let printed = row.target.unit, !row.name.isEmpty else {
        return .notApplicable
      }
      // ≥360天服务读者 carries its target in its name.
      if sheet.shifts[row.index] != nil || row.carriesTarget { return .notApplicable }
      if let inName = bracketedUnit(row, sheet), let unit = row.unit, !inName.isComparable(with: unit) {
        return .fail(
          draft(row, Bilingual("名称写（\(inName.printed)），指标值却以\(printed)计", "the name says \(inName.printed)")))
      }
      if row.marks.contains(.undefinedRate), row.unit?.dimension == "share" {
        return .fail(draft(row, Bilingual("“影响率”一类没有定义，算不出来", "this rate has no definition")))
      }
      guard let unit = row.unit else {
        return .undecided(sheet.tools.language.pick("不认识的单位 \(printed)", "unknown unit \(printed)"))
      }
      if row.category == .satisfaction, unit.dimension == "share", row.concept != .degree,
        row.concept != .rate,
        !row.marks.contains(.satisfaction)
      {
        return .fail(
          draft(
            row, Bilingual("满意度指标的名称没有“满意”，不是满意率", "a satisfaction row whose name is no satisfaction rate")))
      }
      if let concept = row.concept {
        // A plural standard must say of what: 慰问标准 10000元 is nothing without 人 or 家.
        if concept == .standard, unit.dimension == "money", !row.marks.contains(.each), row.isCost {
          return .fail(draft(row, Bilingual("标准没有写明每什么（人、户、次…）", "a standard that does not say per what")))
        }
        guard let fits = sheet.tools.words.fits(concept, unit.dimension) else { return .pass }
        return fits
          ? .pass
          : .fail(
            draft(row, Bilingual("名称所指的不能以\(printed)计", "what is named cannot be counted in \(printed)")))
      }
      switch unit.dimension {
      // A garbled name (及时率开) may still hold a rate.
      case "share" where !row.marks.contains(.satisfaction) && !row.name.contains("率"):
        return .fail(draft(row, Bilingual("名称不是比率，却以%计", "a share for what is no rate")))
      case "month", "day":
        // 平均住院日 counts days.
        return row.category == .timeliness || row.category == nil || row.name.hasSuffix("日")
          || row.name.hasSuffix("月")
          ? .pass : .fail(draft(row, Bilingual("名称不是时间，却以\(printed)计", "\(printed) for what is no time")))
      default: return .pass
      }
    })

  private static func draft(_ row: CheckRow, _ why: Bilingual) -> Draft {
    let name = row.indicator.level3 ?? "", seen = row.printed ?? ""
    return Draft(
      .unit, seen: seen,
      Bilingual("“\(name)”的指标值“\(seen)”：\(why.zh)", "“\(name)” with target “\(seen)”: \(why.en)"))
  }

  /// The unit that a name carries in brackets: 完成项目时间（%）.
  private static func bracketedUnit(_ row: CheckRow, _ sheet: CheckSheet) -> MeasureUnit? {
    guard row.name.utf8.last == UInt8(ascii: ")"), let open = row.name.lastIndex(of: "(") else { return nil }
    let text = row.name[row.name.index(after: open)...].dropLast()
    guard text.count <= 4, let unit = sheet.tools.unit(String(text)) else { return nil }
    // 对象（村） explains the name; only % and money are surely meant as the unit.
    return unit.dimension == "share" || unit.dimension == "money" ? unit : nil
  }
}
