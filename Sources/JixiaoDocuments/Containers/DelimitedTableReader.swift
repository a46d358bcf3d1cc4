import Jixiao

/// A sheet saved as CSV by a spreadsheet program: commas or semicolons, quoted cells, merged cells as blanks.
struct DelimitedTableReader: DocumentFormat {
  let name = "csv"

  func recognise(_ input: ReaderInput) -> Recognition {
    if Self.separator(of: input) != nil { return .own }
    return .foreign("没有以逗号或分号分列的列名行", "no row of headings with cells separated by commas or semicolons")
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    guard let separator = Self.separator(of: input) else { throw ReadError(file: input.file, .empty) }
    var builder = GridBuilder(input, rowsMayBeCut: false)
    var flaws: [Document.Unread] = []
    var records = DelimitedRecords(input.bytes, separator: separator)
    while let record = records.next() {
      guard record.flaw == nil else {
        flaws.append(
          Document.Unread(
            place: Place(line: record.line), text: String(record.fields.joined(separator: "|").prefix(120)),
            why: input.language.pick("引号不成对，分不清各格", "the quotes do not match, so cells cannot be told apart"))
        )
        continue
      }
      try builder.addRow(
        record.fields.enumerated().map {
          Grid.Cell(text: $0.element, place: Place(line: record.line, column: $0.offset + 1))
        })
    }
    builder.endTable()
    return SheetCutter.read(builder.grid, unread: builder.unread + flaws, input, reader: name)
  }

  /// The separator with which one of the first records is a row of headings.
  private static func separator(of input: ReaderInput) -> UInt8? {
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";")] {
      var records = DelimitedRecords(input.bytes, separator: separator)
      var seen = 0
      while seen < 200, let record = records.next() {
        seen += 1
        guard record.flaw == nil, record.fields.count >= 3 else { continue }
        let known = record.fields.count { input.vocabulary.sheets.column($0) != nil }
        if known >= 3 || known >= 2 && record.fields.count <= 4 { return separator }
      }
    }
    return nil
  }
}
