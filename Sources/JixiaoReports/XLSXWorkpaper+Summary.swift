import Jixiao

/// The first worksheet: a row a sheet, added up from the worksheet of indicators.
extension XLSXWorkpaper {
  var summarySheet: XLSXWorksheet {
    let headings: [(String, String, Int)] = [
      ("表序", "sheet", 6), ("绩效表", "name", 32), ("单位", "unit", 20), ("年度", "year", 7), ("类型", "kind", 20),
      ("指标分值", "weight", 9), ("指标得分（低）", "points (low)", 11), ("指标得分（高）", "points (high)", 11),
      ("扣分", "lost", 8),
      ("待定", "open", 8), ("执行率分值", "execution weight", 9), ("预算数", "budget", 11), ("执行数", "executed", 11),
      ("执行率得分（低）", "execution (low)", 11), ("执行率得分（高）", "execution (high)", 11), ("总分（低）", "total (low)", 9),
      ("总分（高）", "total (high)", 9), ("等级（低）", "grade (low)", 9), ("等级（高）", "grade (high)", 9),
      ("自评总分", "claimed total", 9), ("位次", "rank", 8), ("执行率说明", "execution, why", 34), ("规则包", "pack", 16),
      ("文件", "file", 24), ("位置", "place", 10),
    ]
    let figures = ReportFigures(content)
    let lead: [XLSXCell] = [
      .text(language.pick("绩效自评复核底稿", "Workpaper: review of performance self-assessments"), .title),
      .text(
        language.pick(
          "\(figures.documents) 个文件、\(figures.sheets) 张表、\(figures.indicators) 个指标，\(figures.unread) 处未读。"
            + "浅黄格可改，得分随公式重算；待定分数由评价人判断。",
          "\(figures.documents) files, \(figures.sheets) sheets, \(figures.indicators) indicators, \(figures.unread) unread. "
            + "Change the pale yellow cells and the points follow; what is open is for a person to judge."),
        .subtitle),
    ]
    let ranking = content.ranking ?? ReportRanking(sheets, language: language)
    var ranks: [Int: ReportRanking.Entry] = [:]
    for entry in ranking.entries { if let sheet = entry.sheet { ranks[sheet] = entry } }
    let found = ranks
    return XLSXWorksheet(
      name: summaryName, lead: lead, columns: columns(headings), frozenColumns: 2, rowCount: sheets.count,
      pagesWide: 2
    ) { emit in
      let first = lead.count + 3
      for (index, sheet) in sheets.enumerated() {
        emit(first + index, row(sheet, rank: found[sheet.number], at: first + index))
      }
      let last = first + sheets.count - 1
      if last >= first { emit(last + 1, totals(figures, rows: first...last)) }
    }
  }

  private func row(_ sheet: ReportSheet, rank: ReportRanking.Entry?, at row: Int) -> [XLSXCell] {
    let score = sheet.score
    let ranks = rank.map { $0.best == $0.worst ? "\($0.best)" : "\($0.best)–\($0.worst)" }
    var cells: [XLSXCell] = [
      .count(sheet.number), .text(sheet.name(in: language)), .text(score.sheet.organization),
      .number(score.sheet.year.map { Exact($0) }), .text(wording.sheets.kind(score.sheet.kind)),
    ]
    if score.isPlan {
      cells.append(.number(score.weight, .points))
      cells += [XLSXCell](repeating: .empty(.points), count: 13)
    } else {
      cells += sumCells(score, row: row)
      cells += executionCells(score, pack(of: sheet), row: row)
      cells += totalCells(score, pack(of: sheet), row: row)
    }
    cells += [
      .number(score.sheet.totalClaimed, .points), .text(score.isPlan ? language.pick("目标表", "plan") : ranks),
      .text(score.isPlan ? nil : score.execution.why),
      .text("\(sheet.source.pack) \(sheet.source.packVersion)"),
      .text(sheet.source.file), .text(score.sheet.place.described(in: language)),
    ]
    return cells
  }

  /// Weight, points low and high, lost and open, from the rows of the sheet.
  private func sumCells(_ score: SheetScore, row: Int) -> [XLSXCell] {
    let last = indicatorCount + 1
    func sum(_ column: String) -> String {
      let name = indicatorName
      return "SUMIFS('\(name)'!$\(column)$2:$\(column)$\(last),'\(name)'!$A$2:$A$\(last),$A\(row))"
    }
    let rows = score.indicators.compactMap(\.points)
    let plain = rows.reduce(Points.zero) { $0 + $1 }
    var cells: [XLSXCell] = [
      score.weight.map { .formula(sum(Column.weight), Ratio($0)) } ?? .empty(.points)
    ]
    guard let points = score.points else { return cells + [XLSXCell](repeating: .empty(.points), count: 4) }
    // Where rows that do not apply are made up for, the plain sum is not the sheet's.
    let isPlain = plain == points
    cells.append(isPlain ? .formula(sum(Column.low), points.low) : .number(points.low, .points))
    cells.append(isPlain ? .formula(sum(Column.high), points.high) : .number(points.high, .points))
    cells.append(score.lost.map { .formula("F\(row)-H\(row)", $0, .lost) } ?? .empty(.lost))
    cells.append(.formula("H\(row)-G\(row)", points.high - points.low, .open))
    return cells
  }

