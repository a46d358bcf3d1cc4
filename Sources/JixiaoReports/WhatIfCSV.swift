import Jixiao

/// Renders what-if answers as CSV, one record a row.
public enum WhatIfCSV {
  public static func render(_ records: [WhatIfRecord]) -> [UInt8] {
    var writer = CSVWriter()
    for column in WhatIfRecord.columns { writer.field(column) }
    writer.endRecord()
    for record in records {
      for cell in record.cells { writer.text(cell) }
      writer.endRecord()
    }
    return writer.bytes
  }
}
