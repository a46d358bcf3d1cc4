/// What an evaluator has decided about one indicator, with the reason.
public struct Decision: Sendable, Hashable {
  /// The document's name as outputs write it; nil matches any.
  public var file: String?
  public var sheet: Int
  public var indicator: Int
  /// The points given, within the band that the rules leave open.
  public var awarded: Exact?
  public var notApplicable: Bool
  /// Points taken off, at least 0, with a reason.
  public var deduct: Exact?
  public var reason: String?
  /// Who decided.
  public var by: String?

  public init(
    file: String? = nil, sheet: Int, indicator: Int, awarded: Exact? = nil, notApplicable: Bool = false,
    deduct: Exact? = nil, reason: String? = nil, by: String? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.indicator = indicator
    self.awarded = awarded
    self.notApplicable = notApplicable
    self.deduct = deduct
    self.reason = reason
    self.by = by
  }

  /// Whether anything was decided: the empty form has rows that say nothing.
  public var isEmpty: Bool { awarded == nil && !notApplicable && deduct == nil }
}

/// A decision that cannot stand, with its row and the reason.
public struct DecisionError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case unknownRow
    case repeated
    case outsideBand(awarded: Exact, low: Exact, high: Exact)
    case badDeduction(Exact)
    case reasonMissing
    case contradiction
    case noWeight
  }

  public let decision: Decision
  public let kind: Kind

  public init(decision: Decision, kind: Kind) {
    self.decision = decision
    self.kind = kind
  }

  public func message(in language: Language) -> String {
    let row =
      (decision.file.map { $0 + " " } ?? "")
      + language.pick(
        "第\(decision.sheet)张表第\(decision.indicator)行",
        "sheet \(decision.sheet) indicator \(decision.indicator)")
    let reason =
      switch kind {
      case .unknownRow:
        language.pick(
          "没有这一行，请用 --write-decisions 生成空表对照", "no such row; compare with the form of --write-decisions")
      case .repeated: language.pick("同一行有两个决定", "decided twice")
      case .outsideBand(let awarded, let low, let high):
        language.pick(
          "评定 \(awarded) 分不在规则允许的 \(low)…\(high) 内；要扣分请用 deduct 并写明 reason",
          "\(awarded) points are outside \(low)…\(high) that the rules allow; to take points off use deduct with a reason"
        )
      case .badDeduction(let deduct):
        language.pick("扣分 \(deduct) 须不小于0", "a deduction of \(deduct) must be at least 0")
      case .reasonMissing: language.pick("扣分须写明 reason", "a deduction needs a reason")
      case .contradiction:
        language.pick("不适用的指标不能再评分或扣分", "an indicator that does not apply cannot be given or lose points")
      case .noWeight: language.pick("该行没有权重，不能评分", "the row has no weight, so no points can be given")
      }
    return "\(row): \(reason)"
  }
}
