/// What the checks of rows and single sheets say of a batch of sheets, and the sheets for the checks between them.
public struct Inspection: Sendable {
  /// What a run of checks found and counted.
  struct Part: Sendable {
    var findings: [Finding] = []
    /// One a check, in the order in which they run.
    private(set) var tallies: [Tally]
    private(set) var times: [UInt64]
    /// Why checks could not decide, by their number.
    private(set) var reasons: [Int: Set<String>] = [:]

    init(checks: Int) {
      tallies = Array(repeating: Tally(), count: checks)
      times = Array(repeating: 0, count: checks)
    }

    mutating func add(_ outcomes: Outcomes, time: UInt64, of check: Int) {
      tallies[check] += outcomes.count
      times[check] += time
      if !outcomes.reasons.isEmpty { reasons[check, default: []].formUnion(outcomes.reasons) }
    }

    /// Adds counts, times and reasons; findings are for who puts the batches together.
    mutating func count(_ other: Part) {
      for check in tallies.indices {
        tallies[check] += other.tallies[check]
        times[check] += other.times[check]
      }
      for (check, texts) in other.reasons { reasons[check, default: []].formUnion(texts) }
    }
  }

  /// A sheet of which only the organisation's other sheets can tell whether a target was left over from a deleted row.
  struct Open: Sendable {
    /// The target without its sign.
    let target: String
    let asPrinted: Part
    let asLeftover: Part
  }

  struct Organization: Sendable {
    /// Folded.
    let name: String
    let isDepartment: Bool
  }

  /// The sheets until the checks between sheets have been run.
  enum Held: Sendable {
    /// Many batches may follow.
    case packed(PackedSheets)
    /// The batch is the whole document, and no other has to be waited for.
    case whole([CheckSheet])

    func checkSheet(_ index: Int, _ tools: CheckTools) -> CheckSheet {
      switch self {
      case .packed(let sheets): sheets.checkSheet(index, tools)
      case .whole(let sheets): sheets[index]
      }
    }
  }

  let part: Part
  /// By position in the batch.
  let open: [Int: Open]
  let held: Held
  let organizations: [Organization]
  /// What the checks between sheets say of organisations that lie within the batch, by their folded names: it holds if no
  /// other batch has a sheet of them, and spares making the sheets once more.
  let inner: [ByteText: DocumentCheck.GroupResult]
  /// The id of the pack that was used.
  public let pack: String
  /// For the checks over all documents of the run.
  public let traces: SheetTraces

  /// The sheets as they came, for one who finds that they must be inspected otherwise.
  public var sheets: [Sheet] {
    switch held {
    case .packed(let packed): packed.sheets
    case .whole(let sheets): sheets.map(\.sheet)
    }
  }
}
