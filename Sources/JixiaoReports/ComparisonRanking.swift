import Jixiao

/// The ranking part of a comparison: a table a field for people, an array for programs.
struct ComparisonRanking {
  let fields: RankFields
  let wording: ComparisonWording
  let language: Language

  /// A section a field, then who takes no part and why.
  func sections(top: Int) -> [ComparisonSections.Section] {
    var sections = fields.fields.map { field in section(field, top: top) }
    if !fields.unranked.isEmpty {
      var left = ComparisonSections.Section(heading: language.pick("未排名", "Not ranked"))
      left.lines = fields.unranked.prefix(top).map {
        "\($0.name)\(language.pick("：", ": "))\(reason($0.reason))"
      }
      if fields.unranked.count > top {
        left.after = [
          language.pick("另有 \(fields.unranked.count - top) 个", "\(fields.unranked.count - top) more")
        ]
      }
      sections.append(left)
    }
    return sections
  }

  private func section(_ field: RankFields.Field, top: Int) -> ComparisonSections.Section {
    let band = field.ranking.band
    let weights = band.groups.map { group in
      "\(group.level1) \(wording.figure(group.weight))"
        + (group.low == group.high ? "" : " (\(wording.figure(group.low))…\(wording.figure(group.high)))")
    }
    var section = ComparisonSections.Section(
      heading: language.pick(
        "排名：\(field.level1.joined(separator: "、"))", "Ranking: \(field.level1.joined(separator: ", "))"))
    section.lines = [
      language.pick("统一权重 ", "common weights ") + weights.joined(separator: language.pick("，", ", "))
        + language.pick(
          "，合计不变；预算执行率不计入。名次区间对区间内的一切权重成立。",
          ", their sum kept; execution left out. The span of ranks holds for every weighting in these bounds."
        )
    ]
    section.chart = .ranks(field.ranking)
    section.columns =
      [
        TextTable.Column(language.pick("名次", "rank"), isNumber: true),
        TextTable.Column(language.pick("可能", "possible"), isNumber: true),
      ] + (field.underPacks.isEmpty ? [] : [TextTable.Column(rules, isNumber: true)]) + [
        TextTable.Column(wording.axis, widest: 44),
        TextTable.Column(language.pick("得分", "points"), isNumber: true),
      ] + band.groups.map { TextTable.Column("\($0.level1)%", isNumber: true) } + [
        TextTable.Column(language.pick("与下一名换位", "swaps with next at"), isNumber: true),
        TextTable.Column(language.pick("表", "sheets"), isNumber: true),
      ]
    section.rows = field.ranking.entries.prefix(top).map { entry in
      [
        span(entry.rank.lowerBound, entry.rank.upperBound), bounds(entry.bounds),
      ] + (field.underPacks.isEmpty ? [] : [spread(entry, field)]) + [
        entry.entrant.name, wording.figure(entry.points),
      ] + entry.entrant.shares.map(share) + [
        entry.swap.map { "±" + wording.percent($0.share) } ?? "—", String(entry.entrant.sources.count),
      ]
    }
    var after = packs(field, top: top)
    if field.ranking.entries.contains(where: {
      $0.bounds.map { !$0.isBestAttained || !$0.isWorstAttained } ?? false
    }) {
      after.append(
        language.pick(
          "带“~”的名次是界限，没有找到恰好达到它的权重。", "A rank with ~ is a bound for which no weighting was found."))
    }
    if field.ranking.entries.count > Ranking.mostBounded {
      after.append(
        language.pick(
          "超过 \(Ranking.mostBounded) 个，不逐对求界。", "More than \(Ranking.mostBounded): pairs are not bounded."))
    }
    let rest = field.ranking.entries.count - section.rows.count
    if rest > 0 { after.append(language.pick("另有 \(rest) 个", "\(rest) more")) }
    section.after = after
    return section
  }

  private func span(_ low: Int, _ high: Int) -> String { low == high ? "\(low)" : "\(low)–\(high)" }

  private var rules: String { language.pick("各规则", "by rules") }

  /// `1–3`: the ranks under all packs, and in brackets those under all packs and weights.
  private func spread(_ entry: Ranking.Entry, _ field: RankFields.Field) -> String {
    guard let ranks = field.ranks(underPacks: entry.entrant.name) else { return "—" }
    let own = span(ranks.lowerBound, ranks.upperBound)
    guard let possible = field.possible(underPacks: entry.entrant.name), possible != ranks else { return own }
    return "\(own) (\(span(possible.lowerBound, possible.upperBound)))"
  }

