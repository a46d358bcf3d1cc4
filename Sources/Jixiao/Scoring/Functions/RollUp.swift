/// One indicator reported by several units: their values are brought together first, and the result is scored once.
///
/// Absolute values are added; ratios are averaged by funds. The mean stays a fraction, so nothing is rounded before scoring.
/// - Edge cases: a mean needs funds above zero in all; a unit without funds does not weigh in it.
/// - Example: satisfaction 90 % with 100 万元 and 80 % with 300 万元 average 82.5 %; against ≥ 90 and weight 10 that earns 9.17.
public struct RollUp: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case sum
    case fundsWeightedMean = "funds-weighted-mean"
  }

  /// What one unit reports.
  public struct Part: Sendable, Hashable {
    /// In the unit of the target.
    public let actual: Exact
    /// The unit's money, at least 0; only a mean looks at it.
    public let funds: Exact

    public init(actual: Exact, funds: Exact = .zero) {
      self.actual = actual
      self.funds = funds
    }
  }

  /// Why the parts give no value.
  public enum Failure: Error, Sendable, Hashable {
    case noParts
    case negativeFunds(Exact)
    case noFunds
    case tooLarge

    public func reason(in language: Language) -> String {
      switch self {
      case .noParts: language.pick("没有可汇总的单位", "there is no unit to roll up")
      case .negativeFunds(let funds):
        language.pick("资金 \(funds) 为负，不能作权数", "funds of \(funds) cannot weigh a mean")
      case .noFunds: language.pick("资金合计为0，不能按资金加权；请填资金或改为相加", "the funds add up to 0; state them or use sum")
      case .tooLarge: language.pick("数值太大，超出38位", "the numbers leave 38 digits")
      }
    }
  }

  public let kind: Kind

  static let page = FunctionPage(
    name: "roll-up", zh: "汇总后计分：绝对值相加，比率按资金加权平均，再计一次分",
    en: "values of several units, added or averaged by funds, then scored once",
    formula: "sum: Σa; funds-weighted-mean: Σ(a·f)/Σf; then the function of the sign",
    parameters: [
      .init("kind", default: "—", "sum 相加，funds-weighted-mean 按资金加权", "sum or funds-weighted-mean")
    ],
    example: "90%（100万元）、80%（300万元）→ 82.5%；w=10, ≥90 → 9.17", source: "湖北自评表式填报说明")

  public init(_ kind: Kind) { self.kind = kind }

  /// The value of all parts together.
  public func value(of parts: [Part]) throws(Failure) -> Ratio {
    if parts.isEmpty { throw .noParts }
    if kind == .sum { return parts.reduce(.zero) { $0 + Ratio($1.actual) } }
    if let part = parts.first(where: \.funds.isNegative) { throw .negativeFunds(part.funds) }
    let weighted = parts.reduce(Ratio.zero) { $0 + Ratio($1.actual) * Ratio($1.funds) }
    guard let mean = weighted.divided(by: parts.reduce(.zero) { $0 + Ratio($1.funds) }) else {
      throw .noFunds
    }
    return mean
  }

  /// The credit of all parts together under the rule of one pack.
  ///
  /// - Parameters:
  ///   - parts: what the units report.
  ///   - claim: relation, target and weight; its own actual is not looked at.
  ///   - rule: the scoring function.
  ///   - kernel: the pack's kernel, for its over-achievement clause.
  /// - Returns: the share of the weight earned, and how.
  /// - Throws: why the parts give no value.
  public func credit(of parts: [Part], claim: Claim, under rule: NumericRule, kernel: Kernel) throws(Failure)
    -> Credit
  {
    // A mean such as 250/3 is no decimal: target and actual are multiplied by the 3 instead.
    guard let whole = try value(of: parts).wholeParts,
      let target = claim.target.multiplied(by: whole.denominator),
      let upper = claim.upper.multiplied(by: whole.denominator),
      let scale = claim.scale.multiplied(by: whole.denominator),
      let credit = kernel.credit(
        Claim(
          relation: claim.relation, target: target, upper: upper, actual: whole.numerator,
          weight: claim.weight,
          scale: scale), under: rule)
    else { throw .tooLarge }
    return credit
  }
}
