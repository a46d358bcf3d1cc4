/// The merged ranges of a worksheet, asked row by row from top to bottom; a range costs the same whatever its size.
struct XlsxMerges {
  struct Range {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
  }

  private var ranges: [Range] = []
  private var next = 0
  private var isOutOfOrder = false
  /// What is active before every so many ranges, so that to begin again costs the same wherever it is.
  private var marks: [(next: Int, active: [Range])] = []
  private static let rangesBetweenMarks = 256
  /// The ranges that reach the present row, from left to right, none over another.
  private var active: [Range] = []

  mutating func add(_ reference: ArraySlice<UInt8>) {
    guard let colon = reference.firstIndex(of: UInt8(ascii: ":")),
      let from = XlsxReference(reference[..<colon]), let to = XlsxReference(reference[(colon + 1)...]),
      from.row <= to.row, from.column <= to.column
    else { return }
    ranges.append(Range(rows: from.row...to.row, columns: from.column...to.column))
  }

  /// Puts the ranges in order. Of ranges that overlap, which no program writes, the first holds.
  mutating func sort() {
    ranges.sort { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
    var kept: [Range] = []
    for range in ranges {
      active.removeAll { $0.rows.upperBound < range.rows.lowerBound }
      guard active.count < XlsxReader.mostColumns,
        !active.contains(where: { $0.columns.overlaps(range.columns) })
      else { continue }
      if kept.count % Self.rangesBetweenMarks == 0 { marks.append((kept.count, active)) }
      kept.append(range)
      activate(range)
    }
    ranges = kept
    active = []
  }

  /// The ranges over a row.
  mutating func over(row: Int) -> [Range] {
    if isOutOfOrder { goTo(row) }
    if active.isEmpty, next == ranges.count || ranges[next].rows.lowerBound > row { return [] }
    active.removeAll { $0.rows.upperBound < row }
    while next < ranges.count, ranges[next].rows.lowerBound <= row {
      if ranges[next].rows.upperBound >= row { activate(ranges[next]) }
      next += 1
    }
    return active
  }

  private mutating func activate(_ range: Range) {
    let place = active.firstIndex { $0.columns.lowerBound > range.columns.lowerBound } ?? active.count
    active.insert(range, at: place)
  }

  /// A worksheet whose rows are out of order is asked anywhere from now on.
  mutating func expectAnyRow() { isOutOfOrder = true }

  /// Goes to the last mark that stands before all ranges over a row but those that are active there.
  private mutating func goTo(_ row: Int) {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[marks[middle].next].rows.lowerBound <= row { low = middle + 1 } else { high = middle }
    }
    (next, active) = low > 0 ? marks[low - 1] : (0, [])
  }
}

/// A cell's reference such as `AB12`: 1-based column and row.
struct XlsxReference {
  let column: Int
  let row: Int

  init?(_ text: ArraySlice<UInt8>) {
    var column = 0
    var row = 0
    var letters = 0
    var digits = 0
    for byte in text {
      switch byte {
      case 0x41...0x5A where digits == 0:
        column = column * 26 + Int(byte - 0x40)
        letters += 1
      case 0x61...0x7A where digits == 0:
        column = column * 26 + Int(byte - 0x60)
        letters += 1
      case 0x30...0x39:
        row = row * 10 + Int(byte - 0x30)
        digits += 1
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      if letters > 3 || digits > 7 { return nil }
    }
    guard letters > 0, row > 0 else { return nil }
    self.column = column
    self.row = row
  }
}
