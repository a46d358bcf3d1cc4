extension LineBuffer {
  /// A line of `score --totals` with bounds in hundredths of a point.
  @inline(__always)
  mutating func append(_ tally: SheetTally, _ points: (low: UInt64, high: UInt64)) {
    append(tally.id)
    append(UInt8(ascii: ","))
    // Most weights are whole, and then need no look at twelve places.
    let (whole, rest) = tally.weight.quotientAndRemainder(dividingBy: Earned.unitsInPoint)
    if rest == 0 { append(whole, places: 0) } else { append(tally.weight, places: Earned.unitPlaces) }
    append(UInt8(ascii: ","))
    append(points.low, places: 2)
    append(UInt8(ascii: ","))
    append(points.high, places: 2)
    append(UInt8(ascii: ","))
    append(tally.undecided, places: 0)
    append(UInt8(ascii: "\n"))
  }
}
