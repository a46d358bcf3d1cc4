/// An indicator with what checks need to know of it, worked out once.
///
/// Immutable, and shared by reference: every check sees every row, and copying its texts each time took a third of the time.
public final class CheckRow: Sendable {
  public let indicator: Indicator
  /// Position in the sheet, from 0.
  let index: Int
  /// The folded name.
  let name: String
  let facts: RowFacts
  let unit: MeasureUnit?
  let actual: Actual
  /// The target as the sheet prints it, sign and unit included.
  let printed: String?

  /// `facts`: what the row's words say, where that is known already.
  /// The list and the index, because an indicator by itself would be copied, with a dozen texts, on its way here.
  init(_ indicators: [Indicator], _ index: Int, _ tools: CheckTools, facts: RowFacts? = nil) {
    indicator = indicators[index]
    self.index = index
    name = indicator.level3?.folded ?? ""
    self.facts = facts ?? RowFacts(indicator, name: name, tools)
    printed = CheckRow.printed(indicator.target)
    unit = indicator.target.unit.flatMap { tools.unit($0) }
    actual = indicator.actual.map { Actual(cell: $0, vocabulary: tools.vocabulary) } ?? .missing
  }

  var concept: Concept? { facts.concept }
  var marks: NameMarks { facts.marks }
  var category: Category? { facts.category }
  var rule: ScoringRuleName? { facts.rule }
  var isDate: Bool { facts.isDate }
  var target: Target { indicator.target }
  private static func printed(_ target: Target) -> String? {
    guard let printed = target.printed else { return nil }
    guard let value = target.value, printed == value.description else { return printed }
    return (target.relation?.sign ?? "") + printed + (target.unit ?? "")
  }

  var isCost: Bool { category == .cost }

  /// 2025年 as a target: a year of the calendar, not a number of years.
  var isCalendarYear: Bool {
    guard let value = target.value, target.upper == nil, value.places == 0 else { return false }
    return (1990...2100).contains(value.coefficient) && target.unit.map(CheckRow.isYear) ?? false
  }

  static func isYear(_ unit: String) -> Bool {
    // Most units are shorter or longer.
    (unit.utf8.count == 3 || unit.utf8.count == 6) && years.contains(ByteText(unit))
  }
  private static let years = ["年", "年度"].map { ByteText($0) }

  /// ≥360天服务读者: a name that begins with a sign or a digit may hold its own target.
  var carriesTarget: Bool {
    guard let first = name.utf8.first,
      (0x30...0x39).contains(first) || (0x3C...0x3E).contains(first) || first == 0xE2,
      name.first.map({ $0.isASCII || "≥≤".contains($0) }) ?? false, let printed
    else { return false }
    return name.contains(printed.folded)
  }

  /// A number that can be measured against.
  var isQuantified: Bool { target.value != nil && !isCalendarYear }

  /// Words, no date: nothing to measure against.
  var isWords: Bool { target.printed != nil && target.value == nil && !isDate }

  /// 2025.07-2026.01, 2025年1月-12月: a period of the calendar, with a beginning and an end.
  var isDateRange: Bool {
    guard let text = target.printed?.folded, target.value == nil else { return false }
    let parts = text.split { "-~—–至到".contains($0) }
    guard parts.count >= 2, parts.count <= 6 else { return false }
    return parts.allSatisfy { part in
      part.contains { $0.isNumber } && part.allSatisfy { $0.isNumber || "年月日号.．/底前".contains($0) }
    }
  }

  /// The target's bound in base units of its dimension.
  var scaledTarget: Ratio? {
    guard let value = target.value else { return nil }
    return unit.map { Ratio(value) * $0.factor } ?? Ratio(value)
  }
}
