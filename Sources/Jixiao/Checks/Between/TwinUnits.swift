extension Check {
  static let twinUnits = Check(
    "JX217", "twins-differ-in-unit",
    Bilingual("同一项目的两张表，同名指标单位不同", "two sheets of one project count one thing in two units"),
    rationale: Bilingual("同一件事一处以人计、一处以个计，至少一处不对。", "Persons here and pieces there: one is wrong."),
    source: "表间互证", certainty: .text, group: "unit-vs-name", severity: .warning,
    examples: [
      .fires(
        ExampleSheet(project: "慰问", [ExampleRow("产出", "数量", "慰问工作", "≥25人")]),
        ExampleSheet(project: "慰问", [ExampleRow("产出", "数量", "慰问工作", "≥25个")])),
      .quiet(
        ExampleSheet(project: "慰问", [ExampleRow("产出", "数量", "慰问工作", "≥25人")]),
        ExampleSheet(project: "慰问", [ExampleRow("产出", "数量", "慰问工作", "≥30人")])),
      .notApplicable(ExampleSheet(project: "慰问", [ExampleRow("产出", "数量", "慰问工作", "≥25人")])),
    ],
    body: .organization { group, outcomes in
      var seen: [String: [(sheet: CheckSheet, row: CheckRow)]] = [:]
      var twins: [String: Int] = [:]
      for sheet in group.projects { twins[sheet.project, default: 0] += 1 }
      var order: [String] = []
      for sheet in group.projects where !sheet.project.isEmpty && twins[sheet.project, default: 0] > 1 {
        for row in sheet.rows where row.unit != nil && row.isQuantified {
          let key = sheet.project + "\u{1f}" + row.name
          if seen[key] == nil { order.append(key) }
          seen[key, default: []].append((sheet, row))
        }
      }
      for key in order {
        guard let rows = seen[key], rows.count > 1 else { continue }
        let units = Set(rows.compactMap { $0.row.unit?.dimension })
        if units.count == 1 {
          outcomes.pass(rows.count)
          continue
        }
        let printed = rows.compactMap(\.row.printed).joined(separator: "、")
        for (sheet, row) in rows {
          outcomes.fail(
            sheet, row,
            Draft(
              .unit, seen: row.printed,
              Bilingual(
                "同一项目的同名指标单位不同：\(printed)", "one indicator of one project in several units: \(printed)")))
        }
      }
    })
}
