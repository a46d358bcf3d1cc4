import Jixiao

/// Gives every piece of a loose table its column and row, as the best of all readings that keep the order.
///
/// A reading is a path through (piece, column): on to a later column of the row, to a new row, or on in the same cell.
/// Every piece knows by how much the best reading in which it has another column is worse; where that margin is small
/// nothing is decided. Work grows with pieces × columns², whatever the text.
struct ColumnLattice {
  /// A cell of the best reading: pieces `tokens` in one column; nil where they fit none.
  struct Placed: Equatable {
    var tokens: Range<Int>
    var column: Int?
    var startsRow: Bool
    /// How much worse the best reading is in which these pieces stand elsewhere.
    var margin: Int
  }

  private struct Edge {
    var tokens: Range<Int>
    /// An index into the columns, or `width` for a piece that is left out.
    var column: Int
    var score: Int
    var through = ColumnLattice.never
    var from = -1
    var startsRow = false
    /// The state that a left-out piece is met in and, within a row, leaves as it is.
    var only: Int?
  }

  private static let never = Int.min / 4
  /// Leaving out a piece of text costs more than any doubtful cell; a blank is only padding.
  private static let costOfLoss = -70
  private static let costOfPadding = -3
  private static let costOfLevelRow = -20
  private static let costOfHalfPath = -45
  private static let costOfJoinedNumber = -40
  private static let mostJoined = 3
  /// Texts whose scores are kept; one with more starts over.
  private static let mostKnown = 4096

  /// Whether a table is small enough to be searched: under 2 s and 200 MiB, forty times the largest one seen. Chosen.
  static func holds(_ tokens: Int, columns: Int) -> Bool {
    tokens * columns <= 400_000 && tokens * columns * columns <= 8_000_000
  }

  private let tokens: [LooseToken]
  private let columns: [Indicator.Field?]
  private let likeness: CellLikeness
  private let width: Int
  /// Sums of the costs of skipping columns: `skipped[c]` for those before c.
  private let skipped: [Int]

  init(_ tokens: [LooseToken], columns: [Indicator.Field?], likeness: CellLikeness) {
    self.tokens = tokens
    self.columns = columns
    self.likeness = likeness
    width = columns.count
    var sums = [0]
    for field in columns { sums.append(sums[sums.count - 1] + CellLikeness.cost(ofSkipping: field)) }
    skipped = sums
  }

  /// The best reading, in the order of the pieces.
  func best() -> [Placed] {
    guard !tokens.isEmpty, width > 0 else { return [] }
    var edges = allEdges()
    var endingAt = [[Int]](repeating: [], count: tokens.count + 1)
    var startingAt = [[Int]](repeating: [], count: tokens.count + 1)
    for (i, edge) in edges.enumerated() {
      endingAt[edge.tokens.upperBound].append(i)
      startingAt[edge.tokens.lowerBound].append(i)
    }
    // State: the last column that holds something; `width` where the row is still empty or the piece before was lost.
    var forward = [[Int]](repeating: [Int](repeating: Self.never, count: width + 1), count: tokens.count + 1)
    var reached = [[Int]](repeating: [Int](repeating: -1, count: width + 1), count: tokens.count + 1)
    forward[0][width] = 0
    for start in 0..<tokens.count {
      for index in startingAt[start] {
        for last in 0...width where forward[start][last] > Self.never {
          let steps = steps(from: last, to: edges[index])
          let before = forward[start][last] + edges[index].score
          if steps.on > Self.never, before + steps.on > edges[index].through {
            edges[index].through = before + steps.on
            edges[index].from = last
            edges[index].startsRow = false
          }
          if steps.down > Self.never, before + steps.down > edges[index].through {
            edges[index].through = before + steps.down
            edges[index].from = last
            edges[index].startsRow = true
          }
        }
        let edge = edges[index]
        guard edge.through > Self.never else { continue }
        let state = state(after: edge)
        if edge.through > forward[edge.tokens.upperBound][state] {
          forward[edge.tokens.upperBound][state] = edge.through
          reached[edge.tokens.upperBound][state] = index
        }
      }
    }
    let backward = backwardScores(edges, startingAt)
    guard let last = (0...width).max(by: { end(forward, $0) < end(forward, $1) }),
      end(forward, last) > Self.never
    else { return [] }
    let total = end(forward, last)
    var alternatives = [[Int]](repeating: [Int](repeating: Self.never, count: width + 1), count: tokens.count)
    for edge in edges where edge.through > Self.never {
      let state = state(after: edge)
      let score = edge.through + backward[edge.tokens.upperBound][state]
      for token in edge.tokens {
        alternatives[token][edge.column] = max(alternatives[token][edge.column], score)
      }
    }
    var placed: [Placed] = []
    var at = tokens.count
    var state = last
    while at > 0, reached[at][state] >= 0 {
      let edge = edges[reached[at][state]]
      let margin =
        edge.tokens.map { token in
          total
            - ((0...width).filter { differs($0, edge.column) }.map { alternatives[token][$0] }.max()
              ?? Self.never)
        }.min() ?? 0
      placed.append(
        Placed(
          tokens: edge.tokens, column: edge.column == width ? nil : edge.column, startsRow: edge.startsRow,
          margin: margin))
      at = edge.tokens.lowerBound
      state = edge.from
    }
    return placed.reversed()
  }

