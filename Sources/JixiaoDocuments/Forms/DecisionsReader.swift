import Jixiao

/// Reads an evaluator's decisions: the CSV form that `score --write-decisions` writes, or the same as a JSON array.
///
/// Needed are `sheet` and `indicator`; `file`, `awarded`, `notApplicable`, `deduct`, `reason` and `by` may be there, and the
/// form's other columns only help whoever fills it in.
public struct DecisionsReader: Sendable {
  /// The columns of the form, in order; those after `indicator` and before `awarded` are for the reader's eye.
  public static let columns = [
    "file", "sheet", "indicator", "level3", "target", "actual", "weight", "low", "high", "why", "awarded",
    "notApplicable", "deduct", "reason", "by",
  ]

  public let language: Language

  public init(language: Language) {
    self.language = language
  }

  /// - Returns: the decisions that say something, and the rows that cannot be used.
  public func read(_ bytes: [UInt8]) -> (decisions: [Decision], problems: [FormProblem]) {
    let rows: [FormRows.Row]
    do {
      rows = try FormRows(columns: Self.columns, list: "decisions", language: language).read(bytes)
    } catch {
      return ([], [error])
    }
    var decisions: [Decision] = []
    var problems: [FormProblem] = []
    for row in rows {
      do {
        let decision = try decision(row)
        if !decision.isEmpty { decisions.append(decision) }
      } catch {
        problems.append(error)
      }
    }
    return (decisions, problems)
  }

  private func decision(_ row: FormRows.Row) throws(FormProblem) -> Decision {
    var notApplicable = false
    if let flag = row.cells["notApplicable"] {
      switch flag.folded.lowercased() {
      case "true", "1", "是", "yes": notApplicable = true
      case "false", "0", "否", "no": break
      default:
        throw FormProblem(
          row.line,
          language.pick(
            "notApplicable 应是 true 或 false，实为 \(flag)", "notApplicable must be true or false, found \(flag)"))
      }
    }
    return Decision(
      file: row.cells["file"], sheet: try row.ordinal("sheet", language),
      indicator: try row.ordinal("indicator", language),
      awarded: try row.number("awarded", language), notApplicable: notApplicable,
      deduct: try row.number("deduct", language),
      reason: row.cells["reason"], by: row.cells["by"])
  }
}
