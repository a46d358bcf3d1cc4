import Jixiao

/// Builds sheets out of the rows of a flat table.
struct FlatTable {
  /// Set anew where a workbook goes on with another worksheet.
  var columns: FlatColumns
  private let input: ReaderInput
  private let isPart: Bool
  private var sheets: [Sheet] = []
  /// Whether the kind of the sheet in the making is stated, row by row the first statement holding.
  private var kindIsStated: [Bool] = []
  /// Where the sheets stand, by their ids.
  private var seen: [String: Int] = [:]
  private var targets = TargetMemo()
  private(set) var unread: [Document.Unread] = []

  /// `isPart`: whether only a part of the table comes here. Sheets are then not held to be adjacent: which ones came
  /// before depends on where the table was cut.
  init(columns: FlatColumns, input: ReaderInput, isPart: Bool = false) {
    self.columns = columns
    self.input = input
    self.isPart = isPart
  }

  /// The sheets, each of the kind it states or its content shows.
  func finished() -> [Sheet] {
    var sheets = sheets
    for i in sheets.indices where !kindIsStated[i] {
      sheets[i].kind = SheetJSON.inferredKind(project: sheets[i].project, sheets[i].indicators)
    }
    return sheets
  }

  /// Adds a row; that of a worksheet has its row number as line.
  mutating func add(_ record: DelimitedRecords.Record, worksheet: String? = nil) {
    let place =
      worksheet.map { Place(worksheet: $0, row: record.line) }
      ?? input.place(line: record.line, offset: record.offset)
    func refuse(_ zh: String, _ en: String, _ column: Int? = nil, _ text: String? = nil) {
      var place = place
      place.column = column.map { $0 + 1 }
      let seen = text ?? record.fields.joined(separator: ",")
      unread.append(
        Document.Unread(place: place, text: String(seen.prefix(120)), why: input.language.pick(zh, en)))
    }
    if let flaw = record.flaw {
      switch flaw {
      case .strayQuote:
        refuse("引号不合 RFC 4180：字段内的引号要成对并整体加引号", "a quote breaks RFC 4180: double it and quote the field")
      case .openQuote: refuse("引号没有闭合", "a quote is not closed")
      }
      return
    }
    guard record.fields.count == columns.count else {
      refuse(
        "这一行有 \(record.fields.count) 列，表头有 \(columns.count) 列",
        "the row has \(record.fields.count) fields, the header has \(columns.count)")
      return
    }
    if let long = record.fields.firstIndex(where: { $0.utf8.count > input.limits.cellBytes }) {
      refuse(
        "单元格超过上限 cellBytes=\(input.limits.cellBytes) 字节",
        "the cell is longer than the limit cellBytes=\(input.limits.cellBytes)", long,
        record.fields[long])
      return
    }
    func text(_ column: Int?) -> String? {
      guard let column else { return nil }
      let text = FormulaGuard.removed(from: record.fields[column]).withoutSpace
      return text.isEmpty ? nil : text
    }
    func field(_ field: Indicator.Field) -> String? { text(columns.fields[field]) }
    guard let id = text(columns.flat[.sheet]) else {
      refuse("没有表号", "the row has no sheet", columns.flat[.sheet], "")
      return
    }
    if !isPart, sheets.last?.id != id, seen[id] != nil {
      refuse("表 \(id) 的行不相邻；请按表号排序", "the rows of sheet \(id) are not adjacent; sort by sheet")
      return
    }
    func number(_ key: Indicator.Field, negativeAllowed: Bool = false) -> Exact? {
      guard let text = field(key) else { return nil }
      do {
        let value = try Exact(parsing: text.folded)
        if negativeAllowed || !value.isNegative { return value }
        refuse("分数不能为负", "points cannot be negative", columns.fields[key], text)
      } catch {
        refuse(
          "不是可用的数：\(error.reason(in: .zh))", "not a usable number: \(error.reason(in: .en))",
          columns.fields[key], text)
      }
      return nil
    }
    var indicator = Indicator(
      ordinal: 1, level1: field(.level1), level2: field(.level2), level3: field(.level3))
    indicator.place = place
    let cell = field(.target)
    if let cell, let flaw = PrintedNumber.flaw(in: cell) {
      refuse(
        "指标值里的数不可用：\(flaw.reason(in: .zh))",
        "the number in the target is not usable: \(flaw.reason(in: .en))",
        columns.fields[.target], cell)
      indicator.target = Target(printed: cell, unit: field(.unit))
    } else {
      indicator.target = targets.target(
        cell: cell, relation: field(.operator), unit: field(.unit), vocabulary: input.vocabulary)
      if let problem = disagreement(indicator.target, field(.operator), field(.value)) {
        refuse(problem.zh, problem.en, columns.fields[.target], cell)
        return
      }
    }
    indicator.weight = number(.weight)
    indicator.claimed = number(.claimed)
    indicator.awarded = number(.awarded)
    indicator.basis = field(.basis)
    indicator.previous = field(.previous)
    indicator.rule = field(.rule)
    indicator.evidence = field(.evidence)
    indicator.actual = field(.actual)
    indicator.reason = field(.reason)
    if let flag = field(.notApplicable) {
      switch flag {
      case "true", "1", "是": indicator.notApplicable = true
      case "false", "0", "否": break
      default: refuse("应是 true 或 false", "expected true or false", columns.fields[.notApplicable], flag)
      }
    }
    for (key, column) in columns.fields where !record.fields[column].isEmpty {
      var cell = worksheet == nil ? Place(line: record.line) : place
      cell.column = column + 1
      indicator.places[key] = cell
    }
    if sheets.last?.id != id { begin(id, place, text) }
    indicator.ordinal = sheets[sheets.count - 1].indicators.count + 1
    sheets[sheets.count - 1].indicators.append(indicator)
  }

