import Jixiao

/// Which column of a table holds which field, found from one to three rows of headings.
struct ColumnMap: Sendable {
  /// By index of the column; nil where the heading is blank or unknown.
  private(set) var fields: [Indicator.Field?]
  /// The headings as printed, those of several rows joined; known or not, their cells are not without a heading.
  private(set) var headings: [String]
  /// Columns of signs beside the first: 指标方向 beside 指标性质.
  private(set) var moreSigns: [Int] = []
  /// Why a column with a known heading is not used: a second one of the same meaning, a long-term one.
  private(set) var notUsed: [Int: Indicator.Field] = [:]
  /// Columns that say of each row whose it is: 项目名称 before 一级指标, where a table lists several projects.
  private(set) var labels: [Int: SheetWords.Label] = [:]
  /// Whether the head above said which of several columns of one meaning is the year's.
  private(set) var dependsOnHead = false
  /// Over how many rows the headings reach.
  let rowCount: Int
  private(set) var place: Place
  /// By number of a field, its column; -1 for none. Every row asks for all of them.
  private var indices: [Int32] = []

  var width: Int { fields.count }
  func index(of field: Indicator.Field) -> Int? {
    let index = indices[field.number]
    return index < 0 ? nil : Int(index)
  }
  func has(_ field: Indicator.Field) -> Bool { indices[field.number] >= 0 }

  /// The same columns, found again elsewhere.
  func moved(to place: Place) -> ColumnMap {
    var map = self
    map.place = place
    return map
  }

  /// What the heading of a column says that it holds, whether the column is used or not.
  func meant(_ column: Int) -> Indicator.Field? {
    if let field = fields[column] { return field }
    return moreSigns.contains(column) ? .operator : notUsed[column]
  }

  /// The headings of a table that begin in a row; those that name most columns win, the fewest rows among equals.
  ///
  /// Of columns printed twice those from `annualFrom` on are the year's, where the head above says so.
  init?(
    _ table: Grid.Table, at index: Int, annualFrom: @autoclosure () -> Int? = nil, words: SheetWords
  ) {
    var best: ColumnMap?
    var bestKnown = 0
    for count in 1...3 where index + count <= table.rows.count {
      let rows = Array(table.rows[index..<(index + count)])
      // A row of which no cell belongs to headings ends them.
      if count > 1, !Self.continues(rows[count - 1], words: words) { break }
      guard let found = ColumnMap(rows, annualFrom: annualFrom, words: words) else { continue }
      let known = found.fields.count { $0 != nil }
      if known > bestKnown { (best, bestKnown) = (found, known) }
    }
    guard let best else { return nil }
    self = best
  }

  /// Rows are headings where they name an indicator column and, beside it, a target or points.
  private init?(_ rows: [Grid.Row], annualFrom: () -> Int?, words: SheetWords) {
    let width = rows.map(\.cells.count).max() ?? 0
    guard width >= 3, rows.count == 1 || Self.begins(rows[0], words: words) else { return nil }
    let texts = (0..<width).map { Self.texts(above: $0, rows) }
    var named: [Indicator.Field?] = []
    var headings: [String] = []
    for column in texts {
      headings.append(column.joined().withoutSpace)
      named.append(Self.field(column, words: words))
    }
    fields = named
    self.headings = headings
    rowCount = rows.count
    place = rows[0].place
    let own = fields.indices.filter { column in
      rows.contains { column < $0.cells.count && !$0.cells[column].isCovered && !$0.cells[column].isBlank }
    }
    settleRepeats(texts, own: Set(own), annualFrom: annualFrom, words: words)
    indices = [Int32](repeating: -1, count: Indicator.Field.allCases.count)
    for (column, field) in fields.enumerated() {
      if let field, indices[field.number] < 0 { indices[field.number] = Int32(clamping: column) }
    }
    let kinds: Set<SheetWords.Label> = [.project, .organization, .objective, .total, .fiscal]
    for column in fields.indices where fields[column] == nil && notUsed[column] == nil {
      if let label = words.label(headings[column])?.label, kinds.contains(label) { labels[column] = label }
    }
    let names = has(.level3) || has(.level2)
    let values = has(.target) || has(.weight) || has(.actual)
    guard names, values, fields.count(where: { $0 != nil }) >= 3 else { return nil }
  }