  /// Two columns of no field are the same to a reader.
  private func differs(_ a: Int, _ b: Int) -> Bool {
    if a == b { return false }
    let isLoose = { (column: Int) in column == width || columns[column] == nil }
    return !(isLoose(a) && isLoose(b))
  }

  private func end(_ forward: [[Int]], _ last: Int) -> Int {
    let score = forward[tokens.count][last]
    return score == Self.never ? score : score + tail(after: last)
  }

  /// The cost of a row that ends behind a column; a row of levels alone is a template's empty row.
  private func tail(after column: Int) -> Int {
    if column == width { return 0 }
    if columns[column] == .level1 || columns[column] == .level2 { return Self.costOfLevelRow }
    return skipped[width] - skipped[column + 1]
  }

  /// What it costs to go on in the row, and to begin a new one; `never` where that cannot be.
  private typealias Steps = (on: Int, down: Int)

  /// A left-out piece leaves the row as it was, or ends it where the text does.
  private func state(after edge: Edge) -> Int {
    guard let only = edge.only else { return edge.column }
    return tokens[edge.tokens.lowerBound].gap.sameRow == nil ? width : only
  }

  private func steps(from last: Int, to edge: Edge) -> Steps {
    let first = edge.tokens.lowerBound == 0
    let gap = tokens[edge.tokens.lowerBound].gap
    if let only = edge.only {
      if only != last { return (Self.never, Self.never) }
      return gap.sameRow == nil ? (Self.never, tail(after: last)) : (0, Self.never)
    }
    var steps: Steps = (Self.never, Self.never)
    if !first, last < width, let cost = gap.sameRow, edge.column > last {
      // A first level that is printed has its second one beside it.
      let isHalf = columns[last] == .level1 && columns[last + 1] == .level2 && edge.column > last + 1
      let half = isHalf ? Self.costOfHalfPath : 0
      steps.on = cost + half + skipped[edge.column] - skipped[last + 1]
    }
    if first || last == width {
      steps.down = skipped[edge.column]
    } else if let cost = gap.newRow {
      steps.down = cost + tail(after: last) + skipped[edge.column]
    }
    return steps
  }

  private func allEdges() -> [Edge] {
    var edges: [Edge] = []
    // The same words and numbers stand in row after row.
    var known: [String: [Int]] = [:]
    func scores(of text: String) -> [Int] {
      if let scores = known[text] { return scores }
      let scores = likeness.scores(of: text, in: columns)
      if known.count >= Self.mostKnown { known = [:] }
      known[text] = scores
      return scores
    }
    for start in tokens.indices {
      var text = ""
      var cost = 0
      for end in start..<min(tokens.count, start + Self.mostJoined) {
        if end > start {
          guard let join = tokens[end].gap.sameCell, Self.join(text, tokens[end].text) else { break }
          cost += join + (Self.startsWithDigit(tokens[end].text) ? Self.costOfJoinedNumber : 0)
        }
        text += tokens[end].text
        let scores = scores(of: text)
        for column in 0..<width {
          var score = scores[column] + cost
          if tokens[start].isInPlace(column, of: width) { score += 12 }
          edges.append(Edge(tokens: start..<(end + 1), column: column, score: score))
        }
      }
      let loss = tokens[start].isBlank ? Self.costOfPadding : Self.costOfLoss
      for state in 0...width {
        edges.append(Edge(tokens: start..<(start + 1), column: width, score: loss, only: state))
      }
    }
    return edges
  }

  /// Two pieces can be one broken cell unless both are numbers there, or one is blank.
  private static func join(_ first: String, _ second: String) -> Bool {
    guard let last = first.folded.last, let next = second.folded.first else { return false }
    if first.folded.hasSuffix("分)"), !first.folded.contains("(") { return false }
    return !(last.isNumber && last.isASCII && next.isNumber && next.isASCII)
  }

  private static func startsWithDigit(_ text: String) -> Bool {
    text.folded.first.map { $0.isASCII && $0.isNumber } ?? false
  }

  private func backwardScores(_ edges: [Edge], _ startingAt: [[Int]]) -> [[Int]] {
    var scores = [[Int]](repeating: [Int](repeating: Self.never, count: width + 1), count: tokens.count + 1)
    for state in 0...width { scores[tokens.count][state] = tail(after: state) }
    for start in stride(from: tokens.count - 1, through: 0, by: -1) {
      for last in 0...width {
        for index in startingAt[start] {
          let edge = edges[index]
          let state = state(after: edge)
          let rest = scores[edge.tokens.upperBound][state]
          guard rest > Self.never else { continue }
          let steps = steps(from: last, to: edge)
          let best = max(steps.on, steps.down)
          if best > Self.never { scores[start][last] = max(scores[start][last], best + edge.score + rest) }
        }
      }
    }
    return scores
  }
}
