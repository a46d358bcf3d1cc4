extension Check {
  static let projectTwice = Check(
    "JX601", "project-twice",
    Bilingual("同一项目出现两次", "the same project twice"),
    rationale: Bilingual(
      "同名、换个年份的同名，或者产出指标和数量完全相同的两个项目，可能重复安排资金、重复计人。",
      "The same name, the same but for the year, or the same outputs and numbers: money or people may be counted twice."
    ),
    source: "表间互证", certainty: .text, group: "duplicate-project", severity: .error,
    examples: [
      .fires(ExampleSheet(project: "2024年特殊职工慰问", []), ExampleSheet(project: "2025年特殊职工慰问（实有资金）", [])),
      .fires(
        ExampleSheet(
          project: "书屋", [ExampleRow("产出", "数量", "建设个数", "≥5家"), ExampleRow("产出", "质量", "完成率", "=100%")]),
        ExampleSheet(
          project: "之家", [ExampleRow("产出", "数量", "建设个数", "≥5家"), ExampleRow("产出", "质量", "完成率", "=100%")])),
      .quiet(ExampleSheet(project: "书屋建设", []), ExampleSheet(project: "文化宫建设", [])),
      .quiet(ExampleSheet(project: "住房公积金（行政）", []), ExampleSheet(project: "住房公积金（事业）", [])),
      .notApplicable(ExampleSheet(project: "书屋建设", [])),
    ],
    body: .organization { group, outcomes in
      let projects = group.projects.filter { !$0.project.isEmpty }
      if projects.count < 2 { return }
      // 工资（行政） and 工资（事业） are two, though every indicator is the same.
      func name(_ sheet: CheckSheet) -> ByteText {
        ByteText(sheet.isStanding ? sheet.sheet.project?.folded ?? "" : sheet.project)
      }
      var byName: [ByteText: CheckSheet] = [:]
      var byOutputs: [UInt64: CheckSheet] = [:]
      // A project whose name opens an indicator of another is paid for there too.
      var openings: [UInt64: [CheckSheet]] = [:]
      for sheet in projects {
        if let opening = opening(of: sheet.project) { openings[opening, default: []].append(sheet) }
      }
      for sheet in projects {
        let name = name(sheet)
        let outputs = sheet.isStanding ? nil : outputs(of: sheet)
        if let earlier = byName[name] {
          outcomes.fail(
            sheet,
            Draft(
              .project, seen: sheet.sheet.project,
              Bilingual("与\(earlier.title.zh)是同一项目", "the same project as \(earlier.title.en)")))
        } else if let outputs, let earlier = byOutputs[outputs] {
          outcomes.fail(
            sheet,
            Draft(
              .project, seen: sheet.sheet.project,
              Bilingual(
                "产出指标和数量与\(earlier.title.zh)完全相同", "the same outputs and numbers as \(earlier.title.en)")))
        } else if let other = paidElsewhere(sheet, openings) {
          outcomes.fail(
            sheet,
            Draft(
              .project, seen: sheet.sheet.project,
              Bilingual(
                "本表又列“\(other.project)”的产出，与\(other.title.zh)重复", "lists outputs of \(other.title.en) too")))
        } else {
          outcomes.pass()
        }
        byName[name] = byName[name] ?? sheet
        if let outputs { byOutputs[outputs] = byOutputs[outputs] ?? sheet }
      }
    })

  /// The outputs of a sheet with their targets, as one number; nil where none counts people or things.
  private static func outputs(of sheet: CheckSheet) -> UInt64? {
    var fingerprint = Fingerprint()
    var counts = false
    var rows = 0
    for row in sheet.rows where row.category?.isOutput ?? false {
      fingerprint.add(row.name)
      fingerprint.add(row.target.value?.description ?? row.target.printed)
      rows += 1
      let dimension = row.unit?.dimension
      if row.category == .quantity, row.isQuantified, dimension != "share", dimension != "month",
        dimension != nil
      {
        counts = true
      }
    }
    return counts && rows >= 2 ? fingerprint.value : nil
  }

  /// The first five characters of a name, as a number; nil where it has fewer.
  private static func opening(of name: String) -> UInt64? {
    var fingerprint = Fingerprint()
    var count = 0
    for byte in name.utf8 {
      if byte & 0xC0 != 0x80 { count += 1 }
      if count > 5 { break }
      fingerprint.mix(byte)
    }
    return count < 5 ? nil : fingerprint.value
  }

  /// The last sheet of the project with the longest name that opens the name of a row counting persons.
  private static func paidElsewhere(_ sheet: CheckSheet, _ openings: [UInt64: [CheckSheet]]) -> CheckSheet? {
    for row in sheet.rows where row.category == .quantity && row.concept == .persons {
      guard let opening = opening(of: row.name), let others = openings[opening] else { continue }
      var longest: CheckSheet?
      for other in others
      where other.project != sheet.project && row.name.utf8.starts(with: other.project.utf8) {
        if other.project.utf8.count >= longest?.project.utf8.count ?? 0 { longest = other }
      }
      if let longest { return longest }
    }
    return nil
  }
}
