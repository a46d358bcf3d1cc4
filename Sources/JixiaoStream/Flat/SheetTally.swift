import Jixiao

/// A sheet of a flat table in the making: where it began and what its rows add up to so far.
struct SheetTally: BitwiseCopyable {
  /// The sheet's id as printed.
  var id: ByteRun
  /// Which of the evaluator's ids this is, where it had to be made from what is printed; -1 else.
  var name = -1
  var firstRow: Int
  /// The year as its first row prints it.
  var year: ByteRun
  /// Nil where no kind is stated; else whether it is that of a plan.
  var isTarget: Bool?
  /// Rows worth anything.
  var weighted: UInt64 = 0
  var open: UInt64 = 0
  var low: UInt64 = 0
  var high: UInt64 = 0
  var lowSlack: UInt64 = 0
  var highSlack: UInt64 = 0
  var weight: UInt64 = 0
  var hasActual = false
  var hasClaim = false
  var needsWhole = false

  init(id: ByteRun, firstRow: Int, year: ByteRun) {
    self.id = id
    self.firstRow = firstRow
    self.year = year
  }

  @inline(__always)
  mutating func add(_ earned: Earned) {
    weighted &+= earned.weight == 0 ? 0 : 1
    open &+= earned.isOpen ? 1 : 0
    // 180 rows of the largest weight fit; the sum of weights is the largest of the three.
    let (sum, overflow) = weight.addingReportingOverflow(earned.weight)
    weight = sum
    low &+= earned.low
    high &+= earned.high
    lowSlack &+= earned.lowSlack
    highSlack &+= earned.highSlack
    hasActual = hasActual || earned.hasActual
    hasClaim = hasClaim || earned.hasClaim
    needsWhole = needsWhole || earned.needsWhole || overflow
  }

  /// Nothing is claimed yet, as `Sheet.isPlan` says.
  var isPlan: Bool { !hasActual && (isTarget ?? !hasClaim) }

  /// Low and high in hundredths, rounded half up; nil where the bounds leave it open.
  var hundredths: (low: UInt64, high: UInt64)? {
    if isPlan { return (0, SheetTally.rounded(weight)) }
    let low = SheetTally.rounded(low)
    let high = SheetTally.rounded(high)
    guard low == SheetTally.rounded(self.low &+ lowSlack), high == SheetTally.rounded(self.high &+ highSlack)
    else { return nil }
    return (low, high)
  }

  var undecided: UInt64 { isPlan ? weighted : open }

  @inline(__always)
  private static func rounded(_ units: UInt64) -> UInt64 { (units &+ 5_000_000_000) / 10_000_000_000 }
}
