/// Target and actual brought to one unit by whole factors, so that their ratio stays exact.
///
/// Example: target 1 年, actual 11个月 become 12 and 11.
struct ScaledClaim: Sendable, Hashable {
  let target: Exact
  let upper: Exact
  let actual: Exact
  /// How many of these units make one of the target's printed unit.
  let scale: Exact
  let note: Note?

  /// Why two numbers cannot be held against each other.
  enum Failure: Error, Hashable {
    case differentDimensions(target: String, actual: String)
    case unknownUnit(String, beside: String)
    case tooLarge

    func reason(in language: Language) -> String {
      switch self {
      case .differentDimensions(let target, let actual):
        language.pick(
          "目标值单位“\(target)”与实际值单位“\(actual)”不可换算", "the units “\(target)” and “\(actual)” do not convert")
      case .unknownUnit(let unit, let other):
        language.pick(
          "不认识单位“\(unit)”，不能与“\(other)”对照",
          "unit “\(unit)” is unknown, so it cannot be held against “\(other)”")
      case .tooLarge: language.pick("数值太大，超出38位", "the numbers leave 38 digits")
      }
    }
  }

  init(
    target: Exact, upper: Exact?, unit: String?, actual: Exact, actualUnit: String?, units: UnitTable
  ) throws(Failure) {
    func unscaled(_ note: Note?) -> (Exact, Exact, Exact, Note?) { (target, upper ?? target, actual, note) }
    guard let actualUnit, actualUnit.folded != unit?.folded else {
      (self.target, self.upper, self.actual, note) = unscaled(nil)
      scale = .one
      return
    }
    guard let unit else {
      (self.target, self.upper, self.actual, note) = unscaled(.unitAssumed)
      scale = .one
      return
    }
    guard let known = units.unit(unit) else { throw .unknownUnit(unit, beside: actualUnit) }
    guard let claimed = units.unit(actualUnit) else { throw .unknownUnit(actualUnit, beside: unit) }
    guard known.isComparable(with: claimed), let factor = claimed.factor.divided(by: known.factor) else {
      throw .differentDimensions(target: unit, actual: actualUnit)
    }
    if factor == .one {
      (self.target, self.upper, self.actual, note) = unscaled(nil)
      scale = .one
      return
    }
    guard let parts = factor.wholeParts, let scaledActual = actual.multiplied(by: parts.numerator),
      let scaledTarget = target.multiplied(by: parts.denominator),
      let scaledUpper = (upper ?? target).multiplied(by: parts.denominator)
    else { throw .tooLarge }
    self.target = scaledTarget
    self.upper = scaledUpper
    self.actual = scaledActual
    scale = parts.denominator
    note = .unitConverted
  }

  private init(target: Exact, upper: Exact, actual: Exact, scale: Exact, note: Note?) {
    self.target = target
    self.upper = upper
    self.actual = actual
    self.scale = scale
    self.note = note
  }

  /// The same claim for a rule whose parameters are in a unit of their own.
  ///
  /// - Parameter factor: how many of the target's units make one of that unit; above zero.
  /// - Returns: nil where the numbers leave 38 digits.
  func measured(in factor: Ratio) -> ScaledClaim? {
    guard let parts = (factor * Ratio(scale)).wholeParts,
      let target = target.multiplied(by: parts.denominator),
      let upper = upper.multiplied(by: parts.denominator),
      let actual = actual.multiplied(by: parts.denominator)
    else { return nil }
    return ScaledClaim(target: target, upper: upper, actual: actual, scale: parts.numerator, note: note)
  }
}
