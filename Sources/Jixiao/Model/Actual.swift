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
    if let plain = Actual.plain(printed) {
      self = plain
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

  /// Digits with at most one point, and a percent sign at most: what most cells hold, read without looking for words.
  private static func plain(_ printed: String) -> Actual? {
    let bytes = printed.utf8
    guard let last = bytes.last, bytes.count <= 20 else { return nil }
    let isShare = last == UInt8(ascii: "%")
    var points = 0
    for byte in isShare ? bytes.dropLast() : bytes[...] {
      if byte == UInt8(ascii: ".") {
        points += 1
      } else if byte < 0x30 || byte > 0x39 {
        return nil
      }
    }
    // Two points make a date.
    guard points <= 1, let value = try? Exact(parsing: Substring(bytes.dropLast(isShare ? 1 : 0))) else {
      return nil
    }
    return .quantity(value, unit: isShare ? "%" : nil)
  }

  /// The same claim, a date without a year getting this one.
  func completed(with year: Int?) -> Actual {
    if case .date(let date) = self { .date(date.completed(with: year)) } else { self }
  }
}
