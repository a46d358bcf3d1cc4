extension Check {
  static let previousLeap = Check(
    "JX403", "leap-against-previous",
    Bilingual("比上年突增而另一头不变", "a leap against last year while the other side stays"),
    rationale: Bilingual(
      "成本成倍增加而人数不变，或人数成倍增加而成本不变，必有一个数不对。",
      "Cost multiplies and persons do not, or the reverse: one of the figures is wrong."),
    source: "本项目选定（倍数）", certainty: .chosen, group: "target-vs-previous", severity: .warning,
    parameters: [
      Check.Parameter("leap", "成本的倍数", "times for a cost"),
      Check.Parameter("outputLeap", "产出的倍数", "times for an output"),
    ],
    examples: [
      .fires(
        ExampleSheet([
          ExampleRow("产出", "数量", "慰问人数", "≥15人", previous: "15人"),
          ExampleRow("成本", "经济成本", "活动成本", "≤48万元", previous: "1.3万元"),
        ])),
      .quiet(
        ExampleSheet([
          ExampleRow("产出", "数量", "慰问人数", "≥450人", previous: "15人"),
          ExampleRow("成本", "经济成本", "活动成本", "≤39万元", previous: "1.3万元"),
        ])),
      .notApplicable(ExampleSheet([ExampleRow("产出", "数量", "慰问人数", "≥15人", previous: "无")])),
    ],
    body: .sheet { sheet, outcomes in
      var growth: [(row: CheckRow, times: Ratio)] = []
      for row in sheet.rows where row.category == .quantity || row.isCost {
        guard row.isQuantified, row.unit?.dimension != "month", row.unit?.dimension != "share",
          case .number(let previous, let unit, _) = row.previous(sheet.tools),
          unit.map({ u in row.unit?.isComparable(with: u) ?? false }) ?? true,
          let times = row.scaledTarget?.divided(by: previous)
        else { continue }
        growth.append((row, times))
      }
      for (row, times) in growth {
        let leap = sheet.tools.ratio("JX403", row.isCost ? "leap" : "outputLeap")
        // The other side must be seen to have grown alike to explain a leap.
        let explained = growth.contains { $0.row.isCost != row.isCost && Ratio(2) * $0.times >= times }
        if times < leap || explained {
          outcomes.pass()
          continue
        }
        outcomes.fail(
          sheet, row,
          Draft(
            .previous, seen: row.indicator.previous,
            Bilingual(
              "“\(row.printed ?? "")”是上年“\(row.indicator.previous ?? "")”的\(times.rounded(places: 1)?.description ?? "")倍，\(row.isCost ? "产出" : "成本")没有相应变化",
              "\(row.printed ?? "") is \(times.rounded(places: 1)?.description ?? "") times last year, without a like change of \(row.isCost ? "output" : "cost")"
            )))
      }
    })

  static let belowPrevious = Check(
    "JX404", "below-previous",
    Bilingual("指标值低于上年已达到的", "the target is below what was already achieved"),
    rationale: Bilingual("上年已做到100%，今年只要95%，没有激励。", "100 % last year and 95 % promised now."),
    source: "财预〔2021〕101号：指标值从严从高", certainty: .recalled, group: "target-vs-previous", severity: .warning,
    examples: [
      .fires(ExampleSheet([ExampleRow("满意度", "满意度", "群众满意度", "≥95%", previous: "100%")])),
      .quiet(ExampleSheet([ExampleRow("满意度", "满意度", "群众满意度", "≥95%", previous: "94%")])),
      .notApplicable(ExampleSheet([ExampleRow("满意度", "满意度", "群众满意度", "≥95%", previous: "-")])),
    ],
    body: .row { row, sheet in
      guard row.isQuantified, let relation = row.target.relation, relation.isFloor || relation == .equalTo,
        !row.isCost,
        !row.marks.contains(.negative) || row.marks.contains(.favourable), let target = row.scaledTarget,
        case .number(let previous, let unit, let hasSign) = row.previous(sheet.tools), !hasSign,
        unit.map({ u in row.unit?.isComparable(with: u) ?? false }) ?? true
      else { return .notApplicable }
      if previous <= target { return .pass }
      return .fail(
        Draft(
          .target, seen: row.printed,
          Bilingual(
            "“\(row.printed ?? "")”低于上年已完成的“\(row.indicator.previous ?? "")”",
            "\(row.printed ?? "") is below last year's \(row.indicator.previous ?? "")")))
    })
}
