/// Points by steps of the actual value: the first tier whose lower edge is reached.
///
/// - Edge cases: edges are included from below; a value under every tier earns nothing.
/// - Example: from 90: all, from 80: half, else nothing; weight 10, actual 85 % earns 5.
public struct StepTable: Sendable, Hashable {
  public struct Tier: Sendable, Hashable {
    /// The lowest actual of the tier, in the tier table's unit.
    public let from: Exact
    /// The share of the weight it earns, 0…1.
    public let share: Exact
  }

  /// Highest first.
  public let tiers: [Tier]

  static let page = FunctionPage(
    name: "step-table", zh: "分档赋分：按实际值所在档次得分", en: "by steps of the actual value",
    formula: "first tier with a ≥ from: w·share; none: 0",
    parameters: [.init("tiers", default: "—", "各档：from 下限（含），share 得分比例", "tiers: from (included), share of the weight")],
    example: "w=10, ≥90→1, ≥80→0.5; 85 → 5", source: "财预〔2021〕101号 满意度赋分（回忆）；湖南岳阳表式")

  init(_ parameters: JSONObject) throws(RuleError) {
    try parameters.allowOnly(["tiers"])
    var tiers: [Tier] = []
    for object in try parameters.objects("tiers") {
      try object.allowOnly(["from", "share"])
      let share = try object.exact("share", default: .zero, in: .zero ... .one)
      tiers.append(Tier(from: try object.exact("from"), share: share))
    }
    guard !tiers.isEmpty else { throw parameters.error("tiers", .inconsistent(zh: "至少要有一档", en: "at least one tier is needed")) }
    for (above, below) in zip(tiers, tiers.dropFirst()) where above.from <= below.from || above.share < below.share {
      throw parameters.error(
        "tiers", .inconsistent(zh: "各档须从高到低，分数不得反升", en: "tiers must fall, and must not earn more further down"))
    }
    self.tiers = tiers
  }

  var parameters: [(String, String)] {
    [("tiers", tiers.map { "≥\($0.from):\($0.share)" }.joined(separator: ";"))]
  }

  @usableFromInline
  func credit(_ claim: Claim) -> Credit {
    guard let tier = tiers.first(where: { claim.actual >= $0.from }) else { return .missed(earning: .none) }
    return tier.share == .one ? .met : .missed(earning: Share(tier.share, of: .one))
  }
}
