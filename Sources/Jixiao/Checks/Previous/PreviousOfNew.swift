extension Check {
  static let previousOfNew = Check(
    "JX405", "previous-for-new-project",
    Bilingual("新增项目却填了上年完成值", "a previous value for a project said to be new"),
    rationale: Bilingual(
      "今年才设立的项目没有上年完成值；填了数，不是抄来的，就是项目并不新。",
      "A project that begins this year has no last year: the value was copied, or the project is not new."),
    source: "表内互证", certainty: .text, group: "target-vs-previous", severity: .warning,
    examples: [
      .fires(
        ExampleSheet(
          objective: "本年新增项目，慰问护边员", [ExampleRow("产出", "数量", "慰问人数", "≥15人", previous: "15人")])),
      .quiet(
        ExampleSheet(objective: "本年新增项目，慰问护边员", [ExampleRow("产出", "数量", "慰问人数", "≥15人", previous: "无")])),
      .notApplicable(
        ExampleSheet(objective: "慰问护边员", [ExampleRow("产出", "数量", "慰问人数", "≥15人", previous: "15人")])),
    ],
    body: .row { row, sheet in
      guard row.indicator.previous != nil, sheet.saysItIsNew else { return .notApplicable }
      guard case .number(let previous, _, _) = row.previous(sheet.tools), !previous.isZero else {
        return .pass
      }
      return .fail(
        Draft(
          .previous, seen: row.indicator.previous,
          Bilingual(
            "说是新增项目，上年完成值却是“\(row.indicator.previous ?? "")”",
            "said to be new, yet last year has \(row.indicator.previous ?? "")")))
    })
}

extension CheckSheet {
  /// 新增项目, 首次开展: the sheet itself says that there was no such project before.
  fileprivate var saysItIsNew: Bool {
    tools.words.newness.hasMatch(in: sheet.project?.folded ?? "")
      || tools.words.newness.hasMatch(in: objective)
  }
}
