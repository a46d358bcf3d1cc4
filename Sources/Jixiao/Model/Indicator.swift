/// One row of a performance sheet: what was promised, what it is worth, and what is claimed for it.
public struct Indicator: Sendable, Hashable {
  /// 1-based position in the sheet.
  public var ordinal: Int
  /// 一级指标.
  public var level1: String?
  /// 二级指标.
  public var level2: String?
  /// 三级指标, the indicator's own name.
  public var level3: String?
  public var target: Target
  /// 分值: the points at stake.
  public var weight: Exact?
  /// 指标值设定依据.
  public var basis: String?
  /// 上年完成值.
  public var previous: String?
  /// 指标赋分规则 as printed.
  public var rule: String?
  /// 佐证资料.
  public var evidence: String?
  /// 实际完成值 as printed; nil is missing, never zero.
  public var actual: String?
  /// 得分: the points the unit gave itself.
  public var claimed: Exact?
  /// 偏差原因.
  public var reason: String?
  /// Points an evaluator has decided, from a flat table.
  public var awarded: Exact?
  /// Set where an evaluator has ruled the indicator out.
  public var notApplicable: Bool
  public var place: Place
  /// The places of single cells, where the format has them.
  public var places: FieldPlaces

  public init(
    ordinal: Int, level1: String? = nil, level2: String? = nil, level3: String? = nil,
    target: Target = Target(), weight: Exact? = nil, basis: String? = nil, previous: String? = nil,
    rule: String? = nil, evidence: String? = nil, actual: String? = nil, claimed: Exact? = nil,
    reason: String? = nil, awarded: Exact? = nil, notApplicable: Bool = false, place: Place = Place(),
    places: FieldPlaces = [:]
  ) {
    self.ordinal = ordinal
    self.level1 = level1
    self.level2 = level2
    self.level3 = level3
    self.target = target
    self.weight = weight
    self.basis = basis
    self.previous = previous
    self.rule = rule
    self.evidence = evidence
    self.actual = actual
    self.claimed = claimed
    self.reason = reason
    self.awarded = awarded
    self.notApplicable = notApplicable
    self.place = place
    self.places = places
  }

  /// The columns of an indicator row, in the order in which they are written.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case level1, level2, level3, `operator`, target, value, upper, deadline, unit, weight, basis, previous,
      rule
    case evidence, actual, claimed, reason, awarded, notApplicable

    /// Its position among all; a switch, because hashing a field hashes its name.
    @inlinable public var number: Int {
      switch self {
      case .level1: 0
      case .level2: 1
      case .level3: 2
      case .operator: 3
      case .target: 4
      case .value: 5
      case .upper: 6
      case .deadline: 7
      case .unit: 8
      case .weight: 9
      case .basis: 10
      case .previous: 11
      case .rule: 12
      case .evidence: 13
      case .actual: 14
      case .claimed: 15
      case .reason: 16
      case .awarded: 17
      case .notApplicable: 18
      }
    }
  }
}
