import Jixiao

/// The table under a review: every indicator with its points, what was deducted and why.
enum ReportTable {
  struct Column {
    let heading: String
    let isNumber: Bool
    /// Share of the line on paper, in hundredths.
    let width: Int
  }

  /// Without the unit's own points where a sheet prints none; their width goes to the reasons.
  static func columns(of score: SheetScore, in language: Language) -> [Column] {
    let isClaimed = isClaimed(score)
    let columns = [
      Column(heading: language.pick("序号", "no."), isNumber: true, width: 6),
      Column(heading: language.pick("三级指标", "indicator"), isNumber: false, width: 20),
      Column(heading: language.pick("目标值", "target"), isNumber: false, width: 11),
      Column(heading: language.pick("实际完成值", "actual"), isNumber: false, width: 11),
      Column(heading: language.pick("分值", "weight"), isNumber: true, width: 7),
      Column(heading: language.pick("自评", "claimed"), isNumber: true, width: 7),
      Column(heading: language.pick("复核得分", "points"), isNumber: true, width: 9),
      Column(heading: language.pick("扣分", "deducted"), isNumber: true, width: 7),
      Column(
        heading: language.pick("理由和依据", "reason and basis"), isNumber: false, width: isClaimed ? 22 : 29),
    ]
    return columns.enumerated().filter { isClaimed || $0.offset != claimedColumn }.map(\.element)
  }

  private static let claimedColumn = 5

  private static func isClaimed(_ score: SheetScore) -> Bool {
    score.indicators.contains { $0.indicator.claimed != nil }
  }

  /// The cells of every row, as many as there are columns.
  static func rows(of score: SheetScore, content: ReportContent, wording: ScoreWording) -> [[String]] {
    let isClaimed = isClaimed(score)
    return score.indicators.map { row in
      let cells = cells(row, content: content, wording: wording)
      return cells.enumerated().filter { isClaimed || $0.offset != claimedColumn }.map(\.element)
    }
  }

  private static func cells(_ row: IndicatorScore, content: ReportContent, wording: ScoreWording) -> [String]
  {
    let indicator = row.indicator
    return [
      String(indicator.ordinal), indicator.level3 ?? "—", indicator.target.readable,
      indicator.actual ?? content.language.pick("空白", "blank"), indicator.weight?.description ?? "—",
      indicator.claimed?.description ?? "—", wording.span(row.points), row.deduction?.description ?? "—",
      ReportDeduction(row, content: content).tableText,
    ]
  }
}
