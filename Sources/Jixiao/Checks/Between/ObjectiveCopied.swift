extension Check {
  static let objectiveCopied = Check(
    "JX602", "objective-copied",
    Bilingual("总体目标照抄其他项目", "the objective is another project's"),
    rationale: Bilingual(
      "几个项目共用一段目标，说明没有写本项目要做什么。", "One text for several projects says what none of them is for."),
    source: "绩效目标审核“指向明确”", certainty: .recalled, group: "copied-text", severity: .warning,
    parameters: [Check.Parameter("sheets", "几个项目共用即为套话", "projects that make a text boilerplate")],
    examples: [
      .fires(
        ExampleSheet(project: "户外站点运行", objective: "为户外站点购买网络服务，修缮站点设施", []),
        ExampleSheet(project: "意外伤害保险", objective: "为户外站点购买网络服务，修缮站点设施", [])),
      .quiet(
        ExampleSheet(project: "户外站点运行", objective: "为户外站点购买网络服务，修缮站点设施", []),
        ExampleSheet(project: "意外伤害保险", objective: "为三名指导员购买意外伤害保险，按时参保", [])),
      .notApplicable(
        ExampleSheet(project: "养老保险", objective: "严格执行相关政策，保障社保及时、足额缴纳", []),
        ExampleSheet(project: "住房公积金", objective: "严格执行相关政策，保障社保及时、足额缴纳", [])),
      .notApplicable(ExampleSheet(project: "户外站点运行", objective: "为户外站点购买网络服务", [])),
    ],
    body: .organization { group, outcomes in
      let everyday = group.objectives.sheets.filter { !$0.isStanding }
      let shared = group.objectives(of: everyday)
      let projects = shared.sheets
      if projects.count < 2 { return }
      let boilerplate = projects.indices.filter(shared.isBoilerplate)
      // One text is one fault, told once with all who use it.
      if let first = boilerplate.first {
        let list = boilerplate.map { String(projects[$0].sheet.ordinal) }.joined(separator: "、")
        outcomes.fail(
          projects[first],
          Draft(
            .objective, seen: String((projects[first].sheet.objective ?? "").prefix(40)),
            Bilingual(
              "\(boilerplate.count)个项目用同一段套话作总体目标：第\(list)张表",
              "\(boilerplate.count) projects share one boilerplate objective: sheets \(list)")))
      }
      let told = Set(boilerplate)
      for index in projects.indices where !told.contains(index) {
        let sheet = projects[index]
        guard shared.isShared(index), let partner = shared.partner(of: index).map({ projects[$0] }),
          partner.sheet.project?.folded != sheet.sheet.project?.folded
        else {
          outcomes.pass()
          continue
        }
        let isOwn = group.speaks(sheet.objective, of: sheet),
          isTheirs = group.speaks(partner.objective, of: partner)
        let isLater = sheet.sheet.ordinal > partner.sheet.ordinal
        let sameName = sheet.project == partner.project
        guard sameName ? isLater : isTheirs == isOwn ? isLater : isTheirs else {
          outcomes.pass()
          continue
        }
        let whose = sameName ? Bilingual("另一年度的同名项目", "of the same project of another year") : partner.title
        outcomes.fail(
          sheet,
          Draft(
            .objective, seen: String((sheet.sheet.objective ?? "").prefix(40)),
            Bilingual("总体目标与\(whose.zh)相同", "the objective is the one of \(whose.en)")))
      }
    })

  static let objectiveWithoutAim = Check(
    "JX603", "objective-without-aim",
    Bilingual("总体目标没有写要做什么", "the objective names nothing to be done"),
    rationale: Bilingual("只列资金来源，没有一个动词说明要完成什么。", "A list of money sources without a verb of doing."),
    source: "绩效目标审核“指向明确”", certainty: .recalled, group: "copied-text", severity: .warning,
    examples: [
      .fires(ExampleSheet(objective: "其中：2022年专项经费；2023年专项经费结余", [])),
      .quiet(ExampleSheet(objective: "完成三场培训", [])),
      .notApplicable(ExampleSheet([])),
    ],
    body: .sheet { sheet, outcomes in
      if sheet.objective.isEmpty { return }
      if sheet.tools.words.aims.hasMatch(
        in: sheet.objective.replacing(sheet.sheet.project?.folded ?? "\u{0}", with: ""))
      {
        outcomes.pass()
      } else if !sheet.tools.words.sources.hasMatch(in: sheet.objective) {
        outcomes.undecided(sheet.tools.language.pick("总体目标里没有认得的动词", "no verb that is known"))
      } else {
        outcomes.fail(
          sheet,
          Draft(
            .objective, seen: String((sheet.sheet.objective ?? "").prefix(40)),
            Bilingual("总体目标没有写要做什么、达到什么", "the objective names nothing to be done")))
      }
    })
}
