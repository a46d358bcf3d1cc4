extension Check {
  static let malformedOperator = Check(
    "JX219", "sign-malformed",
    Bilingual("符号写法有误", "a malformed sign"),
    rationale: Bilingual(
      "“=＞95%”“≥≤5人”“95%≥”读法不一，只有符号没有数的无从衡量。",
      "=> and ≥≤ are read in more than one way; a sign without a number measures nothing."),
    source: "栏目含义", certainty: .text, severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "=＞95人")])),
      .fires(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥≤95人")])),
      .fires(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥")])),
      .fires(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "95人≥")])),
      .quiet(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "＞=95人")])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "95人")])),
    ],
    body: .row { row, _ in
      guard let printed = row.target.printed else { return .notApplicable }
      if !mayHoldSign(printed) { return .notApplicable }
      var text = Substring(printed.folded)
      while let first = text.first, "'‘’`\"“”".contains(first) { text = text.dropFirst() }
      let sign = text.prefix(while: isSign)
      let trails = text.last.map(isSign) ?? false
      if sign.isEmpty, !trails { return .notApplicable }
      let rest = text.dropFirst(sign.count)
      let why: Bilingual
      var suggestion: Suggestion?
      if rest.isEmpty {
        why = Bilingual("只有符号，没有数", "a sign without a number")
      } else if trails {
        why = Bilingual("符号写在数的后面", "the sign stands behind the number")
      } else if !wellFormed.contains(String(sign)) {
        why = Bilingual("符号“\(sign)”写法有误", "the sign \(sign) is malformed")
        let meant = reversed[String(sign)]
        suggestion = meant.map { Suggestion(.operator, $0, Bilingual("通行写法", "the usual spelling")) }
      } else {
        return .pass
      }
      return .fail(
        Draft(
          .operator, seen: printed,
          Bilingual("指标值“\(printed)”：\(why.zh)", "target \(printed): \(why.en)"), suggestion: suggestion))
    })

  /// By its bytes, as most targets hold none: < = >, and what begins as ≤ ≥ ⩽ and the full-width forms do.
  private static func mayHoldSign(_ text: String) -> Bool {
    text.utf8.contains { (0x3C...0x3E).contains($0) || $0 == 0xE2 || $0 == 0xEF }
  }

  private static func isSign(_ character: Character) -> Bool { "<>=≤≥≦≧⩽⩾".contains(character) }
  private static let wellFormed: Set<String> = ["<", ">", "=", "<=", ">=", "≤", "≥", "≦", "≧", "⩽", "⩾"]
  private static let reversed = [
    "=>": ">=", "=<": "<=", "≥=": ">=", "≤=": "<=", "=≥": ">=", "=≤": "<=", "==": "=",
  ]
}
