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
    let longestLevel = atoms.spans[first].reduce(0) { $1.score >= SearchScores.level && $1.kind.isLevel ? max($0, $1.end) : $0 }
    for span in atoms.spans[first] {
      guard var cell = Self.typed(span, field) else { continue }
      // 质量 where 质量指标 is printed.
      if field == .level1 || field == .level2, span.end < longestLevel { cell.score -= 3 }
      cell.score += joins(first, span.end, column) + ending(column, span.end)
      cells.append(cell)
    }
    guard let cost = SearchScores.free(field) else { return cells }
    let isProse = field == nil || field == .rule || field == .reason || field == .basis
    var score = cost.base
    var width = 0
    var end = first
    while end < atoms.count {
      if end > first {
        let gap = atoms.gap(end)
        score += join(column, end, width)
        if gap.endsLine { width = 0 }
      }
      // A criterion or a reason is prose in which numbers and words of the vocabulary stand as they come.
      score -= isProse && end > first && atoms.gap(end) == .glued ? atoms.foreign[end] * 0.15 : atoms.foreign[end]
      let range = atoms.range(end, end + 1)
      score += cost.character * Double(range.count)
      for index in range { width += atoms.text.width(index) }
      end += 1
      let length = atoms.length(first, end)
      if length > cost.limit || end - first > 120 || score < -18 { break }
      if let extra = worth(field, first, end) {
        cells.append(Cell(end: end, score: score + extra + ending(column, end)))
      }
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
      for index in atoms.range(atom, atom + 1) { width += atoms.text.width(index) }
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
    case (.evidence, .noPrevious), (.reason, .noPrevious), (.unit, .noPrevious), (.basis, .noPrevious), (nil, .noPrevious):
      cell.score = 0.5
    default: return nil
    }
    return cell
  }

  /// What speaks for free words in a column; nil where they cannot be a cell of it.
  private func worth(_ field: Indicator.Field?, _ first: Int, _ end: Int) -> Double? {
    let range = atoms.range(first, end)
    guard range.count <= 40 || field == .basis || field == .rule || field == .reason || field == nil else { return 0 }
    let text = atoms.text.foldedString(range)
    let words = lexicon.vocabulary.cells
    func ends(_ endings: [String]) -> Bool { endings.contains { text.hasSuffix($0) } }
    if let last = text.last, ",、(“《:;".contains(last) { return nil }
    if let start = text.first, ",、)”》:;。".contains(start) { return nil }
    guard isBalanced(range) else { return nil }
    switch field {
    case .level1:
      return ends(["指标"]) ? 2 : text.count < 2 ? nil : 0
    case .level2:
      return ends(["指标"]) ? 2 : text.count < 2 ? nil : 0
    case .level3:
      if text.count < 2 || lexicon.level1(text) != nil { return nil }
      if text.allSatisfy({ $0.isASCII }) { return nil }
      // The rest of a level's name that was cut off: 质量 | 指标资金使用合规率.
      if text.hasPrefix("指标"), text.dropFirst(2).first.map({ !"0123456789一二三四五六七八九十".contains($0) }) ?? true {
        return -6
      }
      return ends(words.nameEndings) ? 1.2 : 0
    case .basis:
      return (ends(words.basisEndings) ? 3 : 0) + (text.contains("《") ? 1 : 0)
    case .rule:
      let criteria = words.criteria.contains { text.contains($0) } && text.contains("分")
      return criteria ? 4 : 0
    case .evidence:
      return ends(["资料", "凭证", "材料", "报告", "记录", "文件"]) ? 1.5 : 0
    default:
      return 0
    }
  }

  /// Brackets and quotation marks open and close within one cell.
  private func isBalanced(_ range: Range<Int>) -> Bool {
    var open = 0
    for index in range {
      switch atoms.text.folded[index] {
      case "(", "《", "“", "【": open += 1
      case ")", "》", "”", "】":
        open -= 1
        if open < 0 { return false }
      default: break
      }
    }
    return open == 0
  }
}
