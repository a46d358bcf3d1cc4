import Jixiao
import JixiaoDocuments
import JixiaoReports

/// Scores the lines of one block of NDJSON after another.
///
/// A line written the usual way is walked over once and its plain rows scored in whole numbers; a line with anything
/// unusual is read by `RecordLineReader`, as a whole file is.
struct RecordEvaluator: ~Copyable {
  private static let cellCount = 10
  private let reader: RecordLineReader
  private let scorer: Scorer
  private let plainRows: PlainRows
  private let memo = RowMemo()
  private let keys = KeyGuesses()
  private var kinds = WordTable()
  /// The year and what the row's keys hold that decide its points, by `KeyRole`.
  private let cells: UnsafeMutableBufferPointer<ByteRun>
  private(set) var output = LineBuffer()
  private(set) var problems: [StreamProblem] = []
  private(set) var lineCount = 0
  private(set) var sheetCount = 0

  init(reader: RecordLineReader, scorer: Scorer, vocabulary: Vocabulary) {
    self.reader = reader
    self.scorer = scorer
    plainRows = PlainRows(scorer.pack, vocabulary: vocabulary)
    cells = .allocate(capacity: RecordEvaluator.cellCount)
  }

  deinit { cells.deallocate() }

  /// Scores a block of whole lines with 64 readable bytes behind them.
  mutating func evaluate(_ bytes: UnsafePointer<UInt8>, count: Int, offset: Int) {
    output.removeAll()
    problems.removeAll(keepingCapacity: true)
    lineCount = 0
    sheetCount = 0
    var start = 0
    while start < count {
      lineCount += 1
      var cursor = RecordCursor(bytes: bytes, at: start)
      var tally = SheetTally(id: ByteRun(bytes, 0), firstRow: 0, year: ByteRun(bytes, 0))
      let isUsual = walk(&cursor, &tally, start) && bytes[cursor.at] == UInt8(ascii: "\n")
      if isUsual, !tally.needsWhole, tally.weighted > 0, let points = tally.hundredths {
        sheetCount &+= 1
        output.append(tally, points)
        start = cursor.at &+ 1
      } else {
        var end = start
        while bytes[end] != UInt8(ascii: "\n") { end &+= 1 }
        wholly(Array(UnsafeBufferPointer(start: bytes + start, count: end - start)), offset + start)
        start = end &+ 1
      }
    }
  }

  /// A line by the reader of whole files.
  @inline(never)
  private mutating func wholly(_ line: [UInt8], _ offset: Int) {
    guard line.contains(where: { $0 > 0x20 }) else { return }
    let read = reader.read(line, offset: offset)
    for flaw in read.unread { problems.append(StreamProblem(flaw, line: lineCount)) }
    guard let sheet = read.sheet else { return }
    sheetCount += 1
    output.append(TotalsCSV.render([SheetTotal(scorer.score(sheet))]))
  }

  /// The sheet's own keys; false where the line is not as usual.
  private mutating func walk(_ cursor: inout RecordCursor, _ tally: inout SheetTally, _ start: Int) -> Bool {
    guard cursor.take(UInt8(ascii: "{")) else { return false }
    var hasRows = false
    repeat {
      guard let key = cursor.string(), cursor.take(UInt8(ascii: ":")) else { return false }
      switch (key.count, key.head) {
      case (5, RecordKey.sheet):
        guard let id = cursor.word(), let number = DecimalWord(id.start, count: id.count), number.places == 0,
          id.start[0] != UInt8(ascii: "0")
        else { return false }
        tally.id = id
      case (4, RecordKey.kind):
        guard let kind = cursor.scalar() else { return false }
        if kind.count > 0 {
          let code = kinds.answer(kind, RelationCode.ofKind)
          if code > 1 { return false }
          tally.isTarget = code == 1
        }
      case (4, RecordKey.year):
        // Rows that were scored without it would have to be scored again.
        guard !hasRows, let year = cursor.scalar() else { return false }
        tally.year = year
      case (10, RecordKey.indicators):
        guard !hasRows, rows(&cursor, &tally, start) else { return false }
        hasRows = true
      default:
        if !cursor.skip() { return false }
      }
    } while cursor.take(UInt8(ascii: ","))
    return cursor.take(UInt8(ascii: "}")) && hasRows && tally.id.count > 0
  }

