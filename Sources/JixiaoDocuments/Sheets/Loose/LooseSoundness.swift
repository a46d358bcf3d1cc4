import Jixiao

/// Holds the rows of a text that has lost its cells against what rows are, and takes back what cannot be one.
///
/// Where cells were put together wrongly once they were put together wrongly around it too: a sheet of which many rows do
/// not hold is taken back as a whole.
struct LooseSoundness {
  private let vocabulary: Vocabulary
  private let words: SheetWords
  private let grammar: ColumnGrammar
  private let plausibility: RowPlausibility
  private let marks: [String]

  /// Whether marks stand between cells, so that none is a piece of one, however odd.
  private let cellsAreWhole: Bool
  /// A sheet of which this share of the rows does not hold is not read: one of so many. Chosen.
  private var mostFlawed: Int { cellsAreWhole ? 2 : 4 }

  /// The end of a cell is shorter than a line of other text. Chosen.
  private static let mostTail = 10

  init(_ vocabulary: Vocabulary, cellsAreWhole: Bool = false) {
    self.vocabulary = vocabulary
    self.cellsAreWhole = cellsAreWhole
    words = vocabulary.sheets
    grammar = ColumnGrammar(vocabulary: vocabulary)
    plausibility = RowPlausibility(vocabulary)
    let levels = vocabulary.cells.levels.flatMap { $0.names + $0.under }
    marks = Set(levels.filter { $0.count >= 4 && $0.hasSuffix("指标") }).sorted()
  }

  /// The reading without rows that do not hold; each is reported with its place.
  func held(_ reading: Reading, _ language: Language) -> Reading {
    var reading = reading
    for d in reading.documents.indices {
      var log = ReadLog(language: language)
      var sheets: [Sheet] = []
      // Of several sheets it is not known whose rows these were.
      let isOnly = reading.documents[d].sheets.count == 1
      let unread = isOnly ? reading.documents[d].unread : []
      for sheet in reading.documents[d].sheets {
        var kept = sheet
        kept.indicators = sound(sheet, isStream: reading.isStream, unread, &log)
        if kept.indicators.isEmpty { continue }
        for i in kept.indicators.indices { kept.indicators[i].ordinal = i + 1 }
        kept.ordinal = sheets.count + 1
        sheets.append(kept)
      }
      reading.documents[d].sheets = sheets
      reading.documents[d].unread += log.unread
    }
    return reading
  }

  private func sound(
    _ sheet: Sheet, isStream: Bool, _ unread: [Document.Unread], _ log: inout ReadLog
  ) -> [Indicator] {
    let rows = sheet.indicators
    let hasLevels = rows.contains { $0.level1 != nil || $0.level2 != nil }
    var flawed = [Bool](repeating: false, count: rows.count)
    // Below a first level that never has the second one, nothing says where the next level began.
    var strayFrom: String?
    for (i, row) in rows.enumerated() {
      if let first = strayFrom, first != row.level1 { strayFrom = nil }
      if isStray(row) { strayFrom = row.level1 }
      flawed[i] =
        strayFrom != nil || hasLevels && row.level1 == nil && row.level2 == nil || !isSound(row)
    }
    if isStream {
      doubtTakers(rows, &flawed)
      for (i, row) in rows.enumerated() where hasTail(row, among: unread) { flawed[i] = true }
    }
    doubtPoints(rows, &flawed)
    let count = flawed.count { $0 }
    let none =
      count * mostFlawed >= rows.count && count > 0 || isStream && unread.count + count > rows.count - count
    for (i, row) in rows.enumerated() where flawed[i] || none {
      let cells = [
        row.level3, row.target.printed, row.actual, row.weight?.description, row.claimed?.description,
      ]
      let text = cells.compactMap { $0 }.joined(separator: "|")
      if flawed[i] {
        log.unread(
          text, at: row.place, zh: "各格的文字接不成一行：名称、指标值或级别里有别的列的内容，或者不完整",
          en: "the pieces make no row: name, target or level hold what belongs elsewhere, or are not whole")
      } else {
        log.unread(
          text, at: row.place, zh: "这张表有多行接不起来，分列不能确定，其余各行也不取",
          en: "many rows of the sheet do not hold, so that its columns are not certain")
      }
    }
    return none ? [] : zip(rows, flawed).filter { !$1 }.map(\.0)
  }

  /// Whether the line below a row was of no cell: it may be the end of the row's name.
  private func hasTail(_ row: Indicator, among unread: [Document.Unread]) -> Bool {
    let lines =
      Indicator.Field.allCases.compactMap { row.places[$0]?.line } + [row.place.line].compactMap { $0 }
    guard let last = lines.max() else { return false }
    return unread.contains {
      $0.place.line == last + 1 && $0.text.count <= Self.mostTail
        && !$0.text.contains { $0.isNumber || $0 == "|" }
    }
  }

  /// A row without a target has lost it to a row beside it, perhaps; both are doubtful.
  private func doubtTakers(_ rows: [Indicator], _ flawed: inout [Bool]) {
    func lacks(_ row: Indicator) -> Bool { row.target.printed == nil && row.target.relation != .qualitative }
    guard rows.contains(where: { !lacks($0) }) else { return }
    for i in rows.indices where lacks(rows[i]) {
      for near in max(0, i - 1)...min(rows.count - 1, i + 1) { flawed[near] = true }
    }
  }

