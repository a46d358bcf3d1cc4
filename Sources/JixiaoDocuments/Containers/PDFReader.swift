import Jixiao

/// A PDF by the boxes of its words: columns from the headings and the gaps between words, rows from single-line cells.
struct PDFReader {
  static let name = "pdf"
  private static let mostWords = 2_000_000

  static func isPDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    guard bytes.count >= mark.count else { return false }
    // Readers of PDF allow some bytes before the mark.
    for start in 0...min(bytes.count - mark.count, 1024) where bytes[start] == mark[0] {
      if bytes[start..<(start + mark.count)].elementsEqual(mark) { return true }
    }
    return false
  }

  static func read(_ xhtml: [UInt8], _ input: ReaderInput) throws(ReadError) -> Reading {
    let pages = PDFPage.pages(xhtml, limit: mostWords)
    guard pages.contains(where: { !$0.words.isEmpty }) else {
      throw ReadError(file: input.file, .noTextLayer(pages: pages.count))
    }
    return read(pages, input, reader: name)
  }

  /// Reads pages of words with their boxes.
  static func read(_ pages: [PDFPage], _ input: ReaderInput, reader: String) -> Reading {
    var layout = PDFLayout(vocabulary: input.vocabulary, language: input.language)
    for page in pages { layout.add(page) }
    return SheetCutter.read(layout.grid, unread: layout.log.unread, input, reader: reader)
  }
}

/// The pages of a PDF as one grid; a table that the end of a page cuts goes on at the head of the next one.
private struct PDFLayout {
  let vocabulary: Vocabulary
  let words: SheetWords
  var log: ReadLog
  var grid = Grid()
  private var tables = 0
  /// How many lines above its columns a table may say which are the year's. Chosen.
  private static let mostGoalLines = 16
  /// The columns of a table that reached the end of the page before.
  private var open: PDFColumns?

  init(vocabulary: Vocabulary, language: Language) {
    self.vocabulary = vocabulary
    words = vocabulary.sheets
    log = ReadLog(language: language)
  }

  mutating func add(_ page: PDFPage) {
    var lines = PDFPage.lines(of: page.words)
    // The number of a page is no row of its table.
    func isPageNumber(_ line: [PDFPage.Word]) -> Bool {
      let text = line.map(\.text).joined().folded
      return text.count <= 12 && text.contains(where: \.isNumber)
        && text.allSatisfy { $0.isNumber || "-—–/第页共·~".contains($0) }
    }
    if let last = lines.last, isPageNumber(last), last[0].top > page.height * 0.88 { lines.removeLast() }
    if let first = lines.first, isPageNumber(first), first[0].bottom < page.height * 0.1 {
      lines.removeFirst()
    }
    var at = 0
    let next = PDFColumns.first(in: lines, from: 0, words: words)
    if let columns = open, !lines.isEmpty {
      let limit = next?.lines.lowerBound ?? lines.count
      let end = endOfBody(lines, from: 0, limit: limit)
      if end > 0 {
        addRows(Array(lines[0..<end]), columns, goesOn: true, page)
        addTotal(lines, end, columns, page)
        at = end
      }
    }
    let before = open
    open = nil
    while let found = PDFColumns.first(in: lines, from: at, words: words) {
      // The goals of both terms may stand between their headings and those of the columns.
      let above = (max(at, found.lines.lowerBound - Self.mostGoalLines)..<found.lines.lowerBound).reversed()
      let groups = above.compactMap { terms(lines[$0], found.columns, page) }.first
      addText(Array(lines[at..<found.lines.lowerBound]), page)
      if let groups { grid.blocks.append(.table(Grid.Table(rows: [groups]))) }
      let following =
        PDFColumns.first(in: lines, from: found.lines.upperBound, words: words)?.lines.lowerBound
        ?? lines.count
      let end = endOfBody(lines, from: found.lines.upperBound, limit: following)
      // The same headings at the head of the next page repeat those of the table before.
      let repeats = found.columns.headings == before?.headings && found.lines.lowerBound == 0
      if !repeats { addHeadings(found.columns, page) }
      addRows(Array(lines[found.lines.upperBound..<end]), found.columns, goesOn: repeats, page)
      addTotal(lines, end, found.columns, page)
      at = end
      open = end == lines.count ? found.columns : nil
    }
    addText(Array(lines[at...]), page)
  }

  private func endOfBody(_ lines: [[PDFPage.Word]], from start: Int, limit: Int) -> Int {
    var at = start
    while at < limit {
      let pieces = PDFPage.joined(lines[at])
      let first = pieces.first?.text ?? ""
      let core = SheetWords.core(first.folded)
      if words.isTotal(core) || words.isFooter(core) || words.isNote(first.folded) { return at }
      if pieces.count <= 2, SheetTitle(first, at: Place(), words: words) != nil { return at }
      if let label = words.label(first)?.label, label == .project || label == .organization { return at }
      at += 1
    }
    return at
  }

  /// The row 实施期目标 | 年度目标 above headings that are printed twice, each text at the first column of its group.
  private func terms(_ line: [PDFPage.Word], _ columns: PDFColumns, _ page: PDFPage) -> Grid.Row? {
    let pieces = PDFPage.joined(line)
    guard let long = pieces.first(where: { words.isLongTerm($0.text.folded) }),
      let annual = pieces.first(where: {
        $0.left > long.right && words.isAnnual($0.text.folded) && !words.isLongTerm($0.text.folded)
      })
    else { return nil }
    var seen: Set<Indicator.Field> = []
    for (column, heading) in columns.headings.enumerated() {
      guard case .field(let field) = words.column(heading), !seen.insert(field).inserted else { continue }
      let first = columns.column(of: long)
      guard first < column, column <= columns.column(of: annual) else { return nil }
      let place = page.place(long.top)
      var cells = columns.headings.map { _ in Grid.Cell(text: "", place: place) }
      cells[first].text = long.text
      cells[column].text = annual.text
      return Grid.Row(cells: cells, place: place)
    }
    return nil
  }

