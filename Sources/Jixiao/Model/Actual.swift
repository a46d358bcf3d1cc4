/// What a year-end cell claims was achieved, read as tolerantly as sheets are written.
public enum Actual: Sendable, Hashable {
  /// The cell is blank: missing, never zero.
  case missing
  /// A number, with the unit where the cell repeats one: `350`, `11个月`, `≥266米`, `已完成100%`.
  case quantity(Exact, unit: String?)
  case date(CalendarDate)
  case words(String)

  public init(cell: String?, vocabulary: Vocabulary) {
    let spellings = vocabulary.relations
    guard let printed = cell?.withoutSpace, !printed.isEmpty else {
      self = .missing
      return
    }
    var candidates = [printed]
    let folded = printed.folded
    if let prefix = spellings.actualPrefixes.first(where: { folded.hasPrefix($0) && folded.count > $0.count }) {
      candidates.append(String(folded.dropFirst(prefix.count)))
    }
    for text in candidates {
      if let date = PrintedDate(text, spellings: spellings) {
        self = .date(date.date)
        return
      }
      if let quantity = PrintedQuantity(text, spellings: spellings), quantity.upper == nil {
        self = .quantity(quantity.value, unit: quantity.unit)
        return
      }
    }
    self = .words(printed)
  }
}
