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
    var rows: [(document: DocumentScore, sheet: SheetScore, row: IndicatorScore, stakes: [Ratio])] = []
    for document in scores {
      for sheet in document.sheets where !sheet.isPlan {
        for row in sheet.indicators {
          guard let points = row.points, let weight = row.indicator.weight else { continue }
          let doubtful = row.notes.contains(where: \.isDoubt) ? Ratio(weight) : .zero
          let stakes = [Ratio(weight) - points.high, points.high - points.low, doubtful]
          if stakes.contains(where: { !$0.isZero }) { rows.append((document, sheet, row, stakes)) }
        }
      }
    }
    // A stable order: equal stakes stay in the order of the documents.
    let ranked = rows.enumerated().sorted { a, b in
      for (left, right) in zip(a.element.stakes, b.element.stakes) where left != right { return left > right }
      return a.offset < b.offset
    }.map(\.element)
    return ranked.prefix(limit).map { ($0.document, $0.sheet, $0.row) }
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
