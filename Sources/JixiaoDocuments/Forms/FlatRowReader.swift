import Jixiao

/// Rows of a flat table one at a time, for those who cut the table themselves: the stream and its workers.
///
/// Reads a row by the same rules as `FlatTable` reads a file, so that both report and score alike.
package struct FlatRowReader: Sendable {
  /// What one row says.
  package struct Row: Sendable {
    /// The sheet the row would open, with this one indicator; nil where the row was refused.
    package var sheet: Sheet?
    /// What is wrong with the row's own cells, or why it was refused.
    package var unread: [Document.Unread]
    /// What is wrong with what it says about its sheet; of interest only in a sheet's first row.
    package var headUnread: [Document.Unread]
  }

  /// A row by its bytes, without the line's end.
  package struct Source: Sendable {
    package let bytes: [UInt8]
    /// 1-based.
    package let line: Int
    package let offset: Int

    package init(bytes: [UInt8], line: Int, offset: Int) {
      self.bytes = bytes
      self.line = line
      self.offset = offset
    }
  }

  private let columns: FlatColumns
  private let input: ReaderInput

  /// Reads the first line, in UTF-8 without its end; throws where a column that is needed is missing or doubled.
  package init(
    header: [UInt8], file: String, vocabulary: Vocabulary, limits: ReadLimits, language: Language
  ) throws(ReadError) {
    input = ReaderInput(
      file: file, sha256: "", offsetsHold: true, lines: TextLines([]), vocabulary: vocabulary, limits: limits,
      language: language)
    var records = DelimitedRecords(header)
    guard let record = records.next() else { throw ReadError(file: file, .empty) }
    columns = FlatColumns(record.fields, words: vocabulary.sheets)
    if let missing = columns.missing {
      throw ReadError(file: file, place: Place(line: 1), .broken(reader: "flat-csv", why: missing))
    }
  }

  /// Whether a first line is the header of a flat table.
  package static func isHeader(_ line: [UInt8], vocabulary: Vocabulary) -> Bool {
    var records = DelimitedRecords(line)
    let names = records.next()?.fields ?? []
    let known = names.compactMap { vocabulary.sheets.flatColumn($0) }
    return known.contains(.flat(.sheet)) && known.contains(.field(.level3)) && known.count >= 3
  }

  package var columnCount: Int { columns.count }
  package var unknownColumns: [String] { columns.unknown }
  package func column(_ field: Indicator.Field) -> Int? { columns.fields[field] }
  package func column(_ field: SheetWords.FlatField) -> Int? { columns.flat[field] }
  package var longestCell: Int { input.limits.cellBytes }

  /// Reads one row by itself.
  package func read(_ source: Source) -> Row {
    var table = FlatTable(columns: columns, input: input)
    guard let record = record(source, &table) else {
      return Row(sheet: nil, unread: [invalid(source)], headUnread: [])
    }
    table.add(record)
    let all = table.unread
    guard let sheet = table.finished().first else { return Row(sheet: nil, unread: all, headUnread: []) }
    // The second time the sheet is open already, so only the row's own flaws are told again.
    table.add(record)
    let own = table.unread.count - all.count
    return Row(sheet: sheet, unread: Array(all.prefix(own)), headUnread: Array(all.dropFirst(own)))
  }

  /// Reads rows of whole sheets, and what of them could not be read.
  package func sheets(_ sources: [Source]) -> (sheets: [Sheet], unread: [Document.Unread]) {
    var table = FlatTable(columns: columns, input: input, isPart: true)
    var invalid: [Document.Unread] = []
    for source in sources {
      if let record = record(source, &table) {
        table.add(record)
      } else {
        invalid.append(self.invalid(source))
      }
    }
    let unread = (table.unread + invalid).sorted { ($0.place.offset ?? 0) < ($1.place.offset ?? 0) }
    return (table.finished(), unread)
  }

  /// Reads the rows of one sheet; those that are refused are left out.
  package func sheet(_ sources: [Source]) -> Sheet? {
    var table = FlatTable(columns: columns, input: input)
    for source in sources {
      if let record = record(source, &table) { table.add(record) }
    }
    return table.finished().first
  }

  /// Nil where the bytes are no UTF-8.
  private func record(_ source: Source, _ table: inout FlatTable) -> DelimitedRecords.Record? {
    guard TextEncoding.isUTF8(source.bytes) else { return nil }
    var records = DelimitedRecords(source.bytes)
    guard let record = records.next() else { return nil }
    return DelimitedRecords.Record(
      fields: record.fields, offset: source.offset, line: source.line, flaw: record.flaw)
  }

  private func invalid(_ source: Source) -> Document.Unread {
    Document.Unread(
      place: input.place(line: source.line, offset: source.offset),
      text: String(decoding: source.bytes.prefix(120), as: UTF8.self),
      why: input.language.pick("不是有效的 UTF-8", "not valid UTF-8"))
  }
}
