import Jixiao

/// Finds the sheets of a grid: where one begins, what its head says, which rows are its indicators.
///
/// Every container's grid goes through here, so that a sheet reads the same whatever file it comes in. Titles, headings
/// and labels are recognised by their words alone.
struct SheetCutter {
  /// A sheet in the making.
  private struct Draft {
    var title: SheetTitle?
    var year: Int?
    /// Whether the title is that of a sheet before, whose place is not this one's.
    var sharesTitle = false
    var head: [Grid.Row] = []
    var columns: ColumnMap?
    var body: BodyReader
    /// What the row before said in columns such as 项目名称.
    var rowLabels: [SheetWords.Label: Grid.Cell] = [:]
    /// False once text stood between the table and what follows: rows of another table are not this sheet's.
    var bodyIsOpen = false
  }

  /// How far above its headings a table may say which of its columns are the year's; a head has fewer rows. Chosen.
  private static let mostHeadRows = 60

  private let vocabulary: Vocabulary
  private let words: SheetWords
  private var log: ReadLog
  private var draft: Draft
  private var sheets: [Sheet] = []
  private var documentYear: Int?
  private var lineYear: Int?
  /// The single cell that was asked last whether it is a title: one stands above every table of a file.
  private var lastTitle: (text: String, title: SheetTitle?)?
  private var figures = FigureCollector()
  private var lastHeadings: KnownHeadings?

  init(_ input: ReaderInput) {
    vocabulary = input.vocabulary
    words = vocabulary.sheets
    log = ReadLog(language: input.language)
    draft = Draft(body: BodyReader(vocabulary: vocabulary))
  }

  /// Reads everything a container has built.
  static func read(_ builder: GridBuilder, _ input: ReaderInput, reader: String) -> Reading {
    read(builder.grid, unread: builder.unread, input, reader: reader)
  }

  /// Reads a grid; `unread` is what its container could not read.
  static func read(
    _ grid: Grid, unread: [Document.Unread], dropped: [ReadTrace.Dropped] = [], _ input: ReaderInput,
    reader: String
  ) -> Reading {
    var cutter = SheetCutter(input)
    cutter.log.append(unread)
    cutter.log.append(dropped)
    for block in grid.blocks { cutter.take(block) }
    return cutter.reading(unread: [], input, reader: reader)
  }

  /// Takes the next block; a container that is too large to be held whole hands them over one by one.
  mutating func take(_ block: Grid.Block) {
    switch block {
    case .text(let line):
      figures.take(line)
      take(line)
    case .table(let table):
      figures.take(table)
      take(table)
    }
  }

  /// Everything that was taken, `unread` being what its container could not read.
  func reading(unread: [Document.Unread], _ input: ReaderInput, reader: String) -> Reading {
    var cutter = self
    cutter.log.append(unread)
    cutter.finish(next: nil)
    let year = cutter.documentYear ?? cutter.lineYear
    for i in cutter.sheets.indices where cutter.sheets[i].year == nil { cutter.sheets[i].year = year }
    var document = Document(
      file: input.file, sha256: input.sha256, reader: reader, sheets: cutter.sheets, unread: cutter.log.unread
    )
    document.trace = cutter.log.trace
    document.figures = cutter.figures.finished()
    let nothing =
      cutter.sheets.isEmpty && cutter.log.unread.isEmpty
      ? BothLanguages(zh: "没有可作列名的行（三级指标、指标值 …）", en: "no row of headings (三级指标, 指标值 …)") : nil
    return Reading(documents: [document], nothing: nothing)
  }

  private mutating func take(_ line: Grid.Line) {
    if let title = SheetTitle(line.text, at: line.place, words: words) {
      finish(next: title)
      return
    }
    if takeYear(line.text) { return }
    if !draft.body.indicators.isEmpty, let label = words.label(line.text)?.label,
      label == .project || label == .organization
    {
      finish(next: nil)
    }
    let cell = Grid.Cell(text: line.text, place: line.place)
    if draft.columns == nil {
      draft.head.append(Grid.Row(cells: [cell], place: line.place))
    } else if !words.isLevelName(SheetWords.core(line.text.folded)) {
      draft.bodyIsOpen = false
    }
  }

