/// How a target binds its actual value: the 指标性质 of an indicator.
public enum Relation: String, Sendable, Hashable, CaseIterable {
  case atLeast = ">="
  case moreThan = ">"
  case atMost = "<="
  case lessThan = "<"
  case equalTo = "="
  /// A lower and an upper bound, both included: 80%-90%.
  case range
  /// Words, or a calendar date: 定性.
  case qualitative

  /// More is better: ≥ and >.
  public var isFloor: Bool { self == .atLeast || self == .moreThan }
  /// Less is better: ≤ and <.
  public var isCeiling: Bool { self == .atMost || self == .lessThan }

  /// The sign as a reader writes it: ≥ for `>=`.
  public var sign: String {
    switch self {
    case .atLeast: "≥"
    case .moreThan: ">"
    case .atMost: "≤"
    case .lessThan: "<"
    case .equalTo: "="
    case .range: "区间"
    case .qualitative: "定性"
    }
  }
}
