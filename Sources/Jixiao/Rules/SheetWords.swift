/// The words by which a sheet is recognised: headings, labels of the head, titles and closed sets of words.
///
/// All are data of `Rules/vocabulary/columns.json`; every lookup takes a text as printed. They are many and never change,
/// so that all readers share one object: handing on thirty tables by value would cost more than the lookups.
public final class SheetWords: Sendable {
  /// What a column of a sheet or of a flat table holds.
  public enum Column: Sendable, Hashable {
    case field(Indicator.Field)
    case flat(FlatField)
    /// Known, and of no use here: 备注.
    case other
  }

  /// The columns that only the flat table has.
  public enum FlatField: String, Sendable, Hashable, CaseIterable {
    case sheet, kind, year, organization, project, adjusted, executed
  }

  /// The columns of the worksheet that holds the heads of the sheets of a flat table.
  public enum HeadField: String, Sendable, Hashable, CaseIterable {
    case unit = "funds.unit", total = "funds.total", fiscal = "funds.fiscal", other = "funds.other"
    case superior = "funds.superior", local = "funds.local", initial = "funds.initial"
    case adjusted = "funds.adjusted", executed = "funds.executed", rate = "funds.rate"
    case weight = "funds.weight", claimed = "funds.claimed"
    case objective, subtotals, totalClaimed, gradeClaimed
  }

  /// What a label in the head of a sheet names.
  public enum Label: String, Sendable, Hashable, CaseIterable {
    case organization, project, objective, total, fiscal, other, superior, local, initial, adjusted, executed
    case rate, weight, claimed, grade
    /// Known, and of no use here: 联系电话. Its value is never taken for that of another label.
    case ignored

    public var isMoney: Bool {
      switch self {
      case .total, .fiscal, .other, .superior, .local, .initial, .adjusted, .executed: true
      default: false
      }
    }
  }

  public enum Subject: String, Sendable, Hashable, CaseIterable {
    case department, project
  }

  /// The columns whose cells are words of a closed set, so that a cell shows its column by itself.
  public static let closedFields: [Indicator.Field] = [.rule, .basis, .evidence]

  private let columns: WordTable<Column>
  /// The headings by the first and by the last scalar they have.
  private let headingsByFirst: [Unicode.Scalar: [String]]
  private let headingsByLast: [Unicode.Scalar: [String]]
  private let preferred: [Indicator.Field: String]
  private let flat: WordTable<FlatField>
  private let heads: WordTable<HeadField>
  private let labels: WordTable<(label: Label, rank: Int)>
  private let titleWords: [[String]]
  private let selfAssessmentEndings: [String]
  private let targetEndings: [String]
  private let subjects: [(subject: Subject, words: [String])]
  private let closed: [(word: String, field: Indicator.Field)]
  private let levelNames: WordTable<Void>
  private let footers: WordTable<Void>
  private let annual: [String]
  private let longTerm: [String]
  private let firstLevels: WordTable<Void>
  private let secondLevels: WordTable<Void>
  private let totals: WordTable<Void>
  private let notes: WordTable<Void>
  private let placeholders: WordTable<Void>
  private let noNumber: WordTable<Void>
  public let namePrefixes: [String]
  public let documentYears: [String]
  public let moneyUnits: Set<String>

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly([
      "schema", "about", "columns", "otherColumns", "flat", "heads", "head", "otherLabels", "titles",
      "documentYears",
      "moneyUnits", "levelNames", "firstLevels", "secondLevels", "annual", "longTerm", "footers",
      "totals", "notes", "namePrefixes", "placeholders", "noNumber", "closed",
    ])
    let fields = try object.object("columns")
    try fields.allowOnly(Indicator.Field.allCases.map(\.rawValue))
    var columns: [String: Column] = [:]
    func add(_ names: [String], _ column: Column, _ key: String) throws(RuleError) {
      for name in names {
        if columns.updateValue(column, forKey: name.folded) != nil {
          throw object.error(key, .inconsistent(zh: "列名 \(name) 出现两次", en: "heading \(name) appears twice"))
        }
      }
    }
    var preferred: [Indicator.Field: String] = [:]
    for field in Indicator.Field.allCases {
      let names = try fields.strings(field.rawValue)
      preferred[field] = names.first
      try add(names, .field(field), "columns")
    }
    self.preferred = preferred
    try add(object.strings("otherColumns"), .other, "otherColumns")
    self.columns = WordTable(columns)
    headingsByFirst = Dictionary(grouping: columns.keys) { $0.unicodeScalars.first ?? " " }
    headingsByLast = Dictionary(grouping: columns.keys) { $0.unicodeScalars.last ?? " " }