  private mutating func addHeadings(_ columns: PDFColumns, _ page: PDFPage) {
    tables += 1
    let cells = columns.headings.enumerated().map {
      Grid.Cell(
        text: $0.element, place: page.place(columns.bottom - 1, table: tables, row: 1, column: $0.offset + 1))
    }
    let place = page.place(columns.bottom - 1, table: tables, row: 1)
    grid.blocks.append(.table(Grid.Table(rows: [Grid.Row(cells: cells, place: place)])))
  }

  private mutating func addRows(
    _ lines: [[PDFPage.Word]], _ columns: PDFColumns, goesOn: Bool, _ page: PDFPage
  ) {
    var table = Grid.Table()
    let found = PDFRows(lines.flatMap { $0 }, columns, goesOn: goesOn, vocabulary: vocabulary)
    finishLastRow(found.leading)
    for (r, row) in found.rows.enumerated() {
      let place = page.place(row.anchor, table: tables, row: r + 2)
      var cells = row.cells.enumerated().map { (column, text) in
        Grid.Cell(text: text, place: page.place(row.anchor, table: tables, row: r + 2, column: column + 1))
      }
      if let doubt = row.doubt {
        let text = row.cells.filter { !$0.isEmpty }.joined(separator: "|")
        switch doubt {
        case .name:
          log.unread(
            text, at: place, zh: "名称的各行对不上这一行的位置，分行不能确定",
            en: "the lines of the name do not stand where the row does")
        case .gap:
          log.unread(
            text, at: place, zh: "同一格里的文字隔得很开，属于哪一列不能确定",
            en: "words stand so far apart in one cell that their columns are not certain")
        case .columns:
          log.unread(
            text, at: place, zh: "文字跨过列的边界，或落在不该有它的列里，分列不能确定",
            en: "words cross the borders of columns or stand in columns that never hold them")
        }
        for i in cells.indices
        where words.column(columns.headings[i]) != .field(.level1)
          && words.column(columns.headings[i]) != .field(.level2)
        { cells[i].text = "" }
      }
      table.rows.append(Grid.Row(cells: cells, place: place))
    }
    if !table.rows.isEmpty { grid.blocks.append(.table(table)) }
  }

  /// The row 总分, whose label reaches over columns and whose numbers stand in theirs.
  private mutating func addTotal(
    _ lines: [[PDFPage.Word]], _ index: Int, _ columns: PDFColumns, _ page: PDFPage
  ) {
    guard index < lines.count, let first = lines[index].first,
      words.isTotal(SheetWords.core(first.text.folded))
    else { return }
    let place = page.place(first.top, table: tables)
    var cells = columns.headings.map { _ in Grid.Cell(text: "", place: place) }
    cells[0].text = first.text
    for word in lines[index].dropFirst() { cells[columns.column(of: word)].text += word.text }
    grid.blocks.append(.table(Grid.Table(rows: [Grid.Row(cells: cells, place: place)])))
  }

  /// Adds to the last row of the table before what the page has cut off.
  private mutating func finishLastRow(_ leading: [String]) {
    guard leading.contains(where: { !$0.isEmpty }),
      let block = grid.blocks.lastIndex(where: {
        if case .table(let table) = $0 { table.rows.count > 0 } else { false }
      }),
      case .table(var table) = grid.blocks[block], var row = table.rows.last, row.cells.count == leading.count
    else { return }
    for i in leading.indices { row.cells[i].text += leading[i] }
    table.rows[table.rows.count - 1] = row
    grid.blocks[block] = .table(table)
  }

  /// Lines between tables: several pieces are a row of a head, a piece below another one goes on with it.
  private mutating func addText(_ lines: [[PDFPage.Word]], _ page: PDFPage) {
    var rows: [[PDFPage.Word]] = []
    for line in lines {
      let pieces = PDFPage.joined(line, isWhole: { words.label($0) != nil })
      let isLabelled = pieces.contains {
        words.label($0.text) != nil || $0.text.contains("：") || $0.text.contains(":")
      }
      if let last = rows.last, !isLabelled, last.count >= 2,
        pieces.allSatisfy({ piece in last.contains { abs($0.left - piece.left) < piece.height / 2 } }),
        pieces[0].top - (last.map(\.bottom).max() ?? 0) < pieces[0].height
      {
        for piece in pieces {
          guard let i = last.firstIndex(where: { abs($0.left - piece.left) < piece.height / 2 }) else {
            continue
          }
          rows[rows.count - 1][i].text += piece.text
          rows[rows.count - 1][i].bottom = piece.bottom
        }
      } else {
        rows.append(pieces)
      }
    }
    var table = Grid.Table()
    func close(_ table: inout Grid.Table, _ grid: inout Grid) {
      if !table.rows.isEmpty { grid.blocks.append(.table(table)) }
      table = Grid.Table()
    }
    for row in rows {
      let place = page.place(row[0].top)
      if row.count == 1 {
        close(&table, &grid)
        grid.blocks.append(.text(Grid.Line(text: row[0].text, place: place)))
      } else {
        table.rows.append(Grid.Row(cells: row.map { Grid.Cell(text: $0.text, place: place) }, place: place))
      }
    }
    close(&table, &grid)
  }
}
