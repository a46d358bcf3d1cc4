extension Check {
  static let departmentAgainstProjects = Check(
    "JX607", "department-contradicts-project",
    Bilingual("部门表与项目表对同一件事说法不同", "the department and a project sheet contradict each other"),
    rationale: Bilingual(
      "同名指标两个指标值，或者部门的数量低于其中一个项目的数量：整体不可能小于部分。",
      "Two targets for one indicator, or a department's number below that of one of its projects: the whole is not less than a part."
    ),
    source: "表间互证", certainty: .text, group: "contradiction", severity: .warning,
    examples: [
      .fires(
        ExampleSheet(.departmentTarget, [ExampleRow("产出", "数量", "审计单位数", "≥50家")]),
        ExampleSheet([ExampleRow("产出", "数量", "审计单位数", "≥40家")])),
      .fires(
        ExampleSheet(.departmentTarget, [ExampleRow("产出", "数量", "困难职工帮扶人数", "≥11人")]),
        ExampleSheet([ExampleRow("产出", "数量", "困难职工补助人数", "≥15人")])),
      .quiet(
        ExampleSheet(.departmentTarget, [ExampleRow("产出", "数量", "审计单位数", "≥50家")]),
        ExampleSheet([ExampleRow("产出", "数量", "审计单位数", "≥50家")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "审计单位数", "≥40家")])),
    ],
    body: .organization { group, outcomes in
      guard let department = group.department, group.projects.count <= 500 else { return }
      let parts = group.projects.flatMap { sheet in
        sheet.rows.filter { $0.isQuantified && !$0.name.isEmpty }.map {
          (sheet: sheet, row: $0, name: counted($0.name, group))
        }
      }
      if parts.isEmpty { return }
      for row in department.rows where row.isQuantified && !row.name.isEmpty {
        let name = counted(row.name, group)
        let conflict = parts.first { conflicts(row, name, $0.row, $0.name, $0.sheet, group) }
        guard let conflict else {
          outcomes.pass()
          continue
        }
        outcomes.fail(
          department, row,
          Draft(
            .target, seen: row.printed,
            Bilingual(
              "部门“\(row.indicator.level3 ?? "")”\(row.printed ?? "")，\(conflict.sheet.title.zh)“\(conflict.row.indicator.level3 ?? "")”\(conflict.row.printed ?? "")",
              "department \(row.printed ?? ""), \(conflict.sheet.title.en) “\(conflict.row.indicator.level3 ?? "")” \(conflict.row.printed ?? "")"
            )))
      }
    })

  private static func conflicts(
    _ row: CheckRow, _ name: String, _ part: CheckRow, _ partName: String, _ sheet: CheckSheet,
    _ group: CheckGroup
  ) -> Bool {
    guard let whole = row.scaledTarget, let other = part.scaledTarget else { return false }
    let sameUnit =
      row.unit != nil && row.unit?.dimension == part.unit?.dimension
      || row.target.unit != nil && row.target.unit?.folded == part.target.unit?.folded
    if row.name == part.name {
      return sameUnit && (whole != other || row.target.relation != part.target.relation)
    }
    if row.isCost, part.isCost, row.concept == .standard, part.concept == .standard {
      // Both are a standard for the same thing, one a floor and the other a ceiling.
      let opposite =
        row.target.relation.map { a in
          part.target.relation.map { a.isFloor && $0.isCeiling || a.isCeiling && $0.isFloor } ?? false
        } ?? false
      let shared = CommonText.longestShared(row.name, part.name)
      let subject = group.specific(shared.replacing("标准", with: "|"))
      return opposite && shared.count >= 4 && subject.contains { $0.isLetter }
    }
    // What is counted must be the same thing, and the department's number be less than the project's.
    guard sameUnit, row.category == .quantity, part.category == .quantity, row.unit?.dimension != "share",
      row.unit?.dimension != "month", whole < other
    else { return false }
    if CommonText.longestShared(name, partName).count >= 4 { return true }
    return CommonText.longestShared(name, counted(sheet.project, group)).count >= 4
  }

  private static func counted(_ name: String, _ group: CheckGroup) -> String {
    group.ownWords.masked(group.tools.words.counted(name))
  }
}
