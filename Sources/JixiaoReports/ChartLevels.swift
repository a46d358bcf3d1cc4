import Jixiao

/// The level-1 structure of a sheet: a bar a group, as long as its weight, filled as far as it is earned.
struct ChartLevels {
  let levels: [LevelScore]
  let language: Language

  private static let width = 360
  private static let step = 36

  /// The drawing, or nothing where no group has weight and points.
  func write(to html: inout HTMLWriter) {
    let whole = levels.compactMap(\.weight).max().map { Ratio($0) } ?? .zero
    guard whole > .zero else { return }
    let wording = ScoreWording(language: language) { _ in nil }
    let name = language.pick("一级指标得分图", "points by level 1")
    html.raw(
      "<svg viewBox=\"0 0 \(Self.width) \(levels.count * Self.step)\" role=img aria-label=\"\(name)\">")
    for (index, level) in levels.enumerated() {
      let top = index * Self.step
      let weight = level.weight.map { Ratio($0) } ?? .zero
      html.element("text x=0 y=\(top + 14)", ReportText.cut(level.level1 ?? "—", to: 16))
      html.element(
        "text class=dim x=\(Self.width) y=\(top + 14) text-anchor=end",
        wording.span(level.points) + " / " + (level.weight?.description ?? "—"))
      let track = ChartScale.length(weight, of: whole, width: Self.width)
      html.raw("<rect class=track y=\(top + 20) width=\(track) height=9 />")
      guard let points = level.points else { continue }
      let high = ChartScale.length(points.high, of: whole, width: Self.width)
      let low = ChartScale.length(points.low, of: whole, width: Self.width)
      if high > low { html.raw("<rect class=may y=\(top + 20) width=\(high) height=9 />") }
      if low > .zero { html.raw("<rect class=sure y=\(top + 20) width=\(low) height=9 />") }
    }
    html.raw("</svg>")
  }
}
