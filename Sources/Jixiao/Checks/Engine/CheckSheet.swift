/// A sheet with what checks need to know of it, worked out once; immutable and shared by reference.
public final class CheckSheet: Sendable {
  public let sheet: Sheet
  let rows: [CheckRow]
  let tools: CheckTools
  /// The project's folded name without years and without a remark in brackets; empty for a department.
  let project: String
  let objective: String
  /// Targets that stand on the wrong row, by index of the row.
  let shifts: [Int: ShiftedTargets.Shift]
  /// The budget in 元: the printed total, else the sum of its parts.
  let budget: Ratio?
  /// Pays people or keeps the office running: name, objective and indicators come from the budget system, the same for all.
  let isStanding: Bool
  let isSelfAssessment: Bool

  /// `looksForShifts`: not where only checks between sheets follow, which do not ask.
  /// `facts`: what the words of each row say, where that is known already.
  init(_ sheet: Sheet, _ tools: CheckTools, facts: [RowFacts]? = nil, looksForShifts: Bool = true) {
    self.sheet = sheet
    self.tools = tools
    rows = sheet.indicators.indices.map { CheckRow(sheet.indicators, $0, tools, facts: facts?[$0]) }
    project = CheckSheet.projectCore(sheet.project)
    objective = sheet.objective?.folded ?? ""
    budget = CheckSheet.budget(sheet.funds, tools)
    isStanding = !sheet.kind.isDepartment && tools.words.standing.hasMatch(in: project)
    isSelfAssessment = !sheet.kind.isTarget || rows.contains { $0.indicator.actual != nil }
    shifts = looksForShifts ? ShiftedTargets.find(rows, tools, usual: nil) : [:]
  }

  /// Looks once more for a misplaced target, knowing a row that most sheets beside this one have.
  func reconsidered(usual: ShiftedTargets.UsualRow) -> CheckSheet {
    if !shifts.isEmpty { return self }
    let shifts = ShiftedTargets.find(rows, tools, usual: usual)
    return shifts.isEmpty ? self : CheckSheet(self, shifts: shifts)
  }

  private init(_ other: CheckSheet, shifts: [Int: ShiftedTargets.Shift]) {
    sheet = other.sheet
    rows = other.rows
    tools = other.tools
    project = other.project
    objective = other.objective
    budget = other.budget
    isStanding = other.isStanding
    isSelfAssessment = other.isSelfAssessment
    self.shifts = shifts
  }

  /// Name of a project without years, 年度, 项目 at its end and a remark in brackets.
  static func projectCore(_ name: String?) -> String {
    guard let name else { return "" }
    let folded = name.folded
    let text = Array(folded.utf8[..<CheckWords.withoutRemark(folded)])
    let year = Array("年".utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var digits = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits += 1
        index += 1
        continue
      }
      let number = text[(index - digits)..<index]
      digits = 0
      if number.count == 4, number.starts(with: "20".utf8) {
        if text[index...].starts(with: year) {
          index += year.count
          continue
        }
      } else {
        kept += number
      }
      kept.append(byte)
      index += 1
    }
    if digits != 4 { kept += text[(text.count - digits)...] }
    if kept.starts(with: "度".utf8) { kept.removeFirst(3) }
    var core = String(decoding: kept, as: UTF8.self).replacing("年度", with: "")
    while core.utf8.suffix(6).elementsEqual("项目".utf8) {
      core = String(core[..<core.utf8.index(core.endIndex, offsetBy: -6)])
    }
    return core
  }

  private static func budget(_ funds: Funds, _ tools: CheckTools) -> Ratio? {
    let factor = tools.unit(funds.unit ?? "万元")?.factor ?? Ratio(10000)
    let total = funds.total ?? funds.adjusted ?? funds.initial
    if let total { return Ratio(total) * factor }
    let shares = [funds.superior, funds.local].compactMap(\.self)
    let parts = (funds.fiscal.map { [$0] } ?? shares) + [funds.other].compactMap(\.self)
    if parts.isEmpty { return nil }
    return parts.reduce(Ratio.zero) { $0 + Ratio($1) } * factor
  }

  /// Base units (元) of one unit of the sheet's money.
  var moneyFactor: Ratio { tools.unit(sheet.funds.unit ?? "万元")?.factor ?? Ratio(10000) }

  /// An amount in 元 as the sheet would print it, in its own unit of money.
  func money(_ amount: Ratio) -> String {
    let unit = sheet.funds.unit ?? "万元"
    return (amount.divided(by: moneyFactor) ?? .zero).shortDecimal + unit
  }

  var isDepartment: Bool { sheet.kind.isDepartment }

  /// What the sheet is called in a message.
  var title: Bilingual {
    let name = sheet.project ?? sheet.organization ?? ""
    let ordinal = sheet.ordinal
    return Bilingual("第\(ordinal)张表“\(name)”", "sheet \(ordinal) “\(name)”")
  }
}

extension Ratio {
  /// The shortest decimal where there is one, else two places.
  var shortDecimal: String { (exact ?? points).description }
}
