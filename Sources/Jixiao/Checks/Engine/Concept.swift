/// What an indicator's name says is counted; Chinese puts it at the end of the name.
public enum Concept: String, Sendable, Hashable, CaseIterable {
  /// 完成率, 占比.
  case rate
  /// 满意度, 知晓度: graded by asking people.
  case degree
  case persons, personTimes, households
  /// 次数, 场次.
  case occasions
  /// 完成时间, 期限, 天数.
  case time
  /// 成本, 资金, 经费.
  case money
  /// 补助标准, 单价: money a head or a piece.
  case standard
  /// Whom or what the activity is for: 慰问对象.
  case object
  /// 工作效率: no rate, though it ends like one.
  case efficiency
  /// 数量, 个数.
  case number
}

/// Marks that a name carries anywhere.
public enum NameMark: String, Sendable, Hashable, CaseIterable {
  /// 及时率, 按时.
  case timely
  /// 满意.
  case satisfaction
  /// 每次, 每人, 单价: the amount is for one only.
  case each
  /// 故障率, 投诉: less is better.
  case negative
  /// 完成率, 投诉办结率, 污水处理率: a rate of which more is better, whatever else the name holds.
  case favourable
  /// 低保标准, 生均: what everyone is to have at least, so that more is no waste.
  case floor
  /// 合格率: how good, and never how soon.
  case quality
  /// 基本支出.
  case basicSpending
  /// 项目支出.
  case projectSpending
  /// The whole cost of a project: 项目成本, 使用资金.
  case wholeCost
  /// 增长率, 投入产出比: a rate that may exceed 100 %.
  case unbounded
  /// A rate that has no definition: 影响率.
  case undefinedRate
  /// Grows better, 增强, 稳定: a change of state, which words describe.
  case state
}

/// The marks of one name.
struct NameMarks: Sendable {
  private(set) var bits: UInt16 = 0

  init(bits: UInt16 = 0) { self.bits = bits }

  func contains(_ mark: NameMark) -> Bool { bits & mark.bit != 0 }
  mutating func insert(_ mark: NameMark) { bits |= mark.bit }
}

extension NameMark {
  fileprivate var bit: UInt16 {
    switch self {
    case .timely: 1
    case .satisfaction: 2
    case .each: 4
    case .negative: 8
    case .basicSpending: 16
    case .projectSpending: 32
    case .wholeCost: 64
    case .unbounded: 128
    case .undefinedRate: 256
    case .state: 512
    case .favourable: 1024
    case .floor: 2048
    case .quality: 4096
    }
  }
}

/// The level-2 category under which an indicator is filed.
public enum Category: String, Sendable, Hashable, CaseIterable {
  case quantity, quality, timeliness, cost, economic, social, ecological, lasting, satisfaction, benefit

  public var isBenefit: Bool {
    switch self {
    case .economic, .social, .ecological, .lasting, .benefit: true
    default: false
    }
  }

  public var isOutput: Bool { self == .quantity || self == .quality || self == .timeliness }

  func title(in language: Language) -> String {
    switch self {
    case .quantity: language.pick("数量指标", "quantity")
    case .quality: language.pick("质量指标", "quality")
    case .timeliness: language.pick("时效指标", "timeliness")
    case .cost: language.pick("成本指标", "cost")
    case .economic: language.pick("经济效益指标", "economic benefit")
    case .social: language.pick("社会效益指标", "social benefit")
    case .ecological: language.pick("生态效益指标", "ecological benefit")
    case .lasting: language.pick("可持续影响指标", "lasting effect")
    case .satisfaction: language.pick("满意度指标", "satisfaction")
    case .benefit: language.pick("效益指标", "benefit")
    }
  }

  var title: Bilingual { Bilingual(title(in: .zh), title(in: .en)) }
}
