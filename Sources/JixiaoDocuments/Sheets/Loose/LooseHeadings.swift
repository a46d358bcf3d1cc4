import Jixiao

/// The headings of a loose table: which pieces they are, and the columns in order.
struct LooseHeadings {
  struct Column {
    var text: String
    var field: Indicator.Field?
    var place: Place
  }

  var columns: [Column]
  /// From the first heading to behind the last.
  var range: Range<Int>
  /// Pieces in the range that are no headings, where a text mixes them with rows.
  var strays: [Int] = []

  var fields: [Indicator.Field?] { columns.map(\.field) }

  /// A heading may be broken over this many pieces.
  private static let mostJoined = 3
  /// Unknown headings between known ones, at most so many in a row.
  private static let mostUnknown = 2

  /// The first row of headings at or behind a piece; nil where there is none.
  static func first(in tokens: [LooseToken], from start: Int, words: SheetWords) -> LooseHeadings? {
    var at = start
    while at < tokens.count {
      if heading(tokens, at, words) != nil || zipped(tokens, at, words) != nil {
        if let found = read(tokens, at, words) { return found }
      }
      at += 1
    }
    return nil
  }

  /// Headings that a text has scattered among the rows: of every meaning the last one holds.
  static func scattered(in tokens: [LooseToken], words: SheetWords) -> LooseHeadings? {
    var found: [(column: Column, at: Range<Int>)] = []
    var at = 0
    while at < tokens.count {
      if let columns = zipped(tokens, at, words) {
        let range = at..<(at + columns.count * 2)
        for column in columns { found.append((column, range)) }
        at = range.upperBound
      } else if let heading = heading(tokens, at, words) {
        if heading.column.field != nil { found.append((heading.column, at..<(at + heading.count))) }
        at += heading.count
      } else {
        at += 1
      }
    }
    let last = found.indices.filter { i in
      !found[(i + 1)...].contains { $0.column.field == found[i].column.field }
    }
    let kept = last.map { found[$0] }
    let values = kept.filter {
      $0.column.field != .level1 && $0.column.field != .level2 && $0.column.field != .level3
    }
    guard let first = values.first?.at, var headings = made(kept.map(\.column), first, words) else {
      return nil
    }
    headings.strays = kept.flatMap { Array($0.at) }
    return headings
  }

  private static func read(_ tokens: [LooseToken], _ start: Int, _ words: SheetWords) -> LooseHeadings? {
    var columns: [Column] = []
    var at = start
    var end = start
    var unknown: [Column] = []
    // A row that the text marks has a column for each of its cells, and so for those before the first known one.
    let leading = leadingLabels(tokens, start, words)
    columns += leading.map { Column(text: $0.text.withoutSpace, field: nil, place: $0.place) }
    while at < tokens.count {
      if let found = heading(tokens, at, words) {
        columns += unknown + [found.column]
        unknown = []
        at += found.count
        end = at
      } else if let found = zipped(tokens, at, words) {
        columns += unknown + found
        unknown = []
        at += found.count * 2
        end = at
      } else if tokens[at].isBlank {
        at += 1
      } else if unknown.count < mostUnknown, !columns.isEmpty, canBeHeading(tokens[at].text, words) {
        unknown.append(Column(text: tokens[at].text, field: nil, place: tokens[at].place))
        at += 1
      } else {
        break
      }
    }
    if !unknown.isEmpty, endsHeadings(tokens, at, words) {
      columns += unknown
      end = at
    }
    return made(stacked(columns, words), (start - leading.count)..<end, above: tokens[..<start], words)
  }

