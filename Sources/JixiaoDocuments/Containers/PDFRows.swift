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
    /// The top of the line by which the row was found.
    var anchor: Double
  }

  /// What keeps a row from being read.
  enum Doubt {
    /// The lines of the name do not stand where the row does.
    case name
    /// Two words stand apart in one cell, as if they were of two columns.
    case gap
    /// The borders of the columns cut through words, leave a column empty, or give cells what their columns never hold.
    case columns
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
  private let vocabulary: Vocabulary
  /// The lines of each column from top to bottom.
  private var lines: [[Line]]
  private(set) var rows: [Row] = []
  /// By column, what stands above the first row and belongs to the last one of the page before.
  private(set) var leading: [String] = []
  private let lineHeight: Double
  private let likeness: CellLikeness
  /// Where words stand across the border of two columns, so that a cell may hold another one's text.
  private var crossings: [Double] = []
  /// Whether cells begin at the top of their row, not in its middle.
  private var isTop = false

  /// Finds the rows of a table's words; where it `goesOn` from the page before, the end of a cut row comes first.
  init(_ pieces: [PDFPage.Word], _ columns: PDFColumns, goesOn: Bool, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    likeness = CellLikeness(vocabulary: vocabulary)
    self.columns = columns
    let words = vocabulary.sheets
    self.words = words
    fields = columns.headings.map { if case .field(let field) = words.column($0) { field } else { nil } }
    lines = [[Line]](repeating: [], count: columns.headings.count)
    for line in PDFPage.lines(of: pieces) {
      for word in line {
        let column = columns.column(of: word)
        if Self.crosses(word, columns) { crossings.append(word.middle) }
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
    // Rows that the template offers and nobody filled have no points to be found by.
    if let names = fields.firstIndex(of: .level3) {
      lines[names].removeAll { IndicatorName.name($0.text, words: words) == nil }
    }
    let heights = pieces.map(\.height).sorted()
    lineHeight = heights.isEmpty ? 10 : heights[heights.count / 2]
    if goesOn { takeLeading() }
    findRows()
    // Under 实施期目标 and 年度目标 each has its own 二级指标.
    for field in [Indicator.Field.level2, .level1] {
      for column in fields.indices where fields[column] == field { label(field, column) }
    }
    doubtStrangeLevels()
  }

  /// Rows below a first level that never has their second one are as doubtful as the labels.
  private mutating func doubtStrangeLevels() {
    guard let firsts = fields.firstIndex(of: .level1), let seconds = fields.firstIndex(of: .level2) else {
      return
    }
    var first = ""
    var second = ""
    for r in rows.indices {
      if !rows[r].cells[firsts].isEmpty {
        first = rows[r].cells[firsts]
        second = ""
      }
      if !rows[r].cells[seconds].isEmpty { second = rows[r].cells[seconds].withoutSpace.folded }
      let name = (IndicatorName.level(first, words: words)?.name ?? first).folded
      let own = vocabulary.cells.levels.filter { $0.names.contains(name) }
      let isKnown = vocabulary.cells.levels.contains { $0.under.contains(second) }
      if !own.isEmpty, isKnown, !own.contains(where: { $0.under.contains(second) }) {
        rows[r].doubt = .columns
      }
    }
  }

  /// The column of short cells that has most lines: points first, then signs, units, targets.
  private var anchors: [Line] {
    let preferred: [Indicator.Field] = [.weight, .claimed, .operator, .target, .unit, .actual]
    var best: [Line] = []
    for field in preferred {
      guard let column = fields.firstIndex(of: field) else { continue }
      let isNumber = field == .weight || field == .claimed
      let found = whole(lines[column]).filter {
        !isNumber || PrintedNumber($0.text, words: words).value != nil
      }
      // A column of words or signs may have several lines in a cell: points are kept unless hardly any are printed.
      if Double(found.count) > Double(best.count) * (best.isEmpty ? 1 : isNumber ? 1.05 : 4) { best = found }
    }
    return best
  }

  /// Lines without those that end the quantity or date of the line before: ≥12平方 | 公里.
  private func whole(_ lines: [Line]) -> [Line] {
    var kept: [Line] = []
    var text = ""
    for line in lines {
      if let last = kept.last, line.top - last.bottom < lineHeight * 2, goesOn(text, line.text) {
        text += line.text
        kept[kept.count - 1].bottom = line.bottom
        continue
      }
      kept.append(line)
      text = line.text
    }
    return kept
  }

  private func goesOn(_ text: String, _ next: String) -> Bool {
    if text.hasSuffix("/") { return vocabulary.units.unit(text + next) != nil }
    // 2023年 | 12月
    if let last = text.last, "年月-/.".contains(last),
      Target(cell: text + next, vocabulary: vocabulary).deadline != nil
    {
      return true
    }
    // 文字描 | 述
    let relations = vocabulary.relations
    if relations.relation(ofCell: text) == nil, relations.relation(ofCell: text + next) != nil { return true }
    guard text.contains(where: \.isNumber), !next.contains(where: \.isNumber) else { return false }
    let both = Target(cell: text + next, vocabulary: vocabulary)
    if both.deadline != nil { return true }
    guard both.value != nil, let unit = both.unit else { return false }
    return vocabulary.units.unit(unit) != nil
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
    // Cells that all begin on the line of their points begin at the top of the row: in the middle they hardly ever do.
    let off = (
      top: self.off(topped.cuts, anchors, top, bottom, isTop: true),
      middle: self.off(centered.cuts, anchors, top, bottom, isTop: false)
    )
    isTop = off.top < off.middle || off.top == 0
    let chosen = isTop ? topped : centered
    let bounds = [top - 1] + chosen.cuts + [bottom + 1]
    for (r, (from, to)) in zip(bounds, bounds.dropFirst()).enumerated() {
      var cells = [String](repeating: "", count: fields.count)
      var doubt: Doubt?
      for column in contentColumns {
        let inside = lines[column].filter { $0.middle > from && $0.middle <= to }
        cells[column] = inside.map(\.text).joined()
        if inside.contains(where: \.hasGap) { doubt = .gap }
        if holdsTwo(inside, column) { doubt = doubt ?? .columns }
        guard fields[column] == .level3, let head = inside.first, let tail = inside.last else { continue }
        let place = chosen.isTop ? head.middle : (head.top + tail.bottom) / 2
        if abs(place - middle(anchors[r], chosen.isTop)) > lineHeight * Self.mostOff {
          doubt = doubt ?? .name
        }
      }
      if crossings.contains(where: { $0 > from && $0 <= to }) || !isSound(cells) {
        doubt = doubt ?? .columns
      }
      rows.append(Row(cells: cells, top: from, bottom: to, doubt: doubt, anchor: anchors[r].top))
    }
    doubtNeighbours()
    // Where most rows do not hold, the borders of the columns or the rows are wrong everywhere.
    if rows.count(where: { $0.doubt != nil }) * 2 > rows.count || hasEmptyColumn {
      for r in rows.indices where rows[r].doubt == nil { rows[r].doubt = .columns }
    }
  }

  /// Whether a cell holds two quantities, each a line of its own: two rows were taken for one, whose points are merged.
  private func holdsTwo(_ inside: [Line], _ column: Int) -> Bool {
    guard inside.count > 1, fields[column] == .target || fields[column] == .actual else { return false }
    let quantities = whole(inside).filter {
      $0.text.contains(where: \.isNumber) && Target(cell: $0.text, vocabulary: vocabulary).value != nil
    }
    return quantities.count > 1
  }

  /// Whether a column that rows of such a table always fill holds nothing: its cells were taken for another column's.
  private var hasEmptyColumn: Bool {
    let always: Set<Indicator.Field?> = [.level1, .level2, .level3, .target, .operator, .unit]
    return rows.count > 2 && fields.indices.contains { always.contains(fields[$0]) && lines[$0].isEmpty }
  }

  private static func crosses(_ word: Line, _ columns: PDFColumns) -> Bool {
    let least = word.height * 0.6
    return columns.bounds.contains { word.left < $0 - least && word.right > $0 + least }
  }

  /// Whether no cell holds what its column never does: words under 分值, a number for a name.
  private func isSound(_ cells: [String]) -> Bool {
    for (column, text) in cells.enumerated() where !text.withoutSpace.isEmpty {
      guard let field = fields[column], field != .level1, field != .level2 else { continue }
      if likeness.scores(of: text, in: [field]).contains(where: { $0 <= -60 }) { return false }
    }
    return true
  }

  /// What one row lacks another may have taken: a row next to a doubtful one is doubtful where their lines stand close.
  private mutating func doubtNeighbours() {
    let doubtful = rows.map { $0.doubt != nil }
    for r in rows.indices.dropFirst() where doubtful[r] != doubtful[r - 1] {
      let cut = rows[r].top
      let isClose = contentColumns.contains { column in
        guard let above = lines[column].last(where: { $0.middle <= cut }),
          let below = lines[column].first(where: { $0.middle > cut })
        else { return false }
        return below.top - above.bottom < lineHeight * 0.25
      }
      if isClose { rows[doubtful[r] ? r - 1 : r].doubt = .columns }
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
      if isTop {
        // Where cells begin at the top of their row, a row ends where the next one begins.
        misfit += off(names.filter { $0.middle > from && $0.middle <= next.top }, anchor, true)
        cuts.append(next.top)
        from = next.top
        continue
      }
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

  /// How many cells, of all columns, are not in the place they should have.
  private func off(
    _ cuts: [Double], _ anchors: [Line], _ top: Double, _ bottom: Double, isTop: Bool
  ) -> Int {
    let bounds = [top - 1] + cuts + [bottom + 1]
    var count = 0
    for (r, (from, to)) in zip(bounds, bounds.dropFirst()).enumerated() where r < anchors.count {
      for column in contentColumns {
        let inside = lines[column].filter { $0.middle > from && $0.middle <= to }
        if !inside.isEmpty, off(inside, anchors[r], isTop) > lineHeight * 0.2 { count += 1 }
      }
    }
    return count
  }

  private func off(_ lines: [Line], _ anchor: Line, _ isTop: Bool) -> Double {
    guard let first = lines.first, let last = lines.last else { return lineHeight }
    return abs((isTop ? first.middle : (first.top + last.bottom) / 2) - middle(anchor, isTop))
  }

  /// The middle of an anchor, of its first line alone where cells begin at the top.
  private func middle(_ anchor: Line, _ isTop: Bool) -> Double {
    isTop ? min(anchor.middle, anchor.top + lineHeight / 2) : anchor.middle
  }

  /// Gives every row the label of its level: labels reach over rows whose middle they stand in.
  private mutating func label(_ field: Indicator.Field, _ column: Int) {
    // So many rows of a page are none; the search below grows with their square.
    guard !rows.isEmpty, rows.count <= Self.mostRows else { return }
    // 绩效指标 beside all rows heads the table; the rest of a name shows that the lines were put together wrongly.
    let own = column == 0 ? besideRows(lines[0]) : lines[column]
    let labels = self.labels(own, field).filter { words.column($0.text) != .other }
    guard !labels.isEmpty, !labels.contains(where: { "指标".hasSuffix($0.text.withoutSpace) }) else { return }
    if labels.contains(where: { isStrange($0.text) }) {
      for r in rows.indices where rows[r].doubt == nil { rows[r].doubt = .columns }
      return
    }
    if let starts = starts(of: labels) {
      for (label, row) in zip(labels, starts) where row >= 0 { rows[row].cells[column] = label.text }
    }
  }

  /// The lines of the first column without those of a cell to its left that has no heading: 绩效目标, upright perhaps.
  private func besideRows(_ lines: [Line]) -> [Line] {
    var groups: [(right: Double, lines: [Line])] = []
    for line in lines.sorted(by: { $0.left < $1.left }) {
      if let last = groups.indices.last, line.left < groups[last].right {
        groups[last].lines.append(line)
        groups[last].right = max(groups[last].right, line.right)
      } else {
        groups.append((line.right, [line]))
      }
    }
    return (groups.last?.lines ?? []).sorted { $0.top < $1.top }
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

  /// Whether a label was put together of several, or cut within a bracket: 绩效指标（90产出指分）标效益指标, 产出指标(40.
  private func isStrange(_ text: String) -> Bool {
    let folded = text.folded
    if folded.count(where: { $0 == "(" }) != folded.count(where: { $0 == ")" }) { return true }
    if isKnown(text, .level1) || isKnown(text, .level2) { return false }
    let first = vocabulary.cells.levels.flatMap(\.names).filter { $0.count >= 4 && folded.contains($0) }
    return first.count > 1
  }

  private func isKnown(_ text: String, _ field: Indicator.Field) -> Bool {
    let name = (IndicatorName.level(text, words: words)?.name ?? text).folded
    return field == .level1 ? words.isFirstLevel(name) : words.isSecondLevel(name)
  }

  /// How many rows before each have a second level that sheets never print below this first one: 社会效益指标 below 产出指标.
  private func misplaced(below label: String) -> [Int] {
    var sums = [0]
    let first = (IndicatorName.level(label, words: words)?.name ?? label).folded
    let own = vocabulary.cells.levels.filter { $0.names.contains(first) }
    let column = fields.firstIndex(of: .level2)
    var second = ""
    for row in rows {
      if let column, !row.cells[column].isEmpty { second = row.cells[column].withoutSpace.folded }
      let isKnown = vocabulary.cells.levels.contains { $0.under.contains(second) }
      let isOwn = own.isEmpty || !isKnown || own.contains { $0.under.contains(second) }
      sums.append(sums[sums.count - 1] + (isOwn ? 0 : 1))
    }
    return sums
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
      let misplaced = misplaced(below: label.text)
      for end in (k + 1)...count {
        for start in k..<end where best[k][start] < .infinity {
          let middle = abs((rows[start].top + rows[end - 1].bottom) / 2 - label.middle)
          let top = abs(rows[start].top + lineHeight / 2 - label.middle)
          let cost =
            best[k][start] + (isTop ? top : min(middle, top + lineHeight / 4)) + lineHeight
            * 2 * Double(misplaced[end] - misplaced[start])
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
