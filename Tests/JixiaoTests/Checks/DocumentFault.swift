@testable import Jixiao

/// A fault that is planted into a clean document, and where its check must find it.
struct DocumentFault: Sendable {
  typealias Family = CleanDocuments.Family

  /// Where the finding is expected: a sheet by its position, a row of it, or the document around the sheets.
  enum Spot: Sendable {
    case row(Int, Int)
    case sheet(Int)
    /// Some row of the sheet, or the sheet itself.
    case anywhere(Int)
    case document
  }

  let code: String
  /// Plants the fault; nil where the document has nothing to plant it in.
  let plant: @Sendable (inout Document, Vocabulary) -> Spot?

  init(_ code: String, _ plant: @escaping @Sendable (inout Document, Vocabulary) -> Spot?) {
    self.code = code
    self.plant = plant
  }

  /// A fault in one row of the first sheet.
  static func row(
    _ code: String, _ pick: @escaping @Sendable (Indicator) -> Bool,
    _ change: @escaping @Sendable (inout Indicator, Sheet, Vocabulary) -> Void
  ) -> DocumentFault {
    DocumentFault(code) { document, vocabulary in
      guard let index = document.sheets[0].indicators.firstIndex(where: pick) else { return nil }
      change(&document.sheets[0].indicators[index], document.sheets[0], vocabulary)
      return .row(1, index + 1)
    }
  }

  /// A fault of the first sheet as a whole; `change` says whether it could be planted.
  static func sheet(
    _ code: String, _ change: @escaping @Sendable (inout Sheet, Vocabulary) -> Bool
  ) -> DocumentFault {
    DocumentFault(code) { document, vocabulary in change(&document.sheets[0], vocabulary) ? .sheet(1) : nil }
  }

  /// A department sheet behind the projects, of which `change` makes a faulty one.
  static func department(
    _ code: String, _ spot: Int?, _ change: @escaping @Sendable (inout Sheet, Document, Vocabulary) -> Void
  ) -> DocumentFault {
    DocumentFault(code) { document, vocabulary in
      guard !document.sheets[0].kind.isDepartment, !CleanDocuments.isYearEnd(document) else { return nil }
      let number = document.sheets.count + 1
      var sheet = Sheet(
        ordinal: number, kind: .departmentTarget, year: document.sheets[0].year,
        organization: document.sheets[0].organization, funds: Funds(unit: "万元"))
      change(&sheet, document, vocabulary)
      document.sheets.append(sheet)
      return spot.map { .row(number, $0) } ?? .sheet(number)
    }
  }
}

extension CleanDocuments {
  static func isYearEnd(_ document: Document) -> Bool { document.sheets.contains { !$0.kind.isTarget } }
}

extension DocumentFault {
  private static func quantity(_ row: Indicator) -> Bool { row.level2 == "数量指标" }
  private static func timely(_ row: Indicator) -> Bool { row.level2 == "时效指标" && row.target.value != nil }
  private static func quality(_ row: Indicator) -> Bool { row.level2 == "质量指标" }
  private static func words(_ row: Indicator) -> Bool { row.level1 == "效益指标" && row.target.value == nil }
  private static func satisfaction(_ row: Indicator) -> Bool { row.level3?.hasSuffix("满意度") ?? false }
  private static func cost(_ row: Indicator) -> Bool {
    row.level1 == "成本指标" || row.level2 == "成本指标"
  }
  private static func reported(_ pick: @escaping @Sendable (Indicator) -> Bool)
    -> @Sendable (Indicator) -> Bool
  {
    { pick($0) && $0.actual != nil }
  }
  private static func scored(_ pick: @escaping @Sendable (Indicator) -> Bool) -> @Sendable (Indicator) -> Bool
  {
    { pick($0) && $0.actual != nil && $0.claimed != nil }
  }
  private static func set(_ text: String) -> @Sendable (inout Indicator, Sheet, Vocabulary) -> Void {
    { row, _, vocabulary in row.target = Target(cell: text, vocabulary: vocabulary) }
  }
  private static func weigh(_ row: inout Indicator, by change: Int) {
    row.weight = row.weight?.adding(Exact(change))
    if row.claimed != nil { row.claimed = row.weight }
  }
  private static func pair(_ document: Document) -> Bool { document.sheets.count >= 2 }

