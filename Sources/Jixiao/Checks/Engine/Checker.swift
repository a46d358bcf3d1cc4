/// Runs every check over a document.
///
/// Checks of rows and sheets are linear; those between sheets look equal things up by hash, so that no two sheets are ever
/// compared because they merely exist. Findings come in the order of sheet, row and code, whatever the order of checks.
public struct Checker: Sendable {
  public let checks: [Check]
  let tools: CheckTools
  /// A clock in nanoseconds, by which the time of each check is told; nil tells none.
  let nanoseconds: (@Sendable () -> UInt64)?

  /// - Parameters:
  ///   - pack: whose severities and numbers hold.
  ///   - vocabulary: units, signs and names of rules.
  ///   - checks: those to run; all by default.
  ///   - overrides: severities and numbers that outweigh the pack's.
  ///   - language: of messages.
  ///   - nanoseconds: a clock, where the time of each check is wanted.
  /// - Throws: what is wrong with the embedded words or numbers of checks.
  public init(
    pack: RulePack, vocabulary: Vocabulary, checks: [Check] = Check.registry,
    overrides: CheckParameters? = nil,
    language: Language = .zh, nanoseconds: (@Sendable () -> UInt64)? = nil
  ) throws(RuleError) {
    self.checks = checks
    self.nanoseconds = nanoseconds
    let parameters = try CheckParameters.embedded().overridden(by: pack.checks).overridden(by: overrides)
    tools = CheckTools(
      vocabulary: vocabulary, words: try CheckWords.embedded(), parameters: parameters, pack: pack,
      language: language)
  }

  public func check(_ document: Document) -> DocumentFindings {
    let figures = document.figures.isEmpty ? nil : document.figures
    var run = DocumentCheck(self, file: document.file, figures: figures)
    let found = run.checkWhole(document.sheetsToCheck)
    let findings = Checker.sorted(found.ofSheets + found.between)
    var answer = DocumentFindings(
      file: document.file, pack: pack, findings: findings, counts: run.counts, undecided: run.undecided)
    answer.traces = found.traces
    return answer
  }

  /// The id of the pack whose severities and numbers hold.
  public var pack: String { tools.pack.id }

  /// Runs the checks of rows and of single sheets over some sheets of a document, in their order.
  ///
  /// The batches of a document may be inspected on any thread; `DocumentCheck` puts them together in order.
  /// `isWhole`: there is no other batch.
  public func inspect(_ sheets: [Sheet], of file: String, isWhole: Bool = false) -> Inspection {
    let prepared = sheets.map { CheckSheet($0, tools) }
    var open: [Int: Inspection.Open] = [:]
    for (index, sheet) in prepared.enumerated() {
      guard let leftover = ShiftedTargets.leftover(in: sheet) else { continue }
      open[index] = Inspection.Open(
        target: leftover, asPrinted: part([sheet], of: file),
        asLeftover: part([sheet.reconsidered(usual: ShiftedTargets.UsualRow(target: leftover))], of: file))
    }
    let certain =
      open.isEmpty ? prepared : prepared.enumerated().filter { open[$0.offset] == nil }.map(\.element)
    let organizations = prepared.map {
      Inspection.Organization(
        name: $0.sheet.organization?.folded ?? "", isDepartment: $0.sheet.kind.isDepartment)
    }
    return Inspection(
      part: part(certain, of: file), open: open,
      held: isWhole ? .whole(prepared) : .packed(PackedSheets(prepared)), organizations: organizations,
      inner: isWhole ? [:] : inner(prepared, open, organizations, of: file), pack: pack,
      traces: SheetTraces(of: prepared, in: file, by: self))
  }

  /// The organisations whose sheets neither begin nor end the batch.
  private func inner(
    _ sheets: [CheckSheet], _ open: [Int: Inspection.Open], _ organizations: [Inspection.Organization],
    of file: String
  ) -> [ByteText: DocumentCheck.GroupResult] {
    guard let first = organizations.first, let last = organizations.last else { return [:] }
    var members: [ByteText: [Int]] = [:]
    for (index, organization) in organizations.enumerated() {
      if organization.name == first.name || organization.name == last.name { continue }
      members[ByteText(organization.name), default: []].append(index)
    }
    return members.mapValues { members in
      inspect(CheckGroup(members.map { sheets[$0] }, tools), open: members.map { open[$0] }, of: file)
    }
  }

  /// What the checks between sheets say of an organisation, and its sheets that were `open`, decided.
  func inspect(
    _ group: CheckGroup, open: [Inspection.Open?], of file: String
  ) -> DocumentCheck.GroupResult {
    let usual = group.usualTimeRow
    return DocumentCheck.GroupResult(
      part: part(of: file) { check, outcomes in
        if case .organization(let body) = check.body { body(group, &outcomes) }
      },
      decided: open.compactMap { open in
        open.map { $0.target == usual?.target ? $0.asLeftover : $0.asPrinted }
      })
  }

