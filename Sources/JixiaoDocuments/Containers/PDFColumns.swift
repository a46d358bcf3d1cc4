import Jixiao

/// The columns of a table on a page: its headings, and the straight lines between them that fewest words cross.
struct PDFColumns: Sendable {
  var headings: [String]
  /// The x between a column and the next one; one fewer than columns.
  var bounds: [Double]
  /// Where the headings end.
  var bottom: Double

  func column(of word: PDFPage.Word) -> Int { bounds.count { $0 < word.center } }

  /// The headings of a table at or below a line of the page; nil where there are none.
  static func first(in lines: [[PDFPage.Word]], from start: Int, words: SheetWords) -> (
    columns: PDFColumns, lines: Range<Int>
  )? {
    for index in start..<lines.count {
      guard mayBegin(lines[index], words) else { continue }
      var best: (known: Int, lines: Range<Int>)?
      for low in (max(start, index - 2)...index).reversed() {
        for high in (index + 1)...min(lines.count, index + 9) {
          if high - low > 1, !areClose(lines[low..<high]) { continue }
          // 实施期目标 | 年度目标 stands above groups of columns and heads none.
          if low < index, lines[low].contains(where: { words.isLongTerm($0.text.folded) }) { continue }
          let known = fields(of: headings(lines[low..<high], words), words)
          guard isTable(known) else { continue }
          let count = Set(known).count
          // More lines only where they name more columns; among equals those whose headings are all known.
          if best.map({ count > $0.known }) ?? true { best = (count, low..<high) }
        }
      }
      guard var best else { continue }
      // The last lines of headings that are known without them too: (A), 及改进措施.
      while best.lines.upperBound < lines.count,
        areClose(lines[(best.lines.upperBound - 1)...best.lines.upperBound]),
        end(headings(lines[best.lines], words), lines[best.lines.upperBound], words)
      {
        best.lines = best.lines.lowerBound..<(best.lines.upperBound + 1)
      }
      guard let found = made(Array(lines[best.lines]), below: Array(lines[best.lines.upperBound...]), words)
      else { continue }
      return (found, best.lines)
    }
    return nil
  }

  /// Whether every piece of a line stands below a heading that it completes.
  private static func end(_ headings: [PDFPage.Word], _ line: [PDFPage.Word], _ words: SheetWords) -> Bool {
    PDFPage.joined(line).allSatisfy { piece in
      guard let above = headings.first(where: { $0.left < piece.right && piece.left < $0.right }) else {
        return false
      }
      return words.column(above.text) != nil && words.column(above.text + piece.text) != nil
    }
  }

  /// Whether a line holds headings or pieces of them.
  private static func mayBegin(_ line: [PDFPage.Word], _ words: SheetWords) -> Bool {
    let pieces = pieces(of: line, words)
    guard pieces.count >= 2 else { return false }
    return pieces.count { words.column($0.text) != nil || words.isHeadingPart($0.text.folded) } >= 2
  }

  private static func areClose(_ lines: ArraySlice<[PDFPage.Word]>) -> Bool {
    zip(lines, lines.dropFirst()).allSatisfy { upper, lower in
      let height = upper.map(\.height).max() ?? 0
      return lower[0].top - upper[0].bottom < height * 1.6
    }
  }

  /// The pieces of a line of headings; two that are headings or begin them are apart, unless they are one together.
  private static func pieces(of line: [PDFPage.Word], _ words: SheetWords) -> [PDFPage.Word] {
    func isOwn(_ text: String) -> Bool { words.column(text) != nil || words.isHeadingPart(text.folded) }
    return PDFPage.joined(line) { left, right in
      isOwn(left) && isOwn(right) && !isOwn(left + right)
    }
  }

  /// Pieces that stand over one another are one heading.
  private static func headings(_ lines: ArraySlice<[PDFPage.Word]>, _ words: SheetWords) -> [PDFPage.Word] {
    var headings: [PDFPage.Word] = []
    for piece in lines.flatMap({ pieces(of: $0, words) }) {
      if let i = headings.firstIndex(where: { $0.left < piece.right && piece.left < $0.right }) {
        let both = words.column(headings[i].text + piece.text)
        if both == nil, case .field? = words.column(headings[i].text), case .field? = words.column(piece.text)
        {
          // 绩效指标值 over 符号 | 值 | 单位 heads a group of columns.
          headings[i].text = piece.text
        } else {
          headings[i].text += piece.text
        }
        headings[i].left = min(headings[i].left, piece.left)
        headings[i].right = max(headings[i].right, piece.right)
        headings[i].bottom = max(headings[i].bottom, piece.bottom)
      } else {
        headings.append(piece)
      }
    }
    return headings.sorted { $0.left < $1.left }
  }

