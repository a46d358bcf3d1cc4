import Jixiao

/// The rows of a table on a page, found from the column whose cells are single lines, and the labels that reach over rows.
///
/// A cell's lines belong to the row in whose middle (or at whose top) its single-line cells stand. Where they fit no such
/// place the row is not certain.
struct PDFRows {
  struct Row {
    /// By column; levels are filled by `PDFRows.label`.
    var cells: [String]
    var top: Double
    var bottom: Double
    /// Why its cells are not certain; nil where they are.
    var doubt: Doubt?
  }

  /// What keeps a row from being read.
  enum Doubt {
    /// The lines of the name do not stand where the row does.
    case name
    /// Two words stand apart in one cell, as if they were of two columns.
    case gap
  }

  /// Words of one cell stand closer than this, in heights of a line.
  private static let widestGap = 1.2

  /// How far a cell may stand from the middle of its row, in lines: less than the half line that one line more would make.
  private static let mostOff = 0.4

  /// A page prints fewer. Chosen.
  private static let mostRows = 400

  private typealias Line = PDFPage.Word

  private let columns: PDFColumns
  private let fields: [Indicator.Field?]
  private let words: SheetWords
  /// The lines of each column from top to bottom.
  private var lines: [[Line]]
  private(set) var rows: [Row] = []
  /// By column, what stands above the first row and belongs to the last one of the page before.
  private(set) var leading: [String] = []
  private let lineHeight: Double

  /// Finds the rows of a table's words; where it `goesOn` from the page before, the end of a cut row comes first.
  init(_ pieces: [PDFPage.Word], _ columns: PDFColumns, goesOn: Bool, words: SheetWords) {
    self.columns = columns
    self.words = words
    fields = columns.headings.map { if case .field(let field) = words.column($0) { field } else { nil } }
    lines = [[Line]](repeating: [], count: columns.headings.count)
    for line in PDFPage.lines(of: pieces) {
      for word in line {
        let column = columns.column(of: word)
        if let last = lines[column].last, abs(last.middle - word.middle) < word.height / 2 {
          lines[column][lines[column].count - 1].text += word.text
          if word.left - last.right > word.height * Self.widestGap {
            lines[column][lines[column].count - 1].hasGap = true
          }
          lines[column][lines[column].count - 1].right = word.right
        } else {
          lines[column].append(word)
        }
      }
    }
    let heights = pieces.map(\.height).sorted()
    lineHeight = heights.isEmpty ? 10 : heights[heights.count / 2]
    if goesOn { takeLeading() }
    findRows()
    label(.level1)
    label(.level2)
  }

  /// The column of short cells that has most lines: points first, then signs, units, targets.
  private var anchors: [Line] {
    let preferred: [Indicator.Field] = [.weight, .claimed, .operator, .target, .unit, .actual]
    var best: [Line] = []
    for field in preferred {
      guard let column = fields.firstIndex(of: field) else { continue }
      let isNumber = field == .weight || field == .claimed
      let found = lines[column].filter { !isNumber || PrintedNumber($0.text, words: words).value != nil }
      // A column of words or signs may have several lines in a cell: points are kept unless hardly any are printed.
      if Double(found.count) > Double(best.count) * (best.isEmpty ? 1 : isNumber ? 1.05 : 4) { best = found }
    }
    return best
  }

  private var contentColumns: [Int] {
    fields.indices.filter { fields[$0] != .level1 && fields[$0] != .level2 && !columns.headings[$0].isEmpty }
  }

  /// Lines above the first row without which its name stands better: the end of a row that the page has cut.
  private mutating func takeLeading() {
    guard let column = fields.firstIndex(of: .level3) else { return }
    let anchors = anchors
    guard let first = anchors.first else { return }
    let end = anchors.count > 1 ? anchors[1].top : .infinity
    let names = lines[column].filter { $0.middle < end }
    var best = (cost: max(off(first, names, anchors.count == 1), lineHeight * Self.mostOff), count: 0)
    for count in names.indices where names[count].middle <= first.middle + lineHeight && count > 0 {
      let cost = off(first, Array(names[count...]), anchors.count == 1)
      if cost < best.cost { best = (cost, count) }
    }
    guard best.count > 0 else { return }
    let cut = (names[best.count - 1].bottom + names[best.count].top) / 2
    leading = lines.map { $0.filter { $0.middle < cut }.map(\.text).joined() }
    for i in lines.indices { lines[i].removeAll { $0.middle < cut } }
  }

  /// How far the first lines of names are from an anchor where they end best.
  private func off(_ anchor: Line, _ names: [Line], _ mustTakeAll: Bool) -> Double {
    guard let first = names.first else { return lineHeight }
    let ends = mustTakeAll ? [names.count - 1] : Array(names.indices)
    return ends.map { abs((first.top + names[$0].bottom) / 2 - anchor.middle) }.min() ?? lineHeight
  }

  private mutating func findRows() {
    let anchors = anchors
    guard let first = anchors.first, let last = anchors.last else { return }
    let content = contentColumns.flatMap { lines[$0] }
    let top = min(first.top, content.map(\.top).min() ?? first.top)
    let bottom = max(last.bottom, content.map(\.bottom).max() ?? last.bottom)
    let centered = cuts(anchors, top, bottom, isTop: false)
    let topped = cuts(anchors, top, bottom, isTop: true)
    let chosen = topped.misfit < centered.misfit ? topped : centered
    let bounds = [top - 1] + chosen.cuts + [bottom + 1]
    for (r, (from, to)) in zip(bounds, bounds.dropFirst()).enumerated() {
      var cells = [String](repeating: "", count: fields.count)
      var doubt: Doubt?
      for column in contentColumns {
        let inside = lines[column].filter { $0.middle > from && $0.middle <= to }
        cells[column] = inside.map(\.text).joined()
        if inside.contains(where: \.hasGap) { doubt = .gap }
        guard fields[column] == .level3, let head = inside.first, let tail = inside.last else { continue }
        let place = chosen.isTop ? head.middle : (head.top + tail.bottom) / 2
        if abs(place - anchors[r].middle) > lineHeight * Self.mostOff { doubt = doubt ?? .name }
      }
      rows.append(Row(cells: cells, top: from, bottom: to, doubt: doubt))
    }
  }

