import Jixiao

/// A form in which sheets come; a new one is a file with a conforming type and a line in `DocumentFormats.all`.
protocol DocumentFormat: Sendable {
  /// As outputs name the reader: `cell-lines`.
  var name: String { get }

  /// Whether the content is of this form; the file's name plays no part.
  func recognise(_ input: ReaderInput) -> Recognition

  /// How much a certain row of this reader counts beside one of another, in thirds.
  var trust: Int { get }

  /// Reads a file that was recognised. Only what makes the whole file unusable is thrown.
  func read(_ input: ReaderInput) throws(ReadError) -> Reading
}

extension DocumentFormat {
  var trust: Int { 3 }
}

enum Recognition: Sendable, Equatable {
  case own
  /// Not of this form, and what was missed.
  case foreign(BothLanguages)

  static func foreign(_ zh: String, _ en: String) -> Recognition { .foreign(BothLanguages(zh: zh, en: en)) }
}

/// The registry, in the order in which readers are asked: the strictest forms first.
enum DocumentFormats {
  static let all: [any DocumentFormat] = [
    CanonicalJSONReader(), NDJSONReader(), FlatTableReader(), HTMLReader(), DelimitedTableReader(),
    CellLinesReader(), TabTableReader(), PipeTableReader(),
  ]

  /// Readers of text that has lost its cells. Each sees other remains of a table, so all that take a text read it and the
  /// most certain reading is kept; the first of equally certain ones wins.
  static let loose: [any DocumentFormat] = [
    SpacedTextReader(), BrokenTextReader(), LayoutTextReader(),
  ]
}

/// What a reader is given: the file's text in UTF-8, and everything that reading depends on.
struct ReaderInput: Sendable {
  let file: String
  let sha256: String
  /// Whether a byte offset in the text is one in the file.
  let offsetsHold: Bool
  let lines: TextLines
  let vocabulary: Vocabulary
  let limits: ReadLimits
  let language: Language
  /// What stands before this text where it is a piece of a stream.
  var linesBefore = 0
  var bytesBefore = 0

  var bytes: [UInt8] { lines.bytes }

  /// The place of a byte, with its offset where the file's encoding is UTF-8.
  func place(line: Int, column: Int? = nil, offset: Int) -> Place {
    Place(
      line: line + linesBefore, column: column, offset: offsetsHold ? offset + bytesBefore : nil)
  }
}

extension Reading {
  /// How sure a reading is: rows and facts of the head that were read, less places that were not.
  ///
  /// A row counts double, because one unread place may be a paragraph that is no part of a sheet, and a fact of the head
  /// twice as much again, because it holds for every row. A row that cannot be one counts against the reading, twice what
  /// it would have counted for it: where cells were cut wrongly, they were cut wrongly around it too.
  func certainty(_ plausibility: RowPlausibility) -> Int {
    documents.reduce(0) { sum, document in
      sum - document.unread.count
        + document.sheets.reduce(0) { sum, sheet in
          let head: [Bool] = [sheet.year != nil, sheet.organization != nil, sheet.project != nil]
          let rows = sheet.indicators.reduce(0) { $0 + (plausibility.isPlausible($1) ? 2 : -4) }
          return sum + rows + 4 * head.count { $0 }
        }
    }
  }
}

/// What a reader has found; canonical JSON can hold several documents.
struct Reading: Sendable {
  var documents: [Document]
  /// Why nothing was found, where nothing was.
  var nothing: BothLanguages?
  /// Whether nothing in the text marked rows, so that what one row lacks another may have taken.
  var isStream = false
  /// The beginning of the text, for the message that nothing was found.
  var seen = ""
}
