extension Check {
  static let numberWithoutIndicator = Check(
    "JX610", "number-without-indicator",
    Bilingual("总体目标里的数没有指标承接", "a number of the objective that no indicator carries"),
    rationale: Bilingual(
      "目标写“慰问300人”，指标里没有300：要么漏设指标，要么两处不一致。背景数字也会这样，所以只是提示。",
      "The objective promises 300 persons and no indicator says so: one is missing, or the two disagree. May be background, so a hint."
    ),
    source: "绩效目标审核“相互匹配”", certainty: .recalled, group: "plan-vs-indicator", severity: .note,
    examples: [
      .fires(ExampleSheet(objective: "慰问困难职工300人", [ExampleRow("产出", "数量", "慰问人数", "≥200人")])),
      .quiet(ExampleSheet(objective: "慰问困难职工300人", [ExampleRow("产出", "数量", "慰问人数", "≥300人")])),
      .notApplicable(ExampleSheet(objective: "慰问困难职工", [ExampleRow("产出", "数量", "慰问人数", "≥300人")])),
    ],
    body: .sheet { sheet, outcomes in
      if sheet.objective.isEmpty || sheet.rows.isEmpty { return }
      for promise in promises(in: sheet.objective, sheet.tools) {
        let isCarried = sheet.rows.contains { row in
          [row.target.value, row.target.upper].contains { $0 == promise.value }
            || row.name.contains(promise.value.description)
        }
        if isCarried {
          outcomes.pass()
          continue
        }
        outcomes.fail(
          sheet,
          Draft(
            .objective, seen: promise.text,
            Bilingual("总体目标写“\(promise.text)”，没有指标承接", "“\(promise.text)” stands in no indicator")))
      }
    })

  private static let counted: Set<String> = ["person", "person-time", "household", "occurrence", "session"]
  /// Before an ordinal, the number of a document, the end of a range.
  private static let notCounted: [Unicode.Scalar] = ["第", "〔", "[", "(", "-", "~", "至"]

  /// Numbers with a unit of persons, households or occasions; ordinals, years and shares are none.
  private static func promises(in text: String, _ tools: CheckTools) -> [(text: String, value: Exact)] {
    var found: [(text: String, value: Exact)] = []
    if !text.utf8.contains(where: { (0x30...0x39).contains($0) }) { return found }
    let scalars = Array(text.unicodeScalars)
    func string(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    var index = 0
    while index < scalars.count {
      guard ("0"..."9").contains(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, ("0"..."9").contains(scalars[index]) || scalars[index] == "." {
        index += 1
      }
      if start > 0, notCounted.contains(scalars[start - 1]) { continue }
      guard let number = Int(string(start..<index)), number >= 2 else { continue }
      var end = index
      while end < scalars.count, scalars[end] == "余" || scalars[end] == "多" { end += 1 }
      let unit = [2, 1].compactMap { length -> String? in
        guard end + length <= scalars.count else { return nil }
        let text = string(end..<(end + length))
        return tools.unit(text).flatMap { counted.contains($0.dimension) ? text : nil }
      }.first
      if let unit, found.count < 32 {
        found.append((string(start..<end) + unit, Exact(number)))
      }
    }
    return found
  }
}
