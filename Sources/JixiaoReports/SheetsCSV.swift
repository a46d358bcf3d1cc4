import Dispatch
import Jixiao
import Synchronization

/// Renders documents as the flat table: one indicator a row, every column of the contract.
///
/// A sheet is known by its own id or its position; where several documents are written, the file stands before it, so
/// that no two sheets share an id. Texts that a spreadsheet would take for a formula carry an apostrophe, which the
/// reader takes off again.
public enum SheetsCSV {
  /// The columns, in order.
  public static let columns: [String] =
    ["sheet", "kind", "year", "organization", "project", "adjusted", "executed"]
    + Indicator.Field.allCases.map(\.rawValue)

  /// Sheets that are written in one go; many are on all cores. Chosen.
  private static let sheetsAtOnce = 256

  /// The table as bytes; `mark` begins it with a byte order mark, by which Excel knows UTF-8.
  public static func render(_ documents: [Document], mark: Bool = false) -> [UInt8] {
    var writer = CSVWriter(mark: mark)
    for column in columns { writer.field(column) }
    writer.endRecord()
    for document in documents {
      let file = documents.count > 1 ? document.file : nil
      if document.sheets.count <= sheetsAtOnce {
        write(document.sheets[...], file: file, to: &writer)
      } else {
        writer.append(pieces(of: document, file: file))
      }
    }
    return writer.bytes
  }

  /// The records of a long document, in pieces that were written side by side.
  private static func pieces(of document: Document, file: String?) -> [[UInt8]] {
    let sheets = document.sheets
    let count = (sheets.count + sheetsAtOnce - 1) / sheetsAtOnce
    let pieces = Mutex([[UInt8]](repeating: [], count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      var writer = CSVWriter()
      let first = number * sheetsAtOnce
      write(sheets[first..<min(first + sheetsAtOnce, sheets.count)], file: file, to: &writer)
      pieces.withLock { $0[number] = writer.bytes }
    }
    return pieces.withLock { $0 }
  }

  private static func write(_ sheets: ArraySlice<Sheet>, file: String?, to writer: inout CSVWriter) {
    for sheet in sheets {
      let own = sheet.id ?? String(sheet.ordinal)
      let id = file.map { "\($0)#\(own)" } ?? own
      let year = sheet.year.map { String($0) }
      let adjusted = sheet.funds.adjusted?.description
      let executed = sheet.funds.executed?.description
      for indicator in sheet.indicators {
        writer.text(id)
        writer.field(sheet.kind.rawValue)
        writer.field(year)
        writer.text(sheet.organization)
        writer.text(sheet.project)
        writer.field(adjusted)
        writer.field(executed)
        for field in Indicator.Field.allCases { write(field, of: indicator, to: &writer) }
        writer.endRecord()
      }
    }
  }

  private static func write(_ field: Indicator.Field, of indicator: Indicator, to writer: inout CSVWriter) {
    let target = indicator.target
    switch field {
    case .level1: writer.text(indicator.level1)
    case .level2: writer.text(indicator.level2)
    case .level3: writer.text(indicator.level3)
    case .operator: writer.field(target.relation?.rawValue)
    case .target: writer.text(target.printed)
    case .value: writer.field(target.value?.description)
    case .upper: writer.field(target.upper?.description)
    case .deadline: writer.field(target.deadline?.description)
    case .unit: writer.text(target.unit)
    case .weight: writer.field(indicator.weight?.description)
    case .basis: writer.text(indicator.basis)
    case .previous: writer.text(indicator.previous)
    case .rule: writer.text(indicator.rule)
    case .evidence: writer.text(indicator.evidence)
    case .actual: writer.text(indicator.actual)
    case .claimed: writer.field(indicator.claimed?.description)
    case .reason: writer.text(indicator.reason)
    case .awarded: writer.field(indicator.awarded?.description)
    case .notApplicable: writer.field(indicator.notApplicable ? "true" : nil)
    }
  }
}
