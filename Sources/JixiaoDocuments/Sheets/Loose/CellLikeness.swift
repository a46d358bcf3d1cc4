import Jixiao

/// How much a text looks like what a column holds, in tenths of a point; the weights are chosen and only their order
/// matters: words of closed sets, signs and units speak clearly, free words hardly at all.
struct CellLikeness {
  private let words: SheetWords
  let vocabulary: Vocabulary

  /// What can be told of a text without knowing its column.
  private struct Traits {
    var folded: String
    var number: Exact?
    /// Nil where the text is no number with a unit or a sign.
    var quantity: Target?
    var isDate = false
    var isRelation = false
    var isUnit = false
    var isHeading = false
    var isNumberedName = false
    var isPlaceholder = false
    var isNoNumber = false
    var level1 = false
    var level2 = false
    var closed: Indicator.Field?
    /// With points behind it, as only levels are printed: 预算编制(30分).
    var hasSubtotal = false
    var isYear = false
    /// Says what earns or loses points, as no target does.
    var isCriterion = false
    /// Behind the number stands more than a unit: ≥360天服务读者.
    var isNameWithNumber = false
  }

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    words = vocabulary.sheets
  }

  /// The scores of one text in each column; a blank one says that the column's cell is empty.
  func scores(of text: String, in columns: [Indicator.Field?]) -> [Int] {
    let traits = traits(of: text)
    if traits.folded.isEmpty { return columns.map { Self.cost(ofSkipping: $0) / 2 } }
    return columns.map { score(traits, $0) }
  }

  /// What it costs to read a row without a cell of a column.
  static func cost(ofSkipping field: Indicator.Field?) -> Int {
    switch field {
    case nil, .reason, .level1, .level2, .awarded, .notApplicable, .value, .upper, .deadline: 0
    case .level3: -60
    case .target, .weight: -25
    case .actual: -15
    case .claimed: -12
    case .operator: -10
    case .basis, .rule: -6
    case .unit, .evidence, .previous: -4
    }
  }

  private func traits(of text: String) -> Traits {
    var traits = Traits(folded: text.folded)
    let folded = traits.folded
    guard !folded.isEmpty, folded.utf8.count <= 300 else { return traits }
    let spellings = vocabulary.relations
    traits.isNoNumber = words.isNoNumber(folded)
    traits.isPlaceholder = words.isPlaceholder(folded) || IndicatorName.name(text, words: words) == nil
    traits.isNumberedName = words.namePrefixes.contains {
      folded.hasPrefix($0) && folded.dropFirst($0.count).first.map { $0.isASCII && $0.isNumber } ?? false
    }
    if let level = IndicatorName.level(text, words: words) {
      let name = level.name.folded
      traits.level1 = words.isFirstLevel(name)
      traits.level2 = words.isSecondLevel(name)
      traits.hasSubtotal = level.subtotal != nil
    }
    traits.number = folded.hasSuffix("%") ? nil : PrintedNumber(text, words: words).value
    let target = Target(cell: text, vocabulary: vocabulary)
    if target.value != nil { traits.quantity = target }
    traits.isDate = target.deadline != nil
    traits.isRelation = spellings.relation(ofCell: text) != nil || vocabulary.cells.kinds.contains(folded)
    traits.isCriterion = folded.holds("扣") || folded.holds("得分") || folded.holds("计分")
    traits.isUnit = vocabulary.units.unit(text) != nil
    traits.isHeading = words.column(text) != nil
    if let closed = words.closedWord(Substring(folded)), closed.rest.isEmpty { traits.closed = closed.field }
    if let unit = traits.quantity?.unit, unit.count >= 3, vocabulary.units.unit(unit) == nil {
      traits.isNameWithNumber = true
    }
    traits.isYear = folded.hasSuffix("年") || folded.hasSuffix("年度")
    return traits
  }

  private func score(_ traits: Traits, _ field: Indicator.Field?) -> Int {
    // The end of a broken level: 指标, 响指标.
    if traits.folded.hasSuffix("指标"), traits.folded.count <= 3, !traits.level1, !traits.level2 { return -150 }
    let isAmount = traits.number != nil || traits.quantity != nil && !traits.isYear
    switch field {
    case .level1:
      if traits.level1 { return 60 }
      if traits.hasSubtotal { return 20 }
      return isAmount || traits.isRelation
        ? -200 : traits.folded.hasSuffix("指标") && !traits.level2 ? -10 : -60
    case .level2:
      if traits.level2 { return 50 }
      if traits.hasSubtotal { return 25 }
      return isAmount || traits.isRelation ? -200 : traits.folded.hasSuffix("指标") && !traits.level1 ? 0 : -40
    case .level3: return nameScore(traits, isAmount: isAmount)
    case .target:
      if traits.isRelation || traits.level1 || traits.level2 || traits.isNumberedName { return -50 }
      if let quantity = traits.quantity {
        if traits.isNameWithNumber { return 12 }
        return quantity.relation != nil ? 40 : quantity.unit != nil ? 30 : 20
      }
      if traits.isCriterion { return -20 }
      return traits.isDate ? 30 : traits.closed != nil ? -20 : traits.isUnit ? -10 : 5
    case .actual:
      if traits.level1 || traits.level2 || traits.isNumberedName { return -50 }
      if traits.quantity != nil { return traits.quantity?.unit != nil ? 30 : 20 }
      return traits.isDate ? 25 : traits.isUnit ? -10 : 5
    case .weight, .claimed:
      if let number = traits.number { return !number.isNegative && number <= Exact(100) ? 30 : -200 }
      return traits.isNoNumber ? 5 : -200
    case .operator: return traits.isRelation ? 50 : -100
    case .unit:
      if isAmount || traits.level1 || traits.level2 { return -60 }
      return traits.isUnit ? 40 : traits.folded.count <= 6 ? 3 : -40
    case .basis, .rule, .evidence:
      return traits.closed == field ? 40 : isAmount || traits.closed != nil ? -40 : traits.level2 ? -50 : 1
    case .previous: return traits.quantity != nil ? 20 : traits.level2 ? -50 : 1
    case .reason, nil:
      if traits.level1 || traits.level2 || traits.isNumberedName { return -60 }
      return isAmount ? -10 : traits.closed != nil || traits.isRelation ? -30 : 2
    case .value, .upper, .deadline, .awarded, .notApplicable: return isAmount ? 10 : 0
    }
  }

  private func nameScore(_ traits: Traits, isAmount: Bool) -> Int {
    if traits.isNumberedName { return 50 }
    if traits.isPlaceholder { return 30 }
    if traits.isHeading { return -200 }
    if isAmount { return traits.isNameWithNumber ? -10 : -200 }
    if traits.isRelation || traits.isNoNumber { return -120 }
    // The end of a broken level before a name.
    if words.namePrefixes.contains(where: { traits.folded.hasPrefix($0) }) { return -60 }
    if traits.closed != nil { return -60 }
    // 满意度 is a level to some and a name to others; 满意度指标 is no name.
    if traits.level1 || traits.level2 { return traits.folded.hasSuffix("指标") ? -50 : -5 }
    if traits.hasSubtotal || traits.folded.hasSuffix("分)") { return -80 }
    let letters = traits.folded.count { !$0.isASCII || $0.isLetter }
    if letters <= 1, !traits.isYear { return -200 }
    if traits.folded.contains("。") || traits.folded.count > 60 { return -60 }
    if traits.isUnit { return -100 }
    if traits.isDate { return -30 }
    return 10
  }
}
