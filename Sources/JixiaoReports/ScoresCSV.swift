import Jixiao

/// Renders scores as CSV: one indicator a row, with the derivation and its clause.
public enum ScoresCSV {
  static let columns = [
    "file", "pack", "sheet", "kind", "year", "organization", "project", "indicator", "level1", "level2",
    "level3",
    "operator", "target", "unit", "weight", "actual", "claimed", "points", "low", "high", "exact", "outcome",
    "ratio",
    "function", "clause", "certainty", "notes", "why", "line", "table", "row",
  ]

  /// The rows of all scores; `mark` begins with a byte order mark, by which Excel knows UTF-8.
  public static func render(_ scores: [DocumentScore], mark: Bool = false) -> [UInt8] {
    var writer = CSVWriter(mark: mark)
    for column in columns { writer.field(column) }
    writer.endRecord()
    write(scores, to: &writer)
    return writer.bytes
  }

  /// The rows alone, for those who write them bit by bit behind a header.
  public static func rows(_ scores: [DocumentScore]) -> [UInt8] {
    var writer = CSVWriter()
    write(scores, to: &writer)
    return writer.bytes
  }

  private static func write(_ scores: [DocumentScore], to writer: inout CSVWriter) {
    for document in scores {
      for score in document.sheets {
        for row in score.indicators {
          write(row, of: score.sheet, in: document, to: &writer)
          writer.endRecord()
        }
      }
    }
  }

  private static func write(
    _ row: IndicatorScore, of sheet: Sheet, in document: DocumentScore, to writer: inout CSVWriter
  ) {
    let indicator = row.indicator
    writer.text(document.file)
    writer.field(document.pack)
    writer.text(sheet.id ?? String(sheet.ordinal))
    writer.field(sheet.kind.rawValue)
    writer.field(sheet.year.map { String($0) })
    writer.text(sheet.organization)
    writer.text(sheet.project)
    writer.field(String(indicator.ordinal))
    writer.text(indicator.level1)
    writer.text(indicator.level2)
    writer.text(indicator.level3)
    writer.field(indicator.target.relation?.rawValue)
    writer.text(indicator.target.printed)
    writer.text(indicator.target.unit)
    writer.field(indicator.weight?.description)
    writer.text(indicator.actual)
    writer.field(indicator.claimed?.description)
    writer.field(row.points?.exact?.points.description)
    writer.field(row.points?.low.points.description)
    writer.field(row.points?.high.points.description)
    writer.field(row.points?.exact?.description)
    writer.field(row.outcome.rawValue)
    writer.field(row.ratio?.description)
    writer.field(row.function)
    writer.field(row.clause)
    writer.field(row.certainty.rawValue)
    writer.field(row.notes.map(\.rawValue).joined(separator: " "))
    writer.text(row.why)
    writer.field(indicator.place.line.map { String($0) })
    writer.field(indicator.place.table.map { String($0) })
    writer.field(indicator.place.row.map { String($0) })
  }
}
