import Jixiao

/// Numbers in cells that hold nothing else: weights, points, money.
enum PrintedNumber: Sendable, Equatable {
  case none
  case number(Exact)
  /// Something stands there that is not a number this project can hold.
  case unusable(ExactError)

  /// Reads `10`, `2,004.85`, `10分`, `31.8万元`, `10%`; what marks the absence of a number (`-`, 无) is none.
  init(_ cell: String, words: SheetWords) {
    // Most cells of numbers are plain digits.
    if !cell.isEmpty, cell.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) {
      do { self = .number(try Exact(parsing: cell)) } catch { self = .unusable(error) }
      return
    }
    let folded = cell.folded
    if words.isNoNumber(folded) {
      self = .none
      return
    }
    var text = Substring(folded)
    if let unit = words.moneyUnits.filter({ text.hasSuffix($0) }).max(by: { $0.count < $1.count }) {
      text = text.dropLast(unit.count)
    } else if let last = text.last, last == "分" || last == "%" {
      text = text.dropLast()
    }
    do { self = .number(try Exact(parsing: text)) } catch { self = .unusable(error) }
  }

  var value: Exact? {
    if case .number(let value) = self { value } else { nil }
  }

  /// What is wrong with a number inside a longer cell such as `≥1e999` or one of 60 digits; nil where nothing is.
  ///
  /// Text like that must not pass for words: it is a quantity that cannot be held.
  static func flaw(in cell: String) -> ExactError? {
    var digits = 0
    var places = 0
    var seenPoint = false
    var previous: UInt8 = 0
    // Too few bytes for a number that cannot be held, and no exponent.
    let mayHold = cell.utf8.count > 18 || cell.utf8.contains { $0 == 0x45 || $0 == 0x65 || $0 == 0xEF }
    guard mayHold else { return nil }
    let bytes = Array(cell.folded.utf8)
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39:
        digits += 1
        if seenPoint { places += 1 }
        if digits > 38 { return .tooManyDigits }
        if places > 18 { return .tooManyPlaces }
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: ","): break
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        let next = i + 1 < bytes.count ? bytes[i + 1] : 0
        let isDigit = (0x30...0x39).contains(next) || next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
        if (0x30...0x39).contains(previous) && isDigit { return .notANumber }
        fallthrough
      default:
        digits = 0
        places = 0
        seenPoint = false
      }
      previous = byte
    }
    return nil
  }
}
