import Jixiao

/// Turns loose pieces of text into a grid: headings, rows put back under them, and lines for all that lies between.
///
/// Rows that read in two ways, or in which a piece fits no column, are reported with their places and left out.
struct LooseLayout {
  private let tokens: [LooseToken]
  private let words: SheetWords
  private let likeness: CellLikeness
  private let isStream: Bool
  private(set) var grid = Grid()
  private(set) var log: ReadLog
  private var tables = 0

  /// A reading that is better by less than this is not taken; in tenths of a point, chosen.
  private static let leastMargin = 8
  /// The end of a cell that a line has cut is shorter than a sentence below a table. Chosen.
  private static let mostTail = 10

  /// - Parameters:
  ///   - tokens: the pieces in the order of the text.
  ///   - isStream: whether rows are not marked, so that a row that lacks cells beside lost ones is not trusted.
  ///   - vocabulary: the words by which headings, levels and cells are known.
  ///   - language: that of what is reported.
  init(_ tokens: [LooseToken], isStream: Bool, vocabulary: Vocabulary, language: Language) {
    self.tokens = tokens
    self.isStream = isStream
    words = vocabulary.sheets
    likeness = CellLikeness(vocabulary: vocabulary)
    log = ReadLog(language: language)
    lay()
  }

  private mutating func lay() {
    var at = 0
    while at < tokens.count {
      let together = LooseHeadings.first(in: tokens, from: at, words: words)
      guard
        let headings = together
          ?? (at == 0 && isStream ? LooseHeadings.scattered(in: tokens, words: words) : nil)
      else { break }
      addText(at..<headings.range.lowerBound)
      let end = endOfBody(from: headings.range.upperBound, strays: headings.strays)
      addTable(headings, headings.range.upperBound..<end)
      at = end
    }
    if tables == 0, let rows = HeadlessRows(tokens, vocabulary: likeness.vocabulary) {
      addText(0..<rows.range.lowerBound)
      grid.blocks.append(.table(rows.table))
      at = rows.range.upperBound
    }
    addText(at..<tokens.count)
  }

  /// Where text begins that is no row: a note, a label of another sheet's head, a title, headings.
  private func endOfBody(from start: Int, strays: [Int]) -> Int {
    var at = start
    while at < tokens.count {
      let token = tokens[at]
      if !token.isBlank, !strays.contains(at) {
        let folded = token.text.folded
        if token.isText || token.isCut || words.isFooter(SheetWords.core(folded)) { return at }
        if words.isTotal(SheetWords.core(folded)) { return at }
        if words.isNote(folded) || folded.count > 150 { return at }
        if let label = words.label(token.text)?.label, label == .project || label == .organization {
          return at
        }
        if SheetTitle(token.text, at: token.place, words: words) != nil { return at }
        if words.statedMoneyUnit(folded) != nil { return rowStart(of: at, after: start) }
        if token.startsRow, case .field(let field) = words.column(token.text),
          field == .level1 || field == .level2
        {
          return at
        }
      }
      at += 1
    }
    return at
  }

  private func rowStart(of token: Int, after start: Int) -> Int {
    var at = token
    while at > start, !tokens[at].startsRow { at -= 1 }
    return at
  }

  /// Rows of the head, each from one piece that begins a row to the next.
  private mutating func addText(_ range: Range<Int>) {
    var rows: [[Grid.Cell]] = []
    for token in tokens[range] {
      if token.isCut {
        if token.startsRow {
          log.unread(token.text, at: token.place, zh: "这一行没有完，文本到此为止", en: "the text ends within this row")
        }
        continue
      }
      if token.startsRow || rows.isEmpty { rows.append([]) }
      rows[rows.count - 1].append(token.cell)
    }
    var table = Grid.Table()
    func close(_ table: inout Grid.Table, _ grid: inout Grid) {
      if !table.rows.isEmpty { grid.blocks.append(.table(table)) }
      table = Grid.Table()
    }
    for cells in rows {
      let filled = cells.filter { !$0.isBlank }
      guard let first = filled.first else { continue }
      if filled.count == 1 {
        close(&table, &grid)
        grid.blocks.append(.text(Grid.Line(text: first.text, place: first.place)))
      } else {
        table.rows.append(Grid.Row(cells: cells, place: Place(line: first.place.line)))
      }
    }
    close(&table, &grid)
  }