  /// What the column of rules says, and the ranks pack by pack of those for whom the rules matter.
  private func packs(_ field: RankFields.Field, top: Int) -> [String] {
    if field.underPacks.isEmpty { return [] }
    var lines = [
      language.pick(
        "名次按各表自己的规则包；“\(rules)”是各规则包下的名次，括号内再加上权重浮动。",
        "Ranks follow each sheet's own rules; “\(rules)” is the span under all packs, in brackets with the weights moving too."
      )
    ]
    let moved = field.ranking.entries.filter { entry in
      Set(field.underPacks[entry.entrant.name]?.map(\.rank) ?? []).count > 1
    }
    if moved.isEmpty {
      lines.append(language.pick("换用任何一个规则包，名次都不变。", "No pack changes a rank."))
    }
    for entry in moved.prefix(top) {
      let ranks = (field.underPacks[entry.entrant.name] ?? []).map {
        "\($0.pack) \(span($0.rank.lowerBound, $0.rank.upperBound))"
      }
      lines.append(
        entry.entrant.name + language.pick("：", ": ") + ranks.joined(separator: language.pick("，", ", ")))
    }
    return lines
  }

  private func bounds(_ bounds: Ranking.Bounds?) -> String {
    guard let bounds else { return "—" }
    let best = (bounds.isBestAttained ? "" : "~") + String(bounds.best)
    let worst = (bounds.isWorstAttained ? "" : "~") + String(bounds.worst)
    return bounds.best == bounds.worst ? best : "\(best)–\(worst)"
  }

  private func share(_ share: RankEntrant.Share) -> String {
    func number(_ value: Ratio) -> String { (value * Ratio(100)).rounded(places: 1)?.description ?? "—" }
    return share.low == share.high ? number(share.low) : "\(number(share.low))–\(number(share.high))"
  }

  func reason(_ reason: RankFields.Unranked.Reason) -> String {
    switch reason {
    case .noPoints(let sheets):
      language.pick(
        "\(sheets) 张表没有可计的得分（目标表，或缺分值、缺实际）",
        "\(sheets) sheets without points (plans, or rows without weights or actuals)")
    case .unknownGroups(let groups):
      language.pick(
        "一级指标 \(groups.joined(separator: "、")) 没有统一权重",
        "no common weights for level 1 \(groups.joined(separator: ", "))")
    }
  }

  /// The members `ranking` and `unranked`.
  func write(to json: inout JSONWriter) {
    json.array("ranking", fields.fields, breaking: true) { json, field in
      json.object { json in
        json.array("weights", field.ranking.band.groups) { json, group in
          json.object { json in
            json.member("level1", group.level1)
            json.figure("weight", group.weight)
            json.figure("low", group.low)
            json.figure("high", group.high)
          }
        }
        json.array("entries", field.ranking.entries) { json, entry in
          json.object { json in
            self.entry(entry, to: &json)
            underRules(entry.entrant.name, field, to: &json)
          }
        }
      }
    }
    json.array("unranked", fields.unranked, breaking: true) { json, unranked in
      json.object { json in
        json.member("group", unranked.name)
        json.member("reason", reason(unranked.reason))
      }
    }
  }

  /// The member `underRules`, only where more packs than one were asked for.
  private func underRules(_ name: String, _ field: RankFields.Field, to json: inout JSONWriter) {
    guard let ranks = field.underPacks[name], let span = field.ranks(underPacks: name) else { return }
    let possible = field.possible(underPacks: name)
    json.object("underRules") { json in
      json.member("best", span.lowerBound)
      json.member("worst", span.upperBound)
      json.member("possibleBest", possible?.lowerBound)
      json.member("possibleWorst", possible?.upperBound)
      json.array("packs", ranks) { json, rank in
        json.object { json in
          json.member("pack", rank.pack)
          json.member("rank", rank.rank.lowerBound)
          json.member("rankLast", rank.rank.upperBound)
          self.possible(rank.bounds, to: &json)
          json.figure("low", rank.points.low)
          json.figure("high", rank.points.high)
        }
      }
    }
  }

  private func possible(_ bounds: Ranking.Bounds?, to json: inout JSONWriter) {
    guard let bounds else {
      json.null("possible")
      return
    }
    json.object("possible") { json in
      json.member("best", bounds.best)
      json.member("bestAttained", bounds.isBestAttained)
      json.member("worst", bounds.worst)
      json.member("worstAttained", bounds.isWorstAttained)
    }
  }

  private func entry(_ entry: Ranking.Entry, to json: inout JSONWriter) {
    json.member("group", entry.entrant.name)
    json.member("rank", entry.rank.lowerBound)
    json.member("rankLast", entry.rank.upperBound)
    possible(entry.bounds, to: &json)
    json.figure("low", entry.points.low)
    json.figure("high", entry.points.high)
    json.array("shares", entry.entrant.shares) { json, share in
      json.object { json in
        json.member("level1", share.level1)
        json.figure("low", share.low)
        json.figure("high", share.high)
      }
    }
    if let swap = entry.swap {
      json.object("swap") { json in
        json.member("next", swap.next)
        json.figure("share", swap.share)
        json.array("weights", swap.weights) { json, weight in json.element(weight.description) }
      }
    } else {
      json.null("swap")
    }
    json.array("sources", entry.entrant.sources) { json, source in
      json.object { json in
        json.member("file", source.file)
        json.member("sheet", source.sheet)
      }
    }
  }
}
