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
    guard let printed = cell?.withoutSpace, !Self.isStruckOut(printed) else {
      self = .missing
      return
    }
    let folded = printed.folded
    if let plain = Self.plainQuantity(folded) {
      self = plain
      return
    }
    guard PrintedDate.isNamed(in: folded) || folded.utf8.contains(where: { (0x30...0x39).contains($0) })
    else {
      self = .words(printed)
      return
    }
    var rest: String? = folded
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

  private static func isStruckOut(_ text: String) -> Bool {
    // Most cells begin with a digit or an ideograph.
    if let first = text.utf8.first, (0x30...0x39).contains(first) || (0xE4...0xE9).contains(first) {
      return false
    }
    return text.allSatisfy { "-—–－/／_".contains($0) }
  }

  /// Digits with at most a point and a percent sign, as most cells are: what the longer way would read, in one pass.
  private static func plainQuantity(_ text: String) -> Actual? {
    var digits = Substring(text)
    let isPercent = digits.utf8.last == UInt8(ascii: "%")
    if isPercent { digits = digits.dropLast() }
    let isPlain = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard isPlain, let value = try? Exact(parsing: digits) else { return nil }
    return .quantity(value, unit: isPercent ? "%" : nil)
  }

  /// The same claim, a date without a year getting this one.
  func completed(with year: Int?) -> Actual {
    if case .date(let date) = self { .date(date.completed(with: year)) } else { self }
  }
}
