/// Works out what one thing costs from a sheet's own cost, money and quantities.
struct UnitCostFinder {
  private let comparison: Comparison
  private(set) var costs: [UnitCost] = []
  private let forms: NameForms
  /// Activities of names and titles seen before.
  private var activities: [UInt32: String?] = [:]

  init(_ comparison: Comparison) {
    self.comparison = comparison
    forms = NameForms(words: comparison.words, units: comparison.vocabulary.units)
  }

  mutating func read(_ sheet: ObservedSheet, _ index: Int) {
    var totals: [Int] = [], quantities: [Int] = []
    for row in sheet.rows {
      let observation = comparison.observations[row]
      guard let unit = unit(observation.unit), let value = observation.value, observation.upper == nil,
        value > .zero
      else { continue }
      if unit.dimension.hasPrefix("money/") {
        state(row, value, sheet, index)
      } else if unit.dimension == "money" {
        if !comparison.words.each.hasMatch(in: comparison.name(of: observation).folded) { totals.append(row) }
      } else if comparison.words.quantities.contains(unit.dimension) {
        quantities.append(row)
      }
    }
    for row in quantities {
      let observation = comparison.observations[row]
      let own = activity(comparison.nameNumber(of: observation))
      guard let activity = own ?? (quantities.count == 1 ? activity(sheet.project) : nil) else { continue }
      divide(row, activity, totals, sheet, index, isOnly: quantities.count == 1)
    }
  }

  /// A standard that is stated as such: 1000 元/人·次.
  private mutating func state(_ row: Int, _ value: Exact, _ sheet: ObservedSheet, _ index: Int) {
    let observation = comparison.observations[row]
    let printed = comparison.unit(of: observation) ?? ""
    guard let activity = activity(comparison.nameNumber(of: observation)) ?? activity(sheet.project),
      let slash = printed.firstIndex(where: { $0 == "/" || $0 == "／" }),
      let money = comparison.vocabulary.units.unit(String(printed[..<slash]))
    else { return }
    costs.append(
      UnitCost(
        activity: activity, source: .stated, amount: Ratio(value) * money.factor,
        unit: "元/" + printed[printed.index(after: slash)...], cost: comparison.target(of: observation),
        quantity: nil, sheet: index, costRow: row, quantityRow: nil))
  }

  private mutating func divide(
    _ row: Int, _ activity: String, _ totals: [Int], _ sheet: ObservedSheet, _ index: Int, isOnly: Bool
  ) {
    let quantity = comparison.observations[row]
    guard let counted = unit(quantity.unit), let value = quantity.value else { return }
    let planned = Ratio(value) * counted.factor
    let reported = reported(quantity, counted)
    let shown = (planned: comparison.target(of: quantity), reported: comparison.actual(of: quantity) ?? "")
    let per = "元/" + oneOf(counted, quantity)
    func add(
      _ source: UnitCost.Source, _ money: Ratio, _ count: Ratio, _ cost: String, _ shown: String,
      _ costRow: Int?
    ) {
      guard let amount = money.divided(by: count) else { return }
      costs.append(
        UnitCost(
          activity: activity, source: source, amount: amount, unit: per, cost: cost, quantity: shown,
          sheet: index, costRow: costRow, quantityRow: row))
    }
    if let only = totals.first, totals.count == 1 {
      let cost = comparison.observations[only]
      guard isOf(activity, cost), let money = unit(cost.unit), let amount = cost.value else { return }
      add(.targets, Ratio(amount) * money.factor, planned, comparison.target(of: cost), shown.planned, only)
      if let reported, let spent = self.reported(cost, money) {
        add(.actuals, spent, reported, comparison.actual(of: cost) ?? "", shown.reported, only)
      }
    } else if totals.isEmpty, isOnly, let budget = comparison.budget(of: sheet) {
      let printed = comparison.printedBudget(of: sheet)
      add(
        .budget, budget, reported ?? planned, printed, reported == nil ? shown.planned : shown.reported, nil)
    }
  }

  /// Whether a cost is that of the whole project or names the activity.
  private mutating func isOf(_ activity: String, _ cost: Observation) -> Bool {
    if self.activity(comparison.nameNumber(of: cost)) == activity { return true }
    return forms.key(comparison.name(of: cost)).core.isEmpty
  }

  /// What is done for the money, told by a name or title.
  private mutating func activity(_ text: UInt32) -> String? {
    if let known = activities[text] { return known }
    let folded = comparison.texts[text].folded
    let activity = comparison.words.activities.first { $0.words.hasMatch(in: folded) }?.name
    activities[text] = activity
    return activity
  }

  private func unit(_ number: UInt32) -> MeasureUnit? { comparison.units[number].unit }

  /// The reported number in base units, above zero; a bare number is in the target's unit.
  private mutating func reported(_ observation: Observation, _ own: MeasureUnit) -> Ratio? {
    guard let value = observation.actual.value, value > .zero else { return nil }
    guard observation.actual.unit != 0 else { return Ratio(value) * own.factor }
    guard let printed = unit(observation.actual.unit), printed.isComparable(with: own) else { return nil }
    return Ratio(value) * printed.factor
  }

  /// The word for one of what is counted: 人数 and 万人 count 人.
  private func oneOf(_ unit: MeasureUnit, _ observation: Observation) -> String {
    switch unit.dimension {
    case "person": "人"
    case "person-time": "人次"
    default:
      unit.factor == .one
        ? comparison.unit(of: observation) ?? ""
        : String((comparison.unit(of: observation) ?? "").drop { $0 == "万" })
    }
  }
}