    let flatFields = try object.object("flat")
    try flatFields.allowOnly(FlatField.allCases.map(\.rawValue))
    var flat: [String: FlatField] = [:]
    for field in FlatField.allCases {
      for name in try flatFields.strings(field.rawValue) { flat[name.folded] = field }
    }
    self.flat = WordTable(flat)

    let headFields = try object.object("heads")
    try headFields.allowOnly(HeadField.allCases.map(\.rawValue))
    var heads: [String: HeadField] = [:]
    for field in HeadField.allCases {
      for name in try headFields.strings(field.rawValue) { heads[name.folded] = field }
    }
    self.heads = WordTable(heads)

    let head = try object.object("head")
    try head.allowOnly(Label.allCases.map(\.rawValue))
    var labels: [String: (label: Label, rank: Int)] = [:]
    for label in Label.allCases {
      for (rank, name) in try head.strings(label.rawValue).enumerated() {
        labels[name.folded] = (label, rank)
      }
    }
    for (rank, name) in try object.strings("otherLabels").enumerated() {
      labels[name.folded] = (.ignored, rank)
    }
    self.labels = WordTable(labels)

    let titles = try object.object("titles")
    try titles.allowOnly(["about", "selfAssessment", "target", "subjects"])
    var titleWords: [[String]] = []
    for node in try titles.array("about") {
      guard case .array(let words) = node.value else { continue }
      titleWords.append(words.compactMap { if case .string(let word) = $0.value { word } else { nil } })
    }
    self.titleWords = titleWords
    selfAssessmentEndings = try titles.strings("selfAssessment")
    targetEndings = try titles.strings("target")
    var subjects: [(subject: Subject, words: [String])] = []
    for entry in try titles.objects("subjects") {
      subjects.append((try entry.choice("subject"), try entry.strings("words")))
    }
    self.subjects = subjects

    let closedSets = try object.object("closed")
    try closedSets.allowOnly(SheetWords.closedFields.map(\.rawValue))
    var closed: [(word: String, field: Indicator.Field)] = []
    for field in SheetWords.closedFields {
      for word in try closedSets.strings(field.rawValue) { closed.append((word.folded, field)) }
    }
    self.closed = closed.sorted { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
    levelNames = WordTable(try object.strings("levelNames").map(\.folded))
    footers = WordTable(try object.strings("footers").map(\.folded))
    annual = try object.strings("annual")
    longTerm = try object.strings("longTerm")
    firstLevels = WordTable(try object.strings("firstLevels").map(\.folded))
    secondLevels = WordTable(try object.strings("secondLevels").map(\.folded))
    totals = WordTable(try object.strings("totals").map(\.folded))
    notes = WordTable(try object.strings("notes").map(\.folded))
    placeholders = WordTable(try object.strings("placeholders").map(\.folded))
    noNumber = WordTable(try object.strings("noNumber").map(\.folded))
    namePrefixes = try object.strings("namePrefixes")
    documentYears = try object.strings("documentYears")
    moneyUnits = Set(try object.strings("moneyUnits"))
  }
}

extension SheetWords {
  /// Every heading of a column, folded; English names included.
  public var headings: [String] { columns.words.sorted() }

  /// A heading of a column, for a table that has lost its own.
  public func heading(of field: Indicator.Field) -> String { preferred[field] ?? field.rawValue }

  /// Every word of the closed sets, folded, with the column it belongs to.
  public var closedWords: [(word: String, field: Indicator.Field)] { closed }

