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
  private let layout: FlatLayout
  private let spellings: RelationSpellings
  private let ruleNames: RuleNames
  private let arithmetic: PlainArithmetic
  private let readsRule: Bool
  private let hasRare: Bool
  private let cells: UnsafeMutableBufferPointer<ByteRun>
  private var index: RowIndex
  private var relations = WordTable()
  private var rules = WordTable()
  /// Ids of this block that are not as they are printed.
  private var names: [String] = []
  private var kinds = WordTable()
  private var memo = RowMemo()
  private(set) var output = LineBuffer()
  private(set) var problems: [StreamProblem] = []
  private(set) var rowCount = 0
  private(set) var sheetCount = 0

  init?(reader: FlatRowReader, scorer: Scorer, vocabulary: Vocabulary, blockSize: Int) {
    guard let layout = FlatLayout(reader) else { return nil }
    self.reader = reader
    self.scorer = scorer
    self.layout = layout
    spellings = vocabulary.relations
    ruleNames = vocabulary.ruleNames
    let pack = scorer.pack
    arithmetic = PlainArithmetic(pack)
    readsRule = Kernel(pack).rulesByName && layout.rule >= 0
    hasRare = !layout.rare.isEmpty
    cells = .allocate(capacity: layout.deciding.count + 2)
    index = RowIndex(capacity: blockSize)
  }

  deinit {
    cells.deallocate()
  }

  /// Scores a block that begins and ends at sheet boundaries, ends with a newline and has 64 bytes of zero behind it.
  mutating func evaluate(_ bytes: UnsafePointer<UInt8>, count: Int, offset: Int) {
    output.removeAll()
    problems.removeAll(keepingCapacity: true)
    sheetCount = 0
    index.scan(bytes, count: count, expecting: layout.count)
    rowCount = index.rowCount
    names.removeAll(keepingCapacity: true)
    var tally = SheetTally(id: ByteRun(bytes, 0), firstRow: 0, year: ByteRun(bytes, 0))
    var isOpen = false
    for number in 0..<index.rowCount {
      let row = index.row(number, bytes, expecting: layout.count)
      if row.isBlank { continue }
      let id = row.field(layout.sheet)
      let isSame = isOpen && id.equals(tally.id) && tally.name < 0
      guard isRegular(row), isSame || tally.name < 0 && id.isPlain else {
        if let earned = oddly(row, number, &tally, isOpen, offset) {
          isOpen = true
          tally.add(earned)
        }
        continue
      }
      var plain = Plain()
      var earned: Earned?
      if !plainly(row, &plain) {
        let year = isSame ? tally.year : row.field(layout.year)
        earned = tabled(row, number, year, isSame ? tally.firstRow : nil, offset)
        if earned == nil { continue }
      }
      if !isSame {
        if isOpen { finish(tally, before: number, bytes, offset) }
        tally = SheetTally(id: id, firstRow: number, year: row.field(layout.year))
        isOpen = true
        begin(&tally, row, number, offset)
      }
      if let earned {
        tally.add(earned)
      } else {
        tally.add(plain.points, slack: plain.slack, weight: plain.weight, hasActual: plain.hasActual)
      }
    }
    if isOpen { finish(tally, before: index.rowCount, bytes, offset) }
  }

  /// Whether the fields of a row are what its separators say.
  @inline(__always)
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

  /// The short way: a known sign, a plain number as target and weight, a plain number or nothing as actual.
  ///
  /// False where it does not apply; `plain` is then worth nothing.
  @inline(__always)
  private mutating func plainly(_ row: RowIndex.Row, _ plain: inout Plain) -> Bool {
    let targetRun = row.field(layout.target)
    let weightRun = row.field(layout.weight)
    let actualRun = row.field(layout.actual)
    guard let target = DecimalWord(targetRun.start, count: targetRun.count),
      !(target.places == 2 && targetRun.count == 7), arithmetic.weigh(weightRun, &plain)
    else { return false }
    let relation = relations.answer(row.field(layout.relation)) { [spellings] in
      RelationCode.of($0, spellings)
    }
    guard relation <= RelationCode.blank else { return false }
    if hasRare, !hasNothingRare(row) { return false }
    if actualRun.count == 0 { return arithmetic.missing == .zero }
    var name = 0
    if readsRule {
      let run = row.field(layout.rule)
      if run.count != 0 {
        name = Int(rules.answer(run) { [ruleNames] in RelationCode.ofRule($0, ruleNames) })
      }
    }
    return arithmetic.score(
      targetRun, target, actualRun, rule: name &* 8 &+ Int(relation), &plain)
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
  ) -> Earned? {
    cells[0] = year
    if let span = layout.span {
      cells[1] = row.span(span)
    } else {
      for (i, column) in layout.deciding.enumerated() { cells[i + 1] = row.field(column) }
    }
    let key = UnsafeBufferPointer(rebasing: cells[..<(layout.span == nil ? layout.deciding.count + 1 : 2)])
    let hash = RowMemo.hash(key)
    var hasClaim = false
    var needsWhole = false
    for rare in layout.rare where rare.kind != .value {
      if row.field(rare.column).count == 0 { continue }
      hasClaim = hasClaim || rare.kind == .claimed
      needsWhole = needsWhole || rare.kind == .decision
    }
    if !hasClaim, !needsWhole, let known = memo.find(key, hash) { return known.pointee }
    let read = reader.read(row.source(line: number + 1, offset: offset))
    report(read.unread, number)
    guard var sheet = read.sheet, let indicator = sheet.indicators.first else { return nil }
    if let firstRow {
      let first = index.row(firstRow, row.bytes, expecting: layout.count)
      sheet.year = reader.read(first.source(line: 0, offset: 0)).sheet?.year
    }
    var earned = Earned(scorer.score(indicator, in: sheet))
    earned.needsWhole = earned.needsWhole || needsWhole
    if read.unread.isEmpty, !hasClaim, !needsWhole { memo.insert(key, hash, earned) }
    return earned
  }

  /// Reads what a sheet's first row says about the sheet.
  @inline(__always)
  private mutating func begin(_ tally: inout SheetTally, _ row: RowIndex.Row, _ number: Int, _ offset: Int) {
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
  @inline(__always)
  private mutating func finish(
    _ tally: SheetTally, before end: Int, _ bytes: UnsafePointer<UInt8>, _ offset: Int
  ) {
    sheetCount &+= 1
    guard !tally.needsWhole, let points = tally.hundredths, tally.name < 0, !tally.id.needsCare else {
      finishWhole(tally, before: end, bytes, offset)
      return
    }
    output.append(tally, points)
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
