import Jixiao

/// Text that has lost its columns: cells cut every few characters over several lines, or rows run together.
///
/// Rows are recovered by a search over all readings of the text as cells under the printed headings. What is not ahead
/// of every other reading by a margin is left unread, with its place.
struct BrokenTextReader: DocumentFormat {
  let name = "broken-text"

  func recognise(_ input: ReaderInput) -> Recognition {
    let text = BrokenText(input.lines)
    let lexicon = CellLexicon(input.vocabulary)
    if HeadingRun.first(in: text, from: 0, lexicon) != nil { return .own }
    return .foreign("没有连成一串的列名（一级指标 … 指标值）", "no run of headings such as 三级指标 … 指标值")
  }

  func read(_ input: ReaderInput) throws(ReadError) -> Reading {
    let lexicon = CellLexicon(input.vocabulary)
    let sheets = BrokenSheets(BrokenText(input.lines), lexicon)
    var builder = GridBuilder(input, rowsMayBeCut: false)
    var log = ReadLog(language: input.language)
    let firstTitle = sheets.parts.first?.headings.range.lowerBound ?? 0
    addYearLines(input, upTo: sheets.text.count > firstTitle ? sheets.text.lines[firstTitle] : 1, &builder)
    for part in sheets.parts { try add(part, sheets.text, lexicon, &builder, &log) }
    builder.endTable()
    var reading = SheetCutter.read(builder, input, reader: name)
    for index in reading.documents.indices {
      reading.documents[index].unread = (reading.documents[index].unread + log.unread)
        .enumerated().sorted {
          ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
        }
        .map(\.element)
    }
    if !log.unread.isEmpty { reading.nothing = nil }
    reading.isStream = true
    return reading
  }

  /// Lines that say of which year the document is, for sheets that do not.
  private func addYearLines(_ input: ReaderInput, upTo line: Int, _ builder: inout GridBuilder) {
    for item in input.lines.lines.prefix(max(0, line - 1)) where item.range.count <= 120 && !item.isBlank {
      let text = input.lines.text(item.range)
      // 发布日期：2022年… dates a page, not a sheet.
      guard text.contains("年"), !text.contains(":"), !text.contains("："),
        SheetTitle(text, at: Place(), words: input.vocabulary.sheets) == nil
      else { continue }
      let folded = text.folded
      if input.vocabulary.sheets.documentYears.contains(where: { folded.contains($0) }) {
        builder.addLine(text, at: Place(line: item.number))
      }
    }
  }

  private func add(
    _ part: BrokenSheets.Part, _ text: BrokenText, _ lexicon: CellLexicon, _ builder: inout GridBuilder,
    _ log: inout ReadLog
  ) throws(ReadError) {
    let isRunOn = Self.isRunOn(text, part.body, lexicon)
    let atoms = BodyAtoms(
      text, part.body, isRunOn: isRunOn, fields: part.headings.columns.map(\.field), lexicon)
    for title in part.titles { builder.addLine(title.text, at: Place(line: title.line)) }
    var start = part.head.lowerBound
    while start < part.head.upperBound {
      let end = min(text.endOfLine(start), part.head.upperBound)
      let line = text.string(start..<end)
      if line.utf8.count <= 30, SheetYear.alone(in: line.folded) != nil {
        builder.addLine(line, at: Place(line: text.lines[start]))
      }
      start = end
    }
    for row in BrokenHead(text, part.head, lexicon).rows() { try builder.addRow(row) }
    guard let search = RowSearch(atoms, part.headings.columns, lexicon) else { return }
    let rows = RowAssembly(atoms, part.body, part.headings, search.best(), lexicon)
    if rows.isEmpty {
      log.unread(
        text.string(part.headings.range), at: Place(line: text.lines[part.headings.range.lowerBound]),
        zh: "列名下的文字读不成行", en: "the text below the headings could not be read as rows")
      return
    }
    try builder.addRow(rows.headingRow())
    for row in rows.rows(&log) { try builder.addRow(row) }
    rows.reportRest(&log)
  }

  /// Whether rows run together: lines that begin with a level and go straight on.
  private static func isRunOn(_ text: BrokenText, _ body: Range<Int>, _ lexicon: CellLexicon) -> Bool {
    var glued = 0
    var apart = 0
    for index in body where text.gaps[index].endsLine {
      var end = index
      lexicon.words.match(text.folded, at: index, limit: body.upperBound) { wordEnd, values in
        let isLevel = values.contains {
          switch $0 {
          case .level1, .level2: true
          default: false
          }
        }
        if isLevel && wordEnd - index >= 4 { end = wordEnd }
      }
      guard end > index, end < body.upperBound else { continue }
      if text.gaps[end] == .glued && text.folded[end] != "(" { glued += 1 } else { apart += 1 }
    }
    return glued >= 2 && glued > apart
  }
}
