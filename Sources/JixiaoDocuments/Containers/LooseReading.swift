import Jixiao

/// Reads pieces of text as sheets, within the limits.
enum LooseReading {
  /// More pieces than this are no sheet that lost its columns; chosen, about 100 times the longest one seen.
  private static let mostTokens = 200_000

  static func read(
    _ tokens: [LooseToken], isStream: Bool, _ input: ReaderInput, reader: String
  ) throws(ReadError) -> Reading {
    var tokens = tokens
    var unread: [Document.Unread] = []
    if tokens.count > min(mostTokens, input.limits.rows) {
      throw ReadError(file: input.file, .tooManyRows(limit: min(mostTokens, input.limits.rows)))
    }
    for i in tokens.indices where tokens[i].text.utf8.count > input.limits.cellBytes {
      unread.append(
        Document.Unread(
          place: tokens[i].place, text: String(tokens[i].text.prefix(60)) + "…",
          why: input.language.pick(
            "单元格超过上限 cellBytes=\(input.limits.cellBytes) 字节",
            "the cell is longer than the limit cellBytes=\(input.limits.cellBytes)")))
      tokens[i].text = ""
    }
    let layout = LooseLayout(
      tokens, isStream: isStream, vocabulary: input.vocabulary, language: input.language)
    var reading = SheetCutter.read(
      layout.grid, unread: unread + layout.log.unread, dropped: layout.log.trace.dropped, input,
      reader: reader)
    reading.isStream = isStream
    return reading
  }
}
