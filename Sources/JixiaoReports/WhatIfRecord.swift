import Jixiao

/// One line of the answer to a what-if question: the same in every format.
public struct WhatIfRecord: Sendable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A sheet's total before and after.
    case sheet
    /// A row whose actual or weight was changed.
    case change
    /// A border reached already.
    case reached
    /// A row that alone suffices for a border.
    case single
    /// One of the rows that together suffice, in the order taken.
    case together
    /// A border that nothing reaches.
    case outOfReach = "out-of-reach"
    /// The mean of an organisation's sheets.
    case organization
  }

  public private(set) var kind: Kind
  public private(set) var file: String?
  public private(set) var pack: String?
  public private(set) var sheet: Int?
  public private(set) var organization: String?
  public private(set) var project: String?
  public private(set) var grade: String?
  public private(set) var border: Exact?
  public private(set) var row: IndicatorScore?
  public private(set) var from: String?
  public private(set) var to: String?
  public private(set) var pointsBefore: Points?
  public private(set) var pointsAfter: Points?
  public private(set) var totalBefore: Points?
  public private(set) var totalAfter: Points?
  public private(set) var gradesBefore: [String]
  public private(set) var gradesAfter: [String]
  /// The sheets of an organisation's mean, and those left out.
  public private(set) var sheets: (counted: Int, left: Int)?

  private init(_ kind: Kind) {
    self.kind = kind
    gradesBefore = []
    gradesAfter = []
  }

  /// The columns of the CSV, and the keys of the JSON.
  public static let columns = [
    "kind", "file", "pack", "sheet", "organization", "project", "grade", "border", "indicator", "level3",
    "from",
    "to", "pointsBefore", "pointsAfter", "totalBefore", "totalAfter", "gradeBefore", "gradeAfter", "clause",
    "why",
  ]
  /// Those columns that hold numbers.
  static let numbers: Set<String> = ["sheet", "border", "indicator"]

  public var cells: [String?] {
    [
      kind.rawValue, file, pack, sheet.map { String($0) }, organization, project, grade, border?.description,
      row.map { String($0.indicator.ordinal) }, row?.indicator.level3, from, to, Self.span(pointsBefore),
      Self.span(pointsAfter), Self.span(totalBefore), Self.span(totalAfter), Self.span(gradesBefore),
      Self.span(gradesAfter), row?.clause, row?.why,
    ]
  }

  /// `85.71`, or `85.71…95.71`.
  static func span(_ points: Points?) -> String? {
    points.map { $0.exact.map { "\($0.points)" } ?? "\($0.low.points)…\($0.high.points)" }
  }

  /// `良`, or `良…优`.
  static func span(_ grades: [String]) -> String? {
    guard let first = grades.first, let last = grades.last else { return nil }
    return first == last ? first : "\(first)…\(last)"
  }
}

extension WhatIfRecord {
  /// All that there is to say, sheets in their order and organisations last.
  public static func all(
    _ answers: [WhatIf], organizations: [OrganizationTotal], pack: String, language: Language
  ) -> [WhatIfRecord] {
    answers.flatMap { answer in answer.sheets.flatMap { records($0, of: answer, language) } }
      + organizations.map { total in
        var record = WhatIfRecord(.organization)
        record.pack = pack
        record.organization = total.name
        record.totalBefore = total.before
        record.totalAfter = total.after
        record.gradesBefore = total.gradeBefore
        record.gradesAfter = total.gradeAfter
        record.sheets = (total.sheets, total.left)
        return record
      }
  }

  private static func records(
    _ pair: WhatIf.Pair, of answer: WhatIf, _ language: Language
  ) -> [WhatIfRecord] {
    var base = WhatIfRecord(.sheet)
    base.file = answer.file
    base.pack = answer.pack
    base.sheet = pair.before.sheet.ordinal
    base.organization = pair.before.sheet.organization
    base.project = pair.before.sheet.project
    var sheet = base
    sheet.totalBefore = pair.before.total
    sheet.totalAfter = pair.after.total
    sheet.gradesBefore = [pair.before.gradeLow, pair.before.gradeHigh].compactMap(\.self)
    sheet.gradesAfter = [pair.after.gradeLow, pair.after.gradeHigh].compactMap(\.self)
    var records = [sheet]
    for (before, after) in pair.changed {
      var record = base
      record.kind = .change
      record.fill(before, after, language)
      records.append(record)
    }
    for goal in pair.goals {
      var record = base
      record.grade = goal.grade
      record.border = goal.border
      record.totalBefore = pair.after.total
      func steps(_ kind: Kind, _ steps: [Improvement]) {
        for step in steps {
          var line = record
          line.kind = kind
          line.fill(step.before, step.after, language)
          line.totalAfter = step.total
          records.append(line)
        }
      }
      switch goal.way {
      case .reached:
        record.kind = .reached
        records.append(record)
      case .single(let improvements): steps(.single, improvements)
      case .together(let improvements): steps(.together, improvements)
      case .outOfReach(let best):
        record.kind = .outOfReach
        record.totalAfter = best
        records.append(record)
      }
    }
    return records
  }

  private mutating func fill(_ before: IndicatorScore, _ after: IndicatorScore, _ language: Language) {
    row = after
    pointsBefore = before.points
    pointsAfter = after.points
    if let awarded = after.decision?.awarded, before.decision == nil {
      from = before.indicator.actual
      to = language.pick("评定 \(awarded) 分", "\(awarded) points given")
      return
    }
    let weights = before.indicator.weight != after.indicator.weight
    func text(_ score: IndicatorScore) -> String {
      let actual = score.indicator.actual ?? language.pick("空白", "blank")
      let weight = score.indicator.weight?.description ?? "—"
      return weights ? actual + language.pick("（权重 \(weight)）", " (weight \(weight))") : actual
    }
    from = text(before)
    to = text(after)
  }
}
