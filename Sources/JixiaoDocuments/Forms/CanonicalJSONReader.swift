import Jixiao

/// Our own `jixiao.sheets/1`, as `read --format json` writes it or as other programs make it.
///
/// A document without the outer frame, `{"sheets":[…]}`, is read too.
struct CanonicalJSONReader: DocumentFormat {
  let name = "json"
  private static let schema = "jixiao.sheets/1"

  func recognise(_ input: ReaderInput) -> Recognition {
    guard let first = input.bytes.first(where: { !JSONText.isSpace($0) }), first == UInt8(ascii: "{") else {
      return .foreign("不以 { 开头", "does not begin with {")
    }
    // Several objects, one a line, are NDJSON.
    return NDJSONReader.looksLikeRecords(input) ? .foreign("一行一个对象", "one object a line") : .own
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    let read: Result<Reading, ReadError>
    do {
      read = try input.bytes.withUnsafeBufferPointer {
        (bytes) throws(JSONError) -> Result<Reading, ReadError> in
        var tape = JSONTape()
        return try tape.withRoot(of: bytes) { root in
          Result { () throws(ReadError) -> Reading in try self.read(root, input) }
        }
      }
    } catch {
      throw ReadError(
        file: input.file, place: Place(line: error.line, column: error.column),
        .broken(reader: name, why: BothLanguages(zh: error.reason(in: .zh), en: error.reason(in: .en))))
    }
    return try read.get()
  }

  private func read(_ value: JSONValue, _ input: ReaderInput) throws(ReadError) -> Reading {
    var context = JSONContext(input)
    func broken(_ offset: Int, zh: String, en: String) -> ReadError {
      ReadError(
        file: input.file, place: context.place(offset),
        .broken(reader: name, why: BothLanguages(zh: zh, en: en)))
    }
    guard let root = JSONFields(value) else {
      throw broken(0, zh: "最外层应是对象", en: "the outermost value must be an object")
    }
    if let schema = root["schema"]?.string, schema != Self.schema {
      throw broken(
        root["schema"]?.offset ?? 0, zh: "schema 是 \(schema)，此处只读 \(Self.schema)",
        en: "the schema is \(schema); only \(Self.schema) is read here")
    }
    let frames: [JSONFields]
    if root["documents"] != nil {
      root.note(unknownBeside: ["schema", "documents"], &context)
      frames = root.objects("documents", &context)
    } else if root["sheets"] != nil {
      frames = [root]
    } else {
      throw broken(0, zh: "没有键 documents 或 sheets", en: "there is no key documents or sheets")
    }
    var documents: [Document] = []
    for frame in frames { documents.append(document(frame, input, &context)) }
    if documents.isEmpty {
      documents = [Document(file: input.file, sha256: input.sha256, reader: name, sheets: [])]
    }
    let rest = context.take()
    documents[0].unread += rest.unread
    documents[0].notices += rest.notices
    return Reading(documents: documents)
  }

  private func document(_ frame: JSONFields, _ input: ReaderInput, _ context: inout JSONContext) -> Document {
    frame.note(unknownBeside: ["schema", "file", "sha256", "reader", "sheets", "unread"], &context)
    var document = Document(
      file: frame.raw("file", &context) ?? input.file,
      sha256: frame.has("sha256") ? frame.raw("sha256", &context) : input.sha256,
      reader: frame.raw("reader", &context) ?? name, sheets: [])
    for (index, sheet) in frame.objects("sheets", &context).enumerated() {
      document.sheets.append(SheetJSON.sheet(sheet, ordinal: index + 1, &context))
    }
    for entry in frame.objects("unread", &context) {
      let place = entry.object("at", &context).map { SheetJSON.place(entry: $0, &context) }
      document.unread.append(
        Document.Unread(
          place: place ?? Place(), text: entry.raw("text", &context) ?? "",
          why: entry.raw("why", &context) ?? ""))
    }
    let found = context.take()
    document.unread += found.unread
    document.notices = found.notices
    return document
  }
}

/// What the JSON forms share about bytes.
enum JSONText {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
