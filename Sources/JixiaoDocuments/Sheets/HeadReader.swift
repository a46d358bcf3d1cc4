import Jixiao

/// Reads the head of a sheet: whose it is, the project, the money, the objective.
///
/// A label's value stands to its right in the same row, or, where the row holds labels only, below it; a cell is used
/// once. Where one row names columns of money (年初预算数 … 执行率) and the next ones begin with 年度资金总额, the cells
/// where both meet are read.
struct HeadReader {
  private typealias Found = (label: SheetWords.Label, rank: Int)

  private let rows: [Grid.Row]
  private let labels: [[Found?]]
  private var used: [[Bool]]
  private let words: SheetWords
  private var ranks: [SheetWords.Label: Int] = [:]

  var organization: String?
  var project: String?
  var objective: String?
  var grade: String?
  var funds = Funds()

  init(_ rows: [Grid.Row], words: SheetWords, log: inout ReadLog) {
    let rows = HeadRows.joined(rows, words: words)
    self.rows = rows
    self.words = words
    labels = Self.labels(of: rows, words)
    used = rows.map { [Bool](repeating: false, count: $0.cells.count) }
    findMoneyUnit()
    readMoneyTable(log: &log)
    readToTheRight(log: &log)
    readBelow(log: &log)
    if organization == nil { findCodedOrganization() }
  }

  /// The labels of all cells; of two alike in a row below 中期资金总额 | … | 年度资金总额 the one of the year holds.
  private static func labels(of rows: [Grid.Row], _ words: SheetWords) -> [[Found?]] {
    var annual = 0
    return rows.map { row in
      var labels = row.cells.map { $0.isBlank ? nil : words.label($0.text) }
      if let total = labels.firstIndex(where: { $0?.label == .total }),
        row.cells[..<total].contains(where: { words.isLongTerm($0.text.prefix(20).description.folded) })
      {
        annual = total
      }
      for column in labels.indices where column < annual {
        guard let label = labels[column]?.label, label.isMoney,
          labels.dropFirst(annual).contains(where: { $0?.label == label })
        else { continue }
        labels[column] = (.ignored, 0)
      }
      return labels
    }
  }

  /// `207101天津市河北区人民法院` beside `单位:万元`, without a label: a code of the budget's list of units before a name.
  private mutating func findCodedOrganization() {
    for row in rows where row.cells.contains(where: { words.statedMoneyUnit($0.text.folded) != nil }) {
      for cell in row.cells where !cell.isBlank {
        let text = cell.text.withoutSpace
        if let name = IndicatorName.withoutCode(text), name != text {
          organization = name
          return
        }
      }
    }
  }

  private mutating func findMoneyUnit() {
    for row in rows {
      for cell in row.cells where !cell.isBlank && cell.text.utf8.count < 120 {
        let folded = cell.text.folded
        // (万元), 单位:万元
        guard folded.utf8.contains(where: { $0 == 0x28 || $0 == 0x3A }) else { continue }
        for unit in words.moneyUnits
        where funds.unit == nil && (folded.hasSuffix("(\(unit))") || folded.hasSuffix("单位:\(unit)")) {
          funds.unit = unit
        }
      }
    }
  }

  /// 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 over a row 年度资金总额.
  private mutating func readMoneyTable(log: inout ReadLog) {
    let measures: Set<SheetWords.Label> = [.initial, .adjusted, .executed, .rate, .weight, .claimed]
    for (r, row) in labels.enumerated() {
      let columns = row.indices.filter { row[$0].map { measures.contains($0.label) } ?? false }
      guard columns.count >= 2, columns.contains(where: { row[$0]?.label.isMoney ?? false }) else { continue }
      if r + 1 < rows.count, labels[r + 1].allSatisfy({ $0 == nil }) {
        let values = rows[r + 1].cells.indices.filter { !rows[r + 1].cells[$0].isBlank }
        for pair in values.count > 1 ? measured(values, r + 1, columns, row) : [] {
          used[r + 1][pair.value] = true
          take(pair.measure, rows[r + 1].cells[pair.value], rank: 0, log: &log)
        }
      }
      for below in rows.indices where below > r {
        guard let label = labels[below].lazy.compactMap({ $0?.label }).first(where: { $0 != .ignored }),
          label.isMoney
        else { break }
        let own = labels[below].firstIndex { $0?.label == label } ?? 0
        let values = rows[below].cells.indices.filter {
          $0 > own && !rows[below].cells[$0].isBlank && labels[below][$0] == nil
        }
        for pair in measured(values, below, columns, row) where label == .total {
          take(pair.measure, rows[below].cells[pair.value], rank: 0, log: &log)
        }
        for value in values { used[below][value] = true }
        for (column, label) in labels[below].enumerated() where label != nil { used[below][column] = true }
      }
      for column in row.indices where row[column] != nil { used[r][column] = true }
    }
  }

