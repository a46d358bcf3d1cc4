/// What is kept of a project sheet to find, in the other documents of a run, the one it was copied from.
struct SheetTrace: Sendable {
  /// The text that may have been copied.
  enum Trait: Int, Sendable, CaseIterable {
    case objective, indicators
  }

  /// What there is to compare of a trait.
  struct Copyable: Sendable {
    /// Empty where there is too little to compare.
    var sketch = TextSketch()
    /// Whether it speaks of the sheet's own project; true too where the project's name is too general to tell.
    var isOwn = true
  }

  /// Who the sheet is of, and where: nothing of its rows.
  let head: Sheet
  let objective: Copyable
  let indicators: Copyable
  /// The name without years, remarks and the organisation's words.
  let project: UInt64
  let organization: UInt64

}

/// What is kept of the sheets of a batch for the checks over all documents of a run; empty where no such check is run.
public struct SheetTraces: Sendable {
  let file: String
  let checker: Checker?
  let sheets: [SheetTrace]

  init() {
    file = ""
    checker = nil
    sheets = []
  }

  init(of sheets: [CheckSheet], in file: String, by checker: Checker) {
    let asked = checker.checks.contains { if case .run = $0.body { true } else { false } }
    var tracer = SheetTracer(checker.tools)
    self.sheets = asked ? sheets.compactMap { tracer.trace($0) } : []
    self.file = file
    self.checker = checker
  }
}

/// Takes the traces of the sheets of a batch.
struct SheetTracer {
  private let tools: CheckTools
  /// By organisation: its sheets come one after the other.
  private var ownWords: [String: PhraseMatcher] = [:]

  init(_ tools: CheckTools) { self.tools = tools }

  /// Letters an objective needs before its likeness to another one says anything.
  private static let leastLetters = 20
  private static let leastRows = 4

  /// Nil for a department, for a project without a name, and for one whose texts the budget system supplies.
  mutating func trace(_ sheet: CheckSheet) -> SheetTrace? {
    if sheet.isDepartment || sheet.project.isEmpty || sheet.isStanding {
      return nil
    }
    let organization = sheet.sheet.organization?.folded ?? ""
    let words = ownWords[organization] ?? CheckGroup.ownWords([organization])
    ownWords[organization] = words
    let name = words.masked(sheet.project)
    let own = TextRuns(CommonText.pairs(in: tools.words.specific(name)))
    var head = sheet.sheet
    head.indicators = []
    head.subtotals = []
    head.funds = Funds()
    head.objective = head.objective.map { String($0.prefix(40)) }
    return SheetTrace(
      head: head, objective: objective(sheet, own), indicators: indicators(sheet, own),
      project: Fingerprint.hash(name.replacing("|", with: "")),
      organization: organization.isEmpty ? 0 : Fingerprint.hash(organization))
  }

  private func objective(_ sheet: CheckSheet, _ own: TextRuns) -> SheetTrace.Copyable {
    var sketch = TextSketch()
    var isOwn = own.isEmpty
    var pieces: [UInt64] = []
    pieces.reserveCapacity(sheet.objective.utf8.count / 3)
    var run: UInt64 = 0
    var letters = 0
    for scalar in sheet.objective.unicodeScalars where CommonText.isLetter(scalar) {
      // Three letters of 21 bits each: numbers, and with them years, are no part of what is compared.
      run = (run << 21 | UInt64(scalar.value)) & (1 << 63 - 1)
      letters += 1
      if letters >= 3 { pieces.append(CommonText.mixed(run)) }
    }
    if letters < Self.leastLetters { return SheetTrace.Copyable() }
    sketch.add(pieces)
    if !isOwn { isOwn = CommonText.pairs(in: sheet.objective).contains(where: own.contains) }
    return SheetTrace.Copyable(sketch: sketch, isOwn: isOwn)
  }

  private func indicators(_ sheet: CheckSheet, _ own: TextRuns) -> SheetTrace.Copyable {
    if sheet.rows.count < Self.leastRows { return SheetTrace.Copyable() }
    var sketch = TextSketch()
    var isOwn = own.isEmpty
    var counts = false
    var pieces: [UInt64] = []
    pieces.reserveCapacity(2 * sheet.rows.count)
    for row in sheet.rows {
      var fingerprint = Fingerprint()
      fingerprint.add(row.name)
      pieces.append(CommonText.mixed(fingerprint.value))
      fingerprint.add(row.target.printed)
      pieces.append(CommonText.mixed(fingerprint.value))
      if row.category == .quantity {
        counts = counts || row.isQuantified
        isOwn = isOwn || CommonText.pairs(in: row.name).contains(where: own.contains)
      }
    }
    sketch.add(pieces)
    return counts ? SheetTrace.Copyable(sketch: sketch, isOwn: isOwn) : SheetTrace.Copyable()
  }
}