  private func executionCells(_ score: SheetScore, _ pack: RulePack?, row: Int) -> [XLSXCell] {
    let execution = score.execution
    let funds = score.sheet.funds
    let budget = pack?.execution.rule.base.lazy.compactMap { base in
      switch base {
      case .adjusted: funds.adjusted
      case .initial: funds.initial
      case .total: funds.total
      }
    }.first
    var cells: [XLSXCell] = [
      .number(execution.weight, .input), .number(budget, .input), .number(funds.executed, .input),
    ]
    guard let points = execution.points else { return cells + [.empty(.points), .empty(.points)] }
    guard let weight = execution.weight, let budget, budget > .zero, let pack,
      pack.execution.rule.tiers == nil
    else {
      return cells + [.number(points.low, .points), .number(points.high, .points)]
    }
    let rounding = pack.rounding.rule
    let minimum = pack.execution.rule.passMinimum
    let share = XLSXFormula.cell("M\(row)", Ratio(funds.executed ?? .zero)) / .cell("L\(row)", Ratio(budget))
    let limited = XLSXFormula.maximum(.zero, .minimum(.number(.one), share))
    let earned = XLSXFormula.cell("K\(row)", Ratio(weight)) * limited
    let passing = minimum.isZero ? earned : .when(share, .less, .number(minimum), .zero, earned)
    let formula = rounding.when == .rowsThenSum ? .rounded(passing, places: rounding.places) : passing
    if funds.executed == nil, points == Points(low: .zero, high: Ratio(weight)) {
      // Nothing is printed yet: as soon as a reviewer fills in what was executed, the interval closes.
      cells.append(.formula("IF(M\(row)=\"\",0,\(formula.text))", points.low))
      cells.append(.formula("IF(M\(row)=\"\",K\(row),\(formula.text))", points.high))
      return cells
    }
    cells.append(cell(formula, points.low))
    cells.append(points.exact == nil ? .number(points.high, .points) : .formula("N\(row)", points.high))
    return cells
  }

  private func totalCells(_ score: SheetScore, _ pack: RulePack?, row: Int) -> [XLSXCell] {
    guard let total = score.total, let points = score.points, let more = score.execution.points else {
      return [.empty(.strongPoints), .empty(.strongPoints), .empty(), .empty()]
    }
    let isPlain = points + more == total
    let ends: [XLSXCell] = [
      isPlain ? .formula("G\(row)+N\(row)", total.low, .strongPoints) : .number(total.low, .strongPoints),
      isPlain ? .formula("H\(row)+O\(row)", total.high, .strongPoints) : .number(total.high, .strongPoints),
    ]
    return ends + [
      grade(score.gradeLow, "P\(row)", pack, year: score.sheet.year),
      grade(score.gradeHigh, "Q\(row)", pack, year: score.sheet.year),
    ]
  }

  /// The word for a total, by the pack's cuts, so that it follows a changed value.
  private func grade(_ grade: String?, _ address: String, _ pack: RulePack?, year: Int?) -> XLSXCell {
    guard let grade, let pack else { return .text(grade) }
    let scales = pack.grades.rule.scales
    guard let scale = scales.first(where: { ($0.fromYear ?? .min) <= (year ?? .min) }) ?? scales.last,
      let worst = scale.cuts.last
    else { return .text(grade) }
    func quoted(_ text: String) -> String {
      "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
    var formula = quoted(worst.grade)
    for cut in scale.cuts.dropLast().reversed() {
      formula = "IF(ROUND(\(address),2)>=\(cut.from),\(quoted(cut.grade)),\(formula))"
    }
    return .textFormula(formula, grade)
  }

  /// The last row: what all sheets have together.
  private func totals(_ figures: ReportFigures, rows: ClosedRange<Int>) -> [XLSXCell] {
    var cells: [XLSXCell] = [.empty(.strong), .text(language.pick("合计", "all"), .strong)]
    cells += [XLSXCell](repeating: .empty(.strong), count: 3)
    let scored = sheets.map(\.score)
    func sum(_ column: String, _ values: [Ratio]) -> XLSXCell {
      .formula(
        "SUM(\(column)\(rows.lowerBound):\(column)\(rows.upperBound))", values.reduce(.zero) { $0 + $1 },
        .strongPoints)
    }
    let earned = scored.filter { !$0.isPlan }
    cells.append(sum("F", scored.compactMap { $0.weight.map { Ratio($0) } }))
    cells.append(sum("G", earned.compactMap(\.points?.low)))
    cells.append(sum("H", earned.compactMap(\.points?.high)))
    cells.append(sum("I", earned.compactMap(\.lost)))
    cells.append(sum("J", earned.compactMap(\.open)))
    return cells
  }
}
