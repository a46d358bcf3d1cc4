import Jixiao

/// Gathers the budget tables and the statements around the sheets of a document as its blocks go by.
struct FigureCollector {
  private var figures = PublishedFigures()
  private var title = ""
  private var prose = ProseFigures()

  mutating func take(_ line: Grid.Line) {
    let text = line.text.withoutSpace
    if text.hasSuffix("表"), text.count <= 30, text.contains("预算") || text.contains("收") || text.contains("支")
    {
      title = text
    }
    prose.add(text, at: line.place)
  }

  mutating func take(_ table: Grid.Table) {
    prose.hand(to: &figures)
    var rows: [PublishedFigures.BudgetRow] = []
    var classes = Exact.zero
    for row in table.rows where Self.mayHoldFigures(row) {
      let cells = row.cells.map { $0.text.withoutSpace }
      if MobileNumber.stands(in: cells) { figures.mobiles.append(row.place) }
      if let budget = Self.budgetRow(cells, row.place) {
        if budget.code.isEmpty, !rows.isEmpty { hand(&rows) }
        rows.append(budget)
        continue
      }
      if let amount = Self.classAmount(cells) { classes = classes.adding(amount) ?? classes }
      if let income = Self.amount(after: "收入总计", cells), let spending = Self.amount(after: "支出总计", cells) {
        figures.balances.append(
          PublishedFigures.Balance(income: income, spending: spending, classes: classes, place: row.place))
        classes = .zero
      }
    }
    hand(&rows)
  }

  /// Whether a row can hold anything of what is gathered here, by the bytes of its cells: almost none of a sheet can.
  private static func mayHoldFigures(_ row: Grid.Row) -> Bool {
    var isFirst = true
    for index in row.cells.indices where !row.cells[index].text.isEmpty {
      let mayHold = row.cells[index].text.utf8.withContiguousStorageIfAvailable {
        mayHoldFigures($0, isFirst: isFirst)
      }
      if mayHold ?? true { return true }
      isFirst = false
    }
    return false
  }

  private static func mayHoldFigures(_ text: UnsafeBufferPointer<UInt8>, isFirst: Bool) -> Bool {
    var digits = 0
    var leading = 0
    var isLeading = true
    var last: UInt8 = 0
    var before: UInt8 = 0
    var holdsSum = false
    for byte in text {
      // White space, invisible marks and full-width forms are not looked through here; ≥ and ≤ begin with E2 89.
      if byte <= 0x20 || (0xC2...0xE1).contains(byte) || byte == 0xE3 || byte > 0xE9 { return true }
      if last == 0xE2, byte != 0x89 { return true }
      if (0x30...0x39).contains(byte) {
        digits += 1
        if isLeading { leading += 1 }
      } else {
        isLeading = false
      }
      // 计 of 总计, 合计 is E8 AE A1.
      if byte == 0xA1, last == 0xAE, before == 0xE8 { holdsSum = true }
      (before, last) = (last, byte)
    }
    if holdsSum || digits >= 11 { return true }
    // 201一般公共服务支出, or a code in a cell of its own.
    return leading == 3 && last >= 0x80 || isFirst && leading == text.count
  }

  /// Adds rows to the table they belong to: a page break repeats the headings, not the title and not 总计.
  private mutating func hand(_ rows: inout [PublishedFigures.BudgetRow]) {
    guard let first = rows.first else { return }
    if !first.code.isEmpty, let last = figures.tables.indices.last, figures.tables[last].title == title {
      figures.tables[last].rows += rows
    } else {
      figures.tables.append(PublishedFigures.BudgetTable(title: title, rows: rows))
    }
    rows = []
  }

  func finished() -> PublishedFigures {
    var last = self
    last.prose.hand(to: &last.figures)
    return last.figures
  }

  /// What the sentences of a text say whose tables have lost their cells.
  static func figures(of lines: TextLines) -> PublishedFigures {
    var collector = FigureCollector()
    for line in lines.lines where !line.isBlank {
      collector.take(Grid.Line(text: lines.text(line.range), place: Place(line: line.number)))
    }
    return collector.finished()
  }

  /// A row that begins with codes of 3, 2 and 2 digits in cells of their own, or in one cell, or with 总计.
  static func budgetRow(_ cells: [String], _ place: Place) -> PublishedFigures.BudgetRow? {
    guard cells.count >= 3 else { return nil }
    var code = ""
    var index = 0
    while index < cells.count, cells[index].isEmpty || isCode(cells[index], after: code) {
      code += cells[index]
      index += 1
    }
    guard index < cells.count, amount(cells[index]) == nil else { return nil }
    let name = cells[index]
    guard name.count <= 40, code.isEmpty ? name == "总计" || name == "合计" : [3, 5, 7].contains(code.count)
    else {
      return nil
    }
    let amounts = cells[(index + 1)...].map { amount($0) }
    guard amounts.contains(where: { $0 != nil }) else { return nil }
    // Other words among the amounts are a project's name.
    return PublishedFigures.BudgetRow(code: code, name: name, amounts: amounts, place: place)
  }

  private static func isCode(_ cell: String, after code: String) -> Bool {
    guard cell.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
    switch code.count {
    case 0: return cell.count == 3 || cell.count == 5 || cell.count == 7
    case 3, 5: return cell.count == 2
    default: return false
    }
  }

  static func amount(_ cell: String) -> Exact? {
    guard let first = cell.first, first.isNumber || first == "-", cell.count <= 24 else { return nil }
    return try? Exact(parsing: cell.folded.replacing(",", with: ""))
  }

  /// The amount behind a cell `201一般公共服务支出`.
  private static func classAmount(_ cells: [String]) -> Exact? {
    for index in cells.indices.dropLast() {
      let code = cells[index].prefix { $0.isASCII && $0.isNumber }
      if code.count == 3, cells[index].count > 3, cells[index].hasSuffix("支出") || cells[index].hasSuffix("费")
      {
        return amount(cells[index + 1])
      }
    }
    return nil
  }

  private static func amount(after label: String, _ cells: [String]) -> Exact? {
    guard let index = cells.firstIndex(of: label), index + 1 < cells.count else { return nil }
    return amount(cells[index + 1])
  }
}

/// A mobile number beside a word for telephone.
enum MobileNumber {
  static func stands(in cells: [String]) -> Bool {
    cells.contains(where: holdsNumber)
      && cells.contains { $0.contains("电话") || $0.contains("手机") || $0.contains("联系") }
  }

  /// Eleven digits in a run, 1 and then 3…9 first; by bytes, as every cell of every table is asked.
  private static func holdsNumber(_ cell: String) -> Bool {
    var run = 0
    var isMobile = true
    for byte in cell.utf8 {
      guard (0x30...0x39).contains(byte) else {
        if run == 11, isMobile { return true }
        (run, isMobile) = (0, true)
        continue
      }
      if run == 0, byte != UInt8(ascii: "1") { isMobile = false }
      if run == 1, byte < UInt8(ascii: "3") { isMobile = false }
      run += 1
    }
    return run == 11 && isMobile
  }
}
