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
  /// What the high bounds add to the low ones.
  var gap: UInt64 = 0
  var lowSlack: UInt64 = 0
  /// What their slack adds to that of the low ones, modulo 2^64.
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

  /// A row decided to one number.
  @inline(always)
  mutating func add(_ points: UInt64, slack: UInt64, weight more: UInt64, hasActual: Bool) {
    weighted &+= more == 0 ? 0 : 1
    // 180 rows of the largest weight fit; the sum of weights is the largest of the sums.
    let (sum, overflow) = weight.addingReportingOverflow(more)
    weight = sum
    low &+= points
    lowSlack &+= slack
    self.hasActual = self.hasActual || hasActual
    needsWhole = needsWhole || overflow
  }

  @inline(always)
  mutating func add(_ earned: Earned) {
    add(earned.low, slack: earned.lowSlack, weight: earned.weight, hasActual: earned.hasActual)
    open &+= earned.isOpen ? 1 : 0
    gap &+= earned.high &- earned.low
    highSlack &+= earned.highSlack &- earned.lowSlack
    hasClaim = hasClaim || earned.hasClaim
    needsWhole = needsWhole || earned.needsWhole
  }

  /// Nothing is claimed yet, as `Sheet.isPlan` says.
  var isPlan: Bool { !hasActual && (isTarget ?? !hasClaim) }

  /// Low and high in hundredths, rounded half up; nil where the bounds leave it open.
  var hundredths: (low: UInt64, high: UInt64)? {
    if isPlan { return (0, SheetTally.rounded(weight)) }
    let low = SheetTally.rounded(self.low)
    guard low == SheetTally.rounded(self.low &+ lowSlack) else { return nil }
    if gap == 0, highSlack == 0 { return (low, low) }
    let high = SheetTally.rounded(self.low &+ gap)
    guard high == SheetTally.rounded(self.low &+ gap &+ lowSlack &+ highSlack) else { return nil }
    return (low, high)
  }

  var undecided: UInt64 { isPlan ? weighted : open }

  @inline(always)
  private static func rounded(_ units: UInt64) -> UInt64 { (units &+ 5_000_000_000) / 10_000_000_000 }
}
