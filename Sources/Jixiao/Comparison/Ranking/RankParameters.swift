/// The data of the ranking: how far weights may move, and the weights common to all entrants of one make-up.
public struct RankParameters: Sendable {
  /// The share of itself by which every weight may move.
  public let band: Ratio
  /// Asked where the rule pack splits no weights over level 1.
  public let frames: [WeightFrame]

  public static func embedded() throws(RuleError) -> RankParameters {
    let file = "comparison/ranking.json"
    do { return try RankParameters(EmbeddedRules.object(named: file)) } catch {
      throw error.located(in: file, [])
    }
  }

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly(["schema", "about", "band", "frames"])
    band = Ratio(try object.exact("band"))
    guard band >= .zero, band <= .one else {
      throw object.error("band", .outOfRange("\(band)", range: "0…1"))
    }
    var frames: [WeightFrame] = []
    for frame in try object.objects("frames") { frames.append(try WeightFrame(frame)) }
    self.frames = frames
  }

  /// The frame for a make-up of level-1 groups: the pack's where it names every group, else the common one.
  func frame(for groups: Set<String>, pack: RulePack?) -> WeightFrame? {
    func fits(_ frame: WeightFrame) -> Bool {
      frame.holds(for: groups) && groups.count == frame.levels.count
        && frame.levels.allSatisfy { level in groups.contains(level.level1) }
    }
    return pack?.frames.first(where: fits) ?? frames.first(where: fits)
  }
}
