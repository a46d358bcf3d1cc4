extension LineBuffer {
  /// A line of `score --totals` with bounds in hundredths of a point.
  @inline(always)
  mutating func append(_ tally: SheetTally, _ points: (low: UInt64, high: UInt64)) {
    append(tally.id)
    // Most weights are whole, and then need no look at twelve places.
    let (whole, rest) = tally.weight.quotientAndRemainder(dividingBy: Earned.unitsInPoint)
    if rest == 0 {
      append(commaAndHundredths: whole &* 100)
    } else {
      append(UInt8(ascii: ","))
      append(tally.weight, places: Earned.unitPlaces)
    }
    append(commaAndHundredths: points.low)
    append(commaAndHundredths: points.high)
    append(commaAndHundredths: tally.undecided &* 100)
    append(UInt8(ascii: "\n"))
  }
}
