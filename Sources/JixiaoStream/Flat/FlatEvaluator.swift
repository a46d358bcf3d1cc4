import Jixiao
import JixiaoDocuments
import JixiaoReports

/// Scores the sheets of one block after another: the hot path of `score --totals` over a flat table.
///
/// A row with a plain number on both sides goes the short way in whole numbers; any other is looked up among rows with
/// the same cells or scored by `Scorer` itself. A sheet whose rounded total is in doubt is scored again exactly.
struct FlatEvaluator: ~Copyable {
  let reader: FlatRowReader
  let scorer: Scorer
  let layout: FlatLayout
  let hasRare: Bool
  let plainRows: PlainRows
  private let cells: UnsafeMutableBufferPointer<ByteRun>
  var index: RowIndex
  /// Ids of this block that are not as they are printed.
  private var names: [String] = []
  private var kinds = WordTable()
  let memo = RowMemo()
  /// What the long way found out last, where it is not worth remembering.
  private let notesStarts: Bool
  private let passing = UnsafeMutablePointer<Earned>.allocate(capacity: 1)
  private(set) var output = LineBuffer()
  private(set) var starts = SheetStarts()
  private(set) var problems: [StreamProblem] = []
  private(set) var rowCount = 0
  private(set) var sheetCount = 0

  /// `notesStarts`: whether `starts` is wanted.
  init?(
    reader: FlatRowReader, scorer: Scorer, vocabulary: Vocabulary, blockSize: Int, notesStarts: Bool = false
  ) {
    guard let layout = FlatLayout(reader) else { return nil }
    self.reader = reader
    self.scorer = scorer
    self.layout = layout
    self.notesStarts = notesStarts
    plainRows = PlainRows(scorer.pack, vocabulary: vocabulary)
    hasRare = !layout.rare.isEmpty
    cells = .allocate(capacity: layout.deciding.count + 2)
    index = RowIndex(capacity: blockSize)
  }

  deinit {
    cells.deallocate()
    passing.deallocate()
  }

  /// Scores a block that begins and ends at sheet boundaries, ends with a newline and has 64 bytes of zero behind it.
  mutating func evaluate(_ bytes: UnsafePointer<UInt8>, count: Int, offset: Int) {
    output.removeAll()
    problems.removeAll(keepingCapacity: true)
    if notesStarts { starts.removeAll() }
    sheetCount = 0
    index.scan(bytes, count: count, expecting: layout.count)
    rowCount = index.rowCount
    names.removeAll(keepingCapacity: true)
    var tally = SheetTally(id: ByteRun(bytes, 0), firstRow: 0, year: ByteRun(bytes, 0))
    var isOpen = false
    if index.stride > 0, layout.isQuick {
      evaluateEvenly(bytes, offset, &tally, &isOpen)
    } else {
      for number in 0..<index.rowCount { evaluate(row: number, bytes, offset, &tally, &isOpen) }
    }
    if isOpen { finish(tally, before: index.rowCount, bytes, offset) }
  }

  /// One row of any kind.
  @inline(never)
  mutating func evaluate(
    row number: Int, _ bytes: UnsafePointer<UInt8>, _ offset: Int, _ tally: inout SheetTally,
    _ isOpen: inout Bool
  ) {
    let row = index.row(number, bytes, expecting: layout.count)
    if row.isBlank { return }
    let id = row.field(layout.sheet)
    let isSame = isOpen && id.equals(tally.id) && tally.name < 0
    guard isRegular(row), isSame || tally.name < 0 && (id.isSimple || id.isPlain) else {
      if let earned = oddly(row, number, &tally, isOpen, offset) {
        isOpen = true
        tally.add(earned)
      }
      return
    }
    var plain = Plain()
    var earned: UnsafePointer<Earned>?
    if !plainly(row, &plain) {
      let year = isSame ? tally.year : row.field(layout.year)
      earned = tabled(row, number, year, isSame ? tally.firstRow : nil, offset)
      if earned == nil { return }
    }
    if !isSame {
      if isOpen { finish(tally, before: number, bytes, offset) }
      isOpen = true
      begin(&tally, id, row, number, offset)
    }
    if let earned {
      tally.add(earned.pointee)
    } else {
      tally.add(plain.points, slack: plain.slack, weight: plain.weight, hasActual: plain.hasActual)
    }
  }

