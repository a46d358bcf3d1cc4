import Jixiao

/// What the reading of one document could not use, in the order of the file.
struct ReadLog: Sendable {
  let language: Language
  private(set) var unread: [Document.Unread] = []
  private(set) var trace = ReadTrace()

  /// The headings seen last, which most files print above every sheet; kept once for all of them.
  private var lastHeadings: [ReadTrace.Heading] = []

  init(language: Language) {
    self.language = language
  }

  mutating func unread(_ text: String, at place: Place, zh: String, en: String) {
    let seen = text.withoutSpace
    // A long passage is named by its beginning.
    let shown = seen.count > 120 ? String(seen.prefix(120)) + "…" : seen
    unread.append(Document.Unread(place: place, text: shown, why: language.pick(zh, en)))
  }

  /// Notes a row that a template offers and nobody filled.
  mutating func dropped(_ text: String, at place: Place, zh: String, en: String) {
    trace.dropped.append(
      ReadTrace.Dropped(place: place, text: String(text.withoutSpace.prefix(60)), why: language.pick(zh, en)))
  }

  mutating func append(_ entries: [ReadTrace.Dropped]) { trace.dropped += entries }

  mutating func saw(_ columns: ColumnMap, words: SheetWords) {
    let headings = columns.headings.enumerated().map { (column, text) in
      let use: ReadTrace.Heading.Use
      if let field = columns.fields[column] {
        use = .field(field)
      } else if columns.moreSigns.contains(column) {
        use = .moreSigns
      } else if let field = columns.notUsed[column] {
        use = .notUsed(field)
      } else if text.isEmpty {
        use = .blank
      } else {
        use = words.column(text) == .other ? .ignored : .unknown
      }
      return ReadTrace.Heading(text: text, use: use)
    }
    lastHeadings = headings
    sawAgain(columns)
  }

  /// Notes a table whose headings are those of the one before.
  mutating func sawAgain(_ columns: ColumnMap) {
    trace.tables.append(
      ReadTrace.Table(place: columns.place, headingRows: columns.rowCount, headings: lastHeadings))
  }

  /// Counts a row of the last table, and the indicators it made.
  mutating func sawRow(indicators: Int) {
    guard let last = trace.tables.indices.last else { return }
    trace.tables[last].rows += 1
    trace.tables[last].indicators += indicators
  }

  mutating func append(_ entries: [Document.Unread]) { unread += entries }
}
