import Jixiao

/// The worksheets of a workbook of sheets: indicators, heads, what was not read.
struct SheetsXLSXTable {
  typealias Heading = (name: String, zh: String, width: Int)

  let language: Language

  private var wording: SheetWording { SheetWording(language: language) }

  /// The flat table's columns in its order, by their names in CSV.
  static let indicatorHeadings: [Heading] = [
    ("sheet", "表号", 12), ("kind", "表类型", 20), ("year", "年度", 7), ("organization", "预算单位", 22),
    ("project", "项目名称", 28), ("adjusted", "全年预算数", 11), ("executed", "全年执行数", 11), ("level1", "一级指标", 13),
    ("level2", "二级指标", 15), ("level3", "三级指标", 34), ("operator", "指标性质", 9), ("target", "指标值", 16),
    ("value", "数值", 10), ("upper", "上限", 8), ("deadline", "期限", 12), ("unit", "度量单位", 10),
    ("weight", "分值", 8),
    ("basis", "指标值设定依据", 18), ("previous", "上年完成值", 14), ("rule", "指标赋分规则", 18), ("evidence", "佐证资料", 16),
    ("actual", "实际完成值", 16), ("claimed", "得分", 8), ("reason", "偏差原因分析及改进措施", 26), ("awarded", "评定得分", 10),
    ("notApplicable", "不适用", 8),
  ]

  /// What the flat table cannot hold, by the names of canonical JSON.
  static let headHeadings: [Heading] = [
    ("sheet", "表号", 12), ("kind", "表类型", 20), ("year", "年度", 7), ("organization", "预算单位", 22),
    ("project", "项目名称", 28), ("funds.unit", "资金单位", 9), ("funds.total", "资金总额", 11),
    ("funds.fiscal", "财政拨款", 11), ("funds.other", "其他资金", 11), ("funds.superior", "上级安排", 11),
    ("funds.local", "本级安排", 11), ("funds.initial", "年初预算数", 11), ("funds.adjusted", "全年预算数", 11),
    ("funds.executed", "全年执行数", 11), ("funds.rate", "执行率", 9), ("funds.weight", "执行率分值", 10),
    ("funds.claimed", "执行率得分", 10), ("objective", "年度绩效目标", 50), ("subtotals", "一级指标小计", 28),
    ("totalClaimed", "自评总分", 10), ("gradeClaimed", "自评等级", 10), ("file", "文件", 24), ("reader", "读取方式", 12),
    ("at", "位置", 18),
  ]

  static let unreadHeadings: [Heading] = [
    ("file", "文件", 24), ("at", "位置", 24), ("text", "原文", 50), ("why", "未读原因", 50),
  ]

  func indicators(_ sheets: [FlatSheet], number: Int) -> XLSXWorksheet {
    let name = language.pick("指标", "Indicators")
    return XLSXWorksheet(
      name: number == 1 ? name : "\(name) \(number)", columns: columns(Self.indicatorHeadings),
      frozenColumns: 1,
      rowCount: sheets.reduce(0) { $0 + $1.rows.count }, pagesWide: 2
    ) { emit in
      var row = 2
      for sheet in sheets {
        let head = headCells(sheet)
        for indicator in sheet.rows {
          emit(row, head + Indicator.Field.allCases.map { cell($0, of: indicator) })
          row += 1
        }
      }
    }
  }