  static let all: [DocumentFault] = weights + targets + funds + previous + results + between + around

  private static let weights: [DocumentFault] = [
    sheet("JX101") { sheet, _ in
      guard sheet.indicators[0].weight != nil else { return false }
      weigh(&sheet.indicators[0], by: 3)
      return true
    },
    DocumentFault("JX102") { document, _ in
      guard document.sheets.count >= 4, document.sheets[0].indicators[0].weight != nil,
        let output = document.sheets[0].indicators.firstIndex(where: {
          quantity($0) && Exact(4) < ($0.weight ?? .zero)
        }),
        let benefit = document.sheets[0].indicators.firstIndex(where: words)
      else { return nil }
      weigh(&document.sheets[0].indicators[output], by: -3)
      weigh(&document.sheets[0].indicators[benefit], by: 3)
      return .sheet(1)
    },
    sheet("JX103") { sheet, _ in
      guard sheet.indicators[0].weight != nil, sheet.indicators.contains(where: { $0.level1 == "产出指标" })
      else {
        return false
      }
      sheet.subtotals = [Sheet.Subtotal(level1: "产出指标", weight: Exact(47))]
      return true
    },
    row("JX104", { $0.weight != nil }) { row, _, _ in row.weight = .zero },
    sheet("JX105") { sheet, _ in
      guard let most = sheet.indicators.indices.last, sheet.indicators[most].weight != nil else {
        return false
      }
      for index in sheet.indicators.indices {
        sheet.indicators[index].weight = index == most ? Exact(95) : .one
      }
      return false
    },
  ]

  private static let targets: [DocumentFault] = [
    row("JX201", quantity, set("按计划完成")), row("JX201", quality, set("按规定执行")),
    row("JX202", words, set("效果明显")),
    row("JX203", quantity, set("≥3年")), row("JX203", satisfaction, set("≥30人")),
    row("JX204", cost, set("≤12")),
    row("JX205", { quantity($0) && $0.level3 != "全年开放天数" }) { row, _, vocabulary in
      row.target = Target(cell: "≤40\(row.target.unit ?? "个")", vocabulary: vocabulary)
    },
    row("JX205", cost) { row, sheet, vocabulary in
      row.target = Target(cell: "≥\(sheet.funds.total ?? .one)万元", vocabulary: vocabulary)
    },
    row("JX205", satisfaction, set("＜90%")),
    row("JX206", cost) { row, sheet, vocabulary in
      row.target = Target(cell: "＜\(sheet.funds.total ?? .one)万元", vocabulary: vocabulary)
    },
    row("JX207", timely, set("≥100%")), row("JX208", satisfaction, set("≥950%")),
    row("JX210", quantity) { row, _, _ in row.rule = "按评判等级赋分" },
    row("JX210", words) { row, _, _ in row.rule = "按照完成比例赋分" },
    row("JX211", cost) { row, _, _ in row.rule = "按照完成比例赋分" },
    sheet("JX212") { sheet, vocabulary in
      for index in sheet.indicators.indices {
        sheet.indicators[index].target = Target(cell: "=100%", vocabulary: vocabulary)
      }
      return true
    },
    row("JX213", quantity) { row, sheet, _ in row.level3 = "\((sheet.year ?? 2024) - 3)年\(row.level3 ?? "")"
    },
    row("JX214", timely) { row, _, _ in row.level2 = "质量指标" },
    DocumentFault("JX215") { document, _ in
      let rows = document.sheets[0].indicators.indices.filter { quantity(document.sheets[0].indicators[$0]) }
      guard rows.count >= 2 else { return nil }
      document.sheets[0].indicators[rows[1]].level3 = document.sheets[0].indicators[rows[0]].level3
      return .row(1, rows[1] + 1)
    },
    row("JX216", reported(words)) { row, _, vocabulary in
      row.target = Target(cell: "≥8年", vocabulary: vocabulary)
      row.actual = "8年"
    },
    row("JX218", quantity) { row, _, vocabulary in
      row.level3 = "年度任务完成率"
      row.target = Target(cell: "=100%", vocabulary: vocabulary)
    },
    row("JX219", satisfaction, set("=＞95%")), row("JX219", satisfaction, set("≥")),
  ]

