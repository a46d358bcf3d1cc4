/// The words that sheets use, as data: units, signs of targets, names of scoring rules; one object that all readers share.
public final class Vocabulary: Sendable {
  public let units: UnitTable
  public let relations: RelationSpellings
  public let ruleNames: RuleNames
  public let sheets: SheetWords
  public let cells: CellWords

  private init(
    units: UnitTable, relations: RelationSpellings, ruleNames: RuleNames, sheets: SheetWords, cells: CellWords
  ) {
    self.units = units
    self.relations = relations
    self.ruleNames = ruleNames
    self.sheets = sheets
    self.cells = cells
  }

  public static func embedded() throws(RuleError) -> Vocabulary {
    Vocabulary(
      units: try load("vocabulary/units.json", UnitTable.init),
      relations: try load("vocabulary/relations.json", RelationSpellings.init),
      ruleNames: try load("vocabulary/rule-names.json", RuleNames.init),
      sheets: try load("vocabulary/columns.json", SheetWords.init),
      cells: try load("vocabulary/cells.json", CellWords.init))
  }

  /// Decodes one embedded vocabulary, naming file and line in any complaint.
  private static func load<Table>(
    _ name: String, _ decode: (JSONObject) throws(RuleError) -> Table
  ) throws(RuleError) -> Table {
    do { return try decode(EmbeddedRules.object(named: name)) } catch {
      throw error.located(in: name, EmbeddedRules.bytes(named: name) ?? [])
    }
  }
}

/// Every spelling of a target's sign, longest first; shared by reference as the vocabulary is.
public final class RelationSpellings: Sendable {
  public typealias Spelling = (text: String, relation: Relation)

  /// Signs that stand before the number, longest first.
  let before: [Spelling]
  /// Words that stand after it: 以上, 以内.
  let after: [Spelling]
  /// By which most texts are known not to begin or end so.
  private let firstBytes: Set<UInt8>
  private let lastBytes: Set<UInt8>
  /// Words for a direction without a number: 正向, 反向.
  let words: [Spelling]
  private let signTexts: Set<ByteText>
  /// In bytes.
  private let longestSign: Int
  /// What whole cells say, folded.
  private let cells: [ByteText: Relation]
  let rangeSigns: [String]
  let quotes: Set<Character>
  /// The first byte of every quote.
  private let quoteBytes: Set<UInt8>
  let unlimited: Set<String>
  let deadlineEndings: Set<String>
  let actualPrefixes: [String]
  /// Words after a percent sign or a range that add nothing: 100%覆盖, 80%-90%之间; longest first.
  let remarks: [String]
  /// What never occurs in a unit, so that 15日前 and 20余人 are words.
  let notInUnit: [String]

  init(_ object: JSONObject) throws(RuleError) {
    try object.allowOnly([
      "schema", "about", "before", "after", "words", "rangeSigns", "quotes", "unlimited", "deadlineEndings",
      "actualPrefixes", "remarks", "notInUnit",
    ])
    func spellings(_ key: String) throws(RuleError) -> [Spelling] {
      let table = try object.object(key)
      try table.allowOnly(Relation.allCases.map(\.rawValue))
      var spellings: [Spelling] = []
      for relation in Relation.allCases {
        for text in try table.strings(relation.rawValue) { spellings.append((text.folded, relation)) }
      }
      return spellings.sorted { ($1.text.count, $0.text) < ($0.text.count, $1.text) }
    }
    before = try spellings("before")
    after = try spellings("after")
    words = try spellings("words")
    rangeSigns = try object.strings("rangeSigns").map(\.folded).sorted { ($1.count, $0) < ($0.count, $1) }
    quotes = Set(try object.strings("quotes").joined())
    quoteBytes = Set(quotes.compactMap(\.utf8.first))
    unlimited = Set(try object.strings("unlimited").map(\.folded))
    deadlineEndings = Set(try object.strings("deadlineEndings").map(\.folded))
    actualPrefixes = try object.strings("actualPrefixes").map(\.folded).sorted {
      ($1.count, $0) < ($0.count, $1)
    }
    remarks = try object.strings("remarks").map(\.folded).sorted { ($1.count, $0) < ($0.count, $1) }
    notInUnit = try object.strings("notInUnit").map(\.folded)
    var cells: [ByteText: Relation] = [:]
    for relation in Relation.allCases { cells[ByteText(relation.rawValue)] = relation }
    // The first of those of one text holds.
    for spelling in (before + after + words).reversed() { cells[ByteText(spelling.text)] = spelling.relation }
    self.cells = cells
    signTexts = Set(before.map { ByteText($0.text) })
    longestSign = before.map(\.text.utf8.count).max() ?? 0
    firstBytes = Set(before.compactMap(\.text.utf8.first))
    lastBytes = Set(after.compactMap(\.text.utf8.last))
  }

  /// The longest sign or word that a folded text begins with.
  func sign(before text: Substring) -> Spelling? {
    guard let first = text.utf8.first, firstBytes.contains(first) else { return nil }
    return before.first { RelationSpellings.begins(text, with: $0.text) }
  }

  /// Compares bytes: both are folded, and a sign is never the beginning of a longer character.
  private static func begins(_ text: Substring, with sign: String) -> Bool {
    var rest = text.utf8.makeIterator()
    for byte in sign.utf8 where rest.next() != byte { return false }
    return true
  }

  /// The longest word behind a number that a folded text ends with, more than which it holds.
  func ending(of text: Substring) -> Spelling? {
    guard let last = text.utf8.last, lastBytes.contains(last) else { return nil }
    return after.first { text.hasSuffix($0.text) && text.count > $0.text.count }
  }

  /// Whether a whole cell is a sign or its words, rather than a direction: `≥`, `大于等于`, not `正向`.
  public func isSign(_ text: String) -> Bool {
    let cell = bare(text)
    return cell.utf8.count <= longestSign && signTexts.contains(ByteText(cell))
  }

  /// Every sign that stands before a number, folded, longest first.
  public var signs: [String] { before.map(\.text) }

  /// Every word that stands behind a number and says how it binds, folded, longest first: 以上, 以内.
  public var endings: [String] { after.map(\.text) }

  /// The relation that a whole cell names: `＞=`, `大于等于`, `定性`, `反向`; nil for anything else.
  public func relation(ofCell text: String) -> Relation? {
    // Most cells are printed as the vocabulary spells them.
    if let known = cells[ByteText(text)] { return known }
    return cells[ByteText(bare(text))]
  }

  /// A folded cell without its quotation marks.
  private func bare(_ text: String) -> String {
    var cell = text.folded
    if cell.utf8.contains(where: { quoteBytes.contains($0) }) { cell.removeAll { quotes.contains($0) } }
    return cell
  }
}
