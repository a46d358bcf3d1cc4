import Jixiao

/// The smallest pieces of a body that a cell can begin or end with, and what may be read at each.
///
/// A piece ends at every gap and, inside a run of characters, where a word of the vocabulary, a sign or a number begins
/// or ends. Nothing is decided here.
struct BodyAtoms: Sendable {
  /// Something that can be read from one atom up to another.
  struct Span: Sendable {
    enum Kind: Sendable, Hashable {
      case level1(Int)
      case level2(String)
      case closed(Indicator.Field)
      /// A number with sign or unit, or a date; the score says how sure it looks.
      case quantity
      /// A number alone, in hundredths.
      case number(Int)
      case phrase
      case noPrevious
      case unit
      case relation

      var isFirstLevel: Bool {
        if case .level1 = self { true } else { false }
      }

      var isLevel: Bool {
        switch self {
        case .level1, .level2: true
        default: false
        }
      }
    }

    var end: Int
    var kind: Kind
    var score: Double
  }

  let text: BrokenText
  /// Index of each atom's first character; one more for the end.
  private(set) var starts: [Int] = []
  private(set) var spans: [[Span]] = []
  /// What a cell of free words loses by taking in the atom.
  private(set) var foreign: [Double] = []
  /// What a reading loses by ending before the atom and leaving the rest unread, up to where the sheet must end.
  private(set) var rest: [Double] = []
  private(set) var marks: AtomMarks
  let isRunOn: Bool

  var count: Int { starts.count - 1 }

  func gap(_ atom: Int) -> BrokenText.Gap { text.gaps[starts[atom]] }
  func range(_ first: Int, _ end: Int) -> Range<Int> { starts[first]..<starts[end] }
  func length(_ first: Int, _ end: Int) -> Int { starts[end] - starts[first] }
  func line(_ atom: Int) -> Int { text.lines[starts[atom]] }

  /// What no column of `fields` can hold is not looked for.
  init(
    _ text: BrokenText, _ range: Range<Int>, isRunOn: Bool, fields: [Indicator.Field?], _ lexicon: CellLexicon
  ) {
    self.text = text
    self.isRunOn = isRunOn
    // Characters outnumber atoms; what is past the limit is not even looked at.
    var limit = min(range.upperBound, range.lowerBound + SearchScores.atoms * 4)
    if limit < range.upperBound { limit = min(text.endOfLine(limit), limit + 400) }
    let range = range.lowerBound..<limit
    var found = Findings(text, range, fields: fields, lexicon)
    found.search()
    var atomAt: [Int: Int] = [:]
    for index in range
    where index == range.lowerBound || text.gaps[index] != .glued || found.isCut[index - range.lowerBound] {
      if starts.count > SearchScores.atoms && text.gaps[index].endsLine { break }
      atomAt[index] = starts.count
      starts.append(index)
    }
    let end = starts.count > SearchScores.atoms ? text.endOfLine(starts[starts.count - 1]) : range.upperBound
    atomAt[end] = starts.count
    starts.append(end)
    marks = AtomMarks(text, starts, lexicon)
    spans = [[Span]](repeating: [], count: count)
    for item in found.items {
      guard let first = atomAt[item.range.lowerBound], let end = atomAt[item.range.upperBound], end > first
      else { continue }
      spans[first].append(Span(end: end, kind: item.kind, score: item.score))
    }
    joinClosedWords()
    weighForeign(lexicon)
  }

  /// 工作资料,原始凭证 is one cell of two words.
  private mutating func joinClosedWords() {
    for atom in stride(from: count - 1, through: 0, by: -1) {
      for span in spans[atom] {
        guard case .closed = span.kind, span.end < count else { continue }
        var next = span.end
        // The mark between two words is glued to one of them, and so an atom of its own only where it is cut off.
        guard length(next, next + 1) == 1, let mark = text.folded[starts[next]..<starts[next + 1]].first,
          ",、;/".unicodeScalars.contains(mark)
        else { continue }
        next += 1
        guard next < count else { continue }
        for following in spans[next] where following.kind == span.kind {
          spans[atom].append(Span(end: following.end, kind: span.kind, score: span.score + 1))
        }
      }
    }
  }

  private mutating func weighForeign(_ lexicon: CellLexicon) {
    foreign = [Double](repeating: 0, count: count)
    rest = [Double](repeating: 0, count: count + 1)
    for atom in stride(from: count - 1, through: 0, by: -1) {
      var worst = 0.0
      for span in spans[atom] {
        let isApart = gap(atom) != .glued && (span.end == count || gap(span.end) != .glued)
        let chars = length(atom, span.end)
        let cost: Double
        switch span.kind {
        case .level1, .level2:
          cost = isApart ? 6 : chars < 4 ? 0.5 : isRunOn && gap(atom) != .glued ? 5 : 1.5
        case .closed: cost = isApart ? (chars >= 4 ? 5 : 3) : (chars >= 4 ? 3 : 0.5)
        case .quantity: cost = isApart ? min(6, span.score + 1) : max(0, min(4, span.score - 2))
        case .number: cost = isApart ? 4 : isRunOn ? 3 : 1
        case .phrase, .noPrevious: cost = isApart ? 2 : 0.3
        case .relation: cost = isApart ? 4 : 0
        case .unit: cost = isApart ? 1.5 : 0
        }
        worst = max(worst, cost)
      }
      let stops = gap(atom).endsLine && isStop(atom, lexicon)
      if stops { worst = max(worst, 9) }
      foreign[atom] = worst
      rest[atom] = stops ? 0 : rest[atom + 1] + (looksLikeRow(atom) ? 3 : 0)
    }
  }

  /// Whether a level or a target stands here by itself, as it does in a row.
  func looksLikeRow(_ atom: Int) -> Bool {
    guard gap(atom) != .glued else { return false }
    return spans[atom].contains { span in
      let isApart = span.end == count || gap(span.end) != .glued
      switch span.kind {
      case .level1, .level2: return (isApart || isRunOn) && length(atom, span.end) >= 4
      case .quantity: return isApart && span.score >= 6
      default: return false
      }
    }
  }

  /// Whether what follows a sheet begins here: 注：, （五）其他…, 第四部分.
  private func isStop(_ atom: Int, _ lexicon: CellLexicon) -> Bool {
    var start = starts[atom]
    let limit = min(text.count, start + 24)
    var isMarked = false
    if start < limit, text.folded[start] == "(" {
      var index = start + 1
      while index < limit, "一二三四五六七八九十".unicodeScalars.contains(text.folded[index]) { index += 1 }
      if index > start + 1, index < limit, text.folded[index] == ")" {
        isMarked = true
        start = index + 1
      }
    }
    if isMarked { return true }
    var stops = false
    lexicon.stops.match(text.folded, at: start, limit: limit) { end, _ in
      let next: Unicode.Scalar = end < text.count ? text.folded[end] : ":"
      if end - start >= 4 || next == ":" { stops = true }
    }
    return stops
  }
}