  private static let funds: [DocumentFault] = [
    sheet("JX301") { sheet, _ in
      sheet.funds.fiscal = sheet.funds.fiscal?.adding(.one)
      return true
    },
    department("JX302", nil) { sheet, _, _ in sheet.funds.total = .one },
    row("JX303", cost) { row, sheet, vocabulary in
      let budget = Ratio(sheet.funds.total ?? .one) * Ratio(10)
      row.target = Target(cell: "≤\(budget.exact ?? .one)万元", vocabulary: vocabulary)
    },
    row("JX304", cost) { row, sheet, vocabulary in
      row.level3 = "每次使用资金"
      row.target = Target(cell: "≤\(sheet.funds.total ?? .one)万元", vocabulary: vocabulary)
    },
    DocumentFault("JX305") { document, vocabulary in
      guard let count = document.sheets[0].indicators.firstIndex(where: quantity),
        document.sheets[0].indicators.count(where: cost) == 1
      else { return nil }
      document.sheets[0].indicators = document.sheets[0].indicators.enumerated().filter {
        !quantity($0.element) || $0.offset == count
      }.map(\.element)
      for index in document.sheets[0].indicators.indices {
        document.sheets[0].indicators[index].ordinal = index + 1
      }
      guard let price = document.sheets[0].indicators.firstIndex(where: cost),
        let count = document.sheets[0].indicators.firstIndex(where: quantity)
      else { return nil }
      document.sheets[0].indicators[count].level3 = "补助对象人数"
      document.sheets[0].indicators[count].target = Target(cell: "=9000人", vocabulary: vocabulary)
      document.sheets[0].indicators[count].actual = document.sheets[0].indicators[count].actual.map { _ in
        "9000人"
      }
      document.sheets[0].indicators[price].level3 = "补助标准"
      document.sheets[0].indicators[price].level1 = document.sheets[0].indicators[price].level1.map { _ in
        "成本指标"
      }
      document.sheets[0].indicators[price].target = Target(cell: "=5000元/人", vocabulary: vocabulary)
      document.sheets[0].indicators[price].actual = document.sheets[0].indicators[price].actual.map { _ in
        "5000元/人"
      }
      // 数量 is known by level 2 only.
      return document.sheets[0].indicators[count].level2 == nil ? nil : .row(1, price + 1)
    },
    department("JX306", 1) { sheet, _, vocabulary in
      sheet.indicators = [
        Indicator(
          ordinal: 1, level1: "成本指标", level2: "经济成本指标", level3: "项目支出成本",
          target: Target(cell: "≤0.5万元", vocabulary: vocabulary))
      ]
    },
  ]

  private static let previous: [DocumentFault] = [
    row("JX401", { quantity($0) && $0.target.unit != "%" }) { row, _, _ in row.previous = "100%" },
    row("JX402", satisfaction) { row, _, _ in row.previous = "≥80%" },
    DocumentFault("JX403") { document, vocabulary in
      guard let cost = document.sheets[0].indicators.firstIndex(where: cost),
        let budget = document.sheets[0].indicators[cost].target.value,
        let unit = document.sheets[0].indicators[cost].target.unit,
        document.sheets[0].indicators[cost].level2 != nil
      else { return nil }
      document.sheets[0].indicators[cost].previous =
        "\((Ratio(budget).divided(by: Ratio(10))?.rounded(places: 3)) ?? .one)\(unit)"
      return .row(1, cost + 1)
    },
    row("JX404", satisfaction) { row, _, _ in row.previous = "100%" },
    DocumentFault("JX405") { document, _ in
      document.sheets[0].objective = "本年新增项目，" + (document.sheets[0].objective ?? "")
      guard let row = document.sheets[0].indicators.firstIndex(where: satisfaction) else { return nil }
      document.sheets[0].indicators[row].previous = "80%"
      return .row(1, row + 1)
    },
  ]

