import Jixiao

/// Cuts a broken text into its sheets: title, head, headings, body.
struct BrokenSheets {
  struct Part {
    /// The title's line and the lines of the head, up to the headings.
    var titles: [(text: String, line: Int)]
    var head: Range<Int>
    var headings: HeadingRun
    var body: Range<Int>
  }

  private(set) var text: BrokenText
  private let lexicon: CellLexicon
  private(set) var parts: [Part] = []
  private var titles: [(range: Range<Int>, text: String)] = []

  init(_ text: BrokenText, _ lexicon: CellLexicon) {
    self.text = text
    self.lexicon = lexicon
    findTitles()
    var runs = HeadingRun.all(in: text, lexicon)
    let repeated = repeatedHeadings(runs)
    if !repeated.isEmpty {
      self.text = text.removing(repeated)
      findTitles()
      runs = HeadingRun.all(in: self.text, lexicon)
    }
    cut(runs)
  }

  /// Lines, or two lines together, that are titles.
  private mutating func findTitles() {
    titles = []
    var lines: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = text.endOfLine(start)
      lines.append(start..<end)
      start = end
    }
    var number = 0
    while number < lines.count {
      let line = lines[number]
      if line.count <= 60 {
        if isTitle(line) {
          titles.append((line, text.string(line)))
        } else if number + 1 < lines.count, line.count <= 40, lines[number + 1].count <= 12 {
          let both = line.lowerBound..<lines[number + 1].upperBound
          if !startsLabel(line), !startsLabel(lines[number + 1]), !isTitle(lines[number + 1]), isTitle(both) {
            titles.append((both, text.string(both)))
            number += 1
          }
        }
      }
      number += 1
    }
  }

  private func isTitle(_ range: Range<Int>) -> Bool {
    // A title has four ideographs at least; most lines of a broken text are shorter.
    guard range.count >= 4, text.folded[range].lazy.filter({ !$0.isASCII }).count >= 4 else { return false }
    let line = text.string(range)
    // 名称：…自评表 发布日期：… is a line about a page.
    if line.contains(":") || line.contains("：") { return false }
    guard SheetTitle(line, at: Place(), words: lexicon.vocabulary.sheets) != nil else { return false }
    // A label of the head is none: 年度绩效目标.
    return lexicon.vocabulary.sheets.label(line) == nil
  }

  private func startsLabel(_ line: Range<Int>) -> Bool {
    BrokenHead.label(at: line.lowerBound, line.upperBound, text, lexicon) != nil
  }

  /// Headings printed again at the top of a page, with nothing but rows since the last ones.
  private func repeatedHeadings(_ runs: [HeadingRun]) -> [Range<Int>] {
    var repeated: [Range<Int>] = []
    for (last, run) in zip(runs, runs.dropFirst()) where last.columns.map(\.field) == run.columns.map(\.field)
    {
      let between = last.range.upperBound..<run.range.lowerBound
      if titles.contains(where: { between.overlaps($0.range) }) { continue }
      if firstHead(in: between) != nil { continue }
      repeated.append(run.range)
    }
    return repeated
  }

  /// Where the head of another sheet begins: a line that names a project or an organisation.
  private func firstHead(in range: Range<Int>) -> Int? {
    for index in range where text.gaps[index].endsLine {
      guard let label = BrokenHead.label(at: index, range.upperBound, text, lexicon) else { continue }
      if label.kind == .project || label.kind == .organization { return index }
    }
    return nil
  }

  private mutating func cut(_ runs: [HeadingRun]) {
    var from = 0
    for (number, run) in runs.enumerated() {
      let limit = number + 1 < runs.count ? runs[number + 1].range.lowerBound : text.count
      let bodyStart = run.range.upperBound
      guard bodyStart < limit else { continue }
      var bodyEnd =
        titles.first { $0.range.lowerBound >= bodyStart }.map { min($0.range.lowerBound, limit) } ?? limit
      if number + 1 < runs.count, let head = firstHead(in: bodyStart..<bodyEnd) { bodyEnd = head }
      let own = titles.filter { $0.range.lowerBound >= from && $0.range.upperBound <= run.range.lowerBound }
      let headStart = own.last?.range.upperBound ?? from
      // A title far above belongs to prose; a head is short of some thousands of characters.
      let head = max(headStart, run.range.lowerBound - 20_000)..<run.range.lowerBound
      parts.append(
        Part(
          titles: own.map { ($0.text, text.lines[$0.range.lowerBound]) }, head: head, headings: run,
          body: bodyStart..<max(bodyEnd, bodyStart)))
      from = max(bodyEnd, bodyStart)
    }
  }
}
