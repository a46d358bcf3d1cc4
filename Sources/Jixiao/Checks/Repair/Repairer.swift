/// Makes the repairs that findings suggest, each only if it mends its finding and brings no other error or warning.
///
/// Whether a repair stands is decided by checking the repaired document again, never by what the repair was meant to do.
public struct Repairer: Sendable {
  public let checker: Checker
  public let allowsUnsafe: Bool
  private var vocabulary: Vocabulary { checker.tools.vocabulary }

  public init(_ checker: Checker, allowsUnsafe: Bool) {
    self.checker = checker
    self.allowsUnsafe = allowsUnsafe
  }

  /// A repaired document, what was changed in it and what was not.
  public struct Outcome: Sendable {
    public var document: Document
    public var made: [Repair] = []
    public var refused: [(repair: Repair, why: RepairRefusal)] = []
    /// What is left to find.
    public var findings: DocumentFindings
  }

  /// Repairs that stand or fall together: the targets of a shifted block.
  private struct Bundle {
    var repairs: [Repair]
    let finding: Key
  }

  /// What a finding is about, whatever its words.
  private struct Key: Hashable {
    let code: String
    let sheet: Int?
    let indicator: Int?

    init(_ finding: Finding) {
      code = finding.code
      sheet = finding.sheet
      indicator = finding.indicator
    }
  }

  /// Repairs a document; `isOpen` says which findings are to be mended, suppressed ones not.
  public func repair(_ document: Document, isOpen: (Finding) -> Bool = { _ in true }) -> Outcome {
    let before = checker.check(document)
    var outcome = Outcome(document: document, findings: before)
    var bundles: [Bundle] = []
    var taken: Set<[Int]> = []
    for finding in before.findings where isOpen(finding) {
      guard let repair = repair(of: finding, in: document) else { continue }
      if !repair.isSafe, !allowsUnsafe {
        outcome.refused.append((repair, .unsafe))
      } else if repair.cells.isEmpty, repair.indicator != nil {
        outcome.refused.append((repair, .noCell))
      } else if !taken.insert([repair.sheet, repair.indicator ?? 0, Self.cell(repair.field)]).inserted {
        outcome.refused.append((repair, .cellTaken))
      } else if finding.code == Check.targetShifted.code,
        let last = bundles.lastIndex(where: {
          $0.finding.code == finding.code && $0.finding.sheet == finding.sheet
        })
      {
        bundles[last].repairs.append(repair)
      } else {
        bundles.append(Bundle(repairs: [repair], finding: Key(finding)))
      }
    }
    settle(bundles[...], &outcome)
    return outcome
  }

  /// Sign, number and unit are one cell to a repair.
  private static func cell(_ field: Finding.Field) -> Int {
    switch field {
    case .operator, .target, .unit: 0
    default: 1 + (Finding.Field.allCases.firstIndex(of: field) ?? 0)
    }
  }

  private func repair(of finding: Finding, in document: Document) -> Repair? {
    guard let suggestion = finding.suggestion, let ordinal = finding.sheet,
      let sheet = document.sheets.first(where: { $0.ordinal == ordinal })
    else { return nil }
    let number = suggestion.row ?? finding.indicator
    var cells: [Indicator.Field: String] = [:]
    var old = finding.seen
    if let number {
      guard let row = sheet.indicators.first(where: { $0.ordinal == number }) else { return nil }
      cells = RepairedRow(row, suggestion.field, suggestion.replace, vocabulary: vocabulary)?.cells ?? [:]
      if suggestion.field == .weight { old = row.weight?.description ?? "" }
    }
    return Repair(
      code: finding.code, file: finding.file, sheet: ordinal, indicator: number, field: suggestion.field,
      old: old, new: suggestion.replace, why: suggestion.why, isSafe: suggestion.isSafe, cells: cells)
  }

  /// Makes the bundles that stand: all at once where that works, else each half by itself.
  private func settle(_ bundles: ArraySlice<Bundle>, _ outcome: inout Outcome) {
    if bundles.isEmpty { return }
    var document = outcome.document
    for bundle in bundles { for repair in bundle.repairs { apply(repair, to: &document) } }
    let findings = checker.check(document)
    guard let refusal = refusal(of: bundles, from: outcome.findings, to: findings) else {
      outcome.document = document
      outcome.findings = findings
      outcome.made += bundles.flatMap(\.repairs)
      return
    }
    if bundles.count == 1 {
      outcome.refused += bundles.flatMap(\.repairs).map { ($0, refusal) }
      return
    }
    let middle = bundles.startIndex + bundles.count / 2
    settle(bundles[..<middle], &outcome)
    settle(bundles[middle...], &outcome)
  }

  /// Why some bundles may not be made together; nil where they may.
  private func refusal(
    of bundles: ArraySlice<Bundle>, from before: DocumentFindings, to after: DocumentFindings
  ) -> RepairRefusal? {
    var left: [Key: Int] = [:]
    for finding in before.findings where finding.severity >= .warning { left[Key(finding), default: 0] += 1 }
    for finding in after.findings where finding.severity >= .warning {
      let key = Key(finding)
      guard let count = left[key], count > 0 else {
        return .brings(code: finding.code, sheet: finding.sheet ?? 0)
      }
      left[key] = count - 1
    }
    let remaining = Set(after.findings.map(Key.init))
    return bundles.contains { remaining.contains($0.finding) } ? .noHelp : nil
  }

  private func apply(_ repair: Repair, to document: inout Document) {
    guard let sheet = document.sheets.firstIndex(where: { $0.ordinal == repair.sheet }) else { return }
    if let number = repair.indicator {
      guard let row = document.sheets[sheet].indicators.firstIndex(where: { $0.ordinal == number }),
        let repaired = RepairedRow(
          document.sheets[sheet].indicators[row], repair.field, repair.new, vocabulary: vocabulary)
      else { return }
      document.sheets[sheet].indicators[row] = repaired.indicator
      return
    }
    switch repair.field {
    case .total: document.sheets[sheet].totalClaimed = try? Exact(parsing: repair.new)
    case .execution: document.sheets[sheet].funds.rate = repair.new
    default: break
    }
  }
}
