import Jixiao

/// Renders findings as CSV: one a row.
public struct FindingsCSV: FindingsRenderer {
  static let columns = [
    "code", "name", "class", "severity", "file", "sheet", "organization", "project", "indicator", "level3",
    "field", "line",
    "table", "row", "column", "seen", "message", "clause", "points", "fingerprint", "suppressed",
    "suggestField",
    "suggestReplace",
  ]

  public init() {}

  public mutating func begin() -> [UInt8] {
    var writer = CSVWriter()
    for column in Self.columns { writer.field(column) }
    writer.endRecord()
    return writer.bytes
  }

  public mutating func findings(_ findings: [Finding]) -> [UInt8] {
    var writer = CSVWriter()
    for finding in findings {
      writer.field(finding.code)
      writer.field(finding.name)
      writer.field(finding.group)
      writer.field(finding.severity.rawValue)
      writer.text(finding.file)
      writer.text(finding.sheetID ?? finding.sheet.map { String($0) })
      writer.text(finding.organization)
      writer.text(finding.project)
      writer.field(finding.indicator.map { String($0) })
      writer.text(finding.indicatorName)
      writer.field(finding.field?.rawValue)
      for number in [finding.place.line, finding.place.table, finding.place.row, finding.place.column] {
        writer.field(number.map { String($0) })
      }
      writer.text(finding.seen)
      writer.text(finding.message)
      writer.text(finding.clause)
      writer.field(finding.points?.description)
      writer.field(finding.fingerprint)
      writer.field(finding.suppression?.rawValue)
      writer.field(finding.suggestion?.field.rawValue)
      writer.text(finding.suggestion?.replace)
      writer.endRecord()
    }
    return writer.bytes
  }
}
