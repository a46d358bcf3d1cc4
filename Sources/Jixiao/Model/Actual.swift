/// What a year-end cell claims was achieved, read as tolerantly as sheets are written.
///
/// `约50人` claims 50 人; `20余人`, `无` and `80%-90%` name no one number and stay words.
public enum Actual: Sendable, Hashable {
  /// The cell is blank, or struck out with a dash or slash: missing, never zero.
  case missing
  /// A number, with the unit where the cell repeats one: `350`, `11个月`, `≥266米`, `已完成100%`.
  case quantity(Exact, unit: String?)
  case date(CalendarDate)
  case words(String)

  public init(cell: String?, vocabulary: Vocabulary) {
    let spellings = vocabulary.relations
    guard let printed = cell?.withoutSpace, !printed.allSatisfy({ "-—–－/／_".contains($0) }) else {
      self = .missing
      return
    }
    var rest: String? = printed.folded
    while let text = rest {
      if let date = PrintedDate(text, spellings: spellings) {
        self = .date(date.date)
        return
      }
      if let quantity = PrintedQuantity(text, spellings: spellings), quantity.upper == nil {
        self = .quantity(quantity.value, unit: quantity.unit)
        return
      }
      rest = spellings.actualPrefixes.first { text.hasPrefix($0) && text.count > $0.count }
        .map { String(text.dropFirst($0.count)) }
    }
    self = .words(printed)
  }

  /// The same claim, a date without a year getting this one.
  func completed(with year: Int?) -> Actual {
    if case .date(let date) = self { .date(date.completed(with: year)) } else { self }
  }
}
