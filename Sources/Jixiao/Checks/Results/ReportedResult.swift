extension CheckRow {
  /// What was achieved, in base units of the target's dimension; nil where it is blank, words, or of another dimension.
  func result(_ tools: CheckTools) -> Ratio? {
    guard case .quantity(let value, let printed) = actual else { return nil }
    guard let printed else { return Ratio(value) * (unit?.factor ?? .one) }
    if printed.folded == target.unit?.folded { return Ratio(value) * (unit?.factor ?? .one) }
    guard let other = tools.unit(printed), let unit, unit.isComparable(with: other) else { return nil }
    return Ratio(value) * other.factor
  }

  /// By when the target is to be reached; nil where it is no date.
  func due(_ tools: CheckTools) -> CalendarDate? {
    if let deadline = target.deadline { return deadline }
    guard isDate, let printed = target.printed else { return nil }
    return PrintedDate(printed, spellings: tools.vocabulary.relations)?.date
  }

  /// Whether the sheet claims full points, or prints none: a result is then put forward as done.
  var isClaimedAsDone: Bool {
    guard let claimed = indicator.claimed, let weight = indicator.weight else {
      return indicator.reason == nil
    }
    return weight <= claimed
  }
}
