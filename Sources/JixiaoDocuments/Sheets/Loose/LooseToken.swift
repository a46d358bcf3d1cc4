import Jixiao

/// A piece of text of a table whose columns are lost: what merged cells covered is gone, so that an index says nothing.
struct LooseToken: Sendable {
  /// What stood before a piece, and so what it costs to read on in the same row, in a new one, or in the same cell.
  ///
  /// Costs are in tenths of a point of `CellLikeness`; nil is impossible. The figures are chosen.
  struct Gap: Sendable, Equatable {
    var sameRow: Int?
    var newRow: Int?
    var sameCell: Int?

    /// The end of a row that the text marks.
    static let rowEnd = Gap(sameRow: nil, newRow: 0, sameCell: nil)
    /// The bar between two cells of a row that is one line.
    static let bar = Gap(sameRow: 0, newRow: nil, sameCell: nil)
    /// The bar between two cells where rows are not marked.
    static let streamBar = Gap(sameRow: 0, newRow: 0, sameCell: nil)
    /// The end of a line that is mostly the end of a row.
    static let rowLine = Gap(sameRow: -15, newRow: 0, sameCell: -12)
    /// A space inside a line that is a row.
    static let space = Gap(sameRow: 0, newRow: -60, sameCell: -12)
    /// The end of a line, or a space, where neither says which cells make a row.
    static let stream = Gap(sameRow: 0, newRow: 0, sameCell: -12)
  }

  var text: String
  var place: Place
  var gap: Gap
  /// Whether a row of the head begins here.
  var startsRow: Bool
  /// 0-based position in a row that the text marks, for a table whose cells are all there.
  var position: Int?

  /// How many cells there are from here to the end of the row: merged cells that are gone lie before those left.
  var fromEnd: Int?
  /// Whether the last cell of the row is blank.
  var endsBlank = false
  /// How many cells the row has.
  var rowCount = 0

  /// Text between tables, by the form of its line.
  var isText = false
  /// A row that the end of the text cuts off.
  var isCut = false

  /// Whether the piece stands in a column by its place in the row, counted from the end where the row is short.
  func isInPlace(_ column: Int, of width: Int) -> Bool {
    if isBlank { return false }
    // Blanks at the end may be cells, or only fill the row up.
    guard let fromEnd, !endsBlank else { return false }
    return rowCount <= width ? column == width - fromEnd : position == column
  }

  var isBlank: Bool { !text.unicodeScalars.contains { !$0.properties.isWhitespace } }
  var cell: Grid.Cell { Grid.Cell(text: text, place: place) }
}
