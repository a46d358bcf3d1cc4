/// The words inside the cells of a sheet, by which a text that has lost its columns is read again.
///
/// All are data of `Rules/vocabulary/cells.json`, folded here; which word may stand where is for the reader to weigh.
public struct CellWords: Sendable {
  /// A 一级指标 with its 二级指标 in the order in which sheets print them.
  public struct Level: Sendable, Hashable {
    public let names: [String]
    /// Levels of a lower order are printed first; nil where a level may stand anywhere.
    public let order: Int?
    public let under: [String]
  }

  public let levels: [Level]
  /// 有效, 明显: the first part of a target in words.
  public let degrees: [String]
  /// 提升, 改善: the second part.
  public let changes: [String]
  /// Targets and results that are words by themselves.
  public let words: [String]
  /// What stands for a last year's result where there is none: 新增指标.
  public let noPrevious: [String]
  /// Words of the closed columns that only a broken text is searched for.
  public let closed: [(word: String, field: Indicator.Field)]
  public let basisEndings: [String]
  public let evidenceEndings: [String]
  public let nameEndings: [String]
  /// Words of which a criterion of points is made: 得…分, 扣…分.
  public let criteria: [String]
  /// Headings of columns that are known and of no use here.
  public let headings: [String]
  /// Labels of a sheet's head that are known and of no use here.
  public let labels: [String]
  /// What follows a sheet and is none of its rows.
  public let stops: [String]
  public let sectionMarks: [String]
  /// Lines that an empty row of the form leaves behind: ……, -定性.
  public let templateLines: Set<String>

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly([
      "schema", "about", "levels", "degrees", "changes", "words", "noPrevious", "closed", "basisEndings",
      "evidenceEndings",
      "nameEndings", "criteria", "headings", "labels", "stops", "sectionMarks", "templateLines",
    ])
    func words(_ key: String) throws(RuleError) -> [String] { try object.strings(key).map(\.folded) }
    var levels: [Level] = []
    for entry in try object.objects("levels") {
      try entry.allowOnly(["names", "order", "under"])
      levels.append(
        Level(
          names: try entry.strings("names").map(\.folded), order: try entry.optionalInt("order"),
          under: try entry.strings("under").map(\.folded)))
    }
    self.levels = levels
    degrees = try words("degrees")
    changes = try words("changes")
    self.words = try words("words")
    noPrevious = try words("noPrevious")
    let sets = try object.object("closed")
    try sets.allowOnly(SheetWords.closedFields.map(\.rawValue))
    var closed: [(word: String, field: Indicator.Field)] = []
    for field in SheetWords.closedFields {
      for word in try sets.strings(field.rawValue) { closed.append((word.folded, field)) }
    }
    self.closed = closed
    basisEndings = try words("basisEndings")
    evidenceEndings = try words("evidenceEndings")
    nameEndings = try words("nameEndings")
    criteria = try words("criteria")
    headings = try words("headings")
    labels = try words("labels")
    stops = try words("stops")
    sectionMarks = try words("sectionMarks")
    templateLines = Set(try words("templateLines"))
  }
}
