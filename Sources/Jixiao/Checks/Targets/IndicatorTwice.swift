extension Check {
  static let indicatorTwice = Check(
    "JX215", "indicator-twice",
    Bilingual("同一指标在表里出现两次", "the same indicator twice in a sheet"),
    rationale: Bilingual("同一件事计两次分。", "One thing is scored twice."),
    source: "表内互证", certainty: .text, severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥3人"), ExampleRow("产出", "数量", "慰问人数", "≥3人")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥3人"), ExampleRow("产出", "数量", "走访户数", "≥3户")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥3人")])),
    ],
    body: .sheet { sheet, outcomes in
      if sheet.rows.count < 2 { return }
      var first: [UInt64: Int] = [:]
      for row in sheet.rows where !row.name.isEmpty {
        var fingerprint = Fingerprint()
        fingerprint.add(row.indicator.level2 ?? "")
        fingerprint.add(row.name)
        let key = fingerprint.value
        guard let earlier = first[key] else {
          first[key] = row.indicator.ordinal
          outcomes.pass()
          continue
        }
        outcomes.fail(
          sheet, row,
          Draft(
            .level3, seen: row.indicator.level3,
            Bilingual("与第\(earlier)行同名", "the same name as row \(earlier)")))
      }
    })
}
