extension Check {
  static let claimedCount = Check(
    "JX705", "count-differs-from-sheets",
    Bilingual("文字说明的项目数与绩效表不符", "the number of projects claimed differs from the sheets present"),
    rationale: Bilingual(
      "“项目共40个”就应公开40张项目绩效目标表；少了的没有公开，多了的说明没有更新。",
      "Forty projects claimed are forty sheets published; a missing one is not disclosed."),
    source: "预算公开要求：项目绩效目标随预算公开", certainty: .recalled, group: "count-vs-present", severity: .warning,
    examples: [
      .document(.fires, figures(2, nil)), .document(.quiet, figures(1, nil)),
      .document(.notApplicable, PublishedFigures()),
    ],
    body: .organization { group, outcomes in
      guard let figures = group.figures, let sheet = group.sheets.first else { return }
      let projects = group.projects
      for statement in figures.statements {
        if group.sheets.contains(where: \.sheet.isReadInPart) {
          outcomes.undecided(group.tools.readInPart)
        } else if statement.projects == projects.count {
          outcomes.pass()
        } else {
          outcomes.fail(
            sheet,
            Draft(
              .project, seen: statement.text,
              Bilingual(
                "文字写“\(statement.text)”，项目绩效表有\(projects.count)张",
                "“\(statement.text)” and \(projects.count) project sheets"), documentPlace: statement.place))
        }
      }
    })

  static let claimedProjectFunds = Check(
    "JX706", "project-funds-differ-from-text",
    Bilingual("文字说明的项目金额与各项目表合计不符", "the project funds claimed differ from the sheets' sum"),
    rationale: Bilingual(
      "说明里的财政拨款和非财政拨款项目金额，应等于各项目表的合计（四舍五入除外）。",
      "Fiscal and other project funds in the text are what the sheets add up to, rounding aside."),
    source: "文表互证", certainty: .text, group: "fund-arithmetic", severity: .warning,
    parameters: [Check.Parameter("tolerance", "每张表的容差，万元", "tolerance a sheet, in 万元")],
    examples: [
      CheckExample(
        expectation: .fires, sheets: [ExampleSheet(funds: Funds(total: Exact(20), other: Exact(20)), [])],
        figures: figures(1, 30)),
      CheckExample(
        expectation: .quiet, sheets: [ExampleSheet(funds: Funds(total: Exact(20), other: Exact(20)), [])],
        figures: figures(1, 20)),
      .document(.notApplicable, PublishedFigures()),
    ],
    body: .organization { group, outcomes in
      guard let figures = group.figures, let sheet = group.sheets.first else { return }
      let projects = group.projects
      let tolerance =
        group.tools.ratio("JX706", "tolerance") * Ratio(max(1, projects.count)) + Ratio.halfUnit(places: 1)
      for statement in figures.statements where statement.projects == projects.count {
        let sums: [(Exact?, KeyPath<Funds, Exact?>, Bilingual)] = [
          (statement.fiscal, \.fiscal, Bilingual("财政拨款", "fiscal funds")),
          (statement.other, \.other, Bilingual("非财政拨款", "other funds")),
        ]
        for (claimed, part, name) in sums {
          guard let claimed else { continue }
          let amounts = projects.compactMap { $0.sheet.funds[keyPath: part] }
          guard !amounts.isEmpty, projects.allSatisfy({ ($0.sheet.funds.unit ?? "万元") == "万元" }),
            let sum = Exact.sum(amounts)
          else {
            outcomes.undecided(group.tools.language.pick("项目表没有分列资金", "the sheets do not split their funds"))
            continue
          }
          let difference = Ratio(claimed) - Ratio(sum)
          if (difference.isNegative ? -difference : difference) <= tolerance {
            outcomes.pass()
            continue
          }
          outcomes.fail(
            sheet,
            Draft(
              .funds, seen: claimed.description,
              Bilingual(
                "文字写项目\(name.zh) \(claimed) 万元，各项目表合计 \(sum) 万元",
                "project \(name.en) in the text \(claimed), in the sheets \(sum)"),
              documentPlace: statement.place))
        }
      }
    })

  private static func figures(_ projects: Int, _ other: Int?) -> PublishedFigures {
    var figures = PublishedFigures()
    figures.statements = [
      PublishedFigures.Statement(
        text: "项目共\(projects)个", projects: projects, fiscal: nil, other: other.map { Exact($0) },
        place: Place())
    ]
    return figures
  }
}
