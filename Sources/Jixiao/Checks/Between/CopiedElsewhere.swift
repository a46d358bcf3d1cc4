extension Check {
  private static let outdoors = "为户外劳动者站点购买网络服务，修缮站点设施，让环卫工人歇脚喝水"

  static let objectiveFromElsewhere = Check(
    "JX611", "objective-of-another-body",
    Bilingual("总体目标抄自其他单位或其他文件的项目", "the objective is that of a project elsewhere"),
    rationale: Bilingual(
      "目标说的是别处的项目，与本项目的名称无关；改了数字和几个字也认得出。项目不同而说的都是自己的、或都是空话的，不算照抄。",
      "The text speaks of a project elsewhere and not of this one; other numbers and a few other words do not hide it. Texts that fit both projects, or neither, are no copies."
    ),
    source: "绩效目标审核“指向明确”", certainty: .recalled, group: "copied-text", severity: .warning,
    examples: [
      .fires(
        ExampleSheet(organization: "甲县总工会", project: "户外站点运行", objective: outdoors, []),
        ExampleSheet(organization: "乙县林业局", project: "古树名木保护", objective: outdoors, [])),
      .quiet(
        ExampleSheet(organization: "甲县总工会", project: "户外站点运行", objective: outdoors, []),
        ExampleSheet(
          organization: "乙县林业局", project: "古树名木保护", objective: "对全县古树名木开展巡护、复壮和病虫害防治，建立一树一档", [])),
      .notApplicable(ExampleSheet(organization: "甲县总工会", project: "户外站点运行", objective: outdoors, [])),
    ],
    body: .run(.objective))

  private static let books = [
    ExampleRow("产出", "数量", "新建职工书屋", "≥5家"), ExampleRow("产出", "质量", "书屋验收合格率", "=100%"),
    ExampleRow("产出", "时效", "书屋建成时间", "≤12月"), ExampleRow("效益", "社会效益", "职工阅读人次", "≥3000人次"),
  ]

  static let indicatorsFromElsewhere = Check(
    "JX612", "indicators-of-another-body",
    Bilingual("全套指标抄自其他单位或其他文件的项目", "the indicators are those of a project elsewhere"),
    rationale: Bilingual(
      "指标和目标值都与别处的项目相同，数量指标却与本项目的名称无关。",
      "Names and targets are those of a project elsewhere, and what is counted has nothing to do with this one."
    ),
    source: "绩效目标审核“相互匹配”", certainty: .recalled, group: "copied-text", severity: .warning,
    examples: [
      .fires(
        ExampleSheet(organization: "甲县总工会", project: "职工书屋", books),
        ExampleSheet(organization: "乙县残联", project: "辅具适配", books)),
      .quiet(
        ExampleSheet(organization: "甲县总工会", project: "职工书屋", books),
        ExampleSheet(organization: "乙县总工会", project: "职工书屋", books)),
      .notApplicable(ExampleSheet(organization: "甲县总工会", project: "职工书屋", books)),
    ],
    body: .run(.indicators))
}
