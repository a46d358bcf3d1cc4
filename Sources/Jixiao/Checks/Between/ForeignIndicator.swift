extension Check {
  static let foreignIndicator = Check(
    "JX605", "indicator-of-another-project",
    Bilingual("指标是别的项目的", "an indicator of another project"),
    rationale: Bilingual(
      "职工之家项目考核“职工书屋建设”，工会建设补助考核“慰问次数”：照抄的指标衡量不了本项目。",
      "Indicators copied from another project do not measure this one."),
    source: "绩效目标审核“相互匹配”", certainty: .recalled, group: "copied-text", severity: .warning,
    examples: [
      .fires(
        ExampleSheet(project: "职工书屋建设", [ExampleRow("产出", "数量", "职工书屋建设个数", "≥5家")]),
        ExampleSheet(project: "职工之家建设", [ExampleRow("产出", "数量", "职工书屋建设个数", "≥5家")])),
      .fires(
        ExampleSheet(project: "工会组织建设", [ExampleRow("产出", "数量", "慰问次数", "≥5次")]),
        ExampleSheet(project: "职工之家建设", [ExampleRow("产出", "数量", "建成个数", "≥5家")])),
      .quiet(
        ExampleSheet(project: "职工书屋建设", [ExampleRow("产出", "数量", "职工书屋建设个数", "≥5家")]),
        ExampleSheet(project: "职工之家建设", [ExampleRow("产出", "数量", "职工之家建设个数", "≥5家")])),
      .notApplicable(ExampleSheet(.departmentTarget, [ExampleRow("产出", "数量", "慰问次数", "≥5次")])),
    ],
    body: .organization { group, outcomes in
      let projects = group.projects.filter { !$0.project.isEmpty }
      let shared = group.namedObjectives
      let boilerplate = Set(
        shared.sheets.indices.filter(shared.isBoilerplate).map { shared.sheets[$0].sheet.ordinal })
      for sheet in projects {
        let own = CommonText.runs(of: 2, in: group.specificName(sheet))
        // Boilerplate says nothing of the project.
        let text = sheet.project + (boilerplate.contains(sheet.sheet.ordinal) ? "" : sheet.objective)
        let known = group.tools.words.activities(inProject: text)
        for row in sheet.rows where !row.name.isEmpty {
          if let why = why(row, sheet, group, own, known) {
            outcomes.fail(sheet, row, Draft(.level3, seen: row.indicator.level3, why))
          } else {
            outcomes.pass()
          }
        }
      }
    })

  private static func why(
    _ row: CheckRow, _ sheet: CheckSheet, _ group: CheckGroup, _ own: TextRuns,
    _ known: [Int]
  ) -> Bilingual? {
    let project = sheet.sheet.project ?? ""
    let words = group.tools.words
    if let activity = words.activities(inName: row.name).filter({ !known.contains($0) }).min().map({
      words.activities[$0]
    }) {
      return Bilingual(
        "项目“\(project)”与\(activity)无关",
        "the project “\(project)” has nothing to do with \(activity)")
    }
    guard group.nameOwners.isForeign(row.name, to: sheet.project) else { return nil }
    let specific = group.specific(row.name)
    guard own.isDisjoint(with: CommonText.runs(of: 2, in: specific)) else { return nil }
    return Bilingual("指标说的是另一个项目，不是“\(project)”", "the indicator is of another project than “\(project)”")
  }
}