  /// Between two anchors the gap that leaves the names on both sides best in place; the sum of what they are off.
  private func cuts(_ anchors: [Line], _ top: Double, _ bottom: Double, isTop: Bool) -> (
    cuts: [Double], misfit: Double, isTop: Bool
  ) {
    let names = fields.firstIndex(of: .level3).map { lines[$0] } ?? []
    var cuts: [Double] = []
    var misfit = 0.0
    var from = top - 1
    for (anchor, next) in zip(anchors, anchors.dropFirst()) {
      let between = names.filter { $0.middle > from && $0.middle < next.bottom }
      var candidates = [(anchor.bottom + next.top) / 2]
      for (upper, lower) in zip(between, between.dropFirst()) where lower.top >= anchor.top - lineHeight * 20
      {
        candidates.append((upper.bottom + lower.top) / 2)
      }
      if let end = between.last, end.bottom < next.top { candidates.append((end.bottom + next.top) / 2) }
      var best = (cost: Double.infinity, cut: candidates[0])
      for cut in candidates where cut > anchor.middle && cut < next.middle {
        let cost = off(names.filter { $0.middle > from && $0.middle <= cut }, anchor, isTop)
        if cost < best.cost - 0.01 { best = (cost, cut) }
      }
      if best.cost == .infinity { best.cost = lineHeight }
      misfit += best.cost
      cuts.append(best.cut)
      from = best.cut
    }
    if let last = anchors.last { misfit += off(names.filter { $0.middle > from }, last, isTop) }
    return (cuts, misfit, isTop)
  }

  private func off(_ lines: [Line], _ anchor: Line, _ isTop: Bool) -> Double {
    guard let first = lines.first, let last = lines.last else { return lineHeight }
    return abs((isTop ? first.middle : (first.top + last.bottom) / 2) - anchor.middle)
  }

  /// Gives every row the label of its level: labels reach over rows whose middle they stand in.
  private mutating func label(_ field: Indicator.Field) {
    // So many rows of a page are none; the search below grows with their square.
    guard let column = fields.firstIndex(of: field), !rows.isEmpty, rows.count <= Self.mostRows else {
      return
    }
    let labels = self.labels(lines[column], field)
    guard !labels.isEmpty else { return }
    if let starts = starts(of: labels) {
      for (label, row) in zip(labels, starts) where row >= 0 { rows[row].cells[column] = label.text }
    }
  }

  /// Lines of a column put together as labels: up to a known name, else as long as they stand close.
  private func labels(_ lines: [Line], _ field: Indicator.Field) -> [Line] {
    var labels: [Line] = []
    var isWhole = true
    for line in lines {
      // 服务对象满意度 is a name, and so is 服务对象满意度指标 over two lines.
      let goesOn =
        labels.last.map { isKnown($0.text + line.text, field) && line.top - $0.bottom < lineHeight } ?? false
      let starts = isWhole && !goesOn && !line.text.hasPrefix("（") && !line.text.hasPrefix("(")
      if var last = labels.last,
        !starts || line.top - last.bottom < lineHeight * 0.2 && !isKnown(last.text, field)
      {
        last.text += line.text
        last.bottom = line.bottom
        labels[labels.count - 1] = last
      } else {
        labels.append(line)
      }
      isWhole = isKnown(labels[labels.count - 1].text, field)
    }
    return labels
  }

  private func isKnown(_ text: String, _ field: Indicator.Field) -> Bool {
    let name = (IndicatorName.level(text, words: words)?.name ?? text).folded
    return field == .level1 ? words.isFirstLevel(name) : words.isSecondLevel(name)
  }

  /// The first row of each label, from the division of the rows in which labels stand best in the middle (or at the top)
  /// of theirs; -1 for a label that has none. Rows before the first label go on with the one of the page before.
  private func starts(of labels: [Line]) -> [Int]? {
    guard labels.count <= rows.count else { return nil }
    let count = rows.count
    // best[k][e]: the least misfit of the first k labels over the rows before e.
    var best = [[Double]](
      repeating: [Double](repeating: .infinity, count: count + 1), count: labels.count + 1)
    var from = [[Int]](repeating: [Int](repeating: -1, count: count + 1), count: labels.count + 1)
    for skipped in 0...count { best[0][skipped] = Double(skipped) * lineHeight }
    for (k, label) in labels.enumerated() {
      for end in (k + 1)...count {
        for start in k..<end where best[k][start] < .infinity {
          let middle = abs((rows[start].top + rows[end - 1].bottom) / 2 - label.middle)
          let top = abs(rows[start].top + lineHeight / 2 - label.middle)
          let cost = best[k][start] + min(middle, top + lineHeight / 4)
          if cost < best[k + 1][end] {
            best[k + 1][end] = cost
            from[k + 1][end] = start
          }
        }
      }
    }
    guard best[labels.count][count] < .infinity else { return nil }
    var starts: [Int] = []
    var end = count
    for k in stride(from: labels.count, to: 0, by: -1) {
      starts.append(from[k][end])
      end = from[k][end]
    }
    return starts.reversed()
  }
}