  /// Headings of which a second line holds the ends of some: 年度 | 实际 | 分值 above 指标值 | 完成值.
  ///
  /// Every piece of the second line must complete a heading of the first one, in order; else nothing is joined.
  private static func stacked(_ found: [Column], _ words: SheetWords) -> [Column] {
    guard let line = found.first?.place.line, let second = found.firstIndex(where: { $0.place.line != line }),
      found[second...].allSatisfy({ $0.place.line == found[second].place.line }), second >= 3
    else { return found }
    var columns = Array(found[..<second])
    var at = 0
    for end in found[second...] {
      var joined = false
      while at < columns.count, !joined {
        let text = columns[at].text + end.text
        if case .field(let field) = words.column(text), columns[at].field == nil || columns[at].field == field
        {
          columns[at].text = text.withoutSpace
          columns[at].field = field
          joined = true
        }
        at += 1
      }
      if !joined { return found }
    }
    return columns
  }

  /// Labels of the head that stand as headings before the first column: 项目名称 | 年度绩效目标 | 一级指标.
  private static func leadingLabels(_ tokens: [LooseToken], _ start: Int, _ words: SheetWords) -> [LooseToken]
  {
    var first = start
    while first > 0, !tokens[first - 1].isBlank, !tokens[first - 1].isText,
      let label = words.label(tokens[first - 1].text)?.label, label != .organization || first > 1
    {
      first -= 1
    }
    let labels = tokens[first..<start]
    let names = labels.contains { words.label($0.text).map { $0.label == .project } ?? false }
    return names && labels.count >= 2 ? Array(labels) : []
  }

  /// Whether rows begin here: a new marked row, or the name of a first level.
  private static func endsHeadings(_ tokens: [LooseToken], _ at: Int, _ words: SheetWords) -> Bool {
    guard at < tokens.count else { return false }
    if tokens[at].gap == .rowEnd { return true }
    return words.isFirstLevel(IndicatorName.level(tokens[at].text, words: words)?.name.folded ?? "")
  }

  /// A piece, or two or three of a broken line, that are a heading: the longest one.
  private static func heading(_ tokens: [LooseToken], _ start: Int, _ words: SheetWords) -> (
    column: Column, count: Int
  )? {
    var best: (column: Column, count: Int)?
    var text = ""
    for end in start..<min(tokens.count, start + mostJoined) {
      if tokens[end].isBlank || end > start && tokens[end].gap.sameCell == nil { break }
      // Whole headings side by side are not one.
      if end > start, words.column(tokens[end].text) != nil, words.column(text) != nil { break }
      text += tokens[end].text
      guard let column = words.column(text) else { continue }
      var field: Indicator.Field?
      if case .field(let found) = column { field = found }
      best = (Column(text: text.withoutSpace, field: field, place: tokens[start].place), end - start + 1)
    }
    return best
  }

  /// Headings of two lines each that were read line by line: 年度 实际 指标值 完成值.
  private static func zipped(_ tokens: [LooseToken], _ start: Int, _ words: SheetWords) -> [Column]? {
    guard words.column(tokens[start].text) == nil else { return nil }
    for count in stride(from: min(10, (tokens.count - start) / 2), through: 2, by: -1) {
      var columns: [Column] = []
      for i in 0..<count {
        let text = tokens[start + i].text + tokens[start + count + i].text
        guard case .field(let field) = words.column(text), words.column(tokens[start + i].text) == nil else {
          break
        }
        columns.append(Column(text: text.withoutSpace, field: field, place: tokens[start + i].place))
      }
      if columns.count == count { return columns }
    }
    return nil
  }

  private static func canBeHeading(_ text: String, _ words: SheetWords) -> Bool {
    let folded = text.folded
    return folded.count <= 10
      && !folded.contains(where: { $0.isNumber && $0.isASCII || "。,;<>=≥≤%".contains($0) })
      && words.label(text) == nil && !words.isFirstLevel(folded) && !words.isSecondLevel(folded)
  }

