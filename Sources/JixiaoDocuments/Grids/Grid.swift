import Jixiao

/// What every container becomes: the tables of a document and the lines of text between them, in order.
struct Grid: Sendable {
  enum Block: Sendable {
    case text(Line)
    case table(Table)
  }

  struct Line: Sendable {
    var text: String
    var place: Place
  }

  /// A table as rows of cells; every row lists covered cells too, so that an index is a column.
  struct Table: Sendable {
    var rows: [Row] = []
    /// Whether the container can have cut one row in two, as a blank line inside a cell does in cell lines.
    var rowsMayBeCut = false
  }

  struct Row: Sendable {
    var cells: [Cell]
    var place: Place

    /// The only cell that holds text, where there is exactly one.
    var onlyCell: Cell? {
      var only: Cell?
      for cell in cells where !cell.isBlank {
        if only != nil { return nil }
        only = cell
      }
      return only
    }
  }

  struct Cell: Sendable {
    var text: String
    var place: Place
    /// 1 for a plain cell, more for one that reaches over its neighbours, 0 for a cell that is reached over.
    var columnSpan = 1
    var rowSpan = 1

    var isCovered: Bool { columnSpan == 0 || rowSpan == 0 }
    /// Whether there are digits and nothing else.
    var isDigits: Bool {
      guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return false }
      return text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    var isBlank: Bool {
      // The first byte of most cells is one of a sign or an ideograph.
      switch text.utf8.first {
      case nil: true
      case (0x21...0x7E)?, (0xE4...0xE9)?: false
      default: !text.unicodeScalars.contains { !$0.properties.isWhitespace }
      }
    }
  }

  var blocks: [Block] = []
}
