extension Check {
  static let wrongYear = Check(
    "JX213", "wrong-year",
    Bilingual("名称或期限里的年份不是本年", "a year in a name or a deadline is not the sheet's"),
    rationale: Bilingual(
      "2025年的表里写“2024年…人数”、期限写2023年底，多半照抄上年；项目名称带旧年份的，要说明是否结转。",
      "A 2025 sheet naming 2024, in a name or as a deadline, was probably copied; a project of an earlier year should say whether it is carried over."
    ),
    source: "表内互证", certainty: .text, group: "wrong-year", severity: .warning,
    examples: [
      .fires(ExampleSheet(year: 2025, [ExampleRow("产出", "数量", "2024年参保人数", "≥3人")])),
      .fires(ExampleSheet(year: 2025, project: "2024年慰问", [ExampleRow("产出", "数量", "慰问人数", "≥3人")])),
      .fires(ExampleSheet(year: 2025, [ExampleRow("产出", "时效", "完成时间", "2023年12月底前")])),
      .quiet(ExampleSheet(year: 2025, project: "2025年慰问", [ExampleRow("产出", "数量", "2025年慰问人数", "≥3人")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥3人")])),
    ],
    body: .sheet { sheet, outcomes in
      guard let year = sheet.sheet.year else { return }
      let projectYears = CommonText.years(in: sheet.sheet.project?.folded ?? "")
      if !projectYears.isEmpty {
        if projectYears.contains(year) {
          outcomes.pass()
        } else {
          outcomes.fail(
            sheet,
            Draft(
              .project, seen: sheet.sheet.project,
              Bilingual(
                "\(year)年的表，项目名称写\(projectYears[0])年",
                "a sheet of \(year) for a project of \(projectYears[0])")))
        }
      }
      for row in sheet.rows {
        let years = CommonText.years(in: row.name)
        if let due = row.due(sheet.tools)?.year { deadline(due, row, year, projectYears, sheet, &outcomes) }
        if years.isEmpty { continue }
        // The project's own year has been told once.
        if years.contains(year) || years.contains(year + 1) || years.allSatisfy(projectYears.contains) {
          outcomes.pass()
          continue
        }
        outcomes.fail(
          sheet, row,
          Draft(
            .level3, seen: row.indicator.level3,
            Bilingual("\(year)年的表，指标名称写\(years[0])年", "a sheet of \(year), an indicator of \(years[0])"),
            suggestion: Suggestion(
              .level3, (row.indicator.level3 ?? "").replacing(String(years[0]), with: String(year)),
              Bilingual("改为本年", "the sheet's own year"))))
      }
    })

  /// A deadline that had passed before the year began.
  private static func deadline(
    _ due: Int, _ row: CheckRow, _ year: Int, _ projectYears: [Int], _ sheet: CheckSheet,
    _ outcomes: inout Outcomes
  ) {
    if due >= year || projectYears.contains(due) {
      outcomes.pass()
      return
    }
    outcomes.fail(
      sheet, row,
      Draft(
        .target, seen: row.printed,
        Bilingual(
          "\(year)年的表，期限却是“\(row.printed ?? "")”", "a sheet of \(year) with a deadline of \(due)")))
  }
}
