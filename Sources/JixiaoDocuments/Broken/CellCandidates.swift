import Jixiao

/// The cells that can begin at one atom, column by column, with what each is worth by itself.
struct CellCandidates {
  struct Cell {
    var end: Int
    var score: Double
    /// Index of a first level, -1 where the cell is none.
    var level1 = -1
    var level2: String?
    var hundredths = 0
  }

  private let atoms: BodyAtoms
  private let columns: [HeadingRun.Column]
  private let habits: ColumnHabits
  private let lexicon: CellLexicon

  init(_ atoms: BodyAtoms, _ columns: [HeadingRun.Column], _ habits: ColumnHabits, _ lexicon: CellLexicon) {
    self.atoms = atoms
    self.columns = columns
    self.habits = habits
    self.lexicon = lexicon
  }

  func cells(from first: Int, column: Int) -> [Cell] {
    let field = columns[column].field
    var cells: [Cell] = []
    let longestLevel = atoms.spans[first].reduce(0) {
      $1.score >= SearchScores.level && $1.kind.isLevel ? max($0, $1.end) : $0
    }
    for span in atoms.spans[first] {
      guard var cell = Self.typed(span, field) else { continue }
      // 质量 where 质量指标 is printed.
      if field == .level1 || field == .level2, span.end < longestLevel { cell.score -= 3 }
      cell.score += joins(first, span.end, column) + ending(column, span.end)
      cells.append(cell)
    }
    guard let cost = SearchScores.free(field) else { return cells }
    let marks = atoms.marks
    if marks.cannotBegin[first] { return cells }
    let isProse = field == nil || field == .rule || field == .reason || field == .basis
    let depth = marks.depth[first]
    var score = cost.base
    var width = 0
    var end = first
    while end < atoms.count {
      let isGlued = atoms.gap(end) == .glued
      if end > first, !isGlued {
        score += join(column, end, width)
        if atoms.gap(end).endsLine { width = 0 }
      }
      // A criterion or a reason is prose in which numbers and words of the vocabulary stand as they come.
      score -= isProse && end > first && isGlued ? atoms.foreign[end] * 0.15 : atoms.foreign[end]
      score += cost.character * Double(atoms.length(end, end + 1))
      width += marks.width[end]
      // A bracket that closes here was opened in another cell.
      if marks.lowest[end] < depth { break }
      end += 1
      if atoms.length(first, end) > cost.limit || end - first > 120 || score < -15 { break }
      if marks.depth[end] != depth || marks.ends[end].contains(.open) { continue }
      guard let extra = worth(field, first, end) else { continue }
      let total = score + extra + ending(column, end)
      if total > -11 { cells.append(Cell(end: end, score: total)) }
    }
    return cells
  }

  private func ending(_ column: Int, _ end: Int) -> Double {
    end < atoms.count ? habits.end(column, atoms.gap(end)) : 0
  }

  private func join(_ column: Int, _ atom: Int, _ width: Int) -> Double {
    let gap = atoms.gap(atom)
    if gap == .glued { return 0 }
    let index = atoms.starts[atom]
    let isChange = (atoms.text.width(index) == 1) != (atoms.text.width(index - 1) == 1)
    return habits.join(column, gap, width: width, isScriptChange: isChange)
  }

  private func joins(_ first: Int, _ end: Int, _ column: Int) -> Double {
    var score = 0.0
    var width = 0
    for atom in first..<end {
      if atom > first {
        // A word of the vocabulary that fits across a gap shows that the gap is inside a cell.
        score += max(join(column, atom, width), -1.5)
        if atoms.gap(atom).endsLine { width = 0 }
      }
      width += atoms.marks.width[atom]
    }
    return score
  }

  /// What a span of the vocabulary is worth in a column; nil where it cannot stand there as such.
  private static func typed(_ span: BodyAtoms.Span, _ field: Indicator.Field?) -> Cell? {
    var cell = Cell(end: span.end, score: span.score)
    switch (field, span.kind) {
    case (.level1, .level1(let index)): cell.level1 = index
    case (.level2, .level2(let name)): cell.level2 = name
    case (.target, .quantity), (.target, .phrase): break
    case (.actual, .quantity): cell.score = max(3, span.score - 1)
    case (.previous, .quantity): cell.score = max(1.5, span.score - 2)
    case (.actual, .phrase), (.previous, .phrase): cell.score -= 0.5
    case (.previous, .noPrevious), (.actual, .noPrevious): break
    case (.weight, .number(let value)):
      guard value > 0 else { return nil }
      cell.hundredths = value
    case (.claimed, .number): cell.score -= 1
    case (.unit, .unit): break
    case (.operator, .relation): break
    case (.rule, .closed(.rule)), (.basis, .closed(.basis)), (.evidence, .closed(.evidence)): cell.score += 1
    case (.evidence, .noPrevious), (.reason, .noPrevious), (.unit, .noPrevious), (.basis, .noPrevious),
      (nil, .noPrevious):
      cell.score = 0.5
    default: return nil
    }
    return cell
  }

  /// What speaks for free words in a column; nil where they cannot be a cell of it.
  private func worth(_ field: Indicator.Field?, _ first: Int, _ end: Int) -> Double? {
    let ends = atoms.marks.ends[end]
    let count = atoms.length(first, end)
    switch field {
    case .level1, .level2:
      return ends.contains(.level) ? 2 : count < 2 ? nil : 0
    case .level3:
      if count < 2 || atoms.marks.ideographs[end] == atoms.marks.ideographs[first] { return nil }
      if atoms.spans[first].contains(where: { $0.end == end && $0.kind.isFirstLevel }) { return nil }
      // The rest of a level's name that was cut off: 质量 | 指标资金使用合规率.
      if atoms.marks.isLevelRest[first] { return -6 }
      return ends.contains(.name) ? 1.2 : 0
    case .basis:
      return (ends.contains(.basis) ? 3 : 0) + (atoms.marks.books[end] > atoms.marks.books[first] ? 1 : 0)
    case .rule:
      return atoms.marks.criteria[end] > atoms.marks.criteria[first]
        && atoms.marks.points[end] > atoms.marks.points[first] ? 4 : 0
    case .evidence:
      return ends.contains(.evidence) ? 1.5 : 0
    default:
      return 0
    }
  }
}
