/// The data of the ranking: how far weights may move, and the weights common to all entrants of one make-up.
public struct RankParameters: Sendable {
  /// The share of itself by which every weight may move.
  public let band: Ratio
  /// The weights of every make-up of level-1 groups; the same for all packs, so that organisations stay comparable.
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

  /// The frame whose level-1 groups are exactly these; nil where there is none.
  func frame(for groups: Set<String>) -> WeightFrame? {
    frames.first { Set($0.levels.map(\.level1)) == groups }
  }

  /// The group that a printed level-1 name belongs to: 产出 for 产出指标(50分); the name itself where there is none.
  func group(of level1: String) -> String {
    let known = frames.flatMap(\.levels).map(\.level1).filter { level1.hasPrefix($0) }
    return known.max { $0.count < $1.count } ?? level1
  }
}
