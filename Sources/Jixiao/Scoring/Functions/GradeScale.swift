/// The words for a total on 100: 优 良 中 差, with cut points that may change from a year on.
///
/// - Edge cases: the cut belongs to the better grade, and is held against the total rounded to two places, so 89.995 is 优 and
///   89.99 is not.
/// - Example: 90/80/60: 85.71 is 良.
public struct GradeScale: Sendable, Hashable {
  public struct Cut: Sendable, Hashable {
    public let grade: String
    public let from: Exact
  }

  public struct Scale: Sendable, Hashable {
    /// The first year it holds for; nil for all before the others.
    public let fromYear: Int?
    /// Best first; the last from 0.
    public let cuts: [Cut]
  }

  /// Latest first.
  public let scales: [Scale]

  static let page = FunctionPage(
    name: "grade", zh: "等级：总分对应优良中差", en: "grade: the word for a total",
    formula: "first cut with total ≥ from",
    parameters: [.init("scales", default: "90/80/60", "各年适用的分界", "cuts by year")],
    example: "90/80/60: 85.71 → 良", source: "财预〔2020〕10号（回忆）；四川2025（90/80/70）")

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly(["scales", "clause"])
    var scales: [Scale] = []
    for scale in try object.objects("scales") {
      try scale.allowOnly(["fromYear", "cuts"])
      var cuts: [Cut] = []
      for cut in try scale.objects("cuts") {
        try cut.allowOnly(["grade", "from"])
        cuts.append(Cut(grade: try cut.string("grade"), from: try cut.exact("from")))
      }
      for (better, worse) in zip(cuts, cuts.dropFirst()) where better.from <= worse.from {
        throw scale.error("cuts", .inconsistent(zh: "分界须从高到低", en: "cuts must fall"))
      }
      guard cuts.last?.from == .zero else {
        throw scale.error("cuts", .inconsistent(zh: "最低一级须从0起", en: "the last grade must start at 0"))
      }
      scales.append(Scale(fromYear: try scale.optionalInt("fromYear"), cuts: cuts))
    }
    guard !scales.isEmpty else {
      throw object.error("scales", .inconsistent(zh: "至少要有一套分界", en: "at least one scale is needed"))
    }
    self.scales = scales.sorted { ($0.fromYear ?? .min) > ($1.fromYear ?? .min) }
  }

  /// The grade of a total; a sheet without a year is held against the earliest scale.
  public func grade(of total: Ratio, year: Int?) -> String? {
    let rounded = total.points
    return cuts(in: year).first { rounded >= $0.from }?.grade
  }

  /// The cuts that hold in a year, best first.
  public func cuts(in year: Int?) -> [Cut] {
    (scales.first { ($0.fromYear ?? .min) <= (year ?? .min) } ?? scales.last)?.cuts ?? []
  }
}
