import Jixiao

/// The search over all readings of a body as rows of cells.
///
/// A node is a place in the text with the column reached, the levels in force and the sum of the points so far; an edge
/// is one cell. The best path is the reading. Because every path must do something with each atom, the best path that
/// does something else with a cell's first atom says by how much the cell is ahead of any other reading.
struct RowSearch {
  struct Cell: Sendable, Equatable {
    var first: Int
    var end: Int
    /// Index of the column, -1 for a line that belongs to no cell.
    var column: Int
    /// By how much this is ahead of the best other reading of the cell's first atom.
    var margin: Double
    var startsRow: Bool
  }

  struct Result: Sendable {
    var cells: [Cell] = []
    /// The atom at which the last row ends.
    var end = 0
    var score = 0.0
    /// Whether the points add up to 100, 90 or 80.
    var addsUp = false
  }

  private struct Key: Equatable {
    var place: Int32
    var column: Int16
    var level1: Int16
    var level2: Int16
    var sum: Int32
  }

  private struct Edge {
    var from: Int32
    var to: Int32
    var first: Int32
    var end: Int32
    var column: Int16
    var startsRow: Bool
    var score: Double
  }

  private let atoms: BodyAtoms
  private let columns: [HeadingRun.Column]
  private let lexicon: CellLexicon
  private let nameColumn: Int
  private let blanks: [Double]
  private let weightColumn: Int?

  init?(_ atoms: BodyAtoms, _ columns: [HeadingRun.Column], _ lexicon: CellLexicon) {
    guard let name = columns.firstIndex(where: { $0.field == .level3 }), atoms.count > 0 else { return nil }
    self.atoms = atoms
    self.columns = columns
    self.lexicon = lexicon
    nameColumn = name
    blanks = columns.map { SearchScores.blank($0.field) }
    weightColumn = columns.firstIndex { $0.field == .weight }
  }

  /// Reads the body, then reads it again with the habits that the certain cells of the first reading show.
  func best() -> Result {
    var habits = ColumnHabits(columns: columns.count, isRunOn: atoms.isRunOn)
    var result = pass(habits)
    if !result.cells.isEmpty {
      habits = ColumnHabits(columns: columns.count, isRunOn: atoms.isRunOn)
      for cell in result.cells where cell.column >= 0 && cell.margin >= SearchScores.teaches {
        habits.learn(cell.column, atoms, cell.first, cell.end)
      }
      result = pass(habits)
    }
    return result
  }

  /// What the columns between two cells of a row cost when left blank.
  private func blank(after column: Int, before next: Int) -> Double {
    column + 1 < next ? blanks[(column + 1)..<next].reduce(0, +) : 0
  }

