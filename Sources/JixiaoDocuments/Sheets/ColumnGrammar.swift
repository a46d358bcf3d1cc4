import Jixiao

/// What the cells of a column can hold: signs, units and numbers have a grammar, levels and closed sets a vocabulary.
///
/// Fits are whole points, chosen; only their signs and their order matter. 0 says that the text tells nothing.
struct ColumnGrammar {
  private let vocabulary: Vocabulary
  private let words: SheetWords

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    words = vocabulary.sheets
  }

  /// A text that its column can hardly hold.
  static let strange = -2

  /// What a blank cell says against a column.
  static func blank(_ field: Indicator.Field?) -> Int {
    switch field {
    case .level3: -4
    case .target, .weight, .actual: -1
    default: 0
    }
  }

  /// How well a text that is not blank fits a column; of a column without a known heading `field` is nil.
  func fit(_ text: String, _ field: Indicator.Field?) -> Int {
    if text.utf8.count > 90 { return field == .weight || field == .claimed || field == .unit ? -4 : 0 }
    let folded = text.folded
    switch field {
    case .weight, .claimed: return points(text, folded)
    case .operator:
      let isRelation = vocabulary.relations.relation(ofCell: text) != nil
      return isRelation || vocabulary.cells.kinds.contains(folded) ? 3 : -3
    case .unit: return unit(folded)
    case .level1, .level2: return level(folded, field)
    case .level3: return name(folded)
    case .target, .actual, .value, .upper, .deadline, .awarded, .notApplicable:
      return value(folded, isTarget: field == .target)
    case .basis, .rule, .evidence:
      if let closed = words.closedWord(Substring(folded)) { return closed.field == field ? 3 : -2 }
      return isLevel(folded) ? -3 : isQuantity(folded) ? -2 : 0
    case .previous: return isLevel(folded) ? -3 : 0
    case .reason, nil:
      if isSign(folded) || isNumbered(folded) { return -2 }
      if words.isSecondLevel(folded), folded.hasSuffix("指标") { return -2 }
      return field == .reason && isQuantity(folded) ? -2 : 0
    }
  }

  private func points(_ text: String, _ folded: String) -> Int {
    if words.isNoNumber(folded) { return 0 }
    // 79.5万元 is an amount.
    if words.moneyUnits.contains(where: { folded.hasSuffix($0) }) { return -4 }
    guard let value = PrintedNumber(text, words: words).value else { return -4 }
    return value <= Exact(100) ? 2 : -2
  }

  private func unit(_ folded: String) -> Int {
    if vocabulary.units.unit(folded) != nil { return 3 }
    if words.isNoNumber(folded) { return 0 }
    if isQuantity(folded) || isLevel(folded) || isSign(folded) { return -4 }
    return folded.count <= 3 ? 0 : -1
  }

  private func level(_ folded: String, _ field: Indicator.Field?) -> Int {
    let name = IndicatorName.level(folded, words: words)?.name ?? folded
    let isFirst = words.isFirstLevel(name)
    let isSecond = words.isSecondLevel(name)
    if field == .level1 ? isFirst : isSecond { return 3 }
    if isFirst || isSecond { return -2 }
    // 产出指标效益指标
    if folded.count > 6, let end = folded.firstRange(of: "指标")?.upperBound, end != folded.endIndex {
      return -2
    }
    return isSign(folded) || isQuantity(folded) || vocabulary.units.unit(folded) != nil ? -4 : 0
  }

  private func name(_ folded: String) -> Int {
    if isNumbered(folded) { return 2 }
    if isSign(folded) || isQuantity(folded) || words.isNoNumber(folded) { return -4 }
    if case .field = words.column(folded) { return -3 }
    if isLevel(folded), folded.hasSuffix("指标") { return -2 }
    if let closed = words.closedWord(Substring(folded)), closed.rest.isEmpty { return -2 }
    return vocabulary.units.unit(folded) != nil ? -2 : 0
  }

  private func value(_ folded: String, isTarget: Bool) -> Int {
    if isSign(folded) || isLevel(folded) && folded.hasSuffix("指标") || isNumbered(folded) { return -3 }
    if isQuantity(folded) { return folded.contains { "≥≤><=".contains($0) } ? 3 : 2 }
    if let closed = words.closedWord(Substring(folded)), closed.rest.isEmpty { return -2 }
    if isTarget, vocabulary.units.unit(folded) != nil { return -2 }
    return folded.utf8.contains { (0x30...0x39).contains($0) } ? -1 : 0
  }

  func isLevel(_ folded: String) -> Bool { words.isFirstLevel(folded) || words.isSecondLevel(folded) }

  func isSign(_ folded: String) -> Bool {
    folded.utf8.count <= 24
      && (vocabulary.relations.isSign(folded) || vocabulary.relations.relation(ofCell: folded) != nil)
  }

  /// A number alone, with a sign before it or a known unit behind it.
  func isQuantity(_ folded: String) -> Bool {
    guard folded.utf8.count <= 60, folded.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    let target = Target(cell: folded, vocabulary: vocabulary)
    guard target.value != nil else { return false }
    return target.unit.map { vocabulary.units.unit($0) != nil } ?? true
  }

  /// 指标1：…, as only names begin.
  private func isNumbered(_ folded: String) -> Bool {
    words.namePrefixes.contains {
      folded.hasPrefix($0) && folded.dropFirst($0.count).first.map { $0.isASCII && $0.isNumber } ?? false
    }
  }

  /// One quantity behind the other with nothing between: ≥30公里≥95%, 5个8个.
  func holdsTwoQuantities(_ folded: String) -> Bool {
    guard folded.utf8.count <= 60 else { return false }
    // The second one begins at a sign or at a digit behind what is none.
    var before: Character?
    for index in folded.indices {
      let character = folded[index]
      let isDigit = character.isASCII && character.isNumber
      let begins = "≥≤><=".contains(character) || isDigit && !(before.map { $0.isASCII } ?? true)
      if begins, before != nil, !(before.map { "≥≤><=".contains($0) } ?? false) {
        let head = String(folded[..<index])
        if isQuantity(head), isQuantity(String(folded[index...])) { return true }
      }
      before = character
    }
    return false
  }
}
