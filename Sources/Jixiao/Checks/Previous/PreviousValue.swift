extension CheckRow {
  /// 上年完成值 as far as it can be read; `missing` for a blank, a dash and 无.
  func previous(_ tools: CheckTools) -> PreviousValue {
    guard let printed = indicator.previous?.folded, !tools.vocabulary.relations.unlimited.contains(printed)
    else {
      return .missing
    }
    let target = Target(cell: printed, vocabulary: tools.vocabulary)
    guard let value = target.value else { return target.deadline == nil ? .words(printed) : .date }
    let hasSign = target.relation != nil && target.relation != .range
    let unit = target.unit.flatMap { tools.unit($0) }
    return .number(Ratio(value) * (unit?.factor ?? self.unit?.factor ?? .one), unit: unit, hasSign: hasSign)
  }
}

/// A previous year's value, in base units of its unit, or of the target's where it prints none.
enum PreviousValue {
  case missing
  case number(Ratio, unit: MeasureUnit?, hasSign: Bool)
  case date
  case words(String)
}