  private func pass(_ habits: ColumnHabits) -> Result {
    let candidates = CellCandidates(atoms, columns, habits, lexicon)
    var keys: [Key] = [Key(place: 0, column: -1, level1: -1, level2: -1, sum: 0)]
    var alpha: [Double] = [0]
    var at: [[Int]] = [[Int]](repeating: [], count: atoms.count + 1)
    var ahead = [Double](repeating: -.infinity, count: atoms.count + 1)
    at[0] = [0]
    ahead[0] = 0
    var edges: [Edge] = []
    var seconds: [String: Int16] = [:]
    var secondNames: [String] = []

    func link(_ from: Int, _ key: Key, _ first: Int, _ column: Int, _ startsRow: Bool, _ score: Double) {
      let total = alpha[from] + score
      let end = Int(key.place)
      guard total > ahead[end] - SearchScores.behind else { return }
      let node: Int
      // A handful of nodes stand at one place; comparing them is quicker than hashing.
      if let known = at[end].first(where: { keys[$0] == key }) {
        node = known
      } else {
        node = keys.count
        keys.append(key)
        alpha.append(-.infinity)
        at[end].append(node)
      }
      alpha[node] = max(alpha[node], total)
      ahead[end] = max(ahead[end], total)
      edges.append(
        Edge(
          from: Int32(from), to: Int32(node), first: Int32(first), end: key.place,
          column: Int16(column), startsRow: startsRow, score: score))
    }

    for place in 0..<atoms.count {
      let live = at[place].filter { alpha[$0] > ahead[place] - SearchScores.behind }
        .sorted { (alpha[$0], $1) > (alpha[$1], $0) }.prefix(SearchScores.beam)
      if live.isEmpty { continue }
      var cells = [[CellCandidates.Cell]?](repeating: nil, count: columns.count)
      var skip: (end: Int, cost: Double)?
      for from in live {
        let key = keys[from]
        // The next cell of the same row.
        for column in (Int(key.column) + 1)..<max(columns.count, Int(key.column) + 1) where key.column >= 0 {
          if Int(key.column) < nameColumn && column > nameColumn { break }
          grow(from, key, column, startsRow: false, base: blank(after: Int(key.column), before: column))
        }
        // The first cell of the next row.
        if Int(key.column) > nameColumn || key.column < 0 {
          let base =
            key.column < 0 ? 0 : SearchScores.newRow + blank(after: Int(key.column), before: columns.count)
          for column in 0...nameColumn { grow(from, key, column, startsRow: true, base: base) }
        }
        // A row of the form that was left empty has levels only.
        if key.column >= 0, Int(key.column) < nameColumn {
          for column in 0..<nameColumn { grow(from, key, column, startsRow: true, base: SearchScores.newRow) }
        }
        // A line that belongs to nothing.
        if atoms.gap(place).endsLine || place == 0 {
          let line = skip ?? costOfSkipping(from: place)
          skip = line
          let isBefore = key.column < 0 && line.cost == SearchScores.skippedLine && !hasRow(place, line.end)
          var next = key
          next.place = Int32(line.end)
          link(from, next, place, -1, false, isBefore ? SearchScores.skippedBeforeRows : line.cost)
        }
      }

      func grow(_ from: Int, _ key: Key, _ column: Int, startsRow: Bool, base: Double) {
        let isAtLine = place == 0 || atoms.gap(place).endsLine
        let base = atoms.isRunOn && startsRow != isAtLine ? base + SearchScores.rowOffLine : base
        let list: [CellCandidates.Cell]
        if let known = cells[column] {
          list = known
        } else {
          list = candidates.cells(from: place, column: column)
          cells[column] = list
        }
        for cell in list {
          var next = key
          next.place = Int32(cell.end)
          next.column = Int16(column)
          var score = base + cell.score
          switch columns[column].field {
          case .level1:
            score += step(from: Int(key.level1), to: cell.level1)
            if Int(key.level1) != cell.level1 || cell.level1 < 0 { next.level2 = -1 }
            next.level1 = cell.level1 < 0 ? -2 : Int16(cell.level1)
          case .level2:
            var second: Int16 = -2
            if let name = cell.level2 {
              if let known = seconds[name] {
                second = known
              } else {
                second = Int16(secondNames.count)
                seconds[name] = second
                secondNames.append(name)
              }
              let previous = key.level2 >= 0 ? secondNames[Int(key.level2)] : nil
              score += step(to: name, after: previous, under: Int(key.level1))
            }
            next.level2 = second
          case .level3:
            if key.level2 == -1, columns.contains(where: { $0.field == .level2 }) {
              score += SearchScores.firstWithoutSecond
            }
          case .weight:
            next.sum = key.sum < 0 ? -1 : min(key.sum + Int32(cell.hundredths), 1_000_000)
          default: break
          }
          link(from, next, place, column, startsRow, score)
        }
      }
    }
    return traced(keys, alpha, edges)
  }

  /// 产出 before 效益 before 满意度.
  private func step(from: Int, to: Int) -> Double {
    guard from >= 0, to >= 0, let before = lexicon.levels[from].order, let after = lexicon.levels[to].order
    else { return 0 }
    return after < before ? SearchScores.levelBackwards : 0
  }

  /// 数量 before 质量 before 时效, and each below its own first level.
  private func step(to name: String, after previous: String?, under first: Int) -> Double {
    guard first >= 0 else { return 0 }
    guard lexicon.belongs(name, under: first) else { return SearchScores.secondElsewhere }
    guard let previous, let before = lexicon.order(of: previous, under: first),
      let after = lexicon.order(of: name, under: first)
    else { return 0 }
    return after < before ? SearchScores.secondBackwards : 0
  }

