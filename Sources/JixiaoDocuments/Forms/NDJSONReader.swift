import Jixiao

/// One sheet a line: the sheet object of canonical JSON with its `file`.
///
/// A line that does not parse is reported with its place; the others are read.
struct NDJSONReader: DocumentFormat {
  let name = "ndjson"

  func recognise(_ input: ReaderInput) -> Recognition {
    Self.looksLikeRecords(input)
      ? .own : .foreign("没有一行一个的绩效表对象", "no line is a sheet object by itself")
  }

  /// Whether the first line that is not blank is a whole object, and one of a sheet.
  static func looksLikeRecords(_ input: ReaderInput) -> Bool {
    guard let first = input.lines.lines.first(where: { !$0.isBlank }),
      input.bytes[first.range].first(where: { !JSONText.isSpace($0) }) == UInt8(ascii: "{")
    else { return false }
    let others = input.lines.lines.contains { line in
      line.number > first.number && !line.isBlank && input.bytes[line.range.lowerBound] == UInt8(ascii: "{")
    }
    return isSheet(Array(input.bytes[first.range])) ?? others
  }

  /// Whether a line is a sheet object; nil where it is not JSON.
  static func isSheet(_ line: [UInt8]) -> Bool? {
    line.withUnsafeBufferPointer { line in
      var tape = JSONTape()
      return try? tape.withRoot(of: line) { value in
        guard let members = value.members else { return false }
        return members["indicators"] != nil && members["sheets"] == nil && members["documents"] == nil
      }
    }
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    var documents: [Document] = []
    var context = JSONContext(input)
    var tape = JSONTape()
    for line in input.lines.lines where !line.isBlank {
      if line.number > input.limits.rows {
        throw ReadError(
          file: input.file, place: Place(line: line.number), .tooManyRows(limit: input.limits.rows))
      }
      let record = record(line, input, &context, &tape)
      let file = record.isObject ? record.file ?? input.file : documents.last?.file ?? input.file
      if documents.last?.file != file {
        documents.append(Document(file: file, sha256: input.sha256, reader: name, sheets: []))
      }
      documents[documents.count - 1].unread += record.unread
      documents[documents.count - 1].notices += record.notices.map(\.text)
      if var sheet = record.sheet {
        if !record.hasOrdinal { sheet.ordinal = documents[documents.count - 1].sheets.count + 1 }
        documents[documents.count - 1].sheets.append(sheet)
      }
    }
    return Reading(documents: documents)
  }

  /// The sheet of one line, and what of it could not be read.
  func record(
    _ line: TextLines.Line, _ input: ReaderInput, _ context: inout JSONContext, _ tape: inout JSONTape
  ) -> SheetRecord {
    context = context.following(start: line.range.lowerBound)
    var record = SheetRecord()
    do {
      try input.bytes.withUnsafeBufferPointer { (bytes) throws(JSONError) in
        try tape.withRoot(of: UnsafeBufferPointer(rebasing: bytes[line.range])) { value in
          guard let fields = JSONFields(value) else { return }
          record.isObject = true
          record.file = fields.raw("file", &context)
          record.hasOrdinal = fields["sheet"] != nil
          record.sheet = SheetJSON.sheet(fields, ordinal: 1, &context)
        }
      }
      if !record.isObject {
        record.unread = [unread(line, input, zh: "这一行不是对象", en: "the line is not an object")]
      }
    } catch {
      record.unread = [
        unread(line, input, column: error.column, zh: error.reason(in: .zh), en: error.reason(in: .en))
      ]
    }
    let found = context.takeKeyed()
    record.unread = found.unread + record.unread
    record.notices = found.notices
    return record
  }

  private func unread(
    _ line: TextLines.Line, _ input: ReaderInput, column: Int? = nil, zh: String, en: String
  ) -> Document.Unread {
    Document.Unread(
      place: input.place(line: line.number, column: column, offset: line.range.lowerBound),
      text: String(input.lines.text(line.range).prefix(120)), why: input.language.pick(zh, en))
  }
}

/// One line of NDJSON, read.
package struct SheetRecord: Sendable {
  /// Set where the line is an object, whatever became of its content.
  package var isObject = false
  package var file: String?
  package var sheet: Sheet?
  /// Whether the line itself says which sheet of its file it is.
  package var hasOrdinal = false
  package var unread: [Document.Unread] = []
  /// Unknown keys, with what to say of each.
  package var notices: [(key: String, text: String)] = []
}
