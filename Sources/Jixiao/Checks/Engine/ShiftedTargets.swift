/// Targets that stand on another row than the one they belong to.
///
/// Two or more targets of a sheet cannot belong to their rows, and moving the targets of one block of rows by one row,
/// the last one around, makes all of them fit: then the block is what was shifted. Nothing is guessed where several
/// mends are needed. A single misfit is taken for a target left over from a deleted row where the sheet lacks a row that
/// most sheets beside it have, and the target is exactly that row's.
enum ShiftedTargets {
  struct Shift: Sendable, Hashable {
    /// The target that belongs here; nil where it is not on the sheet.
    let belongs: String?
    let first: Int
    let last: Int
  }

  /// A row that most sheets of an organisation have, with its usual target.
  struct UsualRow: Sendable, Hashable {
    var concept = Concept.time
    let target: String
  }

  /// The target that would be a leftover if most sheets beside this one had it on a row for time; nil where none would.
  ///
  /// Only the sheets that follow can tell, which is why such a sheet stays open until all have been seen.
  static func leftover(in sheet: CheckSheet) -> String? {
    guard sheet.shifts.isEmpty, !sheet.rows.contains(where: { $0.concept == .time }) else {
      return nil
    }
    let misfits = sheet.rows.filter { isMisfit($0, $0, sheet.tools) }
    guard misfits.count == 1, let target = misfits[0].target.printed.map(leftover) else { return nil }
    return sheet.reconsidered(usual: UsualRow(target: target)).shifts.isEmpty ? nil : target
  }

  static func find(_ rows: [CheckRow], _ tools: CheckTools, usual: UsualRow?) -> [Int: Shift] {
    let misfits = rows.indices.filter { isMisfit(rows[$0], rows[$0], tools) }
    if misfits.isEmpty || rows.count > 60 { return [:] }
    if misfits.count >= 2, let block = rotation(of: rows, misfits, tools) { return block }
    if let usual, misfits.count == 1, !rows.contains(where: { $0.concept == usual.concept }) {
      let row = rows[misfits[0]]
      if row.target.printed.map({ leftover($0) == leftover(usual.target) }) ?? false {
        return [misfits[0]: Shift(belongs: nil, first: misfits[0], last: misfits[0])]
      }
    }
    return [:]
  }

  /// A target without its sign: =1年 and ≥1年 are one row's target in two sheets.
  static func leftover(_ target: String) -> String {
    String(target.folded.drop { "<>=≥≤".contains($0) })
  }

  private static func rotation(of rows: [CheckRow], _ misfits: [Int], _ tools: CheckTools) -> [Int: Shift]? {
    guard let first = misfits.first, let last = misfits.last else { return nil }
    for length in max(3, last - first + 1)...max(3, rows.count) where length <= rows.count {
      for start in max(0, last - length + 1)...first where start + length <= rows.count {
        for step in [1, length - 1] {
          let source = { (row: Int) in start + (row - start + step) % length }
          guard (start..<(start + length)).allSatisfy({ !isMisfit(rows[$0], rows[source($0)], tools) }) else {
            continue
          }
          var shifts: [Int: Shift] = [:]
          for row in start..<(start + length) {
            shifts[row] = Shift(belongs: rows[source(row)].printed, first: start, last: start + length - 1)
          }
          return shifts
        }
      }
    }
    return nil
  }

  /// Whether the target of `other` cannot stand on `row`: another kind of unit, words for a cost, a number for a grade.
  static func isMisfit(_ row: CheckRow, _ other: CheckRow, _ tools: CheckTools) -> Bool {
    let target = other.target
    if target.printed == nil { return false }
    let dimension = other.unit?.dimension
    if row.category == .satisfaction, row.marks.contains(.satisfaction) {
      return target.value == nil || dimension.map { $0 != "share" && $0 != "point" } ?? false
    }
    if row.isCost {
      return target.value == nil || dimension == "share" || dimension == "month" || dimension == "person"
    }
    if let rule = row.rule, rule == .grade, row.category?.isBenefit ?? false { return target.value != nil }
    guard let concept = row.concept, let dimension else { return false }
    switch concept {
    case .rate, .degree: return dimension != "share" && dimension != "multiple" && dimension != "point"
    case .persons, .personTimes, .households, .occasions:
      return dimension == "share" || dimension.hasPrefix("money")
    case .money: return dimension == "share"
    default: return false
    }
  }
}
