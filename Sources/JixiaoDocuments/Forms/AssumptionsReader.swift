import Jixiao

/// Reads what is supposed to be otherwise: `sheet`, `indicator` and the new `actual` or `weight`, as CSV or a JSON array.
///
/// ```csv
/// sheet,indicator,actual,weight
/// 2,4,4,
/// ```
public struct AssumptionsReader: Sendable {
  public static let columns = ["file", "sheet", "indicator", "level3", "actual", "weight"]

  public let language: Language

  public init(language: Language) {
    self.language = language
  }

  /// - Returns: the assumptions that say something, and the rows that cannot be used.
  public func read(_ bytes: [UInt8]) -> (assumptions: [Assumption], problems: [FormRows.Problem]) {
    var assumptions: [Assumption] = []
    var problems: [FormRows.Problem] = []
    do throws(FormRows.Problem) {
      let form = FormRows(
        columns: Self.columns, required: ["sheet", "indicator"], member: "assumptions", language: language)
      for row in try form.read(bytes) {
        do throws(FormRows.Problem) {
          let weight = try row.number("weight", language)
          if let weight, weight.isNegative {
            throw FormRows.Problem(row.line, language.pick("weight 不能小于0", "weight must be at least 0"))
          }
          if weight == nil, row.cells["actual"] == nil { continue }
          assumptions.append(
            Assumption(
              file: row.cells["file"], sheet: try row.ordinal("sheet", language),
              indicator: try row.ordinal("indicator", language), actual: row.cells["actual"], weight: weight,
              line: row.line))
        } catch {
          problems.append(error)
        }
      }
    } catch {
      problems.append(error)
    }
    return (assumptions, problems)
  }
}