  /// Whether the fields of a row are what its separators say.
  @inline(always)
  private func isRegular(_ row: RowIndex.Row) -> Bool {
    row.count == layout.count && row.length <= layout.longestCell
      && (!row.hasQuotes || QuoteCheck.isSound(row))
  }

  /// Whether a row by itself is sound beyond doubt, and its id is as it is printed; errs towards false.
  ///
  /// The row ends with a newline and has 64 bytes of zero behind it.
  mutating func isCertain(_ bytes: UnsafePointer<UInt8>, count: Int) -> Bool {
    index.scan(bytes, count: count, expecting: layout.count)
    let row = index.row(0, bytes, expecting: layout.count)
    var plain = Plain()
    return isRegular(row) && row.field(layout.sheet).isPlain && plainly(row, &plain)
  }

  /// A row whose quotes, length or id need a closer look: what it earns, opening its sheet where that is a new one.
  ///
  /// Nil where the row was refused: it then neither ends a sheet nor begins one.
  @inline(never)
  private mutating func oddly(
    _ row: RowIndex.Row, _ number: Int, _ tally: inout SheetTally, _ isOpen: Bool, _ offset: Int
  ) -> Earned? {
    let read = reader.read(row.source(line: number + 1, offset: offset))
    report(read.unread, number)
    guard var sheet = read.sheet, let indicator = sheet.indicators.first, let id = sheet.id else {
      return nil
    }
    let current = tally.name < 0 ? String(decoding: tally.id.bytes, as: UTF8.self) : names[tally.name]
    let isSame = isOpen && id == current
    if isSame {
      let first = index.row(tally.firstRow, row.bytes, expecting: layout.count)
      sheet.year = reader.read(first.source(line: 0, offset: 0)).sheet?.year
    }
    var earned = Earned(scorer.score(indicator, in: sheet))
    earned.needsWhole = earned.needsWhole || indicator.awarded != nil || indicator.notApplicable
    if isSame { return earned }
    report(read.headUnread, number)
    if isOpen { finish(tally, before: number, row.bytes, offset) }
    let year = isRegular(row) ? row.field(layout.year) : ByteRun(row.bytes, 0)
    tally = SheetTally(id: ByteRun(row.bytes, 0), firstRow: number, year: year)
    tally.name = names.count
    names.append(id)
    // What the sheet is can only be told from the row as it was read here.
    tally.needsWhole = true
    return earned
  }

  /// The short way of `PlainRows`; false where it does not apply.
  @inline(always)
  private mutating func plainly(_ row: RowIndex.Row, _ plain: inout Plain) -> Bool {
    if hasRare, !hasNothingRare(row) { return false }
    return plainRows.score(
      relation: row.field(layout.relation), target: row.field(layout.target), mayBeDate: true,
      weight: row.field(layout.weight), rule: row.field(layout.rule), actual: row.field(layout.actual), &plain
    )
  }

  /// Whether the columns that are seldom filled are empty.
  @inline(never)
  private func hasNothingRare(_ row: RowIndex.Row) -> Bool {
    for rare in layout.rare {
      let cell = row.field(rare.column)
      if cell.count == 0 { continue }
      guard rare.kind == .value, cell.equals(row.field(layout.target)) else { return false }
    }
    return true
  }

