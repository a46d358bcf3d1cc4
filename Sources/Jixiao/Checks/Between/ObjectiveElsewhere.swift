extension Check {
  static let objectiveElsewhere = Check(
    "JX604", "objective-off-project",
    Bilingual("总体目标说的是别的项目", "the objective speaks of another project"),
    rationale: Bilingual(
      "目标里写着另一个项目的名称，或者与本项目毫无关系。", "The text names another project, or has nothing to do with this one."),
    source: "绩效目标审核“相互匹配”", certainty: .recalled, group: "copied-text", severity: .warning,
    examples: [
      .fires(
        ExampleSheet(project: "社会化工作者工资", objective: "关心关爱集体协商指导员，按时发放", []),
        ExampleSheet(project: "集体协商指导员补助", objective: "关心关爱集体协商指导员", [])),
      .quiet(
        ExampleSheet(project: "社会化工作者工资", objective: "关心社会化工作者，按时发放", []),
        ExampleSheet(project: "集体协商指导员补助", objective: "关心关爱集体协商指导员", [])),
      .notApplicable(ExampleSheet(project: "甲", objective: nil, [])),
    ],
    body: .organization { group, outcomes in
      let shared = group.namedObjectives
      for (index, sheet) in shared.sheets.enumerated() {
        if group.nameOwners.isForeign(sheet.objective, to: sheet.project),
          !shared.isShared(index) || shared.isBoilerplate(index),
          let name = named(in: sheet, group)
        {
          outcomes.fail(
            sheet,
            Draft(
              .objective, seen: name,
              Bilingual("总体目标写的“\(name)”属于别的项目", "“\(name)” in the objective belongs to another project")))
          continue
        }
        // A long text in which not a word of the project's name occurs; boilerplate is told elsewhere.
        if !shared.isShared(index), sheet.objective.count >= 40,
          group.specificName(sheet).contains(where: { $0 != "|" }),
          !group.speaks(sheet.objective, of: sheet), !speaksOfRows(sheet, group)
        {
          outcomes.fail(
            sheet,
            Draft(
              .objective, seen: String((sheet.sheet.objective ?? "").prefix(40)),
              Bilingual(
                "总体目标没有一处提到“\(sheet.sheet.project ?? "")”", "the objective never speaks of the project")))
          continue
        }
        outcomes.pass()
      }
    })

  private static func speaksOfRows(_ sheet: CheckSheet, _ group: CheckGroup) -> Bool {
    let runs = CommonText.runs(of: 2, in: group.specific(sheet.objective))
    return sheet.rows.contains { row in
      row.category == .quantity
        && !runs.isDisjoint(with: CommonText.runs(of: 2, in: group.specific(row.name)))
    }
  }

  /// The longest foreign phrase of an objective, for the message.
  private static func named(in sheet: CheckSheet, _ group: CheckGroup) -> String? {
    let own = CommonText.runs(of: 5, in: sheet.objective)
    for other in group.projects where other.project != sheet.project {
      let name = group.ownName(other)
      guard !CommonText.runs(of: 5, in: name).isDisjoint(with: own) else { continue }
      let phrase = CommonText.longestShared(name, sheet.objective)
      if group.nameOwners.isForeign(phrase, to: sheet.project) { return phrase }
    }
    return nil
  }
}

extension CheckGroup {
  /// A project's name without the organisation's.
  func ownName(_ sheet: CheckSheet) -> String { ownWords.masked(sheet.project) }
}
