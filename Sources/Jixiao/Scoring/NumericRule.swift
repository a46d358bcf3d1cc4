/// A scoring function for numbers with its parameters: the registry of all of them.
///
/// To add one: a file in `Functions/` with `page`, `init`, `parameters` and `credit`, and one line in each list below.
public enum NumericRule: Sendable, Hashable {
  case ratioUp(RatioUp)
  case ratioDownInverse(RatioDownInverse)
  case ratioDownLinear(RatioDownLinear)
  case equalTo(EqualTo)
  case zeroTarget(ZeroTarget)
  case range(WithinRange)
  case allOrNothing(AllOrNothing)
  case stepTable(StepTable)
  case perUnitDeduction(PerUnitDeduction)

  /// The unit a rule is made for; nil where it fits every number.
  public var unit: String? {
    if case .stepTable(let table) = self { table.unit } else { nil }
  }

  static let pages: [FunctionPage] = [
    RatioUp.page, RatioDownInverse.page, RatioDownLinear.page, EqualTo.page, ZeroTarget.page,
    WithinRange.page,
    AllOrNothing.page, StepTable.page, PerUnitDeduction.page,
  ]

  /// Reads `{"function": …, "parameters": {…}}`.
  init(_ object: JSONObject) throws(RuleError) {
    let name = try object.string("function")
    let given = try object.optionalObject("parameters")
    let parameters = given ?? object.empty("parameters")
    switch name {
    case RatioUp.page.name: self = .ratioUp(try RatioUp(parameters))
    case RatioDownInverse.page.name: self = .ratioDownInverse(try RatioDownInverse(parameters))
    case RatioDownLinear.page.name: self = .ratioDownLinear(try RatioDownLinear(parameters))
    case EqualTo.page.name: self = .equalTo(try EqualTo(parameters))
    case ZeroTarget.page.name: self = .zeroTarget(try ZeroTarget(parameters))
    case WithinRange.page.name: self = .range(try WithinRange(parameters))
    case AllOrNothing.page.name: self = .allOrNothing(try AllOrNothing(parameters))
    case StepTable.page.name: self = .stepTable(try StepTable(parameters))
    case PerUnitDeduction.page.name: self = .perUnitDeduction(try PerUnitDeduction(parameters))
    default:
      let names = NumericRule.pages.map(\.name)
      throw object.error(
        "function", .unknownChoice(name, nearest: nearestName(to: name, among: names), allowed: names))
    }
  }

  public var page: FunctionPage {
    switch self {
    case .ratioUp: RatioUp.page
    case .ratioDownInverse: RatioDownInverse.page
    case .ratioDownLinear: RatioDownLinear.page
    case .equalTo: EqualTo.page
    case .zeroTarget: ZeroTarget.page
    case .range: WithinRange.page
    case .allOrNothing: AllOrNothing.page
    case .stepTable: StepTable.page
    case .perUnitDeduction: PerUnitDeduction.page
    }
  }

  public var parameters: [(String, String)] {
    switch self {
    case .ratioUp(let rule): rule.parameters
    case .ratioDownInverse(let rule): rule.parameters
    case .ratioDownLinear(let rule): rule.parameters
    case .equalTo(let rule): rule.parameters
    case .zeroTarget(let rule): rule.parameters
    case .range(let rule): rule.parameters
    case .allOrNothing(let rule): rule.parameters
    case .stepTable(let rule): rule.parameters
    case .perUnitDeduction(let rule): rule.parameters
    }
  }

  /// The credit of a claim; nil where the numbers leave 38 digits.
  @inlinable
  public func credit(_ claim: Claim) -> Credit? {
    switch self {
    case .ratioUp(let rule): rule.credit(claim)
    case .ratioDownInverse(let rule): rule.credit(claim)
    case .ratioDownLinear(let rule): rule.credit(claim)
    case .equalTo(let rule): rule.credit(claim)
    case .zeroTarget(let rule): rule.credit(claim)
    case .range(let rule): rule.credit(claim)
    case .allOrNothing(let rule): rule.credit(claim)
    case .stepTable(let rule): rule.credit(claim)
    case .perUnitDeduction(let rule): rule.credit(claim)
    }
  }
}
