extension Check {
  static let wrongYear = Check(
    "JX213", "wrong-year",
    Bilingual("名称里的年份不是本年", "a year in a name is not the sheet's"),
    rationale: Bilingual(
      "2025年的表里写“2024年…人数”，多半照抄上年；项目名称带旧年份的，要说明是否结转。",
      "A 2025 sheet naming 2024 was probably copied; a project of an earlier year should say whether it is carried over."
    ),
    source: "表内互证", certainty: .text, group: "wrong-year", severity: .warning,
    examples: [
      .fires(ExampleSheet(year: 2025, [ExampleRow("产出", "数量", "2024年参保人数", "≥3人")])),
      .fires(ExampleSheet(year: 2025, project: "2024年慰问", [ExampleRow("产出", "数量", "慰问人数", "≥3人")])),
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
}
