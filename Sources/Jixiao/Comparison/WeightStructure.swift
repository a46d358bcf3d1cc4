/// How a group spreads its weights, and what kinds of indicators it uses.
public struct WeightStructure: Sendable {
  /// The weights under one heading.
  public struct Part: Sendable, Hashable {
    public let name: String
    public let indicators: Int
    public let weight: Exact
    /// Of all printed weights, 0…1; nil where they sum to zero.
    public let share: Ratio?
  }

  /// Rate targets under one heading of level 2 and how many leave no room.
  public struct Rates: Sendable, Hashable {
    public let level2: String
    public let count: Int
    /// Targets of at least 100 %.
    public let full: Int
  }

  public let group: Int
  public let sheets: Int
  public let indicators: Int
  public let weight: Exact?
  public let level1: [Part]
  public let level2: [Part]
  public let qualitative: Int
  /// Targets in percent that ask for a floor or an exact value.
  public let rates: Int
  public let fullRates: Int
  public let ratesByLevel2: [Rates]
  /// Indicators that measure cost.
  public let cost: Int
  /// Budgets in 元 of the sheets that print one in a unit of money.
  public let budget: Ratio?
  public let sheetsWithBudget: Int
  /// Budget over the indicators, and over the projects, of those sheets.
  public let budgetPerIndicator: Ratio?
  public let budgetPerProject: Ratio?

  /// A share such as 38 of 67; nil of none.
  public static func share(_ part: Int, of whole: Int) -> Ratio? { Ratio(part).divided(by: Ratio(whole)) }
}

extension Comparison {
  /// The structure of every group, in their order.
  public func structures(_ groups: ComparisonGroups) -> [WeightStructure] {
    var counts = Array(repeating: StructureCount(), count: groups.names.count)
    var levels: [UInt32: ByteText] = [:]
    let cost = ByteText("成本指标")
    for (index, sheet) in sheets.enumerated() {
      for row in sheet.rows {
        let observation = observations[row]
        let group = groups.group(of: observation)
        let level1: ByteText
        if let known = levels[observation.level1] {
          level1 = known
        } else {
          level1 = ByteText(observation.level1 == 0 ? "—" : words.level(texts[observation.level1]))
          levels[observation.level1] = level1
        }
        let level2 = ByteText(observation.level2 == 0 ? "—" : texts[observation.level2])
        let dimension = units[observation.unit].unit?.dimension
        counts[group].add(
          observation, level1: level1, level2: level2, isRate: dimension == "share",
          isCost: level1 == cost || dimension == "money" || dimension?.hasPrefix("money/") == true,
          full: parameters.fullRate)
      }
      if let group = groups.group(ofSheet: index) { counts[group].add(sheet, budget: budget(of: sheet)) }
    }
    return counts.enumerated().map { $1.structure($0) }
  }

  /// The money of a sheet in 元: what was spent, else the adjusted, the total or the initial budget; nil where no unit of
  /// money is printed.
  func budget(of sheet: ObservedSheet) -> Ratio? {
    guard let amount = sheet.funds.spentOrPlanned,
      let printed = sheet.funds.unit, let unit = vocabulary.units.unit(printed), unit.dimension == "money"
    else { return nil }
    return Ratio(amount) * unit.factor
  }
}

extension Comparison {
  /// The money of `budget(of:)` as printed: `31.8万元`.
  func printedBudget(of sheet: ObservedSheet) -> String {
    "\(sheet.funds.spentOrPlanned?.description ?? "")\(sheet.funds.unit ?? "")"
  }
}

extension Funds {
  /// What was spent, else the adjusted, the total or the initial budget.
  fileprivate var spentOrPlanned: Exact? { executed ?? adjusted ?? total ?? initial }
}

/// The sums behind a structure.
private struct StructureCount {
  private var sheets = 0
  private var indicators = 0
  private var level1 = Sums(), level2 = Sums()
  private var weight: Exact?
  private var qualitative = 0
  private var rates = 0
  private var full = 0
  private var rateLevels: [ByteText: (count: Int, full: Int)] = [:]
  private var cost = 0
  private var budget: Ratio?
  private var budgeted = 0
  private var budgetedIndicators = 0
  private var projects: Set<UInt32> = []

  private struct Sums {
    var names: [ByteText] = []
    var sums: [ByteText: (count: Int, weight: Exact)] = [:]

    mutating func add(_ name: ByteText, _ weight: Exact) {
      if let known = sums[name] {
        sums[name] = (known.count + 1, known.weight.adding(weight) ?? known.weight)
      } else {
        names.append(name)
        sums[name] = (1, weight)
      }
    }

    func parts(of whole: Exact?) -> [WeightStructure.Part] {
      names.map { name in
        let sum = sums[name] ?? (0, .zero)
        return WeightStructure.Part(
          name: name.text, indicators: sum.count, weight: sum.weight,
          share: whole.flatMap { Ratio(sum.weight, over: $0) })
      }
    }
  }

  mutating func add(
    _ observation: Observation, level1: ByteText, level2: ByteText, isRate: Bool, isCost: Bool, full: Exact
  ) {
    indicators += 1
    self.level1.add(level1, observation.weight ?? .zero)
    self.level2.add(level2, observation.weight ?? .zero)
    if let own = observation.weight { weight = (weight ?? .zero).adding(own) }
    if observation.value == nil, observation.relation == .qualitative { qualitative += 1 }
    if isCost { cost += 1 }
    guard isRate, let value = observation.value, observation.relation?.isCeiling != true else { return }
    let isFull = value >= full
    rates += 1
    if isFull { self.full += 1 }
    let known = rateLevels[level2] ?? (0, 0)
    rateLevels[level2] = (known.count + 1, known.full + (isFull ? 1 : 0))
  }

  mutating func add(_ sheet: ObservedSheet, budget own: Ratio?) {
    sheets += 1
    guard let own else { return }
    // A department's money contains that of its projects.
    if sheet.kind.isDepartment { return }
    budget = (budget ?? .zero) + own
    budgeted += 1
    budgetedIndicators += sheet.rows.count
    projects.insert(sheet.project)
  }

  func structure(_ group: Int) -> WeightStructure {
    WeightStructure(
      group: group, sheets: sheets, indicators: indicators, weight: weight,
      level1: level1.parts(of: weight), level2: level2.parts(of: weight), qualitative: qualitative,
      rates: rates, fullRates: full,
      ratesByLevel2: level2.names.compactMap { name in
        rateLevels[name].map { WeightStructure.Rates(level2: name.text, count: $0.count, full: $0.full) }
      },
      cost: cost, budget: budget, sheetsWithBudget: budgeted,
      budgetPerIndicator: budget?.divided(by: Ratio(budgetedIndicators)),
      budgetPerProject: budget?.divided(by: Ratio(budgeted)))
  }
}
