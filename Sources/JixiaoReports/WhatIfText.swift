import Jixiao

/// Renders what would be for a terminal: totals before and after, and the ways to the next grades.
public enum WhatIfText {
  public static func render(_ answers: [WhatIf], language: Language) -> [UInt8] {
    let wording = ScoreWording(language: language) { _ in nil }
    var lines: [String] = []
    for answer in answers where !answer.before.isPlan {
      if !lines.isEmpty { lines.append("") }
      let sheet = answer.before.sheet
      let name = sheet.project ?? sheet.organization ?? ""
      lines.append(
        "\(answer.file) · " + language.pick("第\(sheet.ordinal)张表 ", "sheet \(sheet.ordinal) ") + name
          + " · \(answer.pack)")
      lines.append(language.pick("现在 ", "now ") + standing(answer.before, wording))
      for change in answer.changes {
        let (old, new) = (change.before, change.after)
        lines.append(
          "  #\(old.indicator.ordinal) \(old.indicator.level3 ?? "—")："
            + language.pick("实际 ", "actual ") + moved(old.indicator.actual, new.indicator.actual)
            + language.pick("，分值 ", ", weight ")
            + moved(old.indicator.weight?.description, new.indicator.weight?.description)
            + language.pick("，得分 ", ", points ")
            + moved(wording.points(old.points), wording.points(new.points))
            + "（\(new.why)；\(new.clause)）")
      }
      if !answer.changes.isEmpty {
        lines.append(language.pick("假设后 ", "then ") + standing(answer.after, wording))
      }
      for goal in answer.goals { lines += ways(goal, language) }
      if answer.before.total == nil {
        lines.append(language.pick("  没有总分，看不出差多少", "  without a total there is no distance to a grade"))
      }
    }
    if lines.isEmpty {
      lines = [language.pick("没有自评表：目标表还没有实际完成值", "no self-assessment: plans claim nothing yet")]
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func standing(_ score: SheetScore, _ wording: ScoreWording) -> String {
    wording.points(score.total) + (score.grade.map { " \($0)" } ?? "")
  }

  private static func moved(_ old: String?, _ new: String?) -> String {
    let (a, b) = (old ?? "—", new ?? "—")
    return a == b ? a : "\(a) → \(b)"
  }

  private static func ways(_ goal: Goal, _ language: Language) -> [String] {
    let head = language.pick("到 \(goal.from)（\(goal.grade)）：", "to \(goal.from) (\(goal.grade)): ")
    func line(_ improvement: Goal.Improvement) -> String {
      let share = (improvement.share * Ratio(100)).rounded(places: 1).map { "\($0)%" } ?? ""
      return "  #\(improvement.indicator) \(improvement.name ?? "—")：\(improvement.from ?? "—") → "
        + improvement.to + (improvement.unit ?? "")
        + language.pick("（走完到目标的 \(share)）", " (\(share) of the way to the target)")
    }
    switch goal.way {
    case .single(let ways):
      return [head + language.pick("改进下列任何一行即可", "any one of these suffices")] + ways.prefix(5).map(line)
    case .several(let ways):
      return [head + language.pick("须一起改进（得分多的先改）", "all of these together, largest gain first")]
        + ways.map(line)
    case .outOfReach(let most):
      return [
        head
          + language.pick(
            "全部指标达到目标也只有 \(most)，其余须由评价人评定或预算执行决定",
            "all targets met give \(most); the rest is for a person to decide, or execution")
      ]
    }
  }
}
