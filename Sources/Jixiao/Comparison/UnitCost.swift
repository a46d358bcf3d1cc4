/// What one thing costs, as far as a sheet itself says.
public struct UnitCost: Sendable, Hashable {
  public enum Source: String, Sendable, Hashable {
    /// The sheet's cost target over its quantity target.
    case targets
    /// The sheet's reported cost over its reported quantity.
    case actuals
    /// The sheet's budget over its reported, else its planned, quantity.
    case budget
    /// A standard that the sheet states: 1000 元/人·次.
    case stated
  }

  /// What it is spent on: 慰问.
  public let activity: String
  public let source: Source
  /// 元 for one of what the unit names.
  public let amount: Ratio
  /// `元/人`.
  public let unit: String
  /// Cost and quantity as printed: `≤80万元`, `=4747人`.
  public let cost: String
  public let quantity: String?
  /// Index of the sheet.
  public let sheet: Int
  /// Indices of the observations: cost, nil for a budget; quantity, nil for a stated standard.
  public let costRow: Int?
  public let quantityRow: Int?
}

extension Comparison {
  /// Unit costs of all sheets, by activity and unit, then in the order of the inputs.
  ///
  /// A total is divided only where the sheet leaves no choice: one cost target that speaks of the whole project or of the
  /// same activity, and a quantity that names the activity or is the only one.
  public func unitCosts() -> [UnitCost] {
    var finder = UnitCostFinder(self)
    for (index, sheet) in sheets.enumerated() where !sheet.kind.isDepartment { finder.read(sheet, index) }
    return finder.costs.enumerated().sorted {
      ($0.element.activity, $0.element.unit, $0.offset) < ($1.element.activity, $1.element.unit, $1.offset)
    }.map(\.element)
  }
}
