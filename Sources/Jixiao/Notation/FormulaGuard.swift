/// The apostrophe that keeps a spreadsheet from taking a text such as `=100%` for a formula.
///
/// It stands only before a text that begins, behind any apostrophes of its own, with a sign that starts a formula; so one
/// guard can always be taken off again and the value is the same.
public enum FormulaGuard {
  /// The text as a CSV cell that no spreadsheet evaluates: `=100%` → `'=100%`; `-5%`, `-` and `≥5` stay.
  public static func added(to text: String) -> String {
    // Almost no text begins with a mark.
    guard let mark = text.utf8.first, mark == UInt8(ascii: "'") || startsFormula(mark) else { return text }
    let body = text.utf8.drop { $0 == UInt8(ascii: "'") }
    guard let first = body.first, startsFormula(first) else { return text }
    // A number with its sign is a number in any spreadsheet, and a lone sign is text.
    let isOwn = body.count == text.utf8.count
    let digits = body.dropFirst()
    let isNumber = digits.allSatisfy {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "%")
    }
    if isOwn && isNumber && (digits.isEmpty || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")) {
      return text
    }
    return "'" + text
  }

  /// The text without one guard.
  public static func removed(from cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
    let body = cell.utf8.drop { $0 == UInt8(ascii: "'") }
    guard let first = body.first, startsFormula(first) else { return cell }
    return String(cell.dropFirst())
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }
}
