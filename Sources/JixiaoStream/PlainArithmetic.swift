import Jixiao

/// What the short way finds out about a row.
struct Plain: BitwiseCopyable {
  var points: UInt64 = 0
  var slack: UInt64 = 0
  var weight: UInt64 = 0
  var hasActual = false
}

/// The points of rows with plain numbers, in units of `Earned`, by the short forms of a pack's rules.
struct PlainArithmetic: ~Copyable {
  let missing: MissingPolicy
  /// Units in the last place to which rows are rounded before they are summed; 1 where they are not.
  private let rowUnit: UInt64
  /// By name (5) and relation (8).
  private let quick: UnsafeMutablePointer<QuickRule>
  private let powers: UnsafeMutablePointer<UInt64>

  init(_ pack: RulePack) {
    missing = pack.missing.rule
    powers = .allocate(capacity: 20)
    var power: UInt64 = 1
    for i in 0..<20 {
      powers[i] = power
      power = power &* 10
    }
    let rounding = pack.rounding.rule
    rowUnit = rounding.when == .rowsThenSum ? powers[Earned.unitPlaces - Int(rounding.places)] : 1
    let kernel = Kernel(pack)
    quick = .allocate(capacity: 64)
    quick.initialize(repeating: .refusing, count: 64)
    for (row, name) in ([nil] + ScoringRuleName.allCases.map { $0 }).enumerated() {
      for (column, relation) in Relation.allCases.enumerated()
      where relation != .qualitative && relation != .range {
        quick[row * 8 + column] = kernel.quickRule(for: relation, named: name)
      }
      quick[row * 8 + Int(RelationCode.blank)] = kernel.quickRule(for: .equalTo, named: name)
    }
  }

  deinit {
    quick.deallocate()
    powers.deallocate()
  }

  /// Reads a weight of less than 100,000 digits' worth; false for any other.
  @inline(__always)
  func weigh(_ run: ByteRun, _ plain: inout Plain) -> Bool {
    guard let weight = DecimalWord(run.start, count: run.count), weight.digits < 100_000 else { return false }
    plain.weight = weight.digits &* powers[Earned.unitPlaces &- weight.places]
    return true
  }

  /// Scores an actual that is not blank; false where the long way has to.
  @inline(__always)
  func score(
    _ targetRun: ByteRun, _ target: DecimalWord, _ actualRun: ByteRun, rule number: Int, _ plain: inout Plain
  ) -> Bool {
    if target.digits == 0 { return false }
    plain.hasActual = true
    let rule = quick[number]
    // The most frequent claim is the target itself, word for word.
    if actualRun.count == targetRun.count, actualRun.head == targetRun.head {
      guard let share = rule.share(actual: target.digits, target: target.digits) else { return false }
      if share.part != 0 { plain.points = plain.weight }
      return rowUnit == 1 || roundRow(&plain)
    }
    guard let actual = DecimalWord(actualRun.start, count: actualRun.count) else { return false }
    var (a, t) = (actual.digits, target.digits)
    if actual.places != target.places {
      // At most eight digits and seven places each, so neither product leaves 64 bits.
      if actual.places < target.places {
        a = a &* powers[target.places &- actual.places]
      } else {
        t = t &* powers[actual.places &- target.places]
      }
    }
    guard let share = rule.share(actual: a, target: t) else { return false }
    if share.part == share.whole {
      plain.points = plain.weight
    } else if share.part != 0 {
      let (product, overflow) = plain.weight.multipliedReportingOverflow(by: share.part)
      let divided: (quotient: UInt64, remainder: UInt64)
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
  private func roundRow(_ plain: inout Plain) -> Bool {
    let rounded = (plain.points &+ rowUnit / 2) / rowUnit
    guard rounded == (plain.points &+ plain.slack &+ rowUnit / 2) / rowUnit else { return false }
    plain.points = rounded &* rowUnit
    plain.slack = 0
    return true
  }
}