  /// The long way, remembered by the row's cells.
  @inline(never)
  private mutating func tabled(
    _ row: RowIndex.Row, _ number: Int, _ year: ByteRun, _ firstRow: Int?, _ offset: Int
  ) -> UnsafePointer<Earned>? {
    cells[0] = year
    if let span = layout.span {
      cells[1] = row.span(span)
    } else {
      for (i, column) in layout.deciding.enumerated() { cells[i + 1] = row.field(column) }
    }
    let key = UnsafeBufferPointer(rebasing: cells[..<(layout.span == nil ? layout.deciding.count + 1 : 2)])
    let hash = RowMemo.hash(key)
    let hint = RowMemo.hint(
      target: row.field(layout.target), weight: row.field(layout.weight), actual: row.field(layout.actual))
    var hasClaim = false
    var needsWhole = false
    for rare in layout.rare where rare.kind != .value {
      if row.field(rare.column).count == 0 { continue }
      hasClaim = hasClaim || rare.kind == .claimed
      needsWhole = needsWhole || rare.kind == .decision
    }
    if !hasClaim, !needsWhole, let known = memo.find(key, hash, hint: hint) { return known }
    let read = reader.read(row.source(line: number + 1, offset: offset))
    report(read.unread, number)
    guard var sheet = read.sheet, let indicator = sheet.indicators.first else { return nil }
    if let firstRow {
      let first = index.row(firstRow, row.bytes, expecting: layout.count)
      sheet.year = reader.read(first.source(line: 0, offset: 0)).sheet?.year
    }
    var earned = Earned(scorer.score(indicator, in: sheet))
    earned.needsWhole = earned.needsWhole || needsWhole
    if read.unread.isEmpty, !hasClaim, !needsWhole { memo.insert(key, hash, earned, hint: hint) }
    passing.pointee = earned
    return UnsafePointer(passing)
  }

  /// Opens a sheet with what its first row says about it.
  @inline(never)
  mutating func begin(
    _ tally: inout SheetTally, _ id: ByteRun, _ row: RowIndex.Row, _ number: Int, _ offset: Int
  ) {
    tally = SheetTally(id: id, firstRow: number, year: row.field(layout.year))
    var isOdd = false
    if tally.year.count != 0 {
      let year = DecimalWord(tally.year.start, count: tally.year.count)
      isOdd = year == nil || year?.places != 0
    }
    for column in layout.amounts {
      let cell = row.field(column)
      if cell.count != 0, DecimalWord(cell.start, count: cell.count) == nil { isOdd = true }
    }
    let kind = row.field(layout.kind)
    if kind.count != 0 {
      switch kinds.answer(kind, RelationCode.ofKind) {
      case 0: tally.isTarget = false
      case 1: tally.isTarget = true
      default: isOdd = true
      }
    }
    if isOdd { report(reader.read(row.source(line: number + 1, offset: offset)).headUnread, number) }
  }

  /// Writes a sheet's line.
  @inline(never)
  mutating func finish(
    _ tally: SheetTally, before end: Int, _ bytes: UnsafePointer<UInt8>, _ offset: Int
  ) {
    sheetCount &+= 1
    if notesStarts { note(tally, bytes, offset) }
    guard !tally.needsWhole, let points = tally.hundredths, tally.name < 0,
      tally.id.isSimple || !tally.id.needsCare
    else {
      finishWhole(tally, before: end, bytes, offset)
      return
    }
    output.append(tally, points)
  }

  @inline(never)
  private mutating func note(_ tally: SheetTally, _ bytes: UnsafePointer<UInt8>, _ offset: Int) {
    let row = index.row(tally.firstRow, bytes, expecting: layout.count)
    let place = (line: tally.firstRow + 1, offset: offset + row.start)
    if tally.name < 0 {
      let id = UnsafeBufferPointer(start: tally.id.start, count: tally.id.count)
      starts.add(id, line: place.line, offset: place.offset)
    } else {
      Array(names[tally.name].utf8).withUnsafeBufferPointer {
        starts.add($0, line: place.line, offset: place.offset)
      }
    }
  }

  /// Scores a sheet as a whole, exactly.
  @inline(never)
  private mutating func finishWhole(
    _ tally: SheetTally, before end: Int, _ bytes: UnsafePointer<UInt8>, _ offset: Int
  ) {
    var sources: [FlatRowReader.Source] = []
    for number in tally.firstRow..<end {
      let row = index.row(number, bytes, expecting: layout.count)
      if !row.isBlank { sources.append(row.source(line: number + 1, offset: offset)) }
    }
    guard let sheet = reader.sheet(sources) else { return }
    output.append(TotalsCSV.render([SheetTotal(scorer.score(sheet))]))
  }

  private mutating func report(_ unread: [Document.Unread], _ number: Int) {
    for flaw in unread { problems.append(StreamProblem(flaw, line: number + 1)) }
  }
}
