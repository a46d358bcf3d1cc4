import Jixiao

/// Why one row lost points, is open or is in doubt: with the values, the arithmetic and the clause.
struct ReportDeduction: Sendable {
  private let row: IndicatorScore
  private let clause: Clause?
  private let language: Language

  init(_ row: IndicatorScore, content: ReportContent) {
    self.row = row
    clause = content.clause(row.clause)
    language = content.language
  }

  /// `资金发放完成时间（目标<4月，实际7）：7 > 4 月；10 × 4/7 ≈ 5.71，扣 4.29 分。`; nil where nothing is lost.
  var lostText: String? {
    guard let deduction = row.deduction, !deduction.isZero else { return nil }
    return head + row.why + language.pick("，扣 \(deduction) 分。", "; \(deduction) deducted. ")
  }

  /// Nil where the points are known.
  var openText: String? {
    guard let open = row.open, !open.isZero else { return nil }
    return head + row.why + language.pick("，\(open.points) 分待定。", "; \(open.points) open. ")
  }

  /// Nil where nothing questions a row that lost nothing and is not open.
  var doubtText: String? {
    let doubts = row.notes.filter(\.isDoubt)
    guard !doubts.isEmpty, row.deduction?.isZero ?? true, row.open?.isZero ?? true else { return nil }
    return head + doubts.map { $0.text(in: language) }.joined(separator: language.pick("；", "; "))
      + language.pick("。", ". ")
  }

  /// What the review's table says about a row: the reason and the clause, or nothing for full points without remarks.
  var tableText: String {
    let isFull = (row.deduction?.isZero ?? false) && (row.open?.isZero ?? false)
    let remarks = row.notes.map { $0.text(in: language) }.joined(separator: language.pick("；", "; "))
    if isFull { return remarks }
    let parts = [row.why, remarks, language.pick("依据 ", "basis ") + row.clause].filter { !$0.isEmpty }
    return parts.joined(separator: language.pick("；", "; "))
  }

  private var head: String {
    let indicator = row.indicator
    let name = indicator.level3 ?? "—"
    let actual = indicator.actual ?? language.pick("空白", "blank")
    return language.pick(
      "\(name)（目标 \(indicator.target.readable)，实际 \(actual)）：",
      "\(name) (target \(indicator.target.readable), actual \(actual)): ")
  }

  /// The citation, `literal#ceiling-missed`.
  var citation: String { row.clause }

  /// What the clause says and where it comes from.
  var basis: String {
    guard let clause else { return language.pick("依据 \(row.clause)", "Basis: \(row.clause)") }
    let says = clause.says.hasSuffix("。") ? String(clause.says.dropLast()) : clause.says
    return language.pick(
      "依据：\(says)（\(clause.source)，\(clause.certainty.title(in: language))；\(row.clause)）",
      "Basis: \(says) (\(clause.source), \(clause.certainty.title(in: language)); \(row.clause))")
  }
}

extension IndicatorScore {
  /// `扣 N 分`: the weight less the points as they are printed, so that a reader's own subtraction agrees.
  var deduction: Exact? {
    guard let points, let weight = indicator.weight else { return nil }
    return weight.subtracting(points.high.points)
  }
}

extension SheetScore {
  /// The sheet's weight less its points as they are printed.
  var deduction: Exact? {
    guard let points, let weight else { return nil }
    return weight.subtracting(points.high.points)
  }
}