  /// A bare number for a target in a row without points, where others have theirs, may be the points.
  private func doubtPoints(_ rows: [Indicator], _ flawed: inout [Bool]) {
    guard rows.contains(where: { $0.weight != nil }) else { return }
    for (i, row) in rows.enumerated()
    where row.weight == nil && row.target.value != nil && row.target.unit == nil && row.target.relation == nil
    {
      flawed[i] = true
    }
  }

  /// 经济成本指标 below 效益指标.
  private func isStray(_ row: Indicator) -> Bool {
    guard let first = row.level1?.folded, let second = row.level2?.folded else { return false }
    let own = vocabulary.cells.levels.filter { $0.names.contains(first) }
    return !own.isEmpty && vocabulary.cells.levels.contains { $0.under.contains(second) }
      && !own.contains { $0.under.contains(second) }
  }

  private func isSound(_ row: Indicator) -> Bool {
    if let weight = row.weight, weight > Exact(100) { return false }
    for text in [row.level1, row.level2, row.level3, row.target.printed, row.actual].compactMap({ $0?.folded }
    )
    where !hasWholeBrackets(text) { return false }
    if let level = row.level1?.folded, !isWholeLevel(level) { return false }
    if let level = row.level2?.folded, !isWholeLevel(level) { return false }
    if let name = row.level3?.folded, !isName(name) { return false }
    if let unit = row.target.unit?.folded, !isUnit(unit) || row.target.value == nil && isLongUnit(unit) {
      return false
    }
    // The month of a date stands elsewhere.
    if !cellsAreWhole, let value = row.target.value, value > Exact(1989), value < Exact(2100),
      row.target.unit == "年"
    {
      return false
    }
    if let target = row.target.printed?.folded, !isValue(target) || vocabulary.units.unit(target) != nil {
      return false
    }
    if let actual = row.actual?.folded {
      if !isValue(actual) { return false }
      // A number was asked for: words that say nothing of how it came out are of another cell.
      if row.target.value != nil, !actual.contains(where: \.isNumber), !words.isNoNumber(actual),
        !vocabulary.cells.words.contains(actual),
        !vocabulary.cells.changes.contains(where: { actual.contains($0) })
      {
        return false
      }
    }
    return true
  }

  /// A unit that is not known is short and of one kind: %率 and 年10月 are pieces of two cells.
  private func isUnit(_ unit: String) -> Bool {
    if vocabulary.units.unit(unit) != nil { return true }
    return unit.count <= 6 && !unit.contains { $0.isNumber || "%()≥≤><=".contains($0) }
  }

  private func isLongUnit(_ unit: String) -> Bool { unit.count > 3 && vocabulary.units.unit(unit) == nil }

  private func hasWholeBrackets(_ text: String) -> Bool {
    text.count { $0 == "(" } == text.count { $0 == ")" } && text.first != ")"
  }

  /// A level is a known one or a name of its own; a piece of one with more behind it is neither.
  private func isWholeLevel(_ level: String) -> Bool {
    if grammar.isLevel(level) { return true }
    if words.column(level) != nil { return false }
    guard let mark = level.firstRange(of: "指标") else { return true }
    return mark.upperBound == level.endIndex && mark.lowerBound != level.startIndex
  }

  private func isName(_ name: String) -> Bool {
    if words.column(name) != nil || words.isHeadingPart(name) { return false }
    // 2020年 in a cell of its own is a name, as odd as it is.
    if !cellsAreWhole,
      grammar.fit(name, .level3) < 0 || Target(cell: name, vocabulary: vocabulary).deadline != nil
    {
      return false
    }
    if name.hasPrefix("指标") || name.hasSuffix("指标") || marks.contains(where: { name.contains($0) }) {
      return false
    }
    // 30房屋完好率, 100%服务对象: the end of the row before; 7岁以下儿童 is none.
    let digits = name.prefix { $0.isASCII && ($0.isNumber || ".%,".contains($0)) }
    if !cellsAreWhole, !digits.isEmpty, let next = name.dropFirst(digits.count).first,
      digits.hasSuffix("%") || !"岁号大类级-~".contains(next) && vocabulary.units.unit(String(next)) == nil
    {
      return false
    }
    if let last = name.last, ">=<≥≤《“、,".contains(last) { return false }
    // 月底前; 基本达成10: a date or a number of another cell.
    if name.count <= 4,
      vocabulary.relations.endings.contains(where: { name.hasSuffix($0) }) || name.hasSuffix("前")
    {
      return false
    }
    // 维修面积维修面积: a name and its description.
    if name.count >= 6, name.count.isMultiple(of: 2), name.hasPrefix(name.suffix(name.count / 2)) {
      return false
    }
    let end = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    if end > 0, let before = name.dropLast(end).last, !before.isASCII { return false }
    if name.count <= 2, !vocabulary.cells.nameEndings.contains(name) { return false }
    return name.count > 1 && !plausibility.holdsTarget(name)
  }

  private func isValue(_ text: String) -> Bool {
    if vocabulary.cells.words.contains(text) { return true }
    if words.column(text) != nil || text.hasPrefix("指标") || text.hasSuffix("指标")
      || marks.contains(where: { text.contains($0) })
    {
      return false
    }
    if grammar.isLevel(text), text.count > 2 { return false }
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return true }
    if grammar.isQuantity(text) || Target(cell: text, vocabulary: vocabulary).deadline != nil { return true }
    // 2024年12月31日前2024年11月30日20, 8受汛期影响
    return text.count { $0 == "年" } < 2 && !grammar.holdsTwoQuantities(text)
  }
}