  private static let results: [DocumentFault] = [
    row("JX501", reported { quantity($0) && $0.target.relation == .atLeast }) { row, _, vocabulary in
      let doubled = (row.target.value ?? .one).adding(row.target.value ?? .one)?.adding(Exact(9)) ?? .one
      row.target = Target(cell: "≥\(doubled)\(row.target.unit ?? "")", vocabulary: vocabulary)
    },
    row("JX502", reported(cost)) { row, sheet, vocabulary in
      row.target = Target(cell: "＜\(sheet.funds.total ?? .one)万元", vocabulary: vocabulary)
      row.actual = "\(sheet.funds.total ?? .one)万元"
    },
    row("JX503", reported(satisfaction)) { row, _, _ in row.actual = "95人" },
    row(
      "JX504",
      reported { quantity($0) && $0.target.relation == .atLeast && Exact(9) < ($0.target.value ?? .zero) }
    ) {
      row, _, vocabulary in row.target = Target(cell: "≥1\(row.target.unit ?? "")", vocabulary: vocabulary)
    },
    row("JX505", reported(quantity)) { row, _, _ in row.actual = "-" },
    row("JX506", scored(quantity)) { row, _, _ in row.claimed = row.weight?.adding(Exact(2)) },
    row("JX507", scored { quantity($0) && Exact(4) < ($0.weight ?? .zero) }) { row, _, _ in row.actual = "1"
    },
    sheet("JX508") { sheet, _ in
      guard let total = sheet.totalClaimed else { return false }
      sheet.totalClaimed = total.subtracting(Exact(2))
      return true
    },
    row("JX509", scored { quantity($0) && Exact(3) < ($0.weight ?? .zero) }) { row, _, _ in row.claimed = .one
    },
    DocumentFault("JX510") { document, vocabulary in
      guard CleanDocuments.isYearEnd(document), document.sheets.count >= 4 else { return nil }
      var first: Int?
      for sheet in document.sheets.indices {
        for row in document.sheets[sheet].indicators.indices
        where document.sheets[sheet].indicators[row].target.unit == "%" {
          document.sheets[sheet].indicators[row].target = Target(
            cell: "≥9\(row % 8)%", vocabulary: vocabulary)
          document.sheets[sheet].indicators[row].actual = "9\(row % 8 + 1)"
          first = first ?? sheet
        }
      }
      return first.map { .sheet($0 + 1) }
    },
    sheet("JX511") { sheet, _ in
      guard sheet.funds.rate != nil else { return false }
      sheet.funds.rate = "50%"
      return true
    },
    sheet("JX512") { sheet, _ in
      guard sheet.funds.executed != nil, sheet.totalClaimed != nil else { return false }
      sheet.funds.executed = Exact(coefficient: 1, places: 1)
      sheet.funds.rate = nil
      return sheet.indicators.contains { $0.level2 != nil }
    },
    DocumentFault("JX513") { document, _ in
      guard CleanDocuments.isYearEnd(document) else { return nil }
      for sheet in document.sheets.indices {
        document.sheets[sheet].funds.executed = nil
        document.sheets[sheet].totalClaimed = nil
        for row in document.sheets[sheet].indicators.indices {
          document.sheets[sheet].indicators[row].claimed = nil
        }
      }
      return .sheet(1)
    },
  ]