  /// Headings that are enough for a table, each field once, levels first: a heading over two lines comes after others.
  private static func made(
    _ found: [Column], _ range: Range<Int>, above: ArraySlice<LooseToken> = [], _ words: SheetWords
  ) -> LooseHeadings? {
    var columns: [Column] = []
    var fields: Set<Indicator.Field> = []
    let own = ungrouped(found.drop { isGroup($0, words) }.map { $0 })
    let hasPairs = arePairs(own)
    for var column in hasPairs ? annualOnly(own, above, words) : own {
      // A second column of signs stays one: 指标性质 beside 指标方向.
      if let field = column.field, field != .operator, !fields.insert(field).inserted { column.field = nil }
      columns.append(column)
    }
    let known = columns.filter { $0.field != nil }.count
    let named = fields.contains(.level3) || fields.contains(.level2)
    let valued = fields.contains(.target) || fields.contains(.weight) || fields.contains(.actual)
    guard named, valued, known >= 3 else { return nil }
    let levels: [Indicator.Field] = [.level1, .level2, .level3]
    let isLevel = { (column: Column) in column.field.map { levels.contains($0) } ?? false }
    // A heading over two lines, or one among rows, is read after others that stand behind it.
    let places = columns.indices.filter { isLevel(columns[$0]) }
    let areTogether = places.last.map { $0 - places[0] + 1 == places.count } ?? true
    if !hasPairs, !areTogether || places[0] > levels.count {
      columns =
        levels.compactMap { level in columns.first { $0.field == level } } + columns.filter { !isLevel($0) }
    }
    return LooseHeadings(columns: columns, range: range)
  }

  /// 绩效指标 before 一级指标 heads the whole table and has no cells of its own.
  private static func isGroup(_ column: Column, _ words: SheetWords) -> Bool {
    column.field == nil && words.column(column.text) == .other
  }

  private static func arePairs(_ found: [Column]) -> Bool {
    let pairs: [Indicator.Field] = [.level3, .target]
    return pairs.allSatisfy { field in found.count { $0.field == field } == 2 }
  }

  /// Of two sets of columns, 实施期目标 beside 年度目标, the year's; neither target where the text does not say which it is.
  private static func annualOnly(
    _ found: [Column], _ above: ArraySlice<LooseToken>, _ words: SheetWords
  ) -> [Column] {
    let marks = above.suffix(60).filter { !$0.isBlank && $0.text.utf8.count <= 90 }
    let annual = marks.lastIndex { words.isAnnual($0.text.folded) && !words.isLongTerm($0.text.folded) }
    let long =
      marks.lastIndex { words.isLongTerm($0.text.folded) && words.label($0.text) != nil }
      ?? marks.lastIndex { words.isLongTerm($0.text.folded) }
    var columns = found
    func drop(_ index: Int) {
      columns[index].field = nil
      columns[index].text = words.longTermMark + columns[index].text
    }
    for field in [Indicator.Field.level1, .level2, .level3, .target] {
      let both = found.indices.filter { found[$0].field == field }
      guard both.count == 2 else { continue }
      if let annual, let long {
        drop(annual > long ? both[0] : both[1])
      } else if field == .target {
        for index in both { drop(index) }
      }
    }
    return columns
  }

  /// 符号 | 值 | 单位, printed below 绩效指标值 and so read behind all other headings, put in its place.
  private static func ungrouped(_ found: [Column]) -> [Column] {
    let parts: Set<Indicator.Field?> = [.operator, .target, .unit]
    for (at, column) in found.enumerated() where column.field == .target {
      guard let group = found[..<at].firstIndex(where: { $0.field == .target }),
        found[group].text.folded.hasSuffix(column.text.folded), found[group].text.count > column.text.count
      else { continue }
      var first = at
      while first - 1 > group, parts.contains(found[first - 1].field) { first -= 1 }
      var end = at + 1
      while end < found.count, parts.contains(found[end].field) { end += 1 }
      if end - first < 2 { continue }
      return Array(found[..<group] + found[first..<end] + found[(group + 1)..<first] + found[end...])
    }
    return found
  }
}