  private static func fields(of headings: [PDFPage.Word], _ words: SheetWords) -> [Indicator.Field] {
    headings.compactMap { heading -> Indicator.Field? in
      if case .field(let field) = words.column(heading.text) { field } else { nil }
    }
  }

  private static func isTable(_ fields: [Indicator.Field]) -> Bool {
    (fields.contains(.level3) || fields.contains(.level2)) && Set(fields).count >= 3
      && (fields.contains(.target) || fields.contains(.weight) || fields.contains(.actual))
  }

  private static func made(_ lines: [[PDFPage.Word]], below: [[PDFPage.Word]], _ words: SheetWords)
    -> PDFColumns?
  {
    let headings = headings(lines[...], words)
    guard isTable(fields(of: headings, words)) else { return nil }
    let body = below.flatMap { $0 }
    var bounds: [Double] = []
    for (left, right) in zip(headings, headings.dropFirst()) {
      bounds.append(emptiest(left.center, right.center, body + headings, below, left.left...right.right))
    }
    var texts = headings.map(\.text)
    // A label over many rows may stand left of the first heading: 绩效指标, a character a line.
    let edge = headings[0].left
    let outside = body.filter { $0.right < edge && $0.text.folded.count <= 4 }
    if let right = outside.map(\.right).max(),
      body.contains(where: { $0.left > right && $0.left < edge }) || outside.count > 2
    {
      bounds.insert(emptiest(right - 1, edge, body, [], edge...edge), at: 0)
      texts.insert("", at: 0)
    } else if let right = rightOfGroup(body, left: edge, words) {
      bounds.insert(emptiest(right - 1, edge, body, [], edge...edge), at: 0)
      texts.insert("", at: 0)
    }
    return PDFColumns(headings: texts, bounds: bounds, bottom: headings.map(\.bottom).max() ?? 0)
  }

  /// The right edge of a label such as 绩效指标（90分） that stands beside all rows, left of the first heading.
  private static func rightOfGroup(_ body: [PDFPage.Word], left edge: Double, _ words: SheetWords) -> Double?
  {
    var text = ""
    var right = 0.0
    for word in body.lazy.filter({ $0.right < edge }).prefix(6) {
      text += word.text
      right = max(right, word.right)
      if words.column(text) == .other { return right }
    }
    return nil
  }

  /// The middle of the stretch between two x that fewest words cross; of several the one with which fewest lines have
  /// two words in one of the columns over `both`, then the widest.
  private static func emptiest(
    _ from: Double, _ to: Double, _ words: [PDFPage.Word], _ lines: [[PDFPage.Word]],
    _ both: ClosedRange<Double>
  ) -> Double {
    // Words that stand together are one cell: 产出指标(40 分).
    let centers = lines.map { PDFPage.joined($0).map(\.center).filter(both.contains) }.filter {
      $0.count > 1
    }
    func doubled(_ x: Double) -> Int {
      centers.count { line in
        let left = line.count { $0 < x }
        return left > 1 || line.count - left > 1
      }
    }
    var edges: [Double] = [from, to]
    for word in words where word.right > from && word.left < to {
      edges += [word.left, word.right].filter { $0 > from && $0 < to }
    }
    edges.sort()
    var best = (crossings: Int.max, doubled: Int.max, width: 0.0, at: (from + to) / 2)
    for (low, high) in zip(edges, edges.dropFirst()) where high - low > 0.01 {
      let x = (low + high) / 2
      let crossings = words.count { $0.left < x && $0.right > x }
      guard crossings <= best.crossings else { continue }
      let twice = doubled(x)
      if (crossings, twice, -(high - low)) < (best.crossings, best.doubled, -best.width) {
        best = (crossings, twice, high - low, x)
      }
    }
    return best.at
  }
}
