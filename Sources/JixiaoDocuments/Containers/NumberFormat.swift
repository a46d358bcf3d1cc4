/// How a spreadsheet shows the number of a cell: `0%`, `#,##0.00`, `yyyy"年"m"月"d"日"`.
///
/// ```swift
/// NumberFormat("0%").text(DecimalText("0.95".utf8)!)   // 95%
/// ```
struct NumberFormat: Sendable {
  private var sections: [NumberFormatSection]
  /// Shows the number as it is.
  let isGeneral: Bool

  static let general = NumberFormat("General")

  init(_ code: String) {
    sections = NumberFormatSection.sections(of: code)
    isGeneral = sections.isEmpty || sections.count == 1 && sections[0].isPlain
  }

  /// The format of a number that files leave out, as a Chinese Excel shows it.
  init(builtIn id: Int) {
    self.init(Self.builtIn[id] ?? "General")
  }

  /// The number as the cell shows it; day 0 is 1904-01-01 in books of an old Mac, else 1899-12-30.
  func text(_ number: DecimalText, from1904: Bool = false) -> String {
    if isGeneral { return number.general }
    let exact = number.rounded(toSignificant: DecimalText.significant)
    guard let index = sections.firstIndex(where: { $0.holds(exact) }) ?? standard(exact) else {
      return number.general
    }
    let section = sections[index]
    // A section of its own for negative numbers prints the sign where it wants one.
    let shown = index > 0 && section.condition == nil ? exact.magnitude : exact
    return section.text(shown, from1904: from1904) ?? number.general
  }

  /// Positive; negative; zero: where no section states a condition.
  private func standard(_ number: DecimalText) -> Int? {
    let plain = sections.indices.filter { sections[$0].condition == nil && !sections[$0].isText }
    guard let first = plain.first else { return nil }
    if number.isNegative, plain.count >= 2 { return plain[1] }
    if number.isZero, plain.count >= 3 { return plain[2] }
    return first
  }

  private static let builtIn: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "m-d-yy", 31: "yyyy年m月d日",
    32: "h时mm分", 33: "h时mm分ss秒", 34: "上午/下午h时mm分", 35: "上午/下午h时mm分ss秒", 36: "yyyy年m月",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0;\"-\"", 42: "¥#,##0;¥-#,##0;¥\"-\"", 43: "#,##0.00;-#,##0.00;\"-\"",
    44: "¥#,##0.00;¥-#,##0.00;¥\"-\"", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 50: "yyyy年m月",
    51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 55: "上午/下午h时mm分",
    56: "上午/下午h时mm分ss秒", 57: "yyyy年m月", 58: "m月d日",
  ]
}
