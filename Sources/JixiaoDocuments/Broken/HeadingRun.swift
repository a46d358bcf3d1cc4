import Jixiao

/// A run of column headings in a broken text: where it stands, and which columns it names.
struct HeadingRun: Sendable {
  struct Column: Sendable, Equatable {
    /// Nil for a column that is known and of no use here.
    var field: Indicator.Field?
    var text: String
    var line: Int
  }

  /// From the first heading to the first character of the body.
  var range: Range<Int>
  var columns: [Column]

  func index(of field: Indicator.Field) -> Int? { columns.firstIndex { $0.field == field } }

  /// All runs of a text, in order.
  static func all(in text: BrokenText, _ lexicon: CellLexicon) -> [HeadingRun] {
    var runs: [HeadingRun] = []
    var from = 0
    while let run = first(in: text, from: from, lexicon) {
      runs.append(run)
      from = run.range.upperBound
    }
    // Two sets of headings side by side, the year's and longer ones: which cells are whose is not to be told here.
    let paired = runs.indices.filter { i in
      i > 0 && runs[i - 1].range.upperBound == runs[i].range.lowerBound
        || i + 1 < runs.count && runs[i + 1].range.lowerBound == runs[i].range.upperBound
    }
    return runs.indices.filter { !paired.contains($0) }.map { runs[$0] }
  }

  /// The first run at or behind a character.
  static func first(in text: BrokenText, from start: Int, _ lexicon: CellLexicon) -> HeadingRun? {
    var index = start
    while index < text.count {
      if let run = run(at: index, text, lexicon) { return run }
      index += 1
    }
    return nil
  }

  private struct Candidate {
    var columns: [Column] = []
    var known = 0
    var end: Int
  }

  /// The run that begins at a character: the one that names most columns, no column twice.
  private static func run(at start: Int, _ text: BrokenText, _ lexicon: CellLexicon) -> HeadingRun? {
    // Not every character can begin a heading; the first walk of the tree decides at once.
    var begins = false
    lexicon.headings.match(text.folded, at: start, limit: min(text.count, start + 20)) { _, values in
      if values.contains(where: { $0.field != nil }) { begins = true }
    }
    guard begins else { return nil }
    var best: Candidate?
    var open = [Candidate(end: start)]
    var tried = 0
    while let candidate = open.popLast(), tried < 2_000 {
      tried += 1
      var grown = false
      lexicon.headings.match(text.folded, at: candidate.end, limit: min(text.count, candidate.end + 20)) {
        end, values in
        let end = remark(after: end, text)
        let isPlain = text.gaps.indices.contains(end) == false || text.gaps[end] != .glued
        for heading in values {
          var next = candidate
          if let field = heading.field {
            guard !candidate.columns.contains(where: { $0.field == field }) else { continue }
            next.known += 1
          } else if !isPlain && candidate.known == 0 {
            continue
          }
          next.columns.append(
            Column(
              field: heading.field, text: text.string(candidate.end..<end), line: text.lines[candidate.end]))
          next.end = end
          open.append(next)
          grown = true
        }
      }
      if !grown || candidate.known >= 3 {
        let isBetter =
          best.map {
            (candidate.known, candidate.end, -candidate.columns.count) > ($0.known, $0.end, -$0.columns.count)
          } ?? true
        if isBetter { best = candidate }
      }
    }
    guard let best, isHeading(best.columns) else { return nil }
    return HeadingRun(range: start..<best.end, columns: best.columns)
  }

  /// A bracketed remark belongs to the heading before it: 年初目标值(A).
  private static func remark(after end: Int, _ text: BrokenText) -> Int {
    guard end < text.count, text.folded[end] == "(" else { return end }
    var index = end + 1
    while index < text.count, index < end + 10 {
      if text.folded[index] == ")" { return index + 1 }
      index += 1
    }
    return end
  }

  /// As for a table: a column of names and one of values, three known ones in all.
  private static func isHeading(_ columns: [Column]) -> Bool {
    let fields = columns.compactMap(\.field)
    let names = fields.contains(.level3)
    let values = fields.contains(.target) || fields.contains(.actual)
    return names && values && fields.count >= 3
  }
}
