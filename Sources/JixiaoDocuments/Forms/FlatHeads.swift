import Jixiao

/// The worksheet beside a flat table that holds what its columns cannot: funds, objective, subtotals, claimed totals.
struct FlatHeads {
  /// A cell that is of no use, by its column, 0-based.
  struct Flaw {
    let column: Int
    let why: BothLanguages
  }

  /// The column of the ids, 0-based.
  let sheet: Int
  /// How many columns there are.
  let width: Int
  private let columns: [SheetWords.HeadField: Int]

  /// Nil where a first row is not the header of heads.
  init?(_ header: [String], words: SheetWords) {
    var columns: [SheetWords.HeadField: Int] = [:]
    var sheet: Int?
    for (index, heading) in header.enumerated() {
      if case .flat(.sheet)? = words.flatColumn(heading) { sheet = sheet ?? index }
      if let field = words.headColumn(heading), columns[field] == nil { columns[field] = index }
    }
    guard let sheet, columns.count >= 3 else { return nil }
    (self.sheet, self.columns, width) = (sheet, columns, header.count)
  }

  /// Fills in what a row says; what it leaves blank stays as it was.
  func fill(_ sheet: inout Sheet, from fields: [String]) -> [Flaw] {
    var flaws: [Flaw] = []
    func text(_ field: SheetWords.HeadField) -> String? {
      guard let column = columns[field] else { return nil }
      let text = FormulaGuard.removed(from: fields[column]).withoutSpace
      return text.isEmpty ? nil : text
    }
    func number(_ field: SheetWords.HeadField) -> Exact? {
      guard let text = text(field), let column = columns[field] else { return nil }
      do { return try Exact(parsing: text.folded) } catch {
        let why = BothLanguages(
          zh: "不是可用的数：\(error.reason(in: .zh))", en: "not a usable number: \(error.reason(in: .en))")
        flaws.append(Flaw(column: column, why: why))
        return nil
      }
    }
    let amounts: [(SheetWords.HeadField, WritableKeyPath<Funds, Exact?>)] = [
      (.total, \.total), (.fiscal, \.fiscal), (.other, \.other), (.superior, \.superior), (.local, \.local),
      (.initial, \.initial), (.adjusted, \.adjusted), (.executed, \.executed), (.weight, \.weight),
      (.claimed, \.claimed),
    ]
    for (field, path) in amounts {
      if let amount = number(field) { sheet.funds[keyPath: path] = amount }
    }
    sheet.funds.unit = text(.unit) ?? sheet.funds.unit
    sheet.funds.rate = text(.rate) ?? sheet.funds.rate
    sheet.objective = text(.objective) ?? sheet.objective
    sheet.totalClaimed = number(.totalClaimed) ?? sheet.totalClaimed
    sheet.gradeClaimed = text(.gradeClaimed) ?? sheet.gradeClaimed
    if let column = columns[.subtotals], !fields[column].withoutSpace.isEmpty {
      if let subtotals = Self.subtotals(FormulaGuard.removed(from: fields[column])) {
        sheet.subtotals = subtotals
      } else {
        let why = BothLanguages(
          zh: "应写成：产出指标 50 效益指标 30", en: "expected names and points in turn: 产出指标 50 效益指标 30")
        flaws.append(Flaw(column: column, why: why))
      }
    }
    return flaws
  }

  /// `产出指标 50 效益指标 30`.
  private static func subtotals(_ text: String) -> [Sheet.Subtotal]? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count.isMultiple(of: 2) else { return nil }
    var subtotals: [Sheet.Subtotal] = []
    for index in stride(from: 0, to: words.count, by: 2) {
      guard let weight = try? Exact(parsing: String(words[index + 1])) else { return nil }
      subtotals.append(Sheet.Subtotal(level1: String(words[index]), weight: weight))
    }
    return subtotals
  }
}