  private mutating func addTable(_ headings: LooseHeadings, _ range: Range<Int>) {
    tables += 1
    let width = headings.columns.count
    var table = Grid.Table()
    table.rows.append(
      Grid.Row(
        cells: headings.columns.map { Grid.Cell(text: $0.text, place: $0.place) },
        place: place(line: headings.columns.first?.place.line, row: 1)))
    var body = TemplateRows.removed(
      from: range.filter { !headings.strays.contains($0) }.map { tokens[$0] }, words: words, log: &log)
    body = NamesAhead.untangled(body, vocabulary: likeness.vocabulary)
    guard ColumnLattice.holds(body.count, columns: width) else {
      log.unread(
        headings.columns.map(\.text).joined(separator: "|"),
        at: place(line: headings.columns.first?.place.line, row: 1),
        zh: "列名下有 \(body.count) 段文字，太长，没有读；请拆分文件",
        en: "\(body.count) pieces of text below the headings are too many; split the file")
      return
    }
    var rows = rows(of: ColumnLattice(body, columns: headings.fields, likeness: likeness).best(), body)
    // What follows the last row that holds anything but a name is text behind the table.
    let last = rows.lastIndex { $0.hasContent(headings.fields) } ?? -1
    let rest = rows[(last + 1)...]
    rows = Array(rows[...last])
    let lostAny =
      isStream && rows.contains { doubt($0, headings.fields, lostAny: false, isMarked: true) != nil }
    let isTail = rows.map { self.isTail($0, headings.fields, body) }
    let names = rows.map { row in row.text(of: .level3, headings.fields, body) }
    for (r, row) in rows.enumerated() {
      var why = doubt(
        row, headings.fields, lostAny: lostAny, isMarked: body[row.first].gap == .rowEnd)
      let isCut = isTail[r] || r + 1 < rows.count && isTail[r + 1]
      if why == nil,
        isCut
          || goesOnBelow(row, headings.fields, next: r == rows.count - 1 ? rest.first?.all.min() : nil, body)
      {
        why = (
          "下一行的文字可能是这一行某一格的后半，属于哪一格不能确定",
          "the next line may end a cell of this row, and which one is not certain"
        )
      }
      if body[row.first].gap != .rowEnd, let name = names[r],
        r > 0 && names[r - 1] == name || r + 1 < rows.count && names[r + 1] == name
      {
        why =
          why ?? ("同一名称连着出现两次，可能是另一列的内容", "the same name stands twice in a row and may be of another column")
      }
      if let why {
        let all = (row.lost + row.cells.flatMap { $0.tokens.map { $0 } }).sorted()
        let text = all.map { body[$0].text.withoutSpace }.joined(separator: "|")
        log.unread(text, at: body[all.first ?? 0].place, zh: why.zh, en: why.en)
        // Its levels hold for the rows below all the same.
        guard
          row.cells.contains(where: { isLevel(headings.fields[$0.column]) && $0.margin >= Self.leastMargin })
        else { continue }
      }
      let isRead = why == nil
      if isRead { reportLoosePieces(row, headings.fields, body) }
      let first = body[row.first].place
      var cells = (0..<width).map {
        Grid.Cell(
          text: "", place: Place(line: first.line, table: tables, row: table.rows.count + 1, column: $0 + 1))
      }
      for placed in row.cells where isRead || isLevel(headings.fields[placed.column]) {
        cells[placed.column].text = placed.tokens.map { body[$0].text }.joined()
        cells[placed.column].place.line = body[placed.tokens.lowerBound].place.line
      }
      table.rows.append(Grid.Row(cells: cells, place: place(line: first.line, row: table.rows.count + 1)))
    }
    grid.blocks.append(.table(table))
    for row in rest {
      let all = row.all.sorted()
      guard all.count > 1, let first = all.first,
        all.contains(where: { likeness.vocabulary.relations.relation(ofCell: body[$0].text) != nil })
      else { continue }
      log.unread(
        all.map { body[$0].text.withoutSpace }.joined(separator: "|"), at: body[first].place,
        zh: "这一行没有完，文本到此为止",
        en: "the text ends within this row")
    }
    for token in rest.flatMap(\.all).sorted() where !body[token].isBlank {
      grid.blocks.append(.text(Grid.Line(text: body[token].text, place: body[token].place)))
    }
  }

  /// Whether a row is the end of cells of the one above: a piece a line, where lines are rows, and no level among them.
  private func isTail(_ row: Row, _ fields: [Indicator.Field?], _ body: [LooseToken]) -> Bool {
    let all = row.all.sorted()
    guard !isStream, let first = all.first, body[first].gap == .rowLine,
      !row.cells.contains(where: { isLevel(fields[$0.column]) })
    else { return false }
    let isNumbered = words.namePrefixes.contains { body[first].text.folded.hasPrefix($0) }
    return !isNumbered && Set(all.map { body[$0].place.line }).count == all.count
  }

