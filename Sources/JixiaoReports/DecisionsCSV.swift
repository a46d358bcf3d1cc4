import Jixiao

/// Writes the empty form of an evaluator's decisions: every row with what the rules leave open, and blank columns to fill in.
public enum DecisionsCSV {
  /// The form of `scores`, with the columns that its reader knows.
  public static func render(_ scores: [DocumentScore], columns: [String]) -> [UInt8] {
    var writer = CSVWriter(mark: true)
    for column in columns { writer.field(column) }
    writer.endRecord()
    for document in scores {
      for sheet in document.sheets {
        for row in sheet.indicators {
          for column in columns { writer.text(cell(column, row, sheet.sheet, document)) }
          writer.endRecord()
        }
      }
    }
    return writer.bytes
  }

  private static func cell(
    _ column: String, _ row: IndicatorScore, _ sheet: Sheet, _ document: DocumentScore
  ) -> String? {
    switch column {
    case "file": document.file
    case "sheet": String(sheet.ordinal)
    case "indicator": String(row.indicator.ordinal)
    case "level3": row.indicator.level3
    case "target": row.indicator.target.readable
    case "actual": row.indicator.actual
    case "weight": row.indicator.weight?.description
    case "low": row.points?.low.points.description
    case "high": row.points?.high.points.description
    case "why": row.why
    default: nil
    }
  }
}
