import Jixiao

/// How sheets are put into words for people, the same in text and Markdown.
struct SheetWording: Sendable {
  let language: Language

  func kind(_ kind: Sheet.Kind) -> String {
    switch kind {
    case .departmentTarget: language.pick("部门整体绩效目标表", "department targets")
    case .projectTarget: language.pick("项目绩效目标表", "project targets")
    case .departmentSelfAssessment: language.pick("部门整体绩效自评表", "department self-assessment")
    case .projectSelfAssessment: language.pick("项目绩效自评表", "project self-assessment")
    }
  }

  /// `8 · 项目绩效自评表 · 2024年 · 渠县总工会 · 2024年度…慰问金`
  func heading(_ sheet: Sheet) -> String {
    var parts = [String(sheet.ordinal), kind(sheet.kind)]
    if let year = sheet.year { parts.append(language.pick("\(year)年", "\(year)")) }
    if let organization = sheet.organization { parts.append(organization) }
    if let project = sheet.project { parts.append(project) }
    return parts.joined(separator: " · ")
  }

  /// `资金总额 43.3 万元，财政拨款 43.3 万元`; nil where the sheet prints no money.
  func money(_ funds: Funds) -> String? {
    let amounts: [(String, String, Exact?)] = [
      ("资金总额", "total", funds.total), ("财政拨款", "fiscal", funds.fiscal), ("其他资金", "other", funds.other),
      ("上级安排", "superior", funds.superior), ("本级安排", "local", funds.local),
      ("年初预算", "initial", funds.initial),
      ("全年预算", "adjusted", funds.adjusted), ("全年执行", "executed", funds.executed),
    ]
    let unit = funds.unit.map { " " + $0 } ?? ""
    let printed = amounts.compactMap { zh, en, amount in
      amount.map { "\(language.pick(zh, en)) \($0)\(unit)" }
    }
    return printed.isEmpty ? nil : printed.joined(separator: language.pick("，", ", "))
  }

  var columns: [TextTable.Column] {
    [
      TextTable.Column("#", isNumber: true),
      TextTable.Column(language.pick("一级指标", "level 1"), widest: 16),
      TextTable.Column(language.pick("二级指标", "level 2"), widest: 20),
      TextTable.Column(language.pick("三级指标", "indicator"), widest: 44),
      TextTable.Column(language.pick("指标值", "target"), widest: 24),
      TextTable.Column(language.pick("分值", "weight"), isNumber: true),
      TextTable.Column(language.pick("实际完成值", "actual"), widest: 24),
      TextTable.Column(language.pick("得分", "claimed"), isNumber: true),
    ]
  }

  func cells(_ indicator: Indicator) -> [String] {
    [
      String(indicator.ordinal), indicator.level1 ?? "", indicator.level2 ?? "", indicator.level3 ?? "",
      indicator.target.readable, indicator.weight?.description ?? "", indicator.actual ?? "",
      indicator.claimed?.description ?? "",
    ]
  }

  func summary(_ document: Document) -> String {
    let rows = document.sheets.reduce(0) { $0 + $1.indicators.count }
    let unread = document.unread.count
    return language.pick(
      "\(document.file)（\(document.reader)）：\(document.sheets.count) 张表，\(rows) 个指标，\(unread) 处未读",
      "\(document.file) (\(document.reader)): \(document.sheets.count) sheets, \(rows) indicators, \(unread) unread"
    )
  }

  func unread(_ entry: Document.Unread) -> String {
    let place = entry.place.described(in: language)
    return language.pick("\(place)“\(entry.text)”：\(entry.why)", "\(place) “\(entry.text)”: \(entry.why)")
  }
}
