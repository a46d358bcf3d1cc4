/// Runs every check over a document.
///
/// Checks of rows and sheets are linear; those between sheets look equal things up by hash, so that no two sheets are ever
/// compared because they merely exist. Findings come in the order of sheet, row and code, whatever the order of checks.
public struct Checker: Sendable {
  public let checks: [Check]
  let tools: CheckTools

  /// - Parameters:
  ///   - pack: whose severities and numbers hold.
  ///   - vocabulary: units, signs and names of rules.
  ///   - checks: those to run; all by default.
  ///   - overrides: severities and numbers that outweigh the pack's.
  ///   - language: of messages.
  /// - Throws: what is wrong with the embedded words or numbers of checks.
  public init(
    pack: RulePack, vocabulary: Vocabulary, checks: [Check] = Check.registry,
    overrides: CheckParameters? = nil,
    language: Language = .zh
  ) throws(RuleError) {
    self.checks = checks
    let parameters = try CheckParameters.embedded().overridden(by: pack.checks).overridden(by: overrides)
    tools = CheckTools(
      vocabulary: vocabulary, words: try CheckWords.embedded(), parameters: parameters, pack: pack,
      language: language)
  }

  public func check(_ document: Document) -> DocumentFindings {
    var sheets = document.sheetsToCheck.map { CheckSheet($0, tools) }
    var groups = CheckGroup.groups(of: sheets, tools)
    let usual = groups.map(\.usualTimeRow)
    if usual.contains(where: { $0 != nil }) {
      groups = zip(groups, usual).map { group, usual in
        guard let usual else { return group }
        return CheckGroup(group.sheets.map { $0.reconsidered(usual: usual) }, tools)
      }
      sheets = groups.flatMap(\.sheets)
    }
    if !groups.isEmpty, !document.figures.isEmpty { groups[0].figures = document.figures }
    var findings: [Finding] = []
    var counts: [CheckCount] = []
    var reasons: [String: [String]] = [:]
    for check in checks {
      var outcomes = Outcomes()
      run(check, sheets, groups, &outcomes)
      counts.append(CheckCount(code: check.code, name: check.name, tally: outcomes.count))
      if !outcomes.reasons.isEmpty { reasons[check.code] = outcomes.reasons.sorted() }
      for (sheet, row, draft) in outcomes.findings {
        findings.append(finding(check, draft, sheet, row, in: document))
      }
    }
    findings.sort { left, right in
      (left.sheet ?? 0, left.indicator ?? 0, left.code) < (right.sheet ?? 0, right.indicator ?? 0, right.code)
    }
    Checker.tellApart(&findings)
    return DocumentFindings(
      file: document.file, pack: tools.pack.id, findings: findings, counts: counts, undecided: reasons)
  }

  private func run(_ check: Check, _ sheets: [CheckSheet], _ groups: [CheckGroup], _ outcomes: inout Outcomes)
  {
    switch check.body {
    case .row(let body):
      for sheet in sheets {
        for row in sheet.rows { outcomes.add(body(row, sheet), row, of: sheet) }
      }
    case .sheet(let body):
      for sheet in sheets { body(sheet, &outcomes) }
    case .organization(let body):
      for group in groups { body(group, &outcomes) }
    }
  }

  private func finding(
    _ check: Check, _ draft: Draft, _ sheet: CheckSheet, _ row: CheckRow?, in document: Document
  ) -> Finding {
    if let place = draft.documentPlace {
      var fingerprint = Fingerprint()
      for text in [check.code, sheet.sheet.organization, draft.field?.rawValue, draft.seen] {
        fingerprint.add(text)
      }
      return Finding(
        code: check.code, name: check.name, group: check.group,
        severity: tools.parameters.severity(of: check),
        file: document.file, sheet: nil, sheetID: nil, organization: sheet.sheet.organization, project: nil,
        indicator: nil, indicatorName: nil, field: draft.field, place: place, seen: draft.seen,
        message: draft.message.text(in: tools.language), clause: check.source, points: nil,
        fingerprint: fingerprint.hexadecimal, suggestion: draft.suggestion, suppression: nil)
    }
    let indicator = row?.indicator
    var fingerprint = Fingerprint()
    for text in [
      check.code, sheet.sheet.organization, sheet.sheet.project, indicator?.level1, indicator?.level2,
      indicator?.level3,
      draft.field?.rawValue, draft.seen,
    ] { fingerprint.add(text) }
    let cell = draft.field.flatMap { Indicator.Field(rawValue: $0.rawValue) }.flatMap {
      indicator?.places[$0]
    }
    return Finding(
      code: check.code, name: check.name, group: check.group, severity: tools.parameters.severity(of: check),
      file: document.file, sheet: sheet.sheet.ordinal, sheetID: sheet.sheet.id,
      organization: sheet.sheet.organization,
      project: sheet.sheet.project, indicator: indicator?.ordinal, indicatorName: indicator?.level3,
      field: draft.field,
      place: cell ?? indicator?.place ?? sheet.sheet.place, seen: draft.seen,
      message: draft.message.text(in: tools.language), clause: check.source,
      points: draft.points ?? indicator?.weight,
      fingerprint: fingerprint.hexadecimal, suggestion: draft.suggestion, suppression: nil)
  }

  /// Numbers findings that say the same of two places, so that one may be suppressed without the other.
  private static func tellApart(_ findings: inout [Finding]) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let fingerprint = findings[index].fingerprint
      let count = seen[fingerprint, default: 0] + 1
      seen[fingerprint] = count
      if count > 1 { findings[index].fingerprint += "-\(count)" }
    }
  }
}

/// What checks say of one document.
public struct DocumentFindings: Sendable {
  public let file: String
  /// The pack whose severities and numbers were used.
  public let pack: String
  /// In the order of sheet, row and code.
  public var findings: [Finding]
  /// One a check that was run, in the order of codes.
  public let counts: [CheckCount]
  /// Why checks could not decide, by code.
  public let undecided: [String: [String]]

  public init(
    file: String, pack: String, findings: [Finding], counts: [CheckCount], undecided: [String: [String]]
  ) {
    self.file = file
    self.pack = pack
    self.findings = findings
    self.counts = counts
    self.undecided = undecided
  }
}
