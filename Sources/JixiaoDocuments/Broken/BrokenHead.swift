import Jixiao

/// The head of a sheet in a broken text: labels of the vocabulary and what stands behind each.
struct BrokenHead: Sendable {
  struct Entry: Sendable {
    var label: Range<Int>
    /// Nil where the label has no value of its own.
    var value: Range<Int>?
  }

  private(set) var entries: [Entry] = []

  private let text: BrokenText
  private let lexicon: CellLexicon

  init(_ text: BrokenText, _ range: Range<Int>, _ lexicon: CellLexicon) {
    self.text = text
    self.lexicon = lexicon
    var found: [(label: Range<Int>, kind: SheetWords.Label)] = []
    var index = range.lowerBound
    var inProse = false
    while index < range.upperBound {
      let isStart =
        text.gaps[index].endsLine || (text.gaps[index] == .space && !inProse) || index == range.lowerBound
      // 项目主管部门青山区教育局项目执行单位…: labels glued to the values around them.
      let isInside =
        found.last.map { text.gaps[$0.label.upperBound] == .glued && !inProse && $0.kind != .ignored }
        ?? false
      if isInside, text.gaps[index] == .glued,
        let label = Self.glued(at: index, range.upperBound, text, lexicon)
      {
        found.append(label)
        index = label.label.upperBound
        continue
      }
      let follows = found.last.map { $0.label.upperBound == index && !inProse } ?? false
      if isStart || follows,
        let label = Self.label(at: index, range.upperBound, text, lexicon, isProse: inProse)
      {
        found.append(label)
        index = label.label.upperBound
        inProse = label.kind == .objective
      } else {
        index += 1
      }
    }
    for (number, item) in found.enumerated() {
      let end = number + 1 < found.count ? found[number + 1].label.lowerBound : range.upperBound
      entries.append(Entry(label: item.label, value: value(item.label.upperBound..<end, of: item.kind)))
    }
  }

  /// The label that begins at a character, with its remark and colon: `其中：财政拨款`, `项目资金(万元)`.
  static func label(
    at start: Int, _ limit: Int, _ text: BrokenText, _ lexicon: CellLexicon, isProse: Bool = false
  ) -> (label: Range<Int>, kind: SheetWords.Label)? {
    var first = start
    if first + 2 < limit, text.foldedString(first..<first + 2) == "其中" {
      first += 2
      if text.folded[first] == ":" { first += 1 }
    }
    var best: (end: Int, word: Int, mark: Bool)?
    lexicon.labels.match(text.folded, at: first, limit: min(limit, first + 24)) { wordEnd, _ in
      var end = wordEnd
      if end < limit, text.folded[end] == "(" {
        var close = end + 1
        while close < min(limit, end + 12), text.folded[close] != ")" { close += 1 }
        if close < min(limit, end + 12) { end = close + 1 }
      }
      let hasColon = end < limit && text.folded[end] == ":"
      if hasColon { end += 1 }
      let isApart = end >= limit || text.gaps[end] != .glued
      // Glued to its value only where the label is long enough to be no accident and begins a line.
      let isGlued = !isProse && wordEnd - first >= 4 && text.gaps[start].endsLine
      if hasColon || isApart || isGlued { best = (end, wordEnd, hasColon || isApart) }
    }
    guard let best else { return nil }
    if isProse && !best.mark { return nil }
    let kind = lexicon.vocabulary.sheets.label(text.string(first..<best.word))?.label ?? .ignored
    return (start..<best.end, kind)
  }

  /// A label of five characters and more that is glued to what stands around it.
  private static func glued(
    at start: Int, _ limit: Int, _ text: BrokenText, _ lexicon: CellLexicon
  ) -> (label: Range<Int>, kind: SheetWords.Label)? {
    var best: Int?
    lexicon.labels.match(text.folded, at: start, limit: min(limit, start + 24)) { end, _ in
      if end - start >= 5 { best = end }
    }
    guard let best else { return nil }
    return (start..<best, lexicon.vocabulary.sheets.label(text.string(start..<best))?.label ?? .ignored)
  }

  private func value(_ range: Range<Int>, of kind: SheetWords.Label) -> Range<Int>? {
    guard let first = range.first else { return nil }
    if kind == .objective { return range }
    if kind.isMoney || kind == .rate || kind == .weight || kind == .claimed {
      var end = first
      while end < range.upperBound, end == first || text.gaps[end] == .glued { end += 1 }
      return text.isDigit(first) || text.folded[first] == "-" ? first..<end : nil
    }
    // The rest of the line, and lines below it that hold one piece each.
    var end = min(text.endOfLine(first), range.upperBound)
    while end < range.upperBound, end - first < 60 {
      let next = min(text.endOfLine(end), range.upperBound)
      if (end + 1..<max(next, end + 1)).contains(where: { text.gaps[$0] == .space }) { break }
      end = next
    }
    return first..<end
  }

  /// What a head says, as rows of label and value for the reader of heads.
  func rows() -> [[Grid.Cell]] {
    entries.map { entry in
      var cells = [Grid.Cell(text: text.string(entry.label), place: place(entry.label, 1))]
      if let value = entry.value { cells.append(Grid.Cell(text: text.string(value), place: place(value, 2))) }
      return cells
    }
  }

  private func place(_ range: Range<Int>, _ column: Int) -> Place {
    Place(line: text.lines[range.lowerBound], column: column)
  }
}