  private static let between: [DocumentFault] = [
    DocumentFault("JX601") { document, _ in
      var copy = document.sheets[0]
      copy.ordinal = document.sheets.count + 1
      document.sheets.append(copy)
      return .sheet(copy.ordinal)
    },
    DocumentFault("JX602") { document, _ in
      guard pair(document) else { return nil }
      document.sheets[1].objective = document.sheets[0].objective
      return .sheet(2)
    },
    sheet("JX603") { sheet, _ in
      sheet.objective = "其中：2019年专项经费；2020年结余资金。"
      return true
    },
    DocumentFault("JX604") { document, _ in
      guard pair(document), let other = document.sheets[1].project else { return nil }
      document.sheets[0].objective = "按照年度工作安排，做好\(other)各项工作，按时完成各项任务，管好用好资金，提高资金使用效益。"
      return .sheet(1)
    },
    DocumentFault("JX605") { document, vocabulary in
      let text = (document.sheets[0].project ?? "") + (document.sheets[0].objective ?? "")
      guard !text.contains("困难"), let row = document.sheets[0].indicators.firstIndex(where: quantity) else {
        return nil
      }
      document.sheets[0].indicators[row].level3 = "走访慰问困难职工人数"
      document.sheets[0].indicators[row].target = Target(cell: "≥20人", vocabulary: vocabulary)
      document.sheets[0].indicators[row].actual = document.sheets[0].indicators[row].actual.map { _ in "20人" }
      return .row(1, row + 1)
    },
    sheet("JX606") { sheet, _ in
      guard sheet.indicators.contains(where: quality) else { return false }
      sheet.indicators.removeAll(where: quality)
      return true
    },
    department("JX607", 1) { sheet, document, vocabulary in
      var row = document.sheets[0].indicators.first { quantity($0) } ?? document.sheets[0].indicators[0]
      row.ordinal = 1
      row.target = Target(cell: "≥999999\(row.target.unit ?? "个")", vocabulary: vocabulary)
      sheet.indicators = [row]
    },
    sheet("JX608") { sheet, _ in
      sheet.objective = "目标1：\(sheet.indicators[0].level3 ?? "")。目标2：劳模疗休养。"
      return true
    },
    DocumentFault("JX609") { document, _ in
      let rows = document.sheets[0].indicators.indices.filter { quantity(document.sheets[0].indicators[$0]) }
      guard let first = rows.first else { return nil }
      for (number, row) in rows.enumerated() {
        document.sheets[0].indicators[row].level3 = ["开展各项重点工作", "工作完成数量", "相关活动开展次数"][number % 3]
      }
      return .row(1, first + 1)
    },
    sheet("JX610") { sheet, _ in
      sheet.objective = (sheet.objective ?? "") + "惠及群众987人。"
      return true
    },
  ]

  private static func figures(
    _ code: String, _ change: @escaping @Sendable (inout PublishedFigures, Document) -> Bool
  ) -> DocumentFault {
    DocumentFault(code) { document, _ in
      var figures = PublishedFigures()
      guard change(&figures, document) else { return nil }
      document.figures = figures
      return .document
    }
  }

  private static func table(_ title: String, _ amounts: [(String, Int)]) -> PublishedFigures.BudgetTable {
    PublishedFigures.BudgetTable(
      title: title,
      rows: amounts.map {
        PublishedFigures.BudgetRow(
          code: $0.0, name: $0.0.isEmpty ? "总计" : "支出", amounts: [Exact($0.1)], place: Place())
      })
  }

  private static let around: [DocumentFault] = [
    figures("JX701") { figures, _ in
      figures.tables = [table("部门支出总体情况表", [("", 90), ("201", 60), ("20101", 60), ("208", 40)])]
      return true
    },
    figures("JX702") { figures, _ in
      figures.tables = [
        table("部门收入总体情况表", [("", 90), ("201", 60), ("208", 30)]),
        table("部门支出总体情况表", [("", 90), ("201", 50), ("208", 40)]),
      ]
      return true
    },
    figures("JX703") { figures, _ in
      figures.changes = [
        PublishedFigures.Change(
          text: "110万元,比上年增加10万元,增长9.09%", amount: Exact(110), difference: Exact(10),
          percent: Exact(coefficient: 909, places: 2) ?? .zero, place: Place())
      ]
      return true
    },
    figures("JX704") { figures, _ in
      figures.changes = [
        PublishedFigures.Change(
          text: "5万元,比上年增加5万元,增长100%", amount: Exact(5), difference: Exact(5), percent: Exact(100),
          place: Place())
      ]
      return true
    },
    figures("JX705") { figures, document in
      figures.statements = [
        PublishedFigures.Statement(
          text: "项目共99个", projects: document.sheets.count + 1, fiscal: nil, other: nil, place: Place())
      ]
      return true
    },
    figures("JX706") { figures, document in
      figures.statements = [
        PublishedFigures.Statement(
          text: "项目共\(document.sheets.count)个", projects: document.sheets.count, fiscal: .one, other: nil,
          place: Place())
      ]
      return true
    },
    figures("JX708") { figures, _ in
      figures.mobiles = [Place(line: 3)]
      return true
    },
  ]
}