  /// Every label of a sheet's head, folded.
  public var headLabels: [String] { labels.words.sorted() }

  /// The column that a heading names: `分值权重` → weight, `年度指标值(A)` → target; nil for anything else.
  public func column(_ heading: String) -> Column? {
    // A heading is short; a long text is not worth folding.
    if heading.utf8.count > 120 { return nil }
    let folded = heading.folded
    return columns[folded] ?? SheetWords.plainer(folded) { columns[$0] }
  }

  /// The column of a flat table, whose headings include those of sheets and the English names.
  public func flatColumn(_ heading: String) -> Column? {
    let folded = heading.folded
    return flat[folded].map(Column.flat) ?? column(heading)
  }

  /// The column of the worksheet of heads that a heading names.
  public func headColumn(_ heading: String) -> HeadField? { heads[heading.folded] }

  /// Whether a folded text begins or ends a heading that is broken over lines: 年度, 指标值; known headings are not asked.
  public func isHeadingPart(_ folded: String) -> Bool {
    let scalars = folded.unicodeScalars
    let count = folded.utf8.count
    guard let first = scalars.first, let last = scalars.last else { return false }
    let begins = (headingsByFirst[first] ?? []).contains {
      $0.utf8.count > count && $0.utf8.starts(with: folded.utf8)
    }
    let isPart =
      begins
      || (headingsByLast[last] ?? []).contains {
        $0.utf8.count > count && $0.utf8.suffix(count).elementsEqual(folded.utf8)
      }
    return isPart && folded.count >= 2 && folded.count <= 12
  }

  /// Whether a heading is about the year, or about the whole term: 年度目标, 实施期目标.
  public func isAnnual(_ folded: String) -> Bool { Self.holds(folded, anyOf: annual) }
  /// What a heading of the whole term may begin with: 长期.
  public var longTermMark: String { longTerm.first ?? "" }
  public func isLongTerm(_ folded: String) -> Bool { Self.holds(folded, anyOf: longTerm) }

  /// Whether a text holds one of some words, compared by bytes: every cell of a head is asked.
  private static func holds(_ folded: String, anyOf words: [String]) -> Bool {
    var text = folded
    return text.withUTF8 { bytes in
      words.contains { word in
        let count = word.utf8.count
        guard let first = word.utf8.first, bytes.count >= count else { return false }
        for start in 0...(bytes.count - count) where bytes[start] == first {
          if word.utf8.elementsEqual(bytes[start..<(start + count)]) { return true }
        }
        return false
      }
    }
  }

  /// The unit of money that a line at the head of a sheet states: `单位:万元`.
  public func statedMoneyUnit(_ folded: String) -> String? {
    guard folded.utf8.contains(0x3A) else { return nil }
    return moneyUnits.first { folded.hasSuffix("单位:\($0)") }
  }

  /// The label of a sheet's head and, among its synonyms, how much it is to be preferred (0 first).
  public func label(_ text: String) -> (label: Label, rank: Int)? {
    // A label is short; a long text is not worth folding.
    if text.utf8.count > 120 { return nil }
    let folded = text.folded
    return labels[folded] ?? SheetWords.plainer(folded) { labels[$0] }
  }

  /// Whether a folded text without brackets speaks of performance, and whether it ends as a title does.
  ///
  /// - Returns: true for a self-assessment, false for a plan, nil for what is not a title.
  public func titleIsSelfAssessment(_ core: String) -> Bool? {
    guard titleWords.contains(where: { words in words.allSatisfy { Self.holds(core, anyOf: [$0]) } }) else {
      return nil
    }
    if selfAssessmentEndings.contains(where: { core.hasSuffix($0) }) { return true }
    return targetEndings.contains(where: { core.hasSuffix($0) }) ? false : nil
  }

  public func subject(ofTitle core: String) -> Subject? {
    subjects.first { entry in Self.holds(core, anyOf: entry.words) }?.subject
  }

  /// The closed set that a folded text begins with, and the rest of the text.
  public func closedWord(_ text: Substring) -> (field: Indicator.Field, rest: Substring)? {
    guard let found = closed.first(where: { text.hasPrefix($0.word) }) else { return nil }
    return (found.field, text.dropFirst(found.word.count))
  }

