import Jixiao

/// A ranking as intervals on a scale to 100: a dot where the points are known, a bar where they are still open.
struct ChartIntervals {
  let ranking: ReportRanking
  /// Lines to draw across, where a grade begins: `优` at 90.
  let cuts: [(grade: String, from: Exact)]
  let language: Language

  private static let width = 360
  /// Beyond this many a row is a line without its name; the table below has the names.
  private static let mostNamed = 40

  func write(to html: inout HTMLWriter) {
    let entries = ranking.entries
    guard let least = entries.map(\.points.low).min() else { return }
    let start = min(self.start(below: least), 90)
    let isNamed = entries.count <= Self.mostNamed
    let left = 12
    let step = isNamed ? 32 : max(1, min(6, 1200 / entries.count))
    let span = Self.width - left - 16
    let height = entries.count * step + 34
    func x(_ value: Ratio) -> Exact {
      let length = ChartScale.length(value - Ratio(start), of: Ratio(100 - start), width: span)
      return length.adding(Exact(left)) ?? length
    }
    let name = language.pick("各表总分区间图", "intervals of the sheets' totals")
    html.raw("<svg viewBox=\"0 0 \(Self.width) \(height)\" role=img aria-label=\"\(name)\">")
    for mark in stride(from: start, through: 100, by: 10) {
      let at = x(Ratio(mark))
      html.raw("<line class=grid x1=\(at) x2=\(at) y1=18 y2=\(height - 14) />")
      html.element("text class=dim x=\(at) y=\(height - 2) text-anchor=middle", String(mark))
    }
    for cut in cuts where cut.from > Exact(start) {
      let at = x(Ratio(cut.from))
      html.raw("<line class=cut x1=\(at) x2=\(at) y1=16 y2=\(height - 14) />")
      html.element("text class=dim x=\(at) y=12 text-anchor=middle", "\(cut.grade) ≥\(cut.from)")
    }
    for (index, entry) in entries.enumerated() {
      let middle = 18 + index * step + (isNamed ? 24 : step / 2)
      if isNamed { html.element("text x=\(left) y=\(middle - 8)", DisplayWidth.cut(entry.name, to: 50)) }
      let half = isNamed ? 4 : max(1, step / 3)
      let (low, high) = (x(entry.points.low), x(entry.points.high))
      if entry.points.exact != nil {
        html.raw("<circle class=sure cx=\(low) cy=\(middle) r=\(half + 1) />")
      } else {
        let length = high.subtracting(low) ?? .zero
        html.raw("<rect class=may x=\(low) y=\(middle - half) width=\(length) height=\(half * 2) />")
        html.raw("<rect class=sure x=\(low) y=\(middle - half) width=2 height=\(half * 2) />")
        let end = high.subtracting(Exact(2)) ?? high
        html.raw("<rect class=sure x=\(end) y=\(middle - half) width=2 height=\(half * 2) />")
      }
    }
    html.raw("</svg>")
  }

  /// The last full ten below a value: where the scale begins.
  private func start(below value: Ratio) -> Int {
    var start = 90
    while start > 0, Ratio(start) > value { start -= 10 }
    return start
  }
}
