import Jixiao

/// How scores are put into words for people, the same in text and Markdown.
struct ScoreWording: Sendable {
  let language: Language
  /// Finds the clause behind a citation, for its title and source.
  let clause: @Sendable (String) -> Clause?

  var sheets: SheetWording { SheetWording(language: language) }

  /// `85.71`, or `81.71…85.71` where a person still has to decide, or `—`.
  func points(_ points: Points?) -> String {
    guard let points else { return "—" }
    if let exact = points.exact { return exact.points.description }
    return "\(points.low.points)…\(points.high.points)"
  }

  func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: language.pick("达标", "met")
    case .partial: language.pick("部分", "partial")
    case .missed: language.pick("未达标", "missed")
    case .qualitative: language.pick("待评定", "to be judged")
    case .noActual: language.pick("未填", "no actual")
    case .notDemonstrated: language.pick("未证明", "not shown")
    case .notApplicable: language.pick("不适用", "not applicable")
    case .unscorable: language.pick("不可计", "unscorable")
    }
  }

  var columns: [TextTable.Column] {
    [
      TextTable.Column("#", isNumber: true),
      TextTable.Column(language.pick("二级指标", "level 2"), widest: 18),
      TextTable.Column(language.pick("三级指标", "indicator"), widest: 40),
      TextTable.Column(language.pick("目标", "target"), widest: 20),
      TextTable.Column(language.pick("实际", "actual"), widest: 16),
      TextTable.Column(language.pick("分值", "weight"), isNumber: true),
      TextTable.Column(language.pick("得分", "points"), isNumber: true),
      TextTable.Column(language.pick("结果", "outcome")),
      TextTable.Column(language.pick("条款", "clause"), widest: 36),
    ]
  }

  func cells(_ score: IndicatorScore) -> [String] {
    let indicator = score.indicator
    let noted = score.notes.isEmpty ? "" : " *"
    return [
      String(indicator.ordinal), indicator.level2 ?? "", indicator.level3 ?? "", indicator.target.readable,
      indicator.actual ?? "", indicator.weight?.description ?? "—", points(score.points),
      outcome(score.outcome) + noted, score.clause,
    ]
  }

  func document(_ score: DocumentScore) -> String {
    language.pick(
      "\(score.file) · 规则包 \(score.pack) \(score.packVersion)（\(score.packWhy)）",
      "\(score.file) · pack \(score.pack) \(score.packVersion) (\(score.packWhy))")
  }

  /// The lines under a sheet's table: level 1, points, execution, total and grade.
  func summary(_ score: SheetScore) -> [String] {
    if score.isPlan { return [plan(score)] }
    var lines: [String] = []
    let levels = score.levels.map {
      "\($0.level1 ?? "—") \(points($0.points))/\($0.weight?.description ?? "—")"
    }
    lines.append(levels.joined(separator: language.pick("，", ", ")))
    lines.append(
      language.pick("指标得分 ", "indicators ") + points(score.points) + " / "
        + (score.weight?.description ?? "—"))
    let mismatch =
      score.execution.frameMismatch ? language.pick("（与规则包的框架不同）", " (the pack's frame differs)") : ""
    lines.append(
      language.pick("预算执行 ", "execution ") + points(score.execution.points) + " / "
        + (score.execution.weight?.description ?? "—") + mismatch + " — " + score.execution.why)
    lines.append(language.pick("总分 ", "total ") + points(score.total) + " / 100" + grade(score))
    return lines
  }

  private func grade(_ score: SheetScore) -> String {
    guard let low = score.gradeLow, let high = score.gradeHigh else { return "" }
    return language.pick("，等级 ", ", grade ") + (low == high ? low : "\(low)…\(high)")
  }

  private func plan(_ score: SheetScore) -> String {
    let weight = score.weight?.description ?? language.pick("未印", "no")
    return language.pick(
      "这是目标表，\(score.indicators.count) 个指标（权重合计 \(weight)）都没有实际完成值，还没有可计分的内容。"
        + "年终计分需要每个指标的“实际完成值”和预算执行数。",
      "This is a plan: none of its \(score.indicators.count) indicators (weights \(weight)) has an actual, so there is "
        + "nothing to score yet. Scoring needs 实际完成值 for each indicator and the executed budget.")
  }

  /// The rows a reader should look at first: the most points lost, then left open, then in doubt.
  func mostImportant(_ scores: [DocumentScore], limit: Int = 3) -> [(
    document: DocumentScore, sheet: SheetScore, row: IndicatorScore
  )] {
    // Positions are sorted, not rows: a row is large, and of thousands only a few are shown.
    typealias Candidate = (document: Int, sheet: Int, row: Int, lost: Ratio, open: Ratio, doubtful: Ratio)
    var rows: [Candidate] = []
    for (d, document) in scores.enumerated() {
      for (s, sheet) in document.sheets.enumerated() where !sheet.isPlan {
        for (r, row) in sheet.indicators.enumerated() {
          guard let points = row.points, let weight = row.indicator.weight else { continue }
          let doubtful = row.notes.contains(where: \.isDoubt) ? Ratio(weight) : .zero
          let (lost, open) = (Ratio(weight) - points.high, points.high - points.low)
          if lost.isZero, open.isZero, doubtful.isZero { continue }
          rows.append((d, s, r, lost, open, doubtful))
        }
      }
    }
    // A stable order: equal stakes stay in the order of the documents.
    rows.sort { a, b in
      if a.lost != b.lost { return a.lost > b.lost }
      if a.open != b.open { return a.open > b.open }
      if a.doubtful != b.doubtful { return a.doubtful > b.doubtful }
      return (a.document, a.sheet, a.row) < (b.document, b.sheet, b.row)
    }
    return rows.prefix(limit).map { place in
      let document = scores[place.document]
      let sheet = document.sheets[place.sheet]
      return (document, sheet, sheet.indicators[place.row])
    }
  }

  /// One important row with its derivation, its remarks and the clause it rests on, told once.
  func explained(_ sheet: SheetScore, _ row: IndicatorScore, told: inout Set<String>) -> [String] {
    let indicator = row.indicator
    let place = indicator.place.described(in: language)
    var lines = [
      language.pick("第\(sheet.sheet.ordinal)张表", "sheet \(sheet.sheet.ordinal)")
        + " #\(indicator.ordinal) \(indicator.level3 ?? "—") (\(place))",
      "  \(indicator.target.readable) ← \(indicator.actual ?? language.pick("空白", "blank")): \(row.why)",
    ]
    for note in row.notes { lines.append("  * " + note.text(in: language)) }
    guard let clause = clause(row.clause) else { return lines }
    guard told.insert(row.clause).inserted else { return lines + ["  \(row.clause)"] }
    lines.append("  \(row.clause): \(clause.says)")
    lines.append("  \(clause.source)〔\(clause.certainty.title(in: language))〕")
    return lines
  }
}
