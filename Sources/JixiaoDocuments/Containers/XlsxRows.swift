import Jixiao

/// Turns the rows of worksheets into sheets as they come, so that a long workbook is never whole in memory as cells.
///
/// A worksheet whose first row is the header of the flat table is read as that, one of heads behind it as theirs, every
/// other one by meaning.
struct XlsxRows {
  /// Rows, and cells, after which those that are complete are handed on. Chosen.
  private static let rowsAtOnce = 256
  private static let cellsAtOnce = 100_000

  private let input: ReaderInput
  private var builder: GridBuilder
  private let cutter: CuttingLine
  private var flat: FlatTable?
  private var flatWidth = 0
  private var heads: FlatHeads?
  private var unknownColumns: [String] = []
  private var worksheet = ""
  private var isFirstRow = true
  private var rows = 0
  private var rowsWaiting = 0
  private var cellsWaiting = 0
  /// The first text there is, for the message that nothing is a sheet.
  private var seen = ""
  private(set) var cellsTooFarRight = 0

  init(_ input: ReaderInput) {
    self.input = input
    builder = GridBuilder(input, rowsMayBeCut: false)
    cutter = CuttingLine(input)
  }

  mutating func begin(_ worksheet: String) {
    handOn()
    self.worksheet = worksheet
    isFirstRow = true
    flatWidth = 0
    heads = nil
  }

  mutating func add(_ row: XlsxSheet.Row, _ ranges: [XlsxMerges.Range]) throws(ReadError) {
    if seen.isEmpty { seen = String((row.cells.first?.text ?? "").withoutSpace.prefix(40)) }
    if isFirstRow {
      try beginFlat(row)
    } else if flatWidth > 0 {
      try addFlat(row)
    } else if let heads {
      let place = Place(worksheet: worksheet, row: row.number)
      let fields = fields(of: row, width: heads.width)
      flat?.addHead(fields, heads, at: place)
    }
    isFirstRow = false
    guard flatWidth == 0, heads == nil else { return }
    let place = Place(worksheet: worksheet, row: row.number)
    let cells = laidOut(row, ranges, at: place)
    cellsWaiting += cells.count
    try builder.add(Grid.Row(cells: cells, place: place))
    rowsWaiting += 1
    // Headings reach over several rows, so rows are handed on only behind one that holds a number.
    let isLong = rowsWaiting >= Self.rowsAtOnce && row.cells.contains { Self.isNumber($0.text) }
    if isLong || cellsWaiting >= Self.cellsAtOnce { handOn() }
  }

  func finished(reader: String) -> Reading {
    var rows = self
    rows.handOn()
    var reading = rows.cutter.reading(unread: rows.builder.unread, input, reader: reader)
    reading.seen = seen
    guard let flat else { return reading }
    reading.nothing = nil
    var sheets = flat.finished() + reading.documents[0].sheets
    for i in sheets.indices { sheets[i].ordinal = i + 1 }
    reading.documents[0].sheets = sheets
    reading.documents[0].unread += flat.unread
    if !unknownColumns.isEmpty {
      let list = unknownColumns.joined(separator: "、")
      reading.documents[0].notices.append(
        input.language.pick("不认识的列未使用：\(list)", "unknown columns were not used: \(list)"))
    }
    return reading
  }

  /// The row with a cell for every column, those under merged ranges covered; `place` is the row's.
  mutating func laidOut(
    _ row: XlsxSheet.Row, _ ranges: [XlsxMerges.Range], at place: Place = Place()
  ) -> [Grid.Cell] {
    let most = XlsxReader.mostColumns
    let reach = max(row.cells.last?.column ?? 0, ranges.last?.columns.upperBound ?? 0)
    let width = min(reach, most)
    var cells: [Grid.Cell] = []
    cells.reserveCapacity(width)
    var at = place
    var next = 0
    for column in 1...max(1, width) {
      at.column = column
      // The cells come from left to right, no column twice.
      if next < row.cells.count, row.cells[next].column == column {
        cells.append(Grid.Cell(text: row.cells[next].text, place: at))
        next += 1
      } else {
        cells.append(Grid.Cell(text: "", place: at))
      }
    }
    cellsTooFarRight += row.cells.count - next
    for range in ranges {
      let first = range.columns.lowerBound
      guard first <= cells.count else { continue }
      let isTop = range.rows.lowerBound == row.number
      let last = min(range.columns.upperBound, cells.count)
      for column in first...last where column > first || !isTop {
        // What stands under a merged cell is not shown.
        cells[column - 1].text = ""
        if isTop { cells[column - 1].columnSpan = 0 } else { cells[column - 1].rowSpan = 0 }
      }
      if isTop {
        cells[first - 1].columnSpan = last - first + 1
        cells[first - 1].rowSpan = range.rows.count
      }
    }
    return cells
  }

  private mutating func handOn() {
    builder.endTable()
    cutter.take(builder.takeBlocks())
    (rowsWaiting, cellsWaiting) = (0, 0)
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "%") }
  }

  private mutating func beginFlat(_ row: XlsxSheet.Row) throws(ReadError) {
    let header = fields(of: row, width: min(row.cells.last?.column ?? 0, XlsxReader.mostColumns))
    guard FlatTableReader.isHeader(header, input.vocabulary.sheets) else {
      if flat != nil { heads = FlatHeads(header, words: input.vocabulary.sheets) }
      return
    }
    let columns = FlatColumns(header, words: input.vocabulary.sheets)
    if let missing = columns.missing {
      let place = Place(worksheet: worksheet, row: row.number)
      throw ReadError(file: input.file, place: place, .broken(reader: "xlsx", why: missing))
    }
    unknownColumns += columns.unknown.filter { !unknownColumns.contains($0) }
    flatWidth = header.count
    if flat == nil { flat = FlatTable(columns: columns, input: input) } else { flat?.columns = columns }
  }

  private mutating func addFlat(_ row: XlsxSheet.Row) throws(ReadError) {
    rows += 1
    if rows > input.limits.rows {
      throw ReadError(
        file: input.file, place: Place(worksheet: worksheet, row: row.number),
        .tooManyRows(limit: input.limits.rows))
    }
    let record = DelimitedRecords.Record(
      fields: fields(of: row, width: flatWidth), offset: 0, line: row.number, flaw: nil)
    flat?.add(record, worksheet: worksheet)
  }

  private func fields(of row: XlsxSheet.Row, width: Int) -> [String] {
    var fields = [String](repeating: "", count: width)
    for cell in row.cells where cell.column <= width { fields[cell.column - 1] = cell.text }
    return fields
  }
}
