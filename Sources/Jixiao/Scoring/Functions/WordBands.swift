/// Points for words: a label stands for a band of the weight, within which a person decides.
///
/// - Edge cases: the lower edge of a band belongs to it; words equal to the target count as the band `equalText`; words in no
///   band leave the whole weight open.
/// - Example: weight 10, bands 100–80, 80–60, 60–0: 达成年度指标 earns 8…10, 未达成 0…6.
public struct WordBands: Sendable, Hashable {
  public struct Band: Sendable, Hashable {
    public let name: String
    public let labels: [String]
    /// Shares of the weight, 0…1.
    public let low: Exact
    public let high: Exact
  }

  /// Best first.
  public let bands: [Band]
  /// What words equal to the target earn; nil leaves them to the labels.
  public let equalText: Band?
  private let byLabel: [String: Int]

  static let page = FunctionPage(
    name: "word-bands", zh: "评判等级赋分：文字结果对应一档分数区间，区间内由评价人评定",
    en: "words stand for a band within which a person decides",
    formula: "label → [w·low, w·high]",
    parameters: [
      .init("bands", default: "—", "各档名称、用语、上下限", "bands with labels and bounds"),
      .init("equalText", default: "—", "与目标值文字相同时的档", "the band of words equal to the target"),
    ], example: "w=10, 达成年度指标 → 8…10", source: "财预〔2020〕10号（回忆，80/60）；湖北表式（80/50）")

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly(["bands", "equalText"])
    func band(_ object: JSONObject, named name: String) throws(RuleError) -> Band {
      try object.allowOnly(["name", "labels", "low", "high"])
      let low = try object.exact("low", default: .zero, in: .zero ... .one)
      let high = try object.exact("high", default: .one, in: .zero ... .one)
      guard low <= high else { throw object.error("low", .outOfRange("\(low)", range: "≤ high")) }
      return Band(name: name, labels: try object.strings("labels"), low: low, high: high)
    }
    var bands: [Band] = []
    var byLabel: [String: Int] = [:]
    for object in try object.objects("bands") {
      let made = try band(object, named: object.string("name"))
      for label in made.labels {
        guard byLabel.updateValue(bands.count, forKey: label.folded) == nil else {
          throw object.error("labels", .inconsistent(zh: "“\(label)”出现在两档", en: "“\(label)” is in two bands"))
        }
      }
      bands.append(made)
    }
    for (better, worse) in zip(bands, bands.dropFirst()) where better.low < worse.high {
      throw object.error("bands", .inconsistent(zh: "各档须从高到低且不重叠", en: "bands must fall and not overlap"))
    }
    equalText = try object.optionalObject("equalText").map { object throws(RuleError) in
      try band(object, named: object.optionalString("name") ?? "equalText")
    }
    self.bands = bands
    self.byLabel = byLabel
  }

  public var parameters: [(String, String)] {
    var list = bands.map { ($0.name, "\($0.low)–\($0.high)") }
    if let equalText { list.insert(("equalText", "\(equalText.low)–\(equalText.high)"), at: 0) }
    return list
  }

  /// The band of an actual, nil where its words are in none.
  func band(actual: String, target: String?) -> Band? {
    let words = actual.folded
    if let equalText, let target, words == target.folded { return equalText }
    return byLabel[words].map { bands[$0] }
  }
}
