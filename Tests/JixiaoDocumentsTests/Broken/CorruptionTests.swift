import Jixiao
import Testing

@testable import JixiaoDocuments

@Suite("A clean sheet, broken on purpose")
struct CorruptionTests {
  /// What became of the rows and cells of many broken sheets.
  struct Tally: CustomStringConvertible {
    var rows = 0
    var right = 0
    var unread = 0
    var cells = 0
    var wrong = 0
    var silent = 0
    var examples: [String] = []

    var description: String {
      "rows \(rows): right \(right), not whole \(rows - right - unread), unread \(unread); cells \(cells): wrong \(wrong)"
        + "; rows lost without a word \(silent)"
        + (examples.isEmpty ? "" : "; e.g. " + examples.prefix(6).joined(separator: "; "))
    }
  }

  static let sheets = [CleanSheet.plan, .department, .selfAssessment]

  @Test(arguments: SheetBreaker.Fault.allCases)
  func oneFault(_ fault: SheetBreaker.Fault) throws {
    var tally = Tally()
    for seed in 0..<UInt64(8) { try add(seed, [fault], &tally) }
    print("\(fault.rawValue): \(tally)")
    #expect(tally.wrong * 200 < tally.cells, "\(tally)")
    #expect(tally.right * 10 >= tally.rows * 7, "\(tally)")
    #expect(tally.silent == 0, "\(tally)")
  }

  @Test func severalFaults() throws {
    var tally = Tally()
    for seed in 0..<UInt64(24) {
      var random = SheetBreaker.Generator(state: seed &+ 1_000)
      let faults = SheetBreaker.Fault.allCases.filter { _ in Bool.random(using: &random) }
      try add(seed, Set(faults), &tally)
    }
    print("several: \(tally)")
    #expect(tally.wrong * 200 < tally.cells, "\(tally)")
    #expect(tally.right * 2 >= tally.rows, "\(tally)")
    #expect(tally.silent == 0, "\(tally)")
  }

  private func add(_ seed: UInt64, _ faults: Set<SheetBreaker.Fault>, _ tally: inout Tally) throws {
    for (number, sheet) in Self.sheets.enumerated() {
      var breaker = SheetBreaker(seed: seed &* 7 &+ UInt64(number))
      let broken = breaker.text(of: sheet, faults)
      let read = try? documents(broken.text)
      let indicators = read?.flatMap(\.sheets).flatMap(\.indicators) ?? []
      let unread = read?.flatMap(\.unread) ?? []
      var found: Set<String> = []
      for row in indicators {
        let truth = broken.truth.rows.first { $0[2].withoutSpace == row.level3 && !found.contains($0[2]) }
        guard let truth else {
          tally.wrong += 1 + (row.target.printed == nil ? 0 : 1) + (row.weight == nil ? 0 : 1)
          tally.examples.append("\(seed)/\(number): \(row.level3 ?? "")|\(row.target.printed ?? "")")
          continue
        }
        found.insert(truth[2])
        var isWhole = true
        for (index, column) in broken.truth.columns.enumerated() {
          let wanted = truth[index].isEmpty ? nil : truth[index].withoutSpace
          let seen = Self.cell(row, column.field)
          if seen == wanted { continue }
          isWhole = false
          if seen != nil {
            tally.wrong += 1
            tally.examples.append(
              "\(seed)/\(number): \(truth[2]) \(column.heading) \(wanted ?? "") read \(seen ?? "")")
          }
        }
        if isWhole { tally.right += 1 }
      }
      tally.rows += sheet.rows.count
      tally.unread += sheet.rows.count - found.count
      tally.cells += sheet.rows.count * sheet.columns.count
      if found.count < sheet.rows.count && read != nil && unread.isEmpty { tally.silent += 1 }
    }
  }

  private static func cell(_ row: Indicator, _ field: Indicator.Field) -> String? {
    switch field {
    case .level1: row.level1
    case .level2: row.level2
    case .level3: row.level3
    case .target: row.target.printed
    case .basis: row.basis
    case .previous: row.previous
    case .weight: row.weight.map { "\($0)" }
    case .rule: row.rule
    case .evidence: row.evidence
    case .actual: row.actual
    case .claimed: row.claimed.map { "\($0)" }
    default: nil
    }
  }
}