  /// Opens a sheet with what its first row says about it.
  private mutating func begin(_ id: String, _ place: Place, _ text: (Int?) -> String?) {
    seen[id] = sheets.count
    var sheet = Sheet(ordinal: sheets.count + 1, id: id, kind: .projectTarget, place: place)
    sheet.organization = text(columns.flat[.organization])
    sheet.project = text(columns.flat[.project])
    func refuse(_ field: SheetWords.FlatField, _ seen: String, _ zh: String, _ en: String) {
      var place = place
      place.column = columns.flat[field].map { $0 + 1 }
      unread.append(
        Document.Unread(place: place, text: String(seen.prefix(120)), why: input.language.pick(zh, en)))
    }
    if let year = text(columns.flat[.year]) {
      sheet.year = Int(year.hasSuffix("年") ? String(year.dropLast()) : year)
      if sheet.year == nil { refuse(.year, year, "不是年份", "not a year") }
    }
    for (field, path) in [(SheetWords.FlatField.adjusted, \Funds.adjusted), (.executed, \Funds.executed)] {
      guard let amount = text(columns.flat[field]) else { continue }
      do { sheet.funds[keyPath: path] = try Exact(parsing: amount.folded) } catch {
        refuse(
          field, amount, "不是可用的数：\(error.reason(in: .zh))", "not a usable number: \(error.reason(in: .en))")
      }
    }
    var isStated = false
    if let kind = text(columns.flat[.kind]) {
      if let known = self.kind(kind) {
        sheet.kind = known
        isStated = true
      } else {
        refuse(.kind, kind, "不认识的表类型", "unknown kind of sheet")
      }
    }
    sheets.append(sheet)
    kindIsStated.append(isStated)
  }

  /// The kind by its name or as a title: `project-self-assessment`, 项目绩效自评表.
  private func kind(_ text: String) -> Sheet.Kind? {
    if let kind = Sheet.Kind(rawValue: text) { return kind }
    guard let title = SheetTitle(text, at: Place(), words: input.vocabulary.sheets),
      let subject = title.subject
    else { return nil }
    return Sheet.Kind.allCases.first {
      $0.isDepartment == (subject == .department) && $0.isTarget != title.isSelfAssessment
    }
  }

  /// Adds what a row of the worksheet of heads says about a sheet whose rows have come before.
  mutating func addHead(_ fields: [String], _ heads: FlatHeads, at place: Place) {
    func refuse(_ column: Int, _ why: BothLanguages) {
      var place = place
      place.column = column + 1
      unread.append(
        Document.Unread(
          place: place, text: String(fields[column].prefix(120)), why: why.text(in: input.language)))
    }
    let id = FormulaGuard.removed(from: fields[heads.sheet]).withoutSpace
    guard let index = seen[id] else {
      return refuse(
        heads.sheet, BothLanguages(zh: "这张表没有指标行", en: "no indicator row belongs to this sheet"))
    }
    for flaw in heads.fill(&sheets[index], from: fields) { refuse(flaw.column, flaw.why) }
  }

  /// Where target, operator and value of one row say different things.
  private func disagreement(_ target: Target, _ relation: String?, _ value: String?) -> (
    zh: String, en: String
  )? {
    if let relation {
      guard let stated = input.vocabulary.relations.relation(ofCell: relation) else {
        return ("不认识的 operator：\(relation)", "unknown operator \(relation)")
      }
      if target.printed != nil, let read = target.relation, read != stated {
        return (
          "指标值的符号是 \(read.rawValue)，operator 是 \(stated.rawValue)",
          "the target's sign is \(read.rawValue), the operator is \(stated.rawValue)"
        )
      }
    }
    if let value, let number = try? Exact(parsing: value.folded), let read = target.value, read != number {
      return ("指标值的数是 \(read)，value 是 \(number)", "the target's number is \(read), the value is \(number)")
    }
    return nil
  }
}
