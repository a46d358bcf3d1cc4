import Jixiao

/// How the cells of one column are cut in one document: learned from cells that are certain, used for those that are not.
///
/// In one file a blank line stands inside cells and a plain line end between them; in another it is the other way round.
struct ColumnHabits: Sendable {
  private var joins: [[Double]]
  private var ends: [[Double]]
  /// The widest line of a cell that goes on, in half characters; 0 where none is known.
  private var wrapWidth: [Int]
  private var wraps: [Int]
  private let isRunOn: Bool

  /// What is known before anything was read.
  init(columns: Int, isRunOn: Bool) {
    let none = [Double](repeating: 0, count: BrokenText.Gap.allCases.count)
    joins = [[Double]](repeating: none, count: columns)
    ends = joins
    wrapWidth = [Int](repeating: 0, count: columns)
    wraps = wrapWidth
    self.isRunOn = isRunOn
  }

  /// Learns from a certain cell.
  mutating func learn(_ column: Int, _ atoms: BodyAtoms, _ first: Int, _ end: Int) {
    var width = 0
    for atom in first..<end {
      if atom > first {
        let gap = atoms.gap(atom)
        if gap != .glued { joins[column][gap.rawValue] += 1 }
        if gap.endsLine {
          wrapWidth[column] = max(wrapWidth[column], width)
          wraps[column] += 1
          width = 0
        }
      }
      for index in atoms.range(atom, atom + 1) { width += atoms.text.width(index) }
    }
    if wraps[column] > 0 { wrapWidth[column] = max(wrapWidth[column], width) }
    if end < atoms.count, atoms.gap(end) != .glued { ends[column][atoms.gap(end).rawValue] += 1 }
  }

  /// What a gap inside a cell of the column costs, `width` being that of the line it ends in half characters.
  func join(_ column: Int, _ gap: BrokenText.Gap, width: Int, isScriptChange: Bool) -> Double {
    if gap == .glued { return 0 }
    var score = share(joins[column][gap.rawValue] + 3, ends[column][gap.rawValue] + 1)
    if gap == .space { score += isScriptChange ? 0.4 : -0.8 }
    if gap == .page { score -= 1 }
    if gap.endsLine {
      if isRunOn { score -= 8 }
      if wraps[column] >= 2 {
        if width < wrapWidth[column] - 3 { score -= 3 }
        if width > wrapWidth[column] + 3 { score -= 1 }
      }
    }
    return score
  }

  /// What a gap costs behind a cell of the column.
  func end(_ column: Int, _ gap: BrokenText.Gap) -> Double {
    if gap == .glued { return isRunOn ? -0.5 : -8 }
    return share(ends[column][gap.rawValue] + 1, joins[column][gap.rawValue] + 1)
  }

  private func share(_ hits: Double, _ misses: Double) -> Double { Self.logarithm(hits / (hits + misses)) }

  /// Natural logarithm of a share, to the accuracy that a score needs: the same bits on every machine.
  static func logarithm(_ share: Double) -> Double {
    var value = min(max(share, 1e-6), 1)
    var halvings = 0.0
    while value < 0.5 {
      value *= 2
      halvings += 1
    }
    let ratio = (value - 1) / (value + 1)
    let square = ratio * ratio
    return 2 * ratio * (1 + square / 3 + square * square / 5 + square * square * square / 7) - halvings
      * 0.693147180559945
  }
}
