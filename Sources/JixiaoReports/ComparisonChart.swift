import Jixiao

/// A drawing of a comparison: what a family's groups ask for, or the ranks that groups can have.
enum ComparisonChart: Sendable {
  case peers(FamilyComparison, names: [String])
  case ranks(Ranking)

  private static let width = 360
  private static let left = 12
  /// Beyond this many, rows would be too many to be looked at; the table has them all.
  private static let most = 60

  /// What the drawing shows, in words.
  func caption(in language: Language) -> String {
    switch self {
    case .peers(let held, _):
      let unit = held.unit.map { language.pick("（\($0)）", " (\($0))") } ?? ""
      return language.pick(
        "各组目标\(unit)：点为中位数，条为最低到最高，浅色带为同侪的四分位区间",
        "Targets\(unit): a dot is the median, a bar from least to most, the band holds the middle half of the peers"
      )
    case .ranks:
      return language.pick(
        "名次：点为统一权重下，条为权重浮动时可能的范围", "Ranks: a dot under the common weights, a bar under all weightings")
    }
  }

  /// Draws it; the label repeats the caption for those who cannot see it.
  func write(language: Language, to html: inout HTMLWriter) {
    let rows = self.rows
    guard let first = rows.first else { return }
    let least = rows.reduce(first.low) { min($0, $1.low) }
    let most = rows.reduce(first.high) { max($0, $1.high) }
    // A scale that begins at the least value and not at 0 shows differences between 95 and 98 %.
    let spread = most > least ? most - least : .one
    let span = Self.width - Self.left - 16
    func x(_ value: Ratio) -> Exact {
      let length = ChartScale.length(value - least, of: spread, width: span)
      return length.adding(Exact(Self.left)) ?? length
    }
    let height = rows.count * 32 + 22
    html.raw("<svg viewBox=\"0 0 \(Self.width) \(height)\" role=img aria-label=\"")
    html.text(caption(in: language))
    html.raw("\">")
    if let band {
      let (low, high) = (x(max(least, band.lowerBound)), x(min(most, band.upperBound)))
      let length = high.subtracting(low) ?? .zero
      html.raw("<rect class=track x=\(low) y=4 width=\(max(length, Exact(2))) height=\(height - 22) />")
    }
    for (value, anchor) in least == most ? [(least, "start")] : [(least, "start"), (most, "end")] {
      html.element(
        "text class=dim x=\(x(value)) y=\(height - 4) text-anchor=\(anchor)",
        value.exact?.description ?? "≈\(value.points)")
    }
    for (index, row) in rows.enumerated() {
      let middle = index * 32 + 26
      html.element("text x=\(Self.left) y=\(middle - 8)", DisplayWidth.cut(row.name, to: 50))
      let (low, high) = (x(row.low), x(row.high))
      if row.low != row.high {
        let length = high.subtracting(low) ?? .zero
        html.raw("<rect class=may x=\(low) y=\(middle - 3) width=\(length) height=6 />")
      }
      html.raw("<circle class=sure cx=\(x(row.middle)) cy=\(middle) r=4 />")
    }
    html.raw("</svg>")
  }

  private typealias Row = (name: String, low: Ratio, middle: Ratio, high: Ratio)

  private var rows: [Row] {
    switch self {
    case .peers(let held, let names):
      held.cells.prefix(Self.most).map { (names[$0.group], $0.least, $0.median, $0.most) }
    case .ranks(let ranking):
      ranking.entries.prefix(Self.most).map { entry in
        let best = entry.bounds?.best ?? entry.rank.lowerBound
        let worst = entry.bounds?.worst ?? entry.rank.upperBound
        let middle = Ratio(entry.rank.lowerBound + entry.rank.upperBound).divided(by: Ratio(2)) ?? .one
        return (entry.entrant.name, Ratio(best), middle, Ratio(worst))
      }
    }
  }

  /// Where the middle half of the peers lies.
  private var band: ClosedRange<Ratio>? {
    guard case .peers(let held, _) = self, let peers = held.peers else { return nil }
    return peers.lowerQuartile...peers.upperQuartile
  }
}
