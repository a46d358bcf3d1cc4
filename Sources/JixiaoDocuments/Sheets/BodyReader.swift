import Jixiao

/// Turns the rows below a row of headings into indicators.
struct BodyReader {
  private let vocabulary: Vocabulary
  private let words: SheetWords
  private var targets = TargetMemo()
  private var judge: RowJudge
  private var level1: String?
  private var level2: String?

  /// Levels stand before the name, the fourth column at the latest. Chosen.
  private static let mostLevelCells = 4

  private(set) var indicators: [Indicator] = []
  private(set) var subtotals: [Sheet.Subtotal] = []
  private(set) var totalClaimed: Exact?
  /// How many rows the sheet before had; sheets of one file are mostly of one length.
  private var usualRows = 0
  /// Room made for a sheet before it has rows goes no further. Chosen.
  private static let mostRowsAhead = 64

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    words = vocabulary.sheets
    judge = RowJudge(vocabulary: vocabulary)
  }

  /// A reader for the rows of the next sheet, which knows the targets of those before.
  func forNextSheet() -> BodyReader {
    var next = BodyReader(vocabulary: vocabulary)
    next.targets = targets
    next.judge = judge
    next.usualRows = indicators.isEmpty ? usualRows : min(indicators.count, Self.mostRowsAhead)
    return next
  }

  /// Reads one row; template rows leave no trace, what cannot be read goes to the log.
  mutating func read(_ row: Grid.Row, _ columns: ColumnMap, log: inout ReadLog) {
    /// The column of a field whose cell holds something.
    func filled(_ field: Indicator.Field) -> Int? {
      guard let index = columns.index(of: field), index < row.cells.count, !row.cells[index].isBlank else {
        return nil
      }
      return index
    }
    func text(_ field: Indicator.Field) -> String? { filled(field).map { row.cells[$0].text } }
    if isFooter(row) {
      if text(.level3) != nil, text(.target) != nil {
        log.unread(
          row.cells.map { $0.text.withoutSpace }.joined(separator: "|"), at: row.place,
          zh: RowDoubt.twoRows.reason.zh,
          en: RowDoubt.twoRows.reason.en)
        return
      }
      if let claimed = filled(.claimed) {
        totalClaimed = number(row.cells[claimed], "总分", "total", log: &log)
      }
      return
    }
    let (first, second) = (text(.level1), text(.level2))
    let doubt = isMisplaced(first, second, text(.level3)) ? .shifted : judge.doubt(row, columns)
    if let doubt {
      log.unread(
        row.cells.map { $0.text.withoutSpace }.joined(separator: "|"), at: row.place, zh: doubt.reason.zh,
        en: doubt.reason.en)
      takeLevelsAnywhere(row, own: first)
      return
    }
    takeLevels(first, second)
    let closed = ClosedColumns.resolve(row, columns, words: words)
    for cell in closed.unplaced {
      log.unread(
        cell.text, at: cell.place, zh: "这一列没有列名，内容也不属于任何固定用语",
        en: "the column has no heading and the text is of no closed vocabulary")
    }
    let printedName = columns.has(.level3) ? text(.level3) : second
    let (target, actual) = (filled(.target), filled(.actual))
    let (weight, claimed) = (filled(.weight), filled(.claimed))
    guard let printedName, let name = IndicatorName.name(printedName, words: words) else {
      // A weight alone on a template row promises nothing; a target or a result without a name is a loss to be told.
      if target != nil || actual != nil {
        log.unread(
          row.cells.map { $0.text.withoutSpace }.joined(separator: "|"), at: row.place,
          zh: "这一行没有指标名称", en: "the row has no indicator name")
      } else if let printedName {
        log.dropped(printedName, at: row.place, zh: "模板的空行", en: "an empty row of the template")
      }
      return
    }
    if isOtherColumns(name, target.map { row.cells[$0].text }) {
      log.unread(
        row.cells.map { $0.text.withoutSpace }.joined(separator: "|"), at: row.place,
        zh: "指标名称一列里是列名、级别或符号", en: "a heading, a level or a sign stands in the column of names")
      return
    }
    // A name alone is a row where it stands below a level; elsewhere it is a heading of something else.
    let isBare = target == nil && actual == nil && weight == nil && claimed == nil
    if isBare, filled(.operator) == nil, filled(.unit) == nil, level1 == nil && level2 == nil { return }
    if indicators.isEmpty { indicators.reserveCapacity(usualRows) }
    indicators.append(
      Indicator(
        ordinal: indicators.count + 1, level1: level1, level2: level2, level3: name,
        target: self.target(
          target.map { row.cells[$0] }, sign(row, columns), unit(row, filled(.unit), log: &log), log: &log),
        weight: weight.flatMap { number(row.cells[$0], "分值", "weight", log: &log) },
        basis: closed.fields[.basis]?.text.withoutSpace, previous: text(.previous)?.withoutSpace,
        rule: closed.fields[.rule]?.text.withoutSpace, evidence: closed.fields[.evidence]?.text.withoutSpace,
        actual: actual.map { row.cells[$0].text.withoutSpace },
        claimed: claimed.flatMap { number(row.cells[$0], "得分", "claimed points", log: &log) },
        reason: text(.reason)?.withoutSpace, place: row.place,
        places: places(of: row, columns, closed.fields)))
    if let actual { reportFlaw(in: row.cells[actual], "实际完成值", "actual value", log: &log) }
  }

  /// Where the cells of a row stand, by what they hold.
  private func places(
    of row: Grid.Row, _ columns: ColumnMap, _ closed: [Indicator.Field: Grid.Cell]
  ) -> FieldPlaces {
    var places: FieldPlaces = [:]
    places.reserveCapacity(columns.width)
    for field in Indicator.Field.allCases {
      if !closed.isEmpty, let place = closed[field]?.place {
        places.add(field, at: place)
      } else if let index = columns.index(of: field), index < row.cells.count, !row.cells[index].isBlank {
        places.add(field, at: row.cells[index].place)
      }
    }
    return places
  }

  /// A level's label holds for the rows below it until the next one; a new first level ends the second.
  private mutating func takeLevels(_ first: String?, _ second: String?) {
    if let found = first.flatMap({ IndicatorName.level($0, words: words) }) {
      if found.name != level1 { level2 = nil }
      level1 = found.name
      if let weight = found.subtotal, !subtotals.contains(where: { $0.level1 == found.name }) {
        subtotals.append(Sheet.Subtotal(level1: found.name, weight: weight))
      }
    }
    if let found = second.flatMap({ IndicatorName.level($0, words: words) }) { level2 = found.name }
  }

  /// The levels that a row names which is not read: those of the rows below it, wherever in the row they stand.
  private mutating func takeLevelsAnywhere(_ row: Grid.Row, own: String?) {
    let names = row.cells.prefix(Self.mostLevelCells).filter { !$0.isBlank && $0.text.utf8.count <= 90 }
      .compactMap {
        IndicatorName.level($0.text, words: words)?.name
      }
    let firsts = names.filter { words.isFirstLevel($0.folded) && !words.isSecondLevel($0.folded) }
    if let own,
      !names.contains(where: { $0 == own.withoutSpace }) || !words.isSecondLevel(own.folded)
    {
      // 产出指标效益指标: the rows below are of neither with certainty.
      level1 = nil
    }
    if let first = firsts.first { level1 = first }
    level2 = names.first { words.isSecondLevel($0.folded) && $0 != level1 }
  }

  /// Whether a row has lost a cell that was merged, so that 数量指标 stands below 一级指标 or 三级指标 and what belongs there
  /// beside it: its cells would be read as those of their neighbours.
  private func isMisplaced(_ level1: String?, _ level2: String?, _ level3: String?) -> Bool {
    func isSecond(_ text: String?) -> Bool { text.map { words.isSecondLevel($0.folded) } ?? false }
    guard let level2, !isSecond(level2), !words.isFirstLevel(level2.folded) else { return false }
    let isSecondFirst = isSecond(level1) && !(level1.map { words.isFirstLevel($0.folded) } ?? false)
    return isSecondFirst || isSecond(level3) && level1 == nil
  }

  /// Whether a name is what other columns hold, so that the cells cannot stand where they belong: 指标值, 反向, or 数量指标
  /// below itself without a number beside it.
  private func isOtherColumns(_ name: String, _ target: String?) -> Bool {
    if name.utf8.count > 60 { return false }
    let folded = name.folded
    if words.isSecondLevel(folded), folded.hasSuffix("指标"), name == level2 {
      return target.map { Target(cell: $0, vocabulary: vocabulary).value == nil } ?? true
    }
    if case .field = words.column(folded) { return true }
    return folded.utf8.count <= 18 && vocabulary.relations.relation(ofCell: folded) != nil
  }

  /// What says how the target binds; of several columns a sign outweighs a direction: = before 正向.
  private func sign(_ row: Grid.Row, _ columns: ColumnMap) -> String? {
    guard let first = columns.index(of: .operator) else { return nil }
    if columns.moreSigns.isEmpty {
      return first < row.cells.count && !row.cells[first].isBlank ? row.cells[first].text : nil
    }
    let cells = ([first] + columns.moreSigns).filter { $0 < row.cells.count }.map { row.cells[$0] }.filter {
      !$0.isBlank
    }
    return (cells.first { vocabulary.relations.isSign($0.text) } ?? cells.first)?.text
  }

  /// The unit, unless a number stands there.
  private func unit(_ row: Grid.Row, _ index: Int?, log: inout ReadLog) -> String? {
    guard let index else { return nil }
    // Most units hold no digit, of either width; they need no reading.
    let cell = row.cells[index]
    guard cell.text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == 0xEF }),
      PrintedNumber(cell.text, words: words).value != nil
    else { return cell.text }
    log.unread(
      cell.text, at: cell.place, zh: "计量单位一列里是数", en: "a number stands in the column of units")
    return nil
  }

  /// 总分 | 100 | 95.5, 说明：…
  private func isFooter(_ row: Grid.Row) -> Bool {
    guard let first = row.cells.first(where: { !$0.isBlank }), first.text.utf8.count < 400 else {
      return false
    }
    let folded = first.text.folded
    let core = SheetWords.core(folded)
    return words.isTotal(core) || words.isFooter(core) || words.isNote(folded)
  }

  private mutating func target(
    _ cell: Grid.Cell?, _ relation: String?, _ unit: String?, log: inout ReadLog
  ) -> Target {
    if let cell, reportFlaw(in: cell, "指标值", "target", log: &log) {
      return Target(printed: cell.text.withoutSpace, unit: unit?.withoutSpace)
    }
    if let cell, isOnlySign(cell.text),
      relation.map({ vocabulary.relations.relation(ofCell: $0) == nil }) ?? true
    {
      log.unread(
        cell.text, at: cell.place, zh: "指标值一列里只有符号", en: "nothing but a sign stands in the column of targets")
      return Target(unit: unit?.withoutSpace)
    }
    return targets.target(cell: cell?.text, relation: relation, unit: unit, vocabulary: vocabulary)
  }

  /// A sign, or a word such as 正向 or 文字描述 that says which; 定性 may stand for a target.
  private func isOnlySign(_ text: String) -> Bool {
    if vocabulary.relations.isSign(text) { return true }
    return vocabulary.relations.relation(ofCell: text) != nil && !vocabulary.cells.words.contains(text.folded)
  }

  @discardableResult
  private func reportFlaw(in cell: Grid.Cell, _ zh: String, _ en: String, log: inout ReadLog) -> Bool {
    guard let flaw = PrintedNumber.flaw(in: cell.text) else { return false }
    log.unread(
      cell.text, at: cell.place, zh: "\(zh)里的数不可用：\(flaw.reason(in: .zh))",
      en: "the number in the \(en) is not usable: \(flaw.reason(in: .en))")
    return true
  }

  private func number(_ cell: Grid.Cell, _ zh: String, _ en: String, log: inout ReadLog) -> Exact? {
    switch PrintedNumber(cell.text, words: words) {
    case .none: return nil
    case .number(let value) where !value.isNegative: return value
    case .number:
      log.unread(cell.text, at: cell.place, zh: "\(zh)不能为负", en: "the \(en) cannot be negative")
    case .unusable(let error):
      log.unread(
        cell.text, at: cell.place, zh: "\(zh)不是可用的数：\(error.reason(in: .zh))",
        en: "the \(en) is not a usable number: \(error.reason(in: .en))")
    }
    return nil
  }
}
