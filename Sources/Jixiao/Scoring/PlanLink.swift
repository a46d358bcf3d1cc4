/// A year-end document held against the approved plan: its targets and weights are the plan's.
///
/// Sheets are linked by kind of body, organisation and project; rows by their names. What changed, disappeared or was added
/// is listed, never silently taken over.
public struct PlanLink: Sendable {
  public struct Change: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// The year-end target differs from the approved one.
      case target(planned: String, printed: String)
      case weight(planned: String, printed: String)
      /// In the plan, not at year-end.
      case dropped
      /// At year-end, not in the plan: scored on its own target.
      case added
      case sheetWithoutPlan
      case planWithoutSheet
      /// Two plan sheets fit; none was taken.
      case ambiguous
    }

    public let kind: Kind
    /// The year-end sheet, or the plan's where there is none.
    public let sheet: Int
    /// The year-end row, or the plan's where it was dropped; nil for a whole sheet.
    public let indicator: Int?
    public let name: String

    public func message(in language: Language) -> String {
      let place =
        indicator.map { language.pick("第\(sheet)张表第\($0)行", "sheet \(sheet) indicator \($0)") }
        ?? language.pick("第\(sheet)张表", "sheet \(sheet)")
      let what =
        switch kind {
        case .target(let planned, let printed):
          language.pick(
            "目标由批复的“\(planned)”改为“\(printed)”，按批复计分",
            "target changed from the approved “\(planned)” to “\(printed)”; scored on the approved one")
        case .weight(let planned, let printed):
          language.pick(
            "权重由批复的 \(planned) 改为 \(printed)，按批复计分",
            "weight changed from the approved \(planned) to \(printed); scored on the approved one")
        case .dropped: language.pick("批复目标表中有，年终表中没有", "in the plan, missing at year-end")
        case .added: language.pick("批复目标表中没有，按自评表自己的目标计分", "not in the plan; scored on its own target")
        case .sheetWithoutPlan:
          language.pick("没有对应的目标表，按自评表自己的目标计分", "no plan for this sheet; scored on its own targets")
        case .planWithoutSheet: language.pick("目标表没有对应的自评表", "the plan has no year-end sheet")
        case .ambiguous: language.pick("有多张目标表对应，未采用任何一张", "several plan sheets fit; none was taken")
        }
      return "\(place)“\(name)”: \(what)"
    }
  }

  /// The year-end document with the plan's targets and weights.
  public let document: Document
  public let changes: [Change]
  /// Rows whose target or weight came from the plan, by sheet and row ordinal.
  public let replaced: [[Int]: Set<Note>]

  public init(yearEnd: Document, plan: [Document]) {
    let planSheets = plan.flatMap(\.sheets)
    var used: Set<Int> = []
    var changes: [Change] = []
    var replaced: [[Int]: Set<Note>] = [:]
    var document = yearEnd
    for s in document.sheets.indices {
      let sheet = document.sheets[s]
      let fits = planSheets.indices.filter { !used.contains($0) && Self.linked(planSheets[$0], sheet) }
      guard let match = fits.first else {
        changes.append(
          Change(kind: .sheetWithoutPlan, sheet: sheet.ordinal, indicator: nil, name: Self.name(sheet)))
        continue
      }
      guard fits.count == 1 else {
        changes.append(Change(kind: .ambiguous, sheet: sheet.ordinal, indicator: nil, name: Self.name(sheet)))
        continue
      }
      used.insert(match)
      var open = planSheets[match].indicators
      for i in sheet.indicators.indices {
        let row = sheet.indicators[i]
        let name = row.level3 ?? ""
        guard let p = Self.index(of: row, in: open) else {
          changes.append(Change(kind: .added, sheet: sheet.ordinal, indicator: row.ordinal, name: name))
          continue
        }
        let planned = open.remove(at: p)
        let key = [sheet.ordinal, row.ordinal]
        if Self.differ(planned.target, row.target) {
          changes.append(
            Change(
              kind: .target(planned: planned.target.readable, printed: row.target.readable),
              sheet: sheet.ordinal,
              indicator: row.ordinal, name: name))
          document.sheets[s].indicators[i].target = planned.target
          replaced[key, default: []].insert(.targetFromPlan)
        }
        if let weight = planned.weight, weight != row.weight {
          changes.append(
            Change(
              kind: .weight(planned: weight.description, printed: row.weight?.description ?? "—"),
              sheet: sheet.ordinal, indicator: row.ordinal, name: name))
          document.sheets[s].indicators[i].weight = weight
          replaced[key, default: []].insert(.weightFromPlan)
        }
      }
      for row in open {
        changes.append(
          Change(
            kind: .dropped, sheet: planSheets[match].ordinal, indicator: row.ordinal, name: row.level3 ?? ""))
      }
    }
    for p in planSheets.indices where !used.contains(p) {
      changes.append(
        Change(
          kind: .planWithoutSheet, sheet: planSheets[p].ordinal, indicator: nil,
          name: Self.name(planSheets[p])))
    }
    self.document = document
    self.changes = changes
    self.replaced = replaced
  }

  private static func name(_ sheet: Sheet) -> String { sheet.project ?? sheet.organization ?? "" }

  /// Same kind of body and project; an organisation printed on both sides must agree.
  private static func linked(_ plan: Sheet, _ sheet: Sheet) -> Bool {
    guard plan.kind.isDepartment == sheet.kind.isDepartment else { return false }
    if let a = plan.organization?.folded, let b = sheet.organization?.folded, a != b,
      !(plan.kind.isDepartment && (a.contains(b) || b.contains(a)))
    {
      return false
    }
    return plan.kind.isDepartment || plan.project?.folded == sheet.project?.folded
  }

  /// The plan's row of the same name, and among several of the one under the same level 2.
  private static func index(of row: Indicator, in plan: [Indicator]) -> Int? {
    guard let name = row.level3?.folded else { return nil }
    let same = plan.indices.filter { plan[$0].level3?.folded == name }
    return same.first { plan[$0].level2?.folded == row.level2?.folded } ?? same.first
  }

  /// Two targets differ where their sign, number or unit does; the way they are printed does not count.
  private static func differ(_ plan: Target, _ printed: Target) -> Bool {
    if plan.value == nil && printed.value == nil { return plan.printed?.folded != printed.printed?.folded }
    return plan.relation != printed.relation || plan.value != printed.value || plan.upper != printed.upper
      || plan.unit?.folded != printed.unit?.folded
  }
}

extension Target {
  /// Sign, number and unit in one text, or the printed words: `≥95%`.
  public var readable: String {
    guard let value else { return printed ?? "" }
    if let upper { return "\(value)–\(upper)\(unit ?? "")" }
    return "\(relation?.sign ?? "")\(value)\(unit ?? "")"
  }
}
