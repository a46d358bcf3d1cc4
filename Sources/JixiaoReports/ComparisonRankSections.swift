import Jixiao

/// The rankings of a comparison for people: ranks, the ranks possible within the band of weights, and what would swap two.
struct ComparisonRankSections {
  private let content: ComparisonContent
  private let wording: ComparisonWording

  init(_ content: ComparisonContent, _ wording: ComparisonWording) {
    self.content = content
    self.wording = wording
  }

  private var language: Language { content.language }

  var all: [ComparisonSections.Section] {
    var sections: [ComparisonSections.Section] = []
    for ranking in content.rankings {
      for field in ranking.fields.fields { sections.append(section(field, ranking)) }
      let notes = notes(ranking)
      if ranking.fields.fields.isEmpty, !notes.isEmpty {
        sections.append(.init(heading: heading(ranking.pack), lines: notes))
      } else if !notes.isEmpty {
        sections[sections.count - 1].after += notes
      }
    }
    return sections
  }

  private func heading(_ pack: String) -> String {
    language.pick("排名（规则包 \(pack)）", "Ranking (pack \(pack))")
  }

  private func section(_ field: RankFields.Field, _ ranking: ComparedRanking) -> ComparisonSections.Section {
    let groups = field.ranking.band.groups.map {
      "\($0.level1) \(wording.figure($0.weight))（\(wording.figure($0.low))–\(wording.figure($0.high))）"
    }
    var section = ComparisonSections.Section(
      heading: heading(ranking.pack)
        + language.pick("：权重 ", ": weights ") + groups.joined(separator: language.pick("、", ", ")))
    section.columns = [
      TextTable.Column(language.pick("名次", "rank"), isNumber: true),
      TextTable.Column(language.pick("名称", "name"), widest: 50),
      TextTable.Column(language.pick("得分", "points"), isNumber: true),
      TextTable.Column(language.pick("最好", "best"), isNumber: true),
      TextTable.Column(language.pick("最差", "worst"), isNumber: true),
      TextTable.Column(language.pick("多大的权重变动会被下一名追平", "change of weights that levels it with the next"), widest: 60),
      TextTable.Column(language.pick("来源", "source"), widest: 44),
    ]
    let entries = field.ranking.entries
    section.rows = entries.prefix(max(content.top, 20)).map(cells)
    if entries.count > section.rows.count {
      section.after.append(
        language.pick("另有 \(entries.count - section.rows.count) 个", "\(entries.count - section.rows.count) more"))
    }
    section.after.append(
      language.pick(
        "最好、最差名次对范围内的任何共同权重都成立；“*”表示已找到取得它的权重。",
        "best and worst hold for every common weighting in the band; * marks those that some weighting gives."))
    return section
  }

  private func cells(_ entry: Ranking.Entry) -> [String] {
    let rank =
      entry.rank.lowerBound == entry.rank.upperBound
      ? String(entry.rank.lowerBound) : "\(entry.rank.lowerBound)–\(entry.rank.upperBound)"
    let points =
      entry.points.exact.map { wording.figure($0) }
      ?? "\(wording.figure(entry.points.low))…\(wording.figure(entry.points.high))"
    let source = entry.entrant.sources.first.map { source in
      source.file
        + language.pick(" 表\(source.sheet)", " sheet \(source.sheet)")
        + (entry.entrant.sources.count > 1
          ? language.pick(" 等\(entry.entrant.sources.count)张", " and \(entry.entrant.sources.count - 1) more") : "")
    }
    return [
      rank, entry.entrant.name, points, "\(entry.best)" + (entry.isBestAttained ? "*" : ""),
      "\(entry.worst)" + (entry.isWorstAttained ? "*" : ""),
      entry.swap.map { swap in "±\(wording.percent(swap.share)) → \(swap.next)" } ?? "", source ?? "",
    ]
  }

  private func notes(_ ranking: ComparedRanking) -> [String] {
    var notes: [String] = []
    if let count = ranking.leftOut {
      notes.append(
        language.pick(
          "\(count) 个超过上限 \(content.comparison.parameters.mostRanked)，未排名",
          "\(count) are more than the \(content.comparison.parameters.mostRanked) that are ranked"))
    }
    var counts: [(reason: String, count: Int)] = []
    for entry in ranking.fields.unranked {
      let reason = reason(entry.reason)
      if let known = counts.firstIndex(where: { $0.reason == reason }) {
        counts[known].count += 1
      } else {
        counts.append((reason, 1))
      }
    }
    return notes
      + counts.map { language.pick("未排名 \($0.count) 个：\($0.reason)", "\($0.count) not ranked: \($0.reason)") }
  }

  private func reason(_ reason: RankFields.Unranked.Reason) -> String {
    switch reason {
    case .isPlan: language.pick("目标表，尚无得分", "plans claim nothing yet")
    case .noPoints: language.pick("有的行没有分值或得分", "rows without weights or points")
    case .unknownGroups(let groups):
      language.pick("一级指标没有共同的权重：", "no common weights for ")
        + groups.joined(separator: language.pick("、", ", "))
    case .noOrganization: language.pick("没有单位名称", "the sheet names no body")
    }
  }
}
