/// What the checks of rows and single sheets say of a batch of sheets, and the sheets packed for the checks between them.
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

  let part: Part
  /// By position in the batch.
  let open: [Int: Open]
  let sheets: PackedSheets
  let organizations: [Organization]
  /// For the checks over all documents of the run.
  public let traces: SheetTraces
}