  public func isLevelName(_ folded: String) -> Bool { levelNames.contains(folded) }
  /// Whether a folded name is one of 一级指标: 产出指标, 效益指标 …
  public func isFirstLevel(_ folded: String) -> Bool { firstLevels.contains(folded) }
  /// Whether a folded name is one of 二级指标: 数量指标, 社会效益指标 …; some names are of both levels.
  public func isSecondLevel(_ folded: String) -> Bool { secondLevels.contains(folded) }
  /// Whether a text without brackets and colon begins what follows the rows: 评价结论, 财政部门审核意见.
  public func isFooter(_ core: String) -> Bool { footers.contains(core) }
  public func isTotal(_ folded: String) -> Bool { totals.contains(folded) }
  /// 注：, 填表人：, with whatever stands behind the colon.
  public func isNote(_ folded: String) -> Bool {
    folded.utf8.contains(UInt8(ascii: ":")) && notes.contains(String(folded.prefix { $0 != ":" }))
  }
  public func isPlaceholder(_ folded: String) -> Bool { placeholders.contains(folded) }
  /// What stands in a cell of numbers where there is none: `-`, `/`, 无.
  public func isNoNumber(_ folded: String) -> Bool { noNumber.contains(folded) }

  /// Looks a folded label up in its plainer forms, where it has any.
  private static func plainer<Found>(_ folded: String, _ look: (String) -> Found?) -> Found? {
    guard mayHaveCore(folded) else { return nil }
    return look(core(folded)) ?? withoutBrackets(folded).flatMap(look)
  }

  /// Whether anything stands around or inside a folded label that may come off: most hold no bracket, colon or point.
  private static func mayHaveCore(_ folded: String) -> Bool {
    let found = folded.utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes {
        switch byte {
        // Three bytes of 、 begin with E3.
        case 0x3A, 0x2A, 0x28, 0x29, 0x2E, 0xE3: return true
        default: break
        }
      }
      return false
    }
    return found ?? true
  }

  /// A folded label without what it has in brackets inside: `部门(单位)名称` → `部门名称`; nil where it has none.
  private static func withoutBrackets(_ folded: String) -> String? {
    guard folded.utf8.contains(0x28) else { return nil }
    let text = core(folded)
    guard text.utf8.contains(0x28) else { return nil }
    var kept = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if depth == 0 { kept.append(character) }
      if character == ")" { depth -= 1 }
      if depth < 0 { return nil }
    }
    return depth == 0 && kept.count >= 4 ? kept : nil
  }

  /// A folded label without what varies around it: `其中:财政拨款:` → `财政拨款`, `部门名称(盖章)` → `部门名称`.
  public static func core(_ folded: String) -> String {
    if !mayHaveCore(folded) { return folded }
    let bytes = folded.utf8
    let mayEnd = bytes.last.map { $0 == 0x3A || $0 == 0x2A || $0 == 0x29 } ?? false
    if !mayEnd, !bytes.contains(0x2E), !bytes.contains(0xE3), !bytes.contains(0x3A) { return folded }
    var text = Substring(folded)
    while let last = text.utf8.last {
      if last == 0x3A || last == 0x2A {
        text = text[..<text.utf8.index(before: text.endIndex)]
      } else if last == 0x29, let open = text.utf8.lastIndex(of: 0x28), open != text.startIndex {
        text = text[..<open]
      } else {
        break
      }
    }
    let ofWhich = "其中:"
    if text.utf8.starts(with: ofWhich.utf8) {
      text = text[text.utf8.index(text.startIndex, offsetBy: ofWhich.utf8.count)...]
    }
    // 1.项目年度目标, 一、预算资金
    let scalars = text.unicodeScalars
    if let mark = scalars.firstIndex(where: { !isNumeral($0) }), mark != text.startIndex,
      scalars[mark] == "、" || scalars[mark] == "."
    {
      text = text[scalars.index(after: mark)...]
    }
    return String(text)
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }
}
