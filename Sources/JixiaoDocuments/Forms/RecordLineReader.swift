import Jixiao

/// One line of NDJSON at a time, for those who cut the lines themselves.
package struct RecordLineReader: Sendable {
  private let file: String
  private let vocabulary: Vocabulary
  private let limits: ReadLimits
  private let language: Language

  package init(file: String, vocabulary: Vocabulary, limits: ReadLimits, language: Language) {
    self.file = file
    self.vocabulary = vocabulary
    self.limits = limits
    self.language = language
  }

  /// Whether a first line is a sheet object.
  package static func isRecord(_ line: [UInt8]) -> Bool {
    NDJSONReader.isSheet(line) ?? false
  }

  /// The sheets of whole lines of a stream, blank lines left out.
  ///
  /// `linesBefore` and `bytesBefore` count what stands before these lines, for the places of what cannot be read.
  package func records(in lines: [UInt8], linesBefore: Int, bytesBefore: Int) -> [SheetRecord] {
    let input = ReaderInput(
      file: file, sha256: "", offsetsHold: true, lines: TextLines(lines), vocabulary: vocabulary,
      limits: limits, language: language, linesBefore: linesBefore, bytesBefore: bytesBefore)
    var context = JSONContext(input)
    var tape = JSONTape()
    var records: [SheetRecord] = []
    records.reserveCapacity(input.lines.lines.count)
    for line in input.lines.lines where !line.isBlank {
      records.append(NDJSONReader().record(line, input, &context, &tape))
    }
    return records
  }

  /// The sheet of a line, by the same rules as a whole file, and what of it could not be read.
  package func read(_ line: [UInt8], offset: Int) -> (sheet: Sheet?, unread: [Document.Unread]) {
    func failed(_ zh: String, _ en: String) -> (Sheet?, [Document.Unread]) {
      let text = String(decoding: line.prefix(120), as: UTF8.self)
      return (nil, [Document.Unread(place: Place(offset: offset), text: text, why: language.pick(zh, en))])
    }
    guard TextEncoding.isUTF8(line) else { return failed("不是有效的 UTF-8", "not valid UTF-8") }
    let input = ReaderInput(
      file: file, sha256: "", offsetsHold: true, lines: TextLines(line), vocabulary: vocabulary,
      limits: limits, language: language)
    guard let documents = try? NDJSONReader().read(input).documents else {
      return failed("读不了这一行", "the line cannot be read")
    }
    let unread = documents.flatMap(\.unread).map { flaw in
      var flaw = flaw
      flaw.place.offset = offset + (flaw.place.offset ?? 0)
      return flaw
    }
    return (documents.first { !$0.sheets.isEmpty }?.sheets.first, unread)
  }
}
