/// The checks of one document as its sheets come in: batch after batch, then what only all of them together show.
///
/// ```swift
/// var run = DocumentCheck(checker, file: "部门.ndjson")
/// for batch in batches { show(run.take(checker.inspect(batch, of: run.file))) }
/// show(run.finish(run.groups.map { run.inspect($0) }))
/// ```
///
/// Sheets of a document of several batches are kept packed, about 1.3 kilobytes each.
public struct DocumentCheck: Sendable {
  public let file: String
  let checker: Checker
  /// What the document says around its sheets, for its first organisation.
  private let figures: PublishedFigures?
  private var total: Inspection.Part
  private var batches: [Inspection.Held] = []
  /// By the number of the sheet in the document.
  private var open: [Int: Inspection.Open] = [:]
  private var members: [Member] = []
  private var organizations: [ByteText: Int] = [:]
  private var groupsInOrder: [Group] = []
  /// How often each fingerprint has come up.
  private var seen: [UInt64: Int] = [:]

  private struct Member: Sendable {
    let batch: Int32
    let index: Int32
  }

  /// The sheets of one organisation, by their number in the document.
  public struct Group: Sendable {
    fileprivate var sheets: [Int32] = []
    fileprivate var isDepartment = true
    /// Known where all of the sheets came in one batch.
    fileprivate var result: GroupResult?
  }

  /// What was found in one organisation.
  public struct GroupResult: Sendable {
    let part: Inspection.Part
    /// The sheets that were open, decided.
    let decided: [Inspection.Part]
  }

  public init(_ checker: Checker, file: String, figures: PublishedFigures? = nil) {
    self.checker = checker
    self.figures = figures
    self.file = file
    total = Inspection.Part(checks: checker.checks.count)
  }

  /// Takes the next batch, and gives the findings that no other sheet can change, in the order of sheet, row and code.
  public mutating func take(_ inspection: Inspection) -> [Finding] {
    for (index, organization) in inspection.organizations.enumerated() {
      let number = members.count
      members.append(Member(batch: Int32(batches.count), index: Int32(index)))
      if let found = inspection.open[index] { open[number] = found }
      let name = ByteText(organization.name)
      let group = organizations[name] ?? groupsInOrder.count
      if group == groupsInOrder.count {
        organizations[name] = group
        groupsInOrder.append(Group(result: inspection.inner[name]))
      } else if groupsInOrder[group].result != nil,
        groupsInOrder[group].sheets.last.map(isOfEarlierBatch) ?? false
      {
        groupsInOrder[group].result = nil
      }
      groupsInOrder[group].sheets.append(Int32(number))
      groupsInOrder[group].isDepartment = groupsInOrder[group].isDepartment && organization.isDepartment
    }
    batches.append(inspection.held)
    total.count(inspection.part)
    return told(inspection.part.findings)
  }

  private func isOfEarlierBatch(_ sheet: Int32) -> Bool { Int(members[Int(sheet)].batch) < batches.count }

  /// The organisations of the document, in the order of their first sheets.
  ///
  /// A department sheet under a name that no project sheet uses (总工会部门 beside 渠县总工会) joins the only other
  /// organisation of the document.
  public var groups: [Group] {
    guard groupsInOrder.count == 2, groupsInOrder.count(where: \.isDepartment) == 1 else {
      return groupsInOrder
    }
    return [Group(sheets: members.indices.map { Int32($0) })]
  }

  /// Runs the checks between the sheets of an organisation; on any thread, in any order.
  public func inspect(_ group: Group) -> GroupResult {
    if let result = group.result { return result }
    let sheets = group.sheets.map { number in
      let member = self.members[Int(number)]
      return batches[Int(member.batch)].checkSheet(Int(member.index), checker.tools)
    }
    var members = CheckGroup(sheets, checker.tools)
    if group.sheets.first == 0 { members.figures = figures }
    return checker.inspect(members, open: group.sheets.map { open[Int($0)] }, of: file)
  }

  /// Takes what was found in every organisation, and gives the findings that were still out.
  public mutating func finish(_ results: [GroupResult]) -> [Finding] {
    var findings: [Finding] = []
    for result in results {
      for part in result.decided + [result.part] {
        total.count(part)
        findings += part.findings
      }
    }
    return told(Checker.sorted(findings))
  }

  /// Checks all sheets of the document at once: what is to be said of rows and sheets, then what only the others show.
  public mutating func checkWhole(
    _ sheets: [Sheet]
  ) -> (ofSheets: [Finding], between: [Finding], traces: SheetTraces) {
    let inspection = checker.inspect(sheets, of: file, isWhole: true)
    let ofSheets = take(inspection)
    let asked = self
    return (ofSheets, finish(groups.map { asked.inspect($0) }), inspection.traces)
  }

  /// What became of each check so far.
  public var counts: [CheckCount] {
    checker.checks.enumerated().map { number, check in
      CheckCount(
        code: check.code, name: check.name, tally: total.tallies[number], nanoseconds: total.times[number])
    }
  }

  /// Why checks could not decide, by code.
  public var undecided: [String: [String]] {
    var reasons: [String: [String]] = [:]
    for (number, texts) in total.reasons { reasons[checker.checks[number].code] = texts.sorted() }
    return reasons
  }

  /// Numbers findings that say the same of two places, so that one may be suppressed without the other.
  private mutating func told(_ findings: [Finding]) -> [Finding] {
    var findings = findings
    for index in findings.indices {
      let fingerprint = Fingerprint.number(findings[index].fingerprint)
      let count = seen[fingerprint, default: 0] + 1
      seen[fingerprint] = count
      if count > 1 { findings[index].fingerprint += "-\(count)" }
    }
    return findings
  }
}