  private mutating func rows(_ cursor: inout RecordCursor, _ tally: inout SheetTally, _ start: Int) -> Bool {
    guard cursor.take(UInt8(ascii: "[")) else { return false }
    var number = 0
    repeat {
      guard row(&cursor, &tally, start, number) else { return false }
      number &+= 1
    } while cursor.take(UInt8(ascii: ","))
    return cursor.take(UInt8(ascii: "]"))
  }

  /// One indicator, added to the sheet; false where it is not as usual.
  @inline(__always)
  private mutating func row(
    _ cursor: inout RecordCursor, _ tally: inout SheetTally, _ start: Int, _ number: Int
  ) -> Bool {
    guard cursor.take(UInt8(ascii: "{")) else { return false }
    let none = ByteRun(cursor.bytes, 0)
    cells[0] = tally.year
    for place in 1..<RecordEvaluator.cellCount { cells[place] = none }
    var index = 0
    repeat {
      guard let role = keys.take(&cursor, index) else { return false }
      index &+= 1
      if role == .skipped {
        if !cursor.skip() { return false }
        continue
      }
      guard let found = cursor.scalar() else { return false }
      switch role {
      case .claimed:
        if found.count == 0 { continue }
        if DecimalWord(found.start, count: found.count) == nil { return false }
        tally.hasClaim = true
      case .otherwise: if found.count > 0 { return false }
      default: cells[Int(role.rawValue)] = found
      }
    } while cursor.take(UInt8(ascii: ","))
    guard cursor.take(UInt8(ascii: "}")) else { return false }
    // The printed target decides nothing where the number is given, but must itself be usable.
    if self[.upper].count | self[.deadline].count == 0, self[.target].count <= 16 {
      var plain = Plain()
      if scores(&plain) {
        tally.add(plain.points, slack: plain.slack, weight: plain.weight, hasActual: plain.hasActual)
        return true
      }
    }
    return tabled(cursor.bytes, &tally, start, number)
  }

  /// What the row has under a key.
  @inline(always)
  private subscript(_ role: KeyRole) -> ByteRun { cells[Int(role.rawValue)] }

  /// A call of its own: within the walk over the keys it would cost that its registers.
  ///
  /// Mutating, though it changes nothing: to lend `self` for reading, the compiler would copy all of it for every row.
  @inline(never)
  private mutating func scores(_ plain: inout Plain) -> Bool {
    plainRows.score(
      relation: self[.relation], target: self[.value], mayBeDate: false, weight: self[.weight],
      rule: self[.rule], actual: self[.actual], &plain)
  }

  /// A row of words, or of anything else that a number does not settle, remembered by its cells.
  @inline(never)
  private mutating func tabled(
    _ bytes: UnsafePointer<UInt8>, _ tally: inout SheetTally, _ start: Int, _ number: Int
  ) -> Bool {
    let key = UnsafeBufferPointer(cells)
    let hash = RowMemo.hash(key)
    if let known = memo.find(key, hash) {
      tally.add(known.pointee)
      return true
    }
    var end = start
    while bytes[end] != UInt8(ascii: "\n") { end &+= 1 }
    let read = reader.read(Array(UnsafeBufferPointer(start: bytes + start, count: end - start)), offset: 0)
    // What cannot be read is reported once, by the way of whole lines.
    guard read.unread.isEmpty, let sheet = read.sheet, number < sheet.indicators.count else { return false }
    var earned = Earned(scorer.score(sheet.indicators[number], in: sheet))
    earned.hasClaim = false
    memo.insert(key, hash, earned)
    tally.add(earned)
    return true
  }
}