  func heads(_ sheets: [FlatSheet]) -> XLSXWorksheet {
    XLSXWorksheet(
      name: language.pick("表头", "Heads"), columns: columns(Self.headHeadings), frozenColumns: 1,
      rowCount: sheets.count, pagesWide: 2
    ) { emit in
      for (index, entry) in sheets.enumerated() {
        let sheet = entry.sheet
        let funds = sheet.funds
        var cells = identity(entry) + [text(funds.unit)]
        cells += [
          funds.total, funds.fiscal, funds.other, funds.superior, funds.local, funds.initial, funds.adjusted,
          funds.executed,
        ].map(number)
        cells += [text(funds.rate), number(funds.weight), number(funds.claimed), text(sheet.objective)]
        let subtotals = sheet.subtotals.map { "\($0.level1) \($0.weight)" }.joined(separator: " ")
        cells += [text(subtotals), number(sheet.totalClaimed), text(sheet.gradeClaimed), text(entry.file)]
        emit(index + 2, cells + [text(entry.reader), text(sheet.place.described(in: language))])
      }
    }
  }

  func unread(_ documents: [Document]) -> XLSXWorksheet {
    XLSXWorksheet(
      name: language.pick("未读", "Unread"), columns: columns(Self.unreadHeadings), frozenColumns: 1,
      rowCount: documents.reduce(0) { $0 + $1.unread.count }
    ) { emit in
      var row = 2
      for document in documents {
        for entry in document.unread {
          emit(row, [document.file, entry.place.described(in: language), entry.text, entry.why].map(text))
          row += 1
        }
      }
    }
  }

  private func columns(_ headings: [Heading]) -> [XLSXWorksheet.Column] {
    headings.map { XLSXWorksheet.Column(heading: language.pick($0.zh, $0.name), width: $0.width) }
  }

  /// Id, kind, year, organisation, project.
  private func identity(_ entry: FlatSheet) -> [XLSXCell] {
    let sheet = entry.sheet
    let kind = language.pick(wording.kind(sheet.kind), sheet.kind.rawValue)
    return [
      text(entry.id), text(kind), .number(sheet.year.map { Exact($0) }), text(sheet.organization),
      text(sheet.project),
    ]
  }

  private func headCells(_ entry: FlatSheet) -> [XLSXCell] {
    identity(entry) + [number(entry.sheet.funds.adjusted), number(entry.sheet.funds.executed)]
  }

  private func cell(_ field: Indicator.Field, of indicator: Indicator) -> XLSXCell {
    let target = indicator.target
    return switch field {
    case .level1: text(indicator.level1)
    case .level2: text(indicator.level2)
    case .level3: text(indicator.level3)
    case .operator: text(target.relation.map { language.pick($0.sign, $0.rawValue) })
    case .target: printed(target.printed)
    case .value: number(target.value)
    case .upper: number(target.upper)
    case .deadline: text(target.deadline?.description)
    case .unit: text(target.unit)
    case .weight: number(indicator.weight)
    case .basis: text(indicator.basis)
    case .previous: printed(indicator.previous)
    case .rule: text(indicator.rule)
    case .evidence: text(indicator.evidence)
    case .actual: printed(indicator.actual)
    case .claimed: number(indicator.claimed)
    case .reason: text(indicator.reason)
    case .awarded: number(indicator.awarded)
    case .notApplicable: text(indicator.notApplicable ? language.pick("是", "true") : nil)
    }
  }

  /// A number as one where a spreadsheet holds all its digits, else as text.
  private func number(_ value: Exact?) -> XLSXCell {
    guard let value else { return .empty() }
    return Self.fits(value.description) ? .number(value) : .text(value.description)
  }

  /// What was printed: a number where it is nothing else, in the one way in which numbers are written.
  private func printed(_ text: String?) -> XLSXCell {
    if let text, Self.fits(text), let value = try? Exact(parsing: text), value.description == text {
      return .number(value)
    }
    return self.text(text)
  }

  /// Fifteen digits are kept by every spreadsheet.
  private static func fits(_ text: String) -> Bool {
    let digits = text.utf8.count { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
    return (1...15).contains(digits)
  }

  /// A text of a document. The reader takes one guard of CSV off, so a text that would look guarded gets one.
  private func text(_ text: String?) -> XLSXCell {
    guard let text else { return .empty() }
    return .text(FormulaGuard.removed(from: text) == text ? text : "'" + text)
  }
}