  private mutating func takeYear(_ text: String) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    let folded = text.folded
    if let year = SheetYear.alone(in: folded) {
      if draft.columns == nil { draft.year = year }
      documentYear = documentYear ?? year
      return true
    }
    if lineYear == nil, words.documentYears.contains(where: { folded.holds($0) }) {
      lineYear = SheetYear.first(in: folded)
    }
    return false
  }

  private mutating func take(_ table: Grid.Table) {
    var index = 0
    while index < table.rows.count {
      var row = table.rows[index]
      index += 1
      if let only = row.onlyCell {
        if let title = title(of: only) {
          finish(next: title)
          continue
        }
        if takeYear(only.text) { continue }
      }
      if row.cells.contains(where: { isHeading($0) }) || ColumnMap.isAllParts(row, words: words),
        let columns = columns(of: table, at: index - 1)
      {
        draft.columns = columns
        draft.bodyIsOpen = true
        index += columns.rowCount - 1
        continue
      }
      guard let columns = draft.columns else {
        draft.head.append(row)
        continue
      }
      if startsHead(row) {
        finish(next: nil)
        draft.head.append(row)
        continue
      }
      guard draft.bodyIsOpen else { continue }
      if table.rowsMayBeCut {
        guard let whole = mended(row, columns, table, &index) else { continue }
        row = whole
      }
      takeLabels(row, columns)
      let before = draft.body.indicators.count
      draft.body.read(row, columns, log: &log)
      log.sawRow(indicators: draft.body.indicators.count - before)
    }
  }

  /// The columns that the rows of headings from here on name; those of one row that stands above every sheet are kept.
  private mutating func columns(of table: Grid.Table, at index: Int) -> ColumnMap? {
    let below = index + 1
    let standsAlone = below == table.rows.count || !ColumnMap.continues(table.rows[below], words: words)
    let row = table.rows[index]
    if standsAlone, let known = lastHeadings?.columns(of: row) {
      log.sawAgain(known)
      return known
    }
    guard let columns = ColumnMap(table, at: index, annualFrom: annualColumn(row.cells.count), words: words)
    else {
      return nil
    }
    log.saw(columns, words: words)
    lastHeadings =
      standsAlone && columns.rowCount == 1 && !columns.dependsOnHead
      ? KnownHeadings(row: row, columns: columns) : nil
    return columns
  }

  private func isHeading(_ cell: Grid.Cell) -> Bool {
    // No heading is a number.
    if cell.text.utf8.allSatisfy({ (0x2E...0x39).contains($0) || $0 == UInt8(ascii: "%") }) { return false }
    return words.column(cell.text) != nil
  }

  private mutating func title(of cell: Grid.Cell) -> SheetTitle? {
    guard let last = lastTitle, last.text == cell.text else {
      let title = SheetTitle(cell.text, at: cell.place, words: words)
      lastTitle = (cell.text, title)
      return title
    }
    var title = last.title
    title?.place = cell.place
    return title
  }

  /// Where the head sets the year's goal beside a longer one: 实施期目标 | 年度目标; nil where it does not.
  ///
  /// Only rows as wide as the headings say by their cells which columns are meant.
  private func annualColumn(_ width: Int) -> Int? {
    for row in draft.head.suffix(Self.mostHeadRows).reversed() where row.cells.count == width {
      guard let long = row.cells.firstIndex(where: { isShort($0) && words.isLongTerm($0.text.folded) }),
        let annual = row.cells.firstIndex(where: {
          isShort($0) && words.isAnnual($0.text.folded) && !words.isLongTerm($0.text.folded)
        }), annual > long
      else { continue }
      return annual
    }
    return nil
  }

  private func isShort(_ cell: Grid.Cell) -> Bool { !cell.isBlank && cell.text.utf8.count <= 90 }

  /// Takes what a row says in columns such as 项目名称; another project is another sheet below the same headings.
  private mutating func takeLabels(_ row: Grid.Row, _ columns: ColumnMap) {
    guard !columns.labels.isEmpty else { return }
    var found: [SheetWords.Label: Grid.Cell] = [:]
    for (column, label) in columns.labels where column < row.cells.count && !row.cells[column].isBlank {
      found[label] = row.cells[column]
    }
    guard let name = found[.project] ?? found[.organization] else {
      draft.rowLabels.merge(found) { old, _ in old }
      return
    }
    let label: SheetWords.Label = found[.project] == nil ? .organization : .project
    if draft.rowLabels[label]?.text.withoutSpace == name.text.withoutSpace {
      draft.rowLabels.merge(found) { old, _ in old }
      return
    }
    var kept: [SheetWords.Label: Grid.Cell] = [:]
    if !draft.body.indicators.isEmpty {
      let head = draft.head
      kept[.organization] = draft.rowLabels[.organization]
      finish(next: nil)
      draft.head = head
      draft.columns = columns
      draft.bodyIsOpen = true
    } else if label == .project, let above = draft.rowLabels[.project], found[.organization] == nil {
      // A unit's own row above those of its projects.
      kept[.organization] = above
    }
    draft.rowLabels = kept.merging(found) { _, new in new }
  }

  /// A row that names a project or an organisation begins another sheet.
  private func startsHead(_ row: Grid.Row) -> Bool {
    // 单位：万元 has a colon of either width.
    func mayState(_ text: String) -> Bool { text.holds(0x3A) || text.holds(0xEF) }
    if !draft.body.indicators.isEmpty,
      row.cells.contains(where: { mayState($0.text) && words.statedMoneyUnit($0.text.folded) != nil })
    {
      return true
    }
    guard let first = row.cells.firstIndex(where: { !$0.isBlank }),
      row.cells[(first + 1)...].contains(where: { !$0.isBlank }),
      let label = words.label(row.cells[first].text)?.label
    else { return false }
    return label == .project || label == .organization
  }

  /// A row that a blank line inside a cell has cut, put together again by the number of columns.
  ///
  /// - Returns: nil where the row fits no way: which cell is missing is then unknown, and the row is reported.
  private mutating func mended(
    _ row: Grid.Row, _ columns: ColumnMap, _ table: Grid.Table, _ index: inout Int
  ) -> Grid.Row? {
    if row.cells.count == columns.width { return row }
    var whole = row
    var next = index
    while whole.cells.count < columns.width, next < table.rows.count, next < index + 4 {
      for cell in table.rows[next].cells {
        var moved = cell
        moved.place.row = row.place.row
        moved.place.column = whole.cells.count + 1
        whole.cells.append(moved)
      }
      next += 1
    }
    // The continuation must not itself be a whole row.
    let pieces = table.rows[index..<next]
    if whole.cells.count == columns.width, pieces.allSatisfy({ $0.cells.count < columns.width }) {
      index = next
      return whole
    }
    if row.cells.allSatisfy(\.isBlank) { return nil }
    if let first = row.cells.first(where: { !$0.isBlank }), words.isNote(first.text.folded) { return nil }
    log.unread(
      row.cells.map { $0.text.withoutSpace }.joined(separator: "|"), at: row.place,
      zh: "这一行有 \(row.cells.count) 格，列名有 \(columns.width) 格，无法确定各格属于哪一列",
      en:
        "the row has \(row.cells.count) cells for \(columns.width) headings, so no cell can be placed with certainty"
    )
    return nil
  }

  /// Closes the sheet in the making and begins another.
  private mutating func finish(next title: SheetTitle?) {
    defer {
      var following = Draft(body: draft.body.forNextSheet())
      following.title = title
      // A head without a title of its own belongs to a sheet of the kind before it.
      if title == nil, let last = draft.title {
        following.title = last
        following.year = draft.year
        following.sharesTitle = true
      }
      draft = following
    }
    guard let columns = draft.columns else { return }
    var head = HeadReader(draft.head, words: words, log: &log)
    for (label, cell) in draft.rowLabels { head.takeFromColumn(label, cell, log: &log) }
    if draft.body.indicators.isEmpty {
      let text = [draft.title?.text, head.project].compactMap { $0 }.joined(separator: " ")
      log.unread(
        text, at: columns.place, zh: "列名下没有读到指标行", en: "no indicator row was read below the headings")
      return
    }
    let isDepartment = (draft.title?.subject ?? (head.project == nil ? .department : .project)) == .department
    let isSelfAssessment = draft.title?.isSelfAssessment ?? (columns.has(.actual) || columns.has(.claimed))
    let kind: Sheet.Kind
    switch (isDepartment, isSelfAssessment) {
    case (true, true): kind = .departmentSelfAssessment
    case (true, false): kind = .departmentTarget
    case (false, true): kind = .projectSelfAssessment
    case (false, false): kind = .projectTarget
    }
    var funds = head.funds
    // A plan has no budget beside the planned one: 预算规模, 预算数 is its total.
    if !isSelfAssessment, funds.total == nil, funds.initial == nil, funds.executed == nil,
      let only = funds.adjusted
    {
      funds.total = only
      funds.adjusted = nil
    }
    sheets.append(
      Sheet(
        ordinal: sheets.count + 1, kind: kind, year: draft.year ?? draft.title?.year,
        organization: head.organization, project: isDepartment ? nil : head.project, funds: funds,
        objective: head.objective, subtotals: draft.body.subtotals, totalClaimed: draft.body.totalClaimed,
        gradeClaimed: head.grade, indicators: draft.body.indicators,
        place: (draft.sharesTitle ? nil : draft.title?.place) ?? draft.head.first?.place ?? columns.place))
  }
}
