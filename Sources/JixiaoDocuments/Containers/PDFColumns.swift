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
      let seeds = PDFPage.joined(lines[index], isWhole: { words.column($0) != nil })
      guard seeds.count(where: { words.column($0.text) != nil }) >= 2 || isBrokenHeading(seeds, words) else {
        continue
      }
      let height = seeds.map(\.height).max() ?? 0
      func belongs(_ line: [PDFPage.Word], _ near: Double) -> Bool {
        let pieces = PDFPage.joined(line, isWhole: { words.column($0) != nil })
        return abs(near) < height * 2.6
          && pieces.allSatisfy {
            words.column($0.text) != nil || words.isHeadingPart($0.text.folded) || $0.text.folded.count <= 2
          }
      }
      var low = index
      var high = index + 1
      while low > start, belongs(lines[low - 1], lines[low][0].top - lines[low - 1][0].bottom) { low -= 1 }
      while high < lines.count, belongs(lines[high], lines[high][0].top - lines[high - 1][0].bottom) {
        high += 1
      }
      guard let found = made(Array(lines[low..<high]), below: Array(lines[high...]), words) else { continue }
      return (found, low..<high)
    }
    return nil
  }

  private static func isBrokenHeading(_ pieces: [PDFPage.Word], _ words: SheetWords) -> Bool {
    pieces.count >= 3
      && pieces.allSatisfy { words.column($0.text) != nil || words.isHeadingPart($0.text.folded) }
  }

  private static func made(_ lines: [[PDFPage.Word]], below: [[PDFPage.Word]], _ words: SheetWords)
    -> PDFColumns?
  {
    // Pieces that stand over one another are one heading.
    var headings: [PDFPage.Word] = []
    for piece in lines.flatMap({ PDFPage.joined($0, isWhole: { words.column($0) != nil }) }) {
      if let i = headings.firstIndex(where: { $0.left < piece.right && piece.left < $0.right }) {
        headings[i].text += piece.text
        headings[i].left = min(headings[i].left, piece.left)
        headings[i].right = max(headings[i].right, piece.right)
        headings[i].bottom = max(headings[i].bottom, piece.bottom)
      } else {
        headings.append(piece)
      }
    }
    headings.sort { $0.left < $1.left }
    let fields = headings.compactMap { heading -> Indicator.Field? in
      if case .field(let field) = words.column(heading.text) { field } else { nil }
    }
    guard fields.contains(.level3) || fields.contains(.level2), Set(fields).count >= 3,
      fields.contains(.target) || fields.contains(.weight) || fields.contains(.actual)
    else { return nil }
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
    }
    return PDFColumns(headings: texts, bounds: bounds, bottom: headings.map(\.bottom).max() ?? 0)
  }

  /// The middle of the stretch between two x that fewest words cross; of several the one with which fewest lines have
  /// two words in one of the columns over `both`, then the widest.
  private static func emptiest(
    _ from: Double, _ to: Double, _ words: [PDFPage.Word], _ lines: [[PDFPage.Word]],
    _ both: ClosedRange<Double>
  ) -> Double {
    let centers = lines.map { $0.map(\.center).filter(both.contains) }.filter { $0.count > 1 }
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
