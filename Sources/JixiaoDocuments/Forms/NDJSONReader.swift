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
    guard let node = try? JSONNode(parsing: Array(input.bytes[first.range])) else { return others }
    return node["indicators"] != nil && node["sheets"] == nil && node["documents"] == nil
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    var documents: [Document] = []
    var context = JSONContext(input)
    for line in input.lines.lines where !line.isBlank {
      if line.number > input.limits.rows {
        throw ReadError(
          file: input.file, place: Place(line: line.number), .tooManyRows(limit: input.limits.rows))
      }
      context = context.following(start: line.range.lowerBound)
      var file = documents.last?.file ?? input.file
      var sheet: Sheet?
      var problem: Document.Unread?
      do {
        let node = try JSONNode(parsing: Array(input.bytes[line.range]))
        if let fields = JSONFields(node) {
          file = fields.raw("file", &context) ?? input.file
          let count = documents.last?.file == file ? documents.last?.sheets.count ?? 0 : 0
          sheet = SheetJSON.sheet(fields, ordinal: count + 1, &context)
        } else {
          problem = unread(line, input, zh: "这一行不是对象", en: "the line is not an object")
        }
      } catch {
        problem = unread(
          line, input, column: error.column, zh: error.reason(in: .zh), en: error.reason(in: .en))
      }
      if documents.last?.file != file {
        documents.append(Document(file: file, sha256: input.sha256, reader: name, sheets: []))
      }
      let found = context.take()
      documents[documents.count - 1].unread += found.unread + (problem.map { [$0] } ?? [])
      documents[documents.count - 1].notices += found.notices
      if let sheet { documents[documents.count - 1].sheets.append(sheet) }
    }
    return Reading(documents: documents)
  }

  private func unread(
    _ line: TextLines.Line, _ input: ReaderInput, column: Int? = nil, zh: String, en: String
  ) -> Document.Unread {
    Document.Unread(
      place: input.place(line: line.number, column: column, offset: line.range.lowerBound),
      text: String(input.lines.text(line.range).prefix(120)), why: input.language.pick(zh, en))
  }
}
