/// One performance sheet: a plan or a year-end self-assessment, of a department or a project.
public struct Sheet: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case departmentTarget = "department-target"
    case projectTarget = "project-target"
    case departmentSelfAssessment = "department-self-assessment"
    case projectSelfAssessment = "project-self-assessment"

    public var isTarget: Bool { self == .departmentTarget || self == .projectTarget }
    public var isDepartment: Bool { self == .departmentTarget || self == .departmentSelfAssessment }
  }

  /// A level-1 subtotal as printed: `产出指标(50分)`.
  public struct Subtotal: Sendable, Hashable {
    public var level1: String
    public var weight: Exact

    public init(level1: String, weight: Exact) {
      self.level1 = level1
      self.weight = weight
    }
  }

  /// 1-based position in the file.
  public var ordinal: Int
  /// The sheet's own name in a streaming form, where it is known by an id rather than a position.
  public var id: String?
  public var kind: Kind
  public var year: Int?
  public var organization: String?
  public var project: String?
  public var funds: Funds
  public var objective: String?
  public var subtotals: [Subtotal]
  /// 总分 as the unit claims it.
  public var totalClaimed: Exact?
  public var gradeClaimed: String?
  public var indicators: [Indicator]
  public var place: Place
  /// Something in the sheet's part of the file could not be read, so that what is missing may merely be unread.
  ///
  /// Known while a file is checked; no form carries it.
  var isReadInPart = false

  public init(
    ordinal: Int, id: String? = nil, kind: Kind, year: Int? = nil, organization: String? = nil,
    project: String? = nil, funds: Funds = Funds(), objective: String? = nil, subtotals: [Subtotal] = [],
    totalClaimed: Exact? = nil, gradeClaimed: String? = nil, indicators: [Indicator] = [],
    place: Place = Place()
  ) {
    self.ordinal = ordinal
    self.id = id
    self.kind = kind
    self.year = year
    self.organization = organization
    self.project = project
    self.funds = funds
    self.objective = objective
    self.subtotals = subtotals
    self.totalClaimed = totalClaimed
    self.gradeClaimed = gradeClaimed
    self.indicators = indicators
    self.place = place
  }

  /// A plan: a target sheet on which nothing is claimed yet, so there is nothing to score.
  public var isPlan: Bool { kind.isTarget && indicators.allSatisfy { $0.actual == nil && $0.awarded == nil } }
}

/// The money of a sheet, in the unit it prints.
public struct Funds: Sendable, Hashable {
  public var unit: String?
  /// 资金总额.
  public var total: Exact?
  /// 财政拨款.
  public var fiscal: Exact?
  /// 其他资金.
  public var other: Exact?
  /// 上级安排.
  public var superior: Exact?
  /// 本级安排.
  public var local: Exact?
  /// 年初预算数.
  public var initial: Exact?
  /// 全年预算数, after adjustments.
  public var adjusted: Exact?
  /// 全年执行数.
  public var executed: Exact?
  /// 执行率 as printed.
  public var rate: String?
  /// Points at stake for execution, where the sheet prints them.
  public var weight: Exact?
  /// Points the unit gave itself for execution.
  public var claimed: Exact?

  public init(
    unit: String? = nil, total: Exact? = nil, fiscal: Exact? = nil, other: Exact? = nil,
    superior: Exact? = nil, local: Exact? = nil, initial: Exact? = nil, adjusted: Exact? = nil,
    executed: Exact? = nil, rate: String? = nil, weight: Exact? = nil, claimed: Exact? = nil
  ) {
    self.unit = unit
    self.total = total
    self.fiscal = fiscal
    self.other = other
    self.superior = superior
    self.local = local
    self.initial = initial
    self.adjusted = adjusted
    self.executed = executed
    self.rate = rate
    self.weight = weight
    self.claimed = claimed
  }
}
