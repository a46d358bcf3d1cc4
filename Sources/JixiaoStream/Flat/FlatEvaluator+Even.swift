/// The fast way through a block whose rows have as many fields as they should and no quotes.
extension FlatEvaluator {
  /// A row with nothing unusual is scored here; every other goes to `evaluate(row:)`.
  mutating func evaluateEvenly(
    _ bytes: UnsafePointer<UInt8>, _ offset: Int, _ tally: inout SheetTally, _ isOpen: inout Bool
  ) {
    let columns = layout
    let stride = columns.count
    let span = columns.span
    let plainRows = plainRows
    let memo = memo
    let all = index.separators
    // The id of the open sheet; a length that no id has where none is open or it is not as printed.
    var open = ByteRun(bytes, -1)
    var openHead: UInt64 = 0
    let readsRule = plainRows.readsRule
    let none = ByteRun(bytes, 0)
    for number in 0..<index.rowCount {
      let separators = all + number &* stride
      let end = separators[stride &- 1]
      let fields = EvenRow(bytes: bytes, separators: separators)
      // The last field ends before the CR of CR LF.
      let hasReturn = bytes[Int(end) &- 1] == UInt8(ascii: "\r")
      if hasReturn { separators[stride &- 1] = end &- 1 }
      let id = fields[columns.sheet]
      let target = fields[columns.target]
      let weight = fields[columns.weight]
      let actual = fields[columns.actual]
      let relation = fields[columns.relation]
      let rule = readsRule ? fields[columns.rule] : none
      if hasReturn { separators[stride &- 1] = end }
      let idHead = id.head
      let isSame =
        id.count == open.count && idHead == openHead && (id.count <= 8 || id.equalsBehindHead(open))
      let isLong = Int(end &- separators[-1]) > columns.longestCell
      if !isLong, isSame || id.isSimple, !hasRare || fields.isUsual(columns.rare, target) {
        var plain = Plain()
        if plainRows.score(
          relation: relation, target: target, mayBeDate: true, weight: weight, rule: rule, actual: actual,
          &plain)
        {
          if !isSame {
            turn(to: id, number, bytes, offset, &tally, &isOpen)
            open = id
            openHead = idHead
          }
          tally.add(plain.points, slack: plain.slack, weight: plain.weight, hasActual: plain.hasActual)
          continue
        }
        if let span, isSame,
          let known = memo.recall(
            RowMemo.hint(target: target, weight: weight, actual: actual), tally.year,
            ByteRun(fields[span.lowerBound].start, 0).extended(to: fields[span.upperBound]))
        {
          tally.add(known.pointee)
          continue
        }
      }
      evaluate(row: number, bytes, offset, &tally, &isOpen)
      open = isOpen && tally.name < 0 ? tally.id : ByteRun(bytes, -1)
      openHead = open.count < 0 ? 0 : open.head
    }
  }

  /// Ends the open sheet and begins another.
  @inline(never)
  private mutating func turn(
    to id: ByteRun, _ number: Int, _ bytes: UnsafePointer<UInt8>, _ offset: Int, _ tally: inout SheetTally,
    _ isOpen: inout Bool
  ) {
    if isOpen { finish(tally, before: number, bytes, offset) }
    isOpen = true
    begin(&tally, id, index.row(number, bytes, expecting: layout.count), number, offset)
  }
}

/// The fields of a row that are what stands between its separators.
struct EvenRow: BitwiseCopyable {
  let bytes: UnsafePointer<UInt8>
  /// The separators of this row; the one before them ends the row above.
  let separators: UnsafeMutablePointer<UInt32>

  @inline(always)
  subscript(column: Int) -> ByteRun {
    let from = separators[column &- 1] &+ 1
    return ByteRun(bytes + Int(from), Int(separators[column] &- from))
  }

  /// Whether the columns that are seldom filled are empty, or say again what the target says.
  @inline(never)
  func isUsual(_ columns: [FlatLayout.Rare], _ target: ByteRun) -> Bool {
    for rare in columns {
      let cell = self[rare.column]
      if cell.count != 0, rare.kind != .value || !cell.equals(target) { return false }
    }
    return true
  }
}