  private func part(_ sheets: [CheckSheet], of file: String) -> Inspection.Part {
    part(of: file) { check, outcomes in
      switch check.body {
      case .row(let body):
        for sheet in sheets {
          for row in sheet.rows { outcomes.add(body(row, sheet), row, of: sheet) }
        }
      case .sheet(let body):
        for sheet in sheets { body(sheet, &outcomes) }
      case .organization, .run: break
      }
    }
  }

  /// Runs each check by `run` and gathers findings, counts and times.
  private func part(of file: String, _ run: (Check, inout Outcomes) -> Void) -> Inspection.Part {
    var part = Inspection.Part(checks: checks.count)
    var found: [Outcomes] = []
    var order: [(sheet: Int, row: Int, check: Int, outcomes: Int, place: Int)] = []
    for (number, check) in checks.enumerated() {
      var outcomes = Outcomes()
      let start = nanoseconds?() ?? 0
      run(check, &outcomes)
      part.add(outcomes, time: (nanoseconds?() ?? 0) - start, of: number)
      if outcomes.findings.isEmpty { continue }
      for place in outcomes.findings.indices {
        let (sheet, row) = outcomes.position(of: place)
        order.append((sheet, row, number, found.count, place))
      }
      found.append(outcomes)
    }
    // Sorted before they are made: copying a finding counts references to a dozen texts.
    order.sort {
      Checker.precedes(
        ($0.sheet, $0.row, checks[$0.check].code), ($1.sheet, $1.row, checks[$1.check].code))
    }
    part.findings.reserveCapacity(order.count)
    for (_, _, check, outcomes, place) in order {
      let (sheet, row, draft) = found[outcomes].findings[place]
      part.findings.append(finding(checks[check], draft, sheet, row, in: file))
    }
    return part
  }

  /// Findings in order: their numbers are moved about, because moving a finding counts references to a dozen texts.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    let order = findings.indices.sorted { precedes(findings[$0], findings[$1]) }
    return order.map { findings[$0] }
  }

  /// The order of findings: sheet, row, code.
  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    precedes(
      (left.sheet ?? 0, left.indicator ?? 0, left.code), (right.sheet ?? 0, right.indicator ?? 0, right.code))
  }

  private static func precedes(
    _ left: (sheet: Int, row: Int, code: String), _ right: (sheet: Int, row: Int, code: String)
  ) -> Bool {
    if left.sheet != right.sheet { return left.sheet < right.sheet }
    if left.row != right.row { return left.row < right.row }
    return left.code < right.code
  }

  func finding(
    _ check: Check, _ draft: Draft, _ sheet: CheckSheet, _ row: CheckRow?, in file: String
  ) -> Finding {
    if let place = draft.documentPlace {
      var fingerprint = Fingerprint()
      for text in [check.code, sheet.sheet.organization, draft.field?.rawValue, draft.seen] {
        fingerprint.add(text)
      }
      return Finding(
        code: check.code, name: check.name, group: check.group,
        severity: tools.parameters.severity(of: check),
        file: file, sheet: nil, sheetID: nil, organization: sheet.sheet.organization, project: nil,
        indicator: nil, indicatorName: nil, field: draft.field, place: place, seen: draft.seen,
        message: draft.message.text(in: tools.language), clause: check.source, points: nil,
        fingerprint: fingerprint.hexadecimal, suggestion: draft.suggestion, suppression: nil)
    }
    var fingerprint = Fingerprint()
    fingerprint.add(check.code)
    fingerprint.add(sheet.sheet.organization)
    fingerprint.add(sheet.sheet.project)
    fingerprint.add(row?.indicator.level1)
    fingerprint.add(row?.indicator.level2)
    fingerprint.add(row?.indicator.level3)
    fingerprint.add(draft.field?.rawValue)
    fingerprint.add(draft.seen)
    let cell = draft.field.flatMap { Indicator.Field(rawValue: $0.rawValue) }.flatMap {
      row?.indicator.places[$0]
    }
    return Finding(
      code: check.code, name: check.name, group: check.group, severity: tools.parameters.severity(of: check),
      file: file, sheet: sheet.sheet.ordinal, sheetID: sheet.sheet.id,
      organization: sheet.sheet.organization,
      project: sheet.sheet.project, indicator: row?.indicator.ordinal, indicatorName: row?.indicator.level3,
      field: draft.field,
      place: cell ?? row?.indicator.place ?? sheet.sheet.place, seen: draft.seen,
      message: draft.message.text(in: tools.language), clause: check.source,
      points: draft.points ?? row?.indicator.weight,
      fingerprint: fingerprint.hexadecimal, suggestion: draft.suggestion, suppression: nil)
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
  /// For the checks over all documents of the run.
  public internal(set) var traces = SheetTraces()

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
