import Jixiao

/// The opinion on one sheet in words, as it is pasted into a report: what was earned, and every deduction with its reason.
struct ReportReview: Sendable {
  /// A row that lost points, is open, or is in doubt.
  struct Item: Sendable {
    let text: String
  }

  struct Section: Sendable {
    let heading: String
    let items: [Item]
  }

  let heading: String
  let paragraph: String
  let sections: [Section]

  init(_ entry: ReportSheet, content: ReportContent, wording: ScoreWording) {
    let language = content.language
    let score = entry.score
    let sheet = score.sheet
    heading = "\(entry.number). \(entry.name(in: language))"
    if score.isPlan {
      paragraph = wording.summary(score).joined()
      sections = []
      return
    }
    paragraph = Self.opening(sheet, score, wording) + Self.totals(score, wording)
    let rows = score.indicators.map { ReportDeduction($0, content: content) }
    let lost = Self.items(rows.compactMap { row in row.lostText.map { ($0, row) } }, language)
    let open = Self.items(rows.compactMap { row in row.openText.map { ($0, row) } }, language)
    let doubts = rows.compactMap { $0.doubtText.map { Item(text: $0) } }
    var sections = [
      Section(heading: language.pick("扣分", "Deductions"), items: lost),
      Section(heading: language.pick("待评定", "Still open"), items: open),
      Section(heading: language.pick("须核实", "To be verified"), items: doubts),
    ]
    let deductions = score.indicators.compactMap(\.deduction).reduce(Ratio.zero) { $0 + Ratio($1) }
    if let whole = score.deduction, deductions != Ratio(whole) {
      let note = language.pick(
        "各项扣分按两位小数列示，合数 \(deductions.points)；合计 \(whole) 以精确值为准。",
        "Deductions are shown at two places and add up to \(deductions.points); the total of \(whole) is from exact values."
      )
      sections[0] = Section(heading: sections[0].heading, items: lost + [Item(text: note)])
    }
    self.sections = sections.filter { !$0.items.isEmpty }
  }

  /// Every item with its clause: in full the first time, afterwards by the number of that item.
  private static func items(_ texts: [(String, ReportDeduction)], _ language: Language) -> [Item] {
    var first: [String: Int] = [:]
    return texts.enumerated().map { index, entry in
      let (text, row) = entry
      if let number = first[row.citation] {
        return Item(
          text: text
            + language.pick("依据同（\(number)）（\(row.citation)）。", "Basis as in (\(number)) (\(row.citation))."))
      }
      first[row.citation] = index + 1
      return Item(text: text + row.basis + language.pick("。", "."))
    }
  }

  private static func opening(_ sheet: Sheet, _ score: SheetScore, _ wording: ScoreWording) -> String {
    let language = wording.language
    let organization = sheet.organization ?? ""
    let project = sheet.project.map { language.pick("“\($0)”", " “\($0)”") } ?? ""
    let year = sheet.year.map { language.pick("\($0)年度", " \($0) ") } ?? ""
    let kind = wording.sheets.kind(sheet.kind)
    let weight = score.weight?.description ?? language.pick("未印", "not printed")
    return language.pick(
      "\(organization)\(project)\(year)\(kind)共 \(score.indicators.count) 个指标，分值合计 \(weight) 分。",
      "\(organization)\(project)\(year)(\(kind)): \(score.indicators.count) indicators, weights \(weight). ")
  }

  private static func totals(_ score: SheetScore, _ wording: ScoreWording) -> String {
    let language = wording.language
    var text: String
    if let deduction = score.deduction, let open = score.open {
      text = language.pick(
        "复核指标得分 \(wording.span(score.points)) 分，扣 \(deduction) 分",
        "Recomputed: \(wording.span(score.points)) points, \(deduction) deducted")
      if !open.isZero {
        text += language.pick("，另有 \(open.points) 分待评价人评定", ", \(open.points) left to the evaluator")
      }
      text += language.pick("。", ". ")
    } else {
      text = language.pick("指标得分不能确定：有指标没有分值。", "No points can be given: an indicator has no weight. ")
    }
    let weight = score.execution.weight?.description ?? "—"
    text += language.pick(
      "预算执行率得分 \(wording.span(score.execution.points)) 分（满分 \(weight) 分：\(score.execution.why)）。",
      "Execution: \(wording.span(score.execution.points)) of \(weight) (\(score.execution.why)). ")
    if let grade = score.grade {
      text += language.pick(
        "总分 \(wording.span(score.total)) 分，等级 \(grade)。",
        "Total \(wording.span(score.total)), grade \(grade). ")
    }
    if let claimed = score.sheet.totalClaimed {
      text += language.pick("单位自评总分 \(claimed) 分。", "The unit's own total is \(claimed). ")
    }
    return text
  }
}
