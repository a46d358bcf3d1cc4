/// What an indicator promises: a sign with a number and a unit, a range, or words.
public struct Target: Sendable, Hashable {
  /// The printed cell without white space; nil where the cell is blank.
  public var printed: String?
  public var relation: Relation?
  /// The number as printed: 万元 stays 万元. Nil for words.
  public var value: Exact?
  /// The upper bound of a range.
  public var upper: Exact?
  public var deadline: CalendarDate?
  /// The unit as printed.
  public var unit: String?

  public init(
    printed: String? = nil, relation: Relation? = nil, value: Exact? = nil, upper: Exact? = nil,
    deadline: CalendarDate? = nil, unit: String? = nil
  ) {
    self.printed = printed
    self.relation = relation
    self.value = value
    self.upper = upper
    self.deadline = deadline
    self.unit = unit
  }

  /// Reads a target from its cell and, where the sheet has them, the cells of sign and unit.
  ///
  /// - Parameters:
  ///   - cell: the 指标值 cell: `≥95%`, `‘=100％`, `10`, `80%-90%`, `11月30日之前`, `有效提升`.
  ///   - relationCell: the 指标性质 cell, nil where the sheet has no such column.
  ///   - unitCell: the 度量单位 cell, nil where the sheet has no such column.
  ///   - vocabulary: the spellings of signs and units.
  public init(
    cell: String?, relationCell: String? = nil, unitCell: String? = nil, vocabulary: Vocabulary
  ) {
    self.init()
    let spellings = vocabulary.relations
    let stated = relationCell.flatMap { spellings.relation(ofCell: $0) }
    let statedUnit = unitCell.map(\.withoutSpace).flatMap {
      $0.isEmpty || spellings.unlimited.contains($0.folded) ? nil : $0
    }
    guard let printed = cell?.withoutSpace, !printed.isEmpty else {
      relation = stated
      unit = statedUnit
      return
    }
    self.printed = printed
    if spellings.unlimited.contains(printed.folded) {
      unit = statedUnit
      return
    }
    if let date = PrintedDate(printed, spellings: spellings) {
      relation = .qualitative
      deadline = date.date
      unit = statedUnit
      return
    }
    // A sign in the cell outweighs a 定性 beside it; a bare number under 定性 stays a label.
    guard let quantity = PrintedQuantity(printed, spellings: spellings),
      stated != .qualitative || quantity.relation != nil,
      !quantity.mayBePeriod || statedUnit != nil
    else {
      relation = .qualitative
      unit = statedUnit
      return
    }
    // A range of which one end is printed is no range.
    relation = quantity.relation ?? (stated == .range ? nil : stated)
    value = quantity.value
    upper = quantity.upper
    unit = quantity.unit ?? statedUnit
  }

  /// Why the number in a target cell cannot be held, so that a reader can report it: 60 digits, more than 18 places.
  ///
  /// Such a target is kept as words; nil where the cell is fine.
  public static func numberError(in cell: String, vocabulary: Vocabulary) -> ExactError? {
    PrintedQuantity.numberError(in: cell, spellings: vocabulary.relations)
  }

  public var isUnlimited: Bool { relation == nil && value == nil && printed != nil }
}
