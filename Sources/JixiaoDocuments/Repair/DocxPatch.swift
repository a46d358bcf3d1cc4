import Jixiao

/// Cells of a Word document written anew: the texts inside each cell, its properties and those of its runs as they were.
enum DocxPatch {
  static func changes(_ xml: XMLScanner, _ edits: [CellEdit], _ limits: ReadLimits) throws -> [XMLChange] {
    let starts = try cellStarts(DocxBody(xml).pieces, limits)
    var open: [Int: CellEdit] = [:]
    for edit in edits {
      let place = edit.place
      guard let start = starts[[place.table ?? 0, place.row ?? 0, place.column ?? 0]] else {
        throw CellRefusal.noCell(place)
      }
      open[start] = edit
    }
    var changes: [XMLChange] = []
    var xml = xml
    while try xml.next() != .finish {
      guard xml.opens("tc"), let edit = open.removeValue(forKey: xml.tagStart) else { continue }
      changes += try change(&xml, edit)
    }
    if let left = open.values.first { throw CellRefusal.noCell(left.place) }
    return changes
  }

  /// Where the cells of the tables begin in the part, by table, row and column as the reader counts them.
  ///
  /// The reader's own way through the tables is gone with numbers in place of texts, so that both agree on every place.
  private static func cellStarts(_ pieces: [DocxBody.Piece], _ limits: ReadLimits) throws -> [[Int]: Int] {
    var builder = GridBuilder(limits: limits)
    var numbered = Numbering()
    try DocxReader.add(numbered.pieces(pieces), to: &builder)
    builder.endTable()
    var starts: [[Int]: Int] = [:]
    for case .table(let table) in builder.grid.blocks {
      for row in table.rows {
        for cell in row.cells where !cell.isCovered {
          let place = cell.place
          guard let number = cell.text.split(separator: "\n").first.flatMap({ Int($0) }) else { continue }
          starts[[place.table ?? 0, place.row ?? 0, place.column ?? 0]] = numbered.starts[number]
        }
      }
    }
    return starts
  }

  /// Puts the number of every cell before its content.
  private struct Numbering {
    private(set) var starts: [Int] = []

    mutating func pieces(_ pieces: [DocxBody.Piece]) -> [DocxBody.Piece] {
      var numbered: [DocxBody.Piece] = []
      for piece in pieces {
        guard case .table(var table) = piece else {
          numbered.append(piece)
          continue
        }
        for row in table.rows.indices {
          for cell in table.rows[row].cells.indices {
            let found = table.rows[row].cells[cell]
            starts.append(found.start)
            let number = DocxBody.Piece.text(String(starts.count - 1))
            table.rows[row].cells[cell].pieces = [number] + self.pieces(found.pieces)
          }
        }
        numbered.append(.table(table))
      }
      return numbered
    }
  }

  /// The cell that has just started: its first text is replaced and the others are emptied.
  private static func change(_ xml: inout XMLScanner, _ edit: CellEdit) throws -> [XMLChange] {
    var texts: [Range<Int>] = []
    var properties = 0
    let depth = xml.depth
    while try xml.next() != .finish {
      if xml.event == .end, xml.depth < depth { break }
      if xml.closes("pPr") || xml.closes("rPr") || xml.closes("tcPr") { properties -= 1 }
      guard xml.event == .start else { continue }
      if xml.isNamed("pPr") || xml.isNamed("rPr") || xml.isNamed("tcPr") { properties += 1 }
      if properties > 0 { continue }
      if xml.isNamed("t") {
        let start = xml.tagEnd
        // `<w:t/>` has no room for a text.
        let isEmpty = xml.bytes[start - 2] == UInt8(ascii: "/")
        let inside = xml.depth
        while try xml.next() != .finish, !(xml.event == .end && xml.depth < inside) {}
        if !isEmpty { texts.append(start..<xml.tagStart) }
      } else if !isPlain(xml) {
        throw CellRefusal.notPlain(edit.place)
      }
    }
    guard let first = texts.first else { throw CellRefusal.notPlain(edit.place) }
    return [XMLChange(range: first, bytes: XMLChange.escaped(edit.text))]
      + texts.dropFirst().filter { !$0.isEmpty }.map { XMLChange(range: $0, bytes: []) }
  }

  /// What may stand in a cell of plain text.
  private static func isPlain(_ xml: XMLScanner) -> Bool {
    xml.isNamed("p") || xml.isNamed("r") || xml.isNamed("proofErr") || xml.isNamed("bookmarkStart")
      || xml.isNamed("bookmarkEnd") || xml.isNamed("lastRenderedPageBreak")
  }
}