  /// Which measure each value of a row belongs to: the one it stands below or, where merged cells are gone and the row
  /// has moved, the one of its rank, if the numbers are as many or 执行率 is where a percentage is.
  private func measured(_ values: [Int], _ below: Int, _ columns: [Int], _ row: [Found?]) -> [(
    measure: SheetWords.Label, value: Int
  )] {
    let cells = rows[below].cells
    let areAmounts = values.allSatisfy {
      PrintedNumber(cells[$0].text, words: words).value != nil || words.isNoNumber(cells[$0].text.folded)
        || cells[$0].text.folded.hasSuffix("%")
    }
    guard areAmounts else { return [] }
    let measures = columns.compactMap { row[$0]?.label }
    // A label below a measure shows that the row has moved.
    let hasMoved = columns.contains { $0 < labels[below].count && labels[below][$0] != nil }
    if !hasMoved, values.allSatisfy({ columns.contains($0) }) {
      return values.compactMap { value in row[value].map { ($0.label, value) } }
    }
    let isShort = values.count < measures.count
    let own = measures.prefix(values.count)
    // With a number for every measure a bare 0 may be the rate; with fewer only its percentage shows that none is skipped.
    guard values.count <= measures.count, !isShort || own.contains(.rate) else { return [] }
    let areInOrder = zip(own, values).allSatisfy { measure, value in
      let text = cells[value].text.folded
      if words.isNoNumber(text) { return true }
      return measure == .rate ? !isShort || text.hasSuffix("%") : !text.hasSuffix("%")
    }
    return areInOrder ? Array(zip(own, values)) : []
  }

  private mutating func readToTheRight(log: inout ReadLog) {
    for (r, row) in rows.enumerated() {
      for (column, cell) in row.cells.enumerated() where !cell.isBlank && !used[r][column] {
        guard let found = labels[r][column] else {
          readInside(cell, log: &log)
          continue
        }
        let right = row.cells.indices.first {
          $0 > column && (labels[r][$0] != nil || !row.cells[$0].isBlank)
        }
        guard let right, labels[r][right] == nil, !used[r][right] else { continue }
        used[r][right] = true
        used[r][column] = true
        take(found.label, row.cells[right], rank: found.rank, log: &log)
      }
    }
  }

  /// `项目名称：雾炮车服务` in one cell.
  private mutating func readInside(_ cell: Grid.Cell, log: inout ReadLog) {
    guard cell.text.utf8.count < 400, let colon = cell.text.firstIndex(where: { $0 == ":" || $0 == "：" }),
      let found = words.label(String(cell.text[..<colon])), found.label != .ignored
    else { return }
    var value = cell
    value.text = String(cell.text[cell.text.index(after: colon)...])
    if !value.isBlank { take(found.label, value, rank: found.rank, log: &log) }
  }

  private mutating func readBelow(log: inout ReadLog) {
    for (r, row) in rows.enumerated() where r + 1 < rows.count {
      let below = rows[r + 1]
      for column in row.cells.indices where column < below.cells.count && !used[r][column] {
        guard let found = labels[r][column], labels[r + 1][column] == nil, !used[r + 1][column],
          !below.cells[column].isBlank
        else { continue }
        used[r + 1][column] = true
        take(found.label, below.cells[column], rank: found.rank, log: &log)
      }
    }
  }

  /// Takes what a column of the table says for this sheet, which outweighs the head of all.
  mutating func takeFromColumn(_ label: SheetWords.Label, _ cell: Grid.Cell, log: inout ReadLog) {
    ranks[label] = nil
    take(label, cell, rank: -1, log: &log)
  }

  /// Keeps a value, unless a label that is preferred has one already.
  private mutating func take(
    _ label: SheetWords.Label, _ cell: Grid.Cell, rank: Int, log: inout ReadLog
  ) {
    if let known = ranks[label], known <= rank { return }
    let text = cell.text.withoutSpace
    switch label {
    case .organization: organization = IndicatorName.withoutCode(text)
    case .project: project = IndicatorName.withoutCode(text)
    case .objective: objective = text
    case .grade: grade = text
    case .rate: funds.rate = words.isNoNumber(text.folded) ? nil : text
    case .ignored: return
    case .total: funds.total = money(cell, log: &log)
    case .fiscal: funds.fiscal = money(cell, log: &log)
    case .other: funds.other = money(cell, log: &log)
    case .superior: funds.superior = money(cell, log: &log)
    case .local: funds.local = money(cell, log: &log)
    case .initial: funds.initial = money(cell, log: &log)
    case .adjusted: funds.adjusted = money(cell, log: &log)
    case .executed: funds.executed = money(cell, log: &log)
    case .weight: funds.weight = money(cell, log: &log)
    case .claimed: funds.claimed = money(cell, log: &log)
    }
    ranks[label] = rank
  }

  private func money(_ cell: Grid.Cell, log: inout ReadLog) -> Exact? {
    switch PrintedNumber(cell.text, words: words) {
    case .none: return nil
    case .number(let value): return value
    // Words beside a label of money are another label or a remark.
    case .unusable where !cell.text.unicodeScalars.contains(where: { $0.properties.numericType != nil }):
      return nil
    case .unusable(let error):
      log.unread(
        cell.text, at: cell.place, zh: "金额不是可用的数：\(error.reason(in: .zh))",
        en: "not a usable amount: \(error.reason(in: .en))")
      return nil
    }
  }
}
