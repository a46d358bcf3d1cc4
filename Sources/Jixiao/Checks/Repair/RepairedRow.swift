/// How a suggestion changes a row: in the model, and in the cells that it was read from.
struct RepairedRow {
  private(set) var indicator: Indicator
  /// The new text of each cell that changes.
  private(set) var cells: [Indicator.Field: String] = [:]
  private let vocabulary: Vocabulary

  /// Nil where the field is none of a row's or the text cannot be one of it.
  init?(_ indicator: Indicator, _ field: Finding.Field, _ text: String, vocabulary: Vocabulary) {
    self.indicator = indicator
    self.vocabulary = vocabulary
    switch field {
    case .level2:
      self.indicator.level2 = text
      cells[.level2] = text
    case .level3:
      self.indicator.level3 = text
      cells[.level3] = text
    case .weight, .claimed:
      guard let value = try? Exact(parsing: text), !value.isNegative else { return nil }
      if field == .weight { self.indicator.weight = value } else { self.indicator.claimed = value }
      cells[field == .weight ? .weight : .claimed] = value.description
    case .target:
      setTarget(Target(cell: text, vocabulary: vocabulary))
    case .operator:
      guard let relation = Relation(rawValue: text), indicator.target.value != nil else { return nil }
      var target = indicator.target
      target.relation = relation
      setTarget(target)
    default: return nil
    }
  }

  /// Writes a target the way the old one was written: sign and unit in the cell of the number, or in cells of their own.
  private mutating func setTarget(_ new: Target) {
    let old = indicator.target
    let inCell = old.printed.map { Target(cell: $0, vocabulary: vocabulary) } ?? Target()
    let hasSign = inCell.value != nil && inCell.relation != nil
    let hasUnit = inCell.unit != nil
    // A row whose number stands alone has its sign elsewhere.
    let signApart =
      !hasSign && (indicator.places[.operator] != nil || old.relation != nil && old.value != nil)
    let unitApart = !hasUnit && (indicator.places[.unit] != nil || old.unit != nil)
    var target = new
    if new.value == nil {
      target.printed = new.printed
    } else {
      let number = new.value?.description ?? ""
      let range = new.upper.map { "-" + $0.description } ?? ""
      let sign = signApart || new.relation == .range ? "" : new.relation?.sign ?? ""
      target.printed = sign + number + range + (unitApart ? "" : new.unit ?? "")
    }
    if target.printed != old.printed { cells[.target] = target.printed ?? "" }
    if signApart, new.relation != old.relation {
      cells[.operator] = new.relation == .qualitative ? "定性" : new.relation?.sign ?? ""
    }
    if unitApart, new.unit != old.unit { cells[.unit] = new.unit ?? "" }
    indicator.target = target
  }
}
