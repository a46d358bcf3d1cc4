extension Check {
  static let growthAgainstAmount = Check(
    "JX703", "growth-against-amounts",
    Bilingual("增减百分比与金额不符", "a percentage of growth does not follow from the amounts"),
    rationale: Bilingual(
      "增减额除以上年数就是百分比；方向相反或算不出，文字或数字必有一处不对。",
      "The change over last year's amount is the percentage; where it is not, text or figure is wrong."),
    source: "文内互证", certainty: .text, group: "growth-vs-amount", severity: .warning,
    examples: [
      .document(.fires, figures(110, 10, "25")), .document(.fires, figures(110, 10, "-10")),
      .document(.quiet, figures(110, 10, "10")), .document(.notApplicable, figures(10, 10, "100")),
    ],
    body: .organization { group, outcomes in
      guard let figures = group.figures, let sheet = group.sheets.first else { return }
      for change in figures.changes {
        guard let base = change.amount.subtracting(change.difference), Exact.zero < base else { continue }
        if holds(change, base: base) {
          outcomes.pass()
          continue
        }
        let percent = Ratio(change.difference, over: base).map { ($0 * Ratio(100)).points.description } ?? "?"
        outcomes.fail(
          sheet,
          Draft(
            .total, seen: change.text,
            Bilingual(
              "“\(change.text)”：按金额算为 \(percent)%", "“\(change.text)”: the amounts give \(percent) %"),
            documentPlace: change.place))
      }
    })

  static let growthFromZero = Check(
    "JX704", "growth-from-nothing",
    Bilingual("上年为零而写增长百分比", "a percentage of growth from nothing"),
    rationale: Bilingual(
      "从零开始没有增长率；通行写法是100%，仅提示。", "From nothing there is no rate; usually printed as 100 %, so a hint."),
    source: "文内互证", certainty: .text, group: "growth-from-zero", severity: .note,
    examples: [
      .document(.fires, figures(10, 10, "100")), .document(.quiet, figures(110, 10, "10")),
      .document(.notApplicable, PublishedFigures()),
    ],
    body: .organization { group, outcomes in
      guard let figures = group.figures, let sheet = group.sheets.first else { return }
      for change in figures.changes {
        guard change.amount == change.difference, !change.amount.isZero else {
          outcomes.pass()
          continue
        }
        outcomes.fail(
          sheet,
          Draft(
            .total, seen: change.text,
            Bilingual("“\(change.text)”：上年为零，没有增长率", "“\(change.text)”: from nothing there is no rate"),
            documentPlace: change.place))
      }
    })

  /// Whether the percentage lies between what the amounts give at the digits shown.
  private static func holds(_ change: PublishedFigures.Change, base: Exact) -> Bool {
    let half = Ratio.halfUnit(places: max(change.amount.places, change.difference.places))
    let shown = Ratio.halfUnit(places: change.percent.places)
    let difference = Ratio(change.difference)
    var low: Ratio?, high: Ratio?
    for top in [difference - half, difference + half] {
      for bottom in [Ratio(base) - half - half, Ratio(base) + half + half]
      where !bottom.isNegative && !bottom.isZero {
        guard let value = (top * Ratio(100)).divided(by: bottom) else { continue }
        low = low.map { min($0, value) } ?? value
        high = high.map { max($0, value) } ?? value
      }
    }
    guard let low, let high else { return true }
    let percent = Ratio(change.percent)
    return low - shown <= percent && percent <= high + shown
  }

  private static func figures(_ amount: Int, _ difference: Int, _ percent: String) -> PublishedFigures {
    var figures = PublishedFigures()
    figures.changes = [
      PublishedFigures.Change(
        text: "\(amount)万元，比上年增加\(difference)万元，增长\(percent)%", amount: Exact(amount),
        difference: Exact(difference), percent: (try? Exact(parsing: percent)) ?? .zero, place: Place())
    ]
    return figures
  }
}