  /// Of several columns of one meaning the first holds, unless another one is printed under 年度.
  ///
  /// Where names and targets are printed twice in cells of their `own`, and nothing says which are the year's, no target is
  /// taken: the first one may be that of the whole term.
  private mutating func settleRepeats(
    _ texts: [[String]], own: Set<Int>, annualFrom: () -> Int?, words: SheetWords
  ) {
    let isTwice = [Indicator.Field.level3, .target].allSatisfy { field in
      fields.indices.count { fields[$0] == field && own.contains($0) } > 1
    }
    // Asked once for all fields, and only where one is printed twice.
    var annualStart: Int?
    for field in Indicator.Field.allCases {
      let columns = fields.indices.filter { fields[$0] == field }
      guard columns.count > 1 else { continue }
      if field == .operator {
        moreSigns = Array(columns.dropFirst())
        for column in moreSigns { fields[column] = nil }
        continue
      }
      // A cell over two columns names both; the first is the one that holds its text.
      let annual = columns.first { column in
        texts[column].contains { words.isAnnual($0.folded) }
          && !texts[column].contains { words.isLongTerm($0.folded) }
      }
      if !dependsOnHead { annualStart = annualFrom() ?? Self.annualColumn(texts, words) }
      dependsOnHead = true
      let below = annualStart.flatMap { from in columns.first { $0 >= from } }
      let kept =
        annual ?? below ?? columns.first { column in !texts[column].contains { words.isLongTerm($0.folded) } }
      let isOpen =
        columns.count { own.contains($0) && !texts[$0].contains { words.isLongTerm($0.folded) } } > 1
      let isUnknown = isTwice && field == .target && annual == nil && below == nil && isOpen
      for column in columns where isUnknown || column != (kept ?? columns[0]) {
        fields[column] = nil
        notUsed[column] = field
      }
    }
  }

  /// Where 年度目标 stands behind 实施期目标 over columns whose merging was lost: it reaches over those that follow.
  private static func annualColumn(_ texts: [[String]], _ words: SheetWords) -> Int? {
    guard let long = texts.firstIndex(where: { $0.contains { words.isLongTerm($0.folded) } }) else {
      return nil
    }
    return texts.indices.first { column in
      column > long && texts[column].contains { words.isAnnual($0.folded) && !words.isLongTerm($0.folded) }
    }
  }

  /// The heading of a column by its lines joined, else by the lowest line that names one.
  private static func field(_ texts: [String], words: SheetWords) -> Indicator.Field? {
    if case .field(let field) = words.column(texts.joined()) { return field }
    for count in stride(from: texts.count - 1, through: 1, by: -1) {
      if case .field(let field) = words.column(texts.suffix(count).joined()) { return field }
    }
    return nil
  }

  /// The texts of a column from top to bottom, those of covered cells being the cell's that covers them.
  private static func texts(above column: Int, _ rows: [Grid.Row]) -> [String] {
    var texts: [String] = []
    for (r, row) in rows.enumerated() where column < row.cells.count {
      var at = (row: r, column: column)
      while at.column > 0, rows[at.row].cells[at.column].columnSpan == 0 { at.column -= 1 }
      while at.row > 0, at.column < rows[at.row].cells.count, rows[at.row].cells[at.column].rowSpan == 0 {
        at.row -= 1
      }
      guard at.column < rows[at.row].cells.count, at.row == r else { continue }
      let text = rows[at.row].cells[at.column].text
      if !text.withoutSpace.isEmpty { texts.append(text) }
    }
    return texts
  }

  /// Whether a row can be the first of several: a known heading is among its texts, and all are short.
  private static func begins(_ row: Grid.Row, words: SheetWords) -> Bool {
    let filled = row.cells.filter { !$0.isBlank }
    return filled.contains { words.column($0.text) != nil }
      && filled.allSatisfy { $0.text.folded.count <= 16 } || isAllParts(row, words: words)
  }

  /// Whether a row holds nothing but beginnings of headings: 一级 | 二级 | 三级 | 预期 | 实际 over 指标 | 指标 | ….
  static func isAllParts(_ row: Grid.Row, words: SheetWords) -> Bool {
    var parts = 0
    // A row of numbers is none, and that is seen sooner than what its words are.
    if row.cells.contains(where: { $0.isDigits }) { return false }
    for cell in row.cells where !cell.isBlank {
      if cell.text.utf8.count > 60 { return false }
      let folded = cell.text.folded
      if words.isFirstLevel(folded) || words.isSecondLevel(folded) { return false }
      if !words.isHeadingPart(folded), words.column(folded) == nil { return false }
      parts += 1
    }
    return parts >= 3
  }

  /// Whether a row below headings can be one more of them: all its texts are headings, parts of them or of their group.
  static func continues(_ row: Grid.Row, words: SheetWords) -> Bool {
    var isFilled = false
    for cell in row.cells where !cell.isBlank {
      if words.column(cell.text) == nil, !words.isHeadingPart(cell.text.folded) { return false }
      isFilled = true
    }
    return isFilled
  }
}
