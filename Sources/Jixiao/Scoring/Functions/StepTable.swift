/// Points by steps of the actual value: the first tier whose lower edge is reached.
///
/// - Edge cases: tiers state `from` (more is better) or `upTo` (less is better), their edges included unless `edge` says
///   otherwise; a value in no tier earns nothing; one beyond the best edge earns what the best tier does.
/// - Example: from 90: all, from 80: half, else nothing; weight 10, actual 85 % earns 5.
public struct StepTable: Sendable, Hashable {
  public struct Tier: Sendable, Hashable {
    /// The actual at which the tier begins, coming from outside, in the table's unit.
    public let edge: Exact
    /// The share of the weight it earns, 0…1.
    public let share: Exact
  }

  /// From where a tier is counted.
  public enum Side: String, Sendable, Hashable, CaseIterable { case from, upTo }

  /// Whether the edge itself belongs to its tier.
  public enum Edge: String, Sendable, Hashable, CaseIterable { case included, excluded }

  /// Best first.
  public let tiers: [Tier]
  public let side: Side
  public let edge: Edge
  /// The unit of the edges; where it is set the table is for such values only, and others go by their sign.
  public let unit: String?

  static let page = FunctionPage(
    name: "step-table", zh: "分档赋分：按实际值所在档次得分", en: "by steps of the actual value",
    formula: "first tier with a ≥ from (or a ≤ upTo): w·share; none: 0",
    parameters: [
      .init(
        "tiers", default: "—", "各档：from 下限或 upTo 上限，share 得分比例", "tiers: from or upTo, share of the weight"),
      .init(
        "edge", default: "included", "端点：included 算入本档，excluded 不算", "the edge itself: included or excluded"),
      .init("unit", default: "—", "端点的单位；单位不同的指标按符号计分", "unit of the edges; other values go by their sign"),
    ],
    example: "w=10, ≥90→1, ≥80→0.5; 85 → 5", source: "财预〔2021〕101号 满意度赋分（回忆）；湖南岳阳表式")

  init(_ parameters: JSONObject) throws(RuleError) {
    try parameters.allowOnly(["tiers", "edge", "unit"])
    try self.init(
      tiers: parameters, edge: try parameters.optionalChoice("edge") ?? .included,
      unit: try parameters.optionalString("unit"))
  }

  /// Reads the `tiers` of an object that has other keys too.
  init(tiers parameters: JSONObject, edge: Edge, unit: String?) throws(RuleError) {
    let objects = try parameters.objects("tiers")
    let side: Side = objects.first?.optional("upTo") == nil ? .from : .upTo
    var tiers: [Tier] = []
    for object in objects {
      try object.allowOnly([side.rawValue, "share"])
      let share = try object.exact("share", default: .zero, in: .zero ... .one)
      tiers.append(Tier(edge: try object.exact(side.rawValue), share: share))
    }
    guard !tiers.isEmpty else {
      throw parameters.error("tiers", .inconsistent(zh: "至少要有一档", en: "at least one tier is needed"))
    }
    for (better, worse) in zip(tiers, tiers.dropFirst()) {
      let isOrdered = side == .from ? better.edge > worse.edge : better.edge < worse.edge
      guard isOrdered, better.share >= worse.share else {
        throw parameters.error(
          "tiers",
          .inconsistent(
            zh: "各档须从好到差，分数不得反升", en: "tiers must go from best to worst, and must not earn more further down")
        )
      }
    }
    self.tiers = tiers
    self.side = side
    self.edge = edge
    self.unit = unit
  }

  var parameters: [(String, String)] {
    let sign =
      switch (side, edge) {
      case (.from, .included): "≥"
      case (.from, .excluded): ">"
      case (.upTo, .included): "≤"
      case (.upTo, .excluded): "<"
      }
    let list = [("tiers", tiers.map { "\(sign)\($0.edge):\($0.share)" }.joined(separator: ";"))]
    return unit.map { list + [("unit", $0)] } ?? list
  }

  /// The share of a value in the table's unit.
  func share(of value: Ratio) -> Exact {
    tiers.first { holds(value, Ratio($0.edge)) }?.share ?? .zero
  }

  private func holds<Value: Comparable>(_ value: Value, _ tierEdge: Value) -> Bool {
    if value == tierEdge { return edge == .included }
    return side == .from ? value > tierEdge : value < tierEdge
  }

  @usableFromInline
  func credit(_ claim: Claim) -> Credit? {
    for tier in tiers {
      guard let edge = tier.edge.multiplied(by: claim.scale) else { return nil }
      if holds(claim.actual, edge) {
        return tier.share == .one ? .met : .missed(earning: Share(tier.share, of: .one))
      }
    }
    return .missed(earning: .none)
  }
}
