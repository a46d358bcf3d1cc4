import Jixiao

/// How changes from sheet to sheet are put into words.
extension ComparisonWording {
  private var comparison: Comparison { content.comparison }
  private var language: Language { content.language }

  /// `甲县总工会 · 送温暖慰问金：2023年自评表 → 2024年目标表（a.txt 表1 → b.txt 表2）`
  func heading(_ link: TimeLink) -> String {
    let first = comparison.sheets[link.before], second = comparison.sheets[link.after]
    let title = [comparison.organization(second), comparison.project(second)].compactMap(\.self)
      .joined(separator: " · ")
    let sheets = "\(source(ofSheet: link.before)) → \(source(ofSheet: link.after))"
    return
      "\(title): \(moment(first, link.years.lowerBound)) → \(moment(second, link.years.upperBound))（\(sheets)）"
      + (link.changes.isEmpty ? language.pick("，没有变化", ", unchanged") : "")
  }

  private func moment(_ sheet: ObservedSheet, _ year: Int) -> String {
    let kind =
      sheet.kind.isTarget
      ? language.pick("目标表", "plan") : language.pick("自评表", "self-assessment")
    return language.pick("\(year)年", "\(year) ") + kind
  }

  func change(_ change: TimeLink.Change) -> String {
    let row = change.after ?? change.before
    let name = row.map { comparison.name(of: comparison.observations[$0]) } ?? ""
    let missed =
      change.wasMissed == true ? language.pick("（上次未达标）", " (missed before)") : ""
    switch change.kind {
    case .lowered:
      return language.pick("目标放松：\(name) ", "target lowered: \(name) ") + "\(change.from) → \(change.to)"
        + missed
    case .raised:
      return language.pick("目标加严：\(name) ", "target raised: \(name) ") + "\(change.from) → \(change.to)"
    case .changed:
      return language.pick("目标改写：\(name) ", "target changed: \(name) ") + "\(change.from) → \(change.to)"
    case .dropped: return language.pick("指标取消：", "dropped: ") + change.from + missed
    case .added: return language.pick("指标新增：", "added: ") + change.to
    case .swapped:
      return language.pick("指标替换：", "swapped: ") + "\(change.from) → \(change.to)" + missed
    case .contradicted:
      return language.pick(
        "上年值矛盾：\(name) 上年表报 \(change.from)，本表写上年 \(change.to)",
        "last year contradicted: \(name) was reported as \(change.from), now printed as \(change.to)")
    case .weight:
      return language.pick("分值改动：\(name) ", "weight: \(name) ") + "\(change.from) → \(change.to)" + missed
    }
  }
}
