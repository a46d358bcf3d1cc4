import Jixiao

/// The worksheet of all indicators.
extension XLSXWorkpaper {
  /// The columns other worksheets and formulas refer to.
  enum Column {
    static let sheet = "A"
    static let target = "I"
    static let upper = "J"
    static let actual = "M"
    static let weight = "N"
    static let claimed = "O"
    static let low = "P"
    static let high = "Q"
  }

  var indicatorSheet: XLSXWorksheet {
    let headings: [(String, String, Int)] = [
      ("表序", "sheet", 6), ("绩效表", "name", 24), ("序号", "no.", 6), ("三级指标", "indicator", 28),
      ("一级指标", "level 1", 12), ("二级指标", "level 2", 14), ("指标值（原文）", "target as printed", 14),
      ("符号", "sign", 6),
      ("目标数", "target", 10), ("上限", "upper", 8), ("单位", "unit", 8), ("实际完成值（原文）", "actual as printed", 14),
      ("实际数（按目标单位）", "actual (target's unit)", 11), ("分值", "weight", 8), ("自评得分", "claimed", 9),
      ("复核得分（低）", "points (low)", 11), ("复核得分（高）", "points (high)", 11), ("扣分", "lost", 8), ("待定", "open", 8),
      ("自评差额", "difference", 9), ("结果", "outcome", 9), ("算法", "function", 18), ("条款", "clause", 26),
      ("条款内容与出处", "what the clause says", 44), ("理由", "why", 36), ("备注", "remarks", 30), ("文件", "file", 20),
      ("位置", "place", 12), ("复核意见", "reviewer", 24),
    ]
    return XLSXWorksheet(
      name: indicatorName, columns: columns(headings), frozenColumns: 4, rowCount: indicatorCount,
      pagesWide: 3
    ) { emit in
      var row = 1
      for sheet in sheets {
        let pack = pack(of: sheet)
        for score in sheet.score.indicators {
          row += 1
          emit(row, cells(score, of: sheet, pack: pack, row: row))
        }
      }
    }
  }

  private func cells(_ score: IndicatorScore, of sheet: ReportSheet, pack: RulePack?, row: Int) -> [XLSXCell]
  {
    let indicator = score.indicator
    let target = indicator.target
    let claim = XLSXClaim(score, row: row, pack: pack, vocabulary: content.vocabulary)
    var cells: [XLSXCell] = [
      .count(sheet.number), .text(sheet.name(in: language)), .count(indicator.ordinal),
      .text(indicator.level3),
      .text(indicator.level1), .text(indicator.level2), .text(target.printed), .text(target.relation?.sign),
      .number(target.value, .input), .number(target.upper, .input), .text(target.unit),
      .text(indicator.actual),
      claim.actualCell, .number(indicator.weight, .input), .number(indicator.claimed, .points),
    ]
    cells += pointCells(score, isPlan: sheet.score.isPlan, claim, row: row)
    let clause = content.clause(score.clause)
    let parameters = score.parameters.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let function = score.function.map { parameters.isEmpty ? $0 : "\($0) (\(parameters))" }
    var remarks = score.notes.map { $0.text(in: language) }
    if let reason = indicator.reason { remarks.append(language.pick("偏差原因：", "reason given: ") + reason) }
    cells += [
      .text(wording.outcome(score.outcome), score.outcome == .met ? .good : .text), .text(function),
      .text(score.clause),
      .text(clause.map { "\($0.says)　\($0.source)〔\($0.certainty.title(in: language))〕" }), .text(score.why),
      .text(remarks.joined(separator: language.pick("；", "; "))), .text(sheet.source.file),
      .text(indicator.place.described(in: language)), .empty(.input),
    ]
    return cells
  }

  /// Points low and high, lost, open, and how far the unit's own score lies outside.
  private func pointCells(_ score: IndicatorScore, isPlan: Bool, _ claim: XLSXClaim, row: Int) -> [XLSXCell] {
    guard !isPlan, let points = score.points, let weight = score.indicator.weight else {
      return [.empty(.points), .empty(.points), .empty(.lost), .empty(.open), .empty(.points)]
    }
    let (low, high) = ("\(Column.low)\(row)", "\(Column.high)\(row)")
    var cells: [XLSXCell] = [cell(claim.low, points.low)]
    cells.append(points.exact == nil ? cell(claim.high, points.high) : .formula(low, points.high))
    cells.append(.formula("\(Column.weight)\(row)-\(high)", Ratio(weight) - points.high, .lost))
    cells.append(.formula("\(high)-\(low)", points.high - points.low, .open))
    guard let claimed = score.indicator.claimed.map({ Ratio($0) }) else { return cells + [.empty(.points)] }
    let own = "\(Column.claimed)\(row)"
    let outside =
      claimed > points.high ? claimed - points.high : claimed < points.low ? claimed - points.low : .zero
    cells.append(
      .formula(
        "IF(\(own)=\"\",\"\",IF(\(own)>\(high),\(own)-\(high),IF(\(own)<\(low),\(own)-\(low),0)))", outside,
        .lost))
    return cells
  }

  /// The formula where its value is ours, else the number.
  func cell(_ formula: XLSXFormula?, _ value: Ratio, _ style: XLSXStyle = .points) -> XLSXCell {
    guard let formula, formula.value == value else { return .number(value, style) }
    return .formula(formula.text, value, style)
  }
}
