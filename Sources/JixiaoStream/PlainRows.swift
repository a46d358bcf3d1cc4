import Jixiao

/// What the short way finds out about a row.
struct Plain: BitwiseCopyable {
  var points: UInt64 = 0
  var slack: UInt64 = 0
  var weight: UInt64 = 0
  var hasActual = false
}

/// The points of rows with plain numbers, in units of `Earned`, by the short forms of a pack's rules.
final class PlainRows {
  /// Up to eight digits and six places, so that aligning two numbers never leaves 64 bits.
  private static let mostPlaces = 6

  private let missing: MissingPolicy
  /// Units in the last place to which rows are rounded before they are summed; 1 where they are not.
  private let rowUnit: UInt64
  /// Powers of ten for 0…, and 1 for −`mostPlaces`… below them.
  private let powers: UnsafeMutablePointer<UInt64>
  private let kinds: RowKinds

  init(_ pack: RulePack, vocabulary: Vocabulary) {
    missing = pack.missing.rule
    let powers = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * PlainRows.mostPlaces + 1)
    var power: UInt64 = 1
    for i in 0...2 * PlainRows.mostPlaces {
      powers[i] = power
      if i >= PlainRows.mostPlaces { power *= 10 }
    }
    self.powers = powers + PlainRows.mostPlaces
    let rounding = pack.rounding.rule
    var unit: UInt64 = 1
    if rounding.when == .rowsThenSum {
      for _ in 0..<(Earned.unitPlaces - Int(rounding.places)) { unit *= 10 }
    }
    rowUnit = unit
    kinds = RowKinds(pack, vocabulary: vocabulary)
  }

  deinit { (powers - PlainRows.mostPlaces).deallocate() }

  /// Whether a printed rule name can change what a number earns.
  var readsRule: Bool { kinds.readsRule }

  /// Scores a row with a known sign, a plain number as target and weight, a plain number or nothing as actual.
  ///
  /// `mayBeDate`: whether a target such as 2023.07 is a month.
  /// Returns false where this does not apply; `plain` is then worth nothing.
  @inline(always)
  func score(
    relation: ByteRun, target: ByteRun, mayBeDate: Bool, weight: ByteRun, rule: ByteRun, actual: ByteRun,
    _ plain: inout Plain
  ) -> Bool {
    let kind = kinds.kind(relation, weight, rule)
    guard kind.pointee.isPlain else { return false }
    // The most frequent claim is the target itself, word for word.
    if actual.count == target.count, target.isPositiveWhole, actual.top == target.top,
      kind.pointee.isFullAtTarget
    {
      plain.hasActual = true
      plain.weight = kind.pointee.weight
      plain.points = kind.pointee.weight
      return rowUnit == 1 || roundRow(&plain)
    }
    guard let goal = DecimalWord(target.start, count: target.count),
      !(mayBeDate && goal.places == 2 && target.count == 7)
    else { return false }
    plain.weight = kind.pointee.weight
    if actual.count == 0 { return missing == .zero }
    if goal.digits == 0 { return false }
    plain.hasActual = true
    guard let result = DecimalWord(actual.start, count: actual.count) else { return false }
    // As many places for both.
    let more = goal.places &- result.places
    let (reached, wanted) = (result.digits &* powers[more], goal.digits &* powers[0 &- more])
    guard let share = kind.pointee.quick.share(actual: reached, target: wanted) else { return false }
    if share.part == share.whole {
      plain.points = plain.weight
    } else if share.part != 0 {
      let divided: (quotient: UInt64, remainder: UInt64)
      let (product, overflow) = plain.weight.multipliedReportingOverflow(by: share.part)
      if overflow {
        // The share is below one, so the quotient is below the weight.
        divided = share.whole.dividingFullWidth(plain.weight.multipliedFullWidth(by: share.part))
      } else {
        divided = product.quotientAndRemainder(dividingBy: share.whole)
      }
      plain.points = divided.quotient
      plain.slack = divided.remainder == 0 ? 0 : 1
    }
    return rowUnit == 1 || roundRow(&plain)
  }

  /// Rounds the points of a row half up, where the pack rounds rows; false where the bounds leave it open.
  @inline(never)
  private func roundRow(_ plain: inout Plain) -> Bool {
    let rounded = (plain.points &+ rowUnit / 2) / rowUnit
    guard rounded == (plain.points &+ plain.slack &+ rowUnit / 2) / rowUnit else { return false }
    plain.points = rounded &* rowUnit
    plain.slack = 0
    return true
  }
}