  /// Whether a line that is no row of its own was put behind a row, or follows the last one: it ends a cell of that row.
  private func goesOnBelow(
    _ row: Row, _ fields: [Indicator.Field?], next: Int?, _ body: [LooseToken]
  ) -> Bool {
    let levels = likeness.vocabulary.cells.levels
    func isTail(_ text: String) -> Bool {
      // 效, where the text ends, begins the next row.
      text.count <= Self.mostTail && !text.contains { $0.isNumber || ":。、(<《".contains($0) }
        && !levels.contains { $0.names.contains { $0.hasPrefix(text) } }
    }
    // A column of free words takes any piece.
    let isTaken = row.cells.dropFirst().contains { cell in
      let first = body[cell.tokens.lowerBound]
      return first.gap == .rowLine && (fields[cell.column] == nil || fields[cell.column] == .reason)
        && isTail(first.text.folded)
    }
    if isTaken { return true }
    guard let next, body[next].gap == .rowLine, let last = row.all.max(),
      let line = body[last].place.line, body[next].place.line == line + 1
    else { return false }
    return isTail(body[next].text.folded)
  }

  /// Names the pieces of a row that stand in a column of no use and could as well belong to another one.
  private mutating func reportLoosePieces(_ row: Row, _ fields: [Indicator.Field?], _ body: [LooseToken]) {
    for cell in row.cells where fields[cell.column] == nil && cell.margin < Self.leastMargin {
      log.unread(
        cell.tokens.map { body[$0].text.withoutSpace }.joined(), at: body[cell.tokens.lowerBound].place,
        zh: "这一格可能属于另一列，没有取用", en: "the cell may belong to another column and is not used")
    }
  }

  private func isLevel(_ field: Indicator.Field?) -> Bool { field == .level1 || field == .level2 }

  private func place(line: Int?, row: Int) -> Place { Place(line: line, table: tables, row: row) }
}

extension LooseLayout {
  /// A row of the best reading.
  private struct Row {
    var first: Int
    var cells: [(column: Int, tokens: Range<Int>, margin: Int)] = []
    var lost: [Int] = []

    var all: [Int] { lost + cells.flatMap { Array($0.tokens) } }

    func has(_ field: Indicator.Field, in fields: [Indicator.Field?]) -> Bool {
      cells.contains { fields[$0.column] == field }
    }

    func text(of field: Indicator.Field, _ fields: [Indicator.Field?], _ body: [LooseToken]) -> String? {
      guard let cell = cells.first(where: { fields[$0.column] == field }) else { return nil }
      return cell.tokens.map { body[$0].text }.joined().withoutSpace
    }

    func hasContent(_ fields: [Indicator.Field?]) -> Bool {
      [.target, .actual, .weight, .claimed].contains { has($0, in: fields) }
    }
  }

  private func rows(of placed: [ColumnLattice.Placed], _ body: [LooseToken]) -> [Row] {
    var rows: [Row] = []
    var starts = true
    for piece in placed {
      // A row may begin with a blank.
      starts = starts || piece.startsRow
      if body[piece.tokens.lowerBound].isBlank { continue }
      if starts { rows.append(Row(first: piece.tokens.lowerBound)) }
      starts = false
      if let column = piece.column {
        rows[rows.count - 1].cells.append((column, piece.tokens, piece.margin))
      } else {
        rows[rows.count - 1].lost.append(piece.tokens.lowerBound)
      }
    }
    return rows
  }

  /// Why a row is not read; nil where it is.
  ///
  /// A row that the text marks may be a name alone; elsewhere a name alone is as likely a piece of another cell.
  private func doubt(_ row: Row, _ fields: [Indicator.Field?], lostAny: Bool, isMarked: Bool) -> (
    zh: String, en: String
  )? {
    if !row.lost.isEmpty, row.hasContent(fields) {
      return ("有的内容不属于任何一列，整行不取", "some of it fits no column, so nothing of the row is used")
    }
    if row.cells.contains(where: { $0.margin < Self.leastMargin && fields[$0.column] != nil }) {
      return ("各格属于哪一列有不止一种读法", "its cells fit the columns in more than one way")
    }
    if row.has(.level3, in: fields), !row.hasContent(fields), !isMarked {
      return ("只有名称，没有指标值、分值或完成值", "a name alone, without target, points or result")
    }
    let needed: [Indicator.Field] = [.target, .actual, .weight].filter { fields.contains($0) }
    if lostAny, row.has(.level3, in: fields), row.hasContent(fields),
      !needed.allSatisfy({ row.has($0, in: fields) })
    {
      return ("缺格，而附近有不属于任何一列的内容", "cells are missing while pieces nearby fit no column")
    }
    return nil
  }
}