  /// The end of a line, and what it costs to leave the line out.
  private func costOfSkipping(from first: Int) -> (end: Int, cost: Double) {
    var end = first + 1
    while end < atoms.count, !atoms.gap(end).endsLine { end += 1 }
    guard atoms.length(first, end) <= 8 else { return (end, SearchScores.skippedLine) }
    let line = atoms.text.foldedString(atoms.range(first, end))
    if TemplateLine.isTemplate(line, lexicon.vocabulary) { return (end, SearchScores.skippedTemplate) }
    return (end, TemplateLine.isPageNumber(line) ? SearchScores.skippedPageNumber : SearchScores.skippedLine)
  }

  private func hasRow(_ first: Int, _ end: Int) -> Bool { (first..<end).contains { atoms.looksLikeRow($0) } }

  /// What a path gains where it ends: the last row's blanks, and whether the points add up.
  private func finish(_ key: Key) -> Double? {
    guard Int(key.column) > nameColumn else { return nil }
    var score = blank(after: Int(key.column), before: columns.count) - atoms.rest[Int(key.place)]
    if weightColumn != nil, Self.frames.contains(Int(key.sum)) { score += SearchScores.parity }
    return score
  }

  private static let frames: Set<Int> = [10_000, 9_000, 8_000]

  private func traced(_ keys: [Key], _ alpha: [Double], _ edges: [Edge]) -> Result {
    var result = Result()
    var beta = [Double](repeating: -.infinity, count: keys.count)
    var bestEnd: Int?
    // The best score of a path that has ended before a place.
    var ended = [Double](repeating: -.infinity, count: atoms.count + 1)
    for node in keys.indices {
      guard let last = finish(keys[node]) else { continue }
      beta[node] = last
      let total = alpha[node] + last
      ended[Int(keys[node].place)] = max(ended[Int(keys[node].place)], total)
      if bestEnd.map({ total > alpha[$0] + beta[$0] }) ?? true { bestEnd = node }
    }
    guard let bestEnd else { return result }
    let best = alpha[bestEnd] + beta[bestEnd]
    guard best > 0 else { return result }
    for edge in edges.reversed() {
      beta[Int(edge.from)] = max(beta[Int(edge.from)], beta[Int(edge.to)] + edge.score)
    }
    for place in 1..<ended.count { ended[place] = max(ended[place], ended[place - 1]) }
    // Back along the best path.
    var incoming: [Int32: [Int]] = [:]
    for (number, edge) in edges.enumerated() { incoming[edge.to, default: []].append(number) }
    var path: [Edge] = []
    var node = Int32(bestEnd)
    while node != 0 {
      let options = incoming[node] ?? []
      guard
        let chosen = options.max(by: {
          alpha[Int(edges[$0].from)] + edges[$0].score < alpha[Int(edges[$1].from)] + edges[$1].score
        })
      else { break }
      path.append(edges[chosen])
      node = edges[chosen].from
    }
    path.reverse()
    var cellAt = [Int](repeating: -1, count: atoms.count + 1)
    for (number, edge) in path.enumerated() { cellAt[Int(edge.first)] = number }
    var nextCell = [Int](repeating: atoms.count, count: atoms.count + 2)
    for place in stride(from: atoms.count - 1, through: 0, by: -1) {
      nextCell[place] = cellAt[place] >= 0 ? place : nextCell[place + 1]
    }
    var other = path.map { ended[Int($0.first)] }
    for edge in edges {
      let total = alpha[Int(edge.from)] + edge.score + beta[Int(edge.to)]
      guard total > -.infinity else { continue }
      var place = nextCell[Int(edge.first)]
      while place < Int(edge.end) {
        let number = cellAt[place]
        let cell = path[number]
        if cell.first != edge.first || cell.end != edge.end || cell.column != edge.column {
          other[number] = max(other[number], total)
        }
        place = nextCell[place + 1]
      }
    }
    result.cells = path.enumerated().map { number, edge in
      Cell(
        first: Int(edge.first), end: Int(edge.end), column: Int(edge.column), margin: best - other[number],
        startsRow: edge.startsRow)
    }
    result.end = Int(keys[bestEnd].place)
    result.score = best
    result.addsUp = Self.frames.contains(Int(keys[bestEnd].sum))
    return result
  }
}
