import Jixiao

/// A formula that is both written into a workbook and computed here exactly, so that the two can be held together.
///
/// A workpaper uses a formula only where its exact value is the value our rules give; anything else is written as a
/// number, so no formula ever shows points that the report does not.
indirect enum XLSXFormula: Sendable {
  case number(Exact)
  /// A cell by its address, and the value that stands there.
  case cell(String, Ratio)
  case sum(XLSXFormula, XLSXFormula)
  case difference(XLSXFormula, XLSXFormula)
  case product(XLSXFormula, XLSXFormula)
  case quotient(XLSXFormula, XLSXFormula)
  case minimum(XLSXFormula, XLSXFormula)
  case maximum(XLSXFormula, XLSXFormula)
  case magnitude(XLSXFormula)
  /// Half up, as the rules round; spreadsheets do the same for what is not negative.
  case rounded(XLSXFormula, places: UInt8)
  /// The whole number below.
  case floor(XLSXFormula)
  /// The whole number above.
  case ceiling(XLSXFormula)
  case choice(Condition, then: XLSXFormula, otherwise: XLSXFormula)

  enum Sign: String, Sendable {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case more = ">"
  }

  /// A comparison that decides between two formulas.
  struct Condition: Sendable {
    let left: XLSXFormula
    let sign: Sign
    let right: XLSXFormula
  }

  static let zero = XLSXFormula.number(.zero)

  /// The exact value; nil where a divisor is zero.
  var value: Ratio? {
    func both(_ left: XLSXFormula, _ right: XLSXFormula, _ work: (Ratio, Ratio) -> Ratio?) -> Ratio? {
      guard let left = left.value, let right = right.value else { return nil }
      return work(left, right)
    }
    switch self {
    case .number(let number): return Ratio(number)
    case .cell(_, let value): return value
    case .sum(let a, let b): return both(a, b) { $0 + $1 }
    case .difference(let a, let b): return both(a, b) { $0 - $1 }
    case .product(let a, let b): return both(a, b) { $0 * $1 }
    case .quotient(let a, let b): return both(a, b) { $0.divided(by: $1) }
    case .minimum(let a, let b): return both(a, b) { min($0, $1) }
    case .maximum(let a, let b): return both(a, b) { max($0, $1) }
    case .magnitude(let a): return a.value.map { $0.isNegative ? -$0 : $0 }
    case .rounded(let a, let places): return a.value.flatMap { $0.rounded(places: places) }.map { Ratio($0) }
    case .floor(let a): return a.value.flatMap { whole($0, up: false) }
    case .ceiling(let a): return a.value.flatMap { whole($0, up: true) }
    case .choice(let condition, let then, let otherwise):
      guard let holds = condition.holds else { return nil }
      return holds ? then.value : otherwise.value
    }
  }

  private func whole(_ value: Ratio, up: Bool) -> Ratio? {
    guard let nearest = value.rounded(places: 0).map({ Ratio($0) }) else { return nil }
    if up { return nearest < value ? nearest + .one : nearest }
    return nearest > value ? nearest - .one : nearest
  }

  /// The formula as a spreadsheet reads it, without the leading sign.
  var text: String {
    switch self {
    case .number(let number): number.description
    case .cell(let address, _): address
    case .sum(let a, let b): "(\(a.text)+\(b.text))"
    case .difference(let a, let b): "(\(a.text)-\(b.text))"
    case .product(let a, let b): "\(a.text)*\(b.text)"
    case .quotient(let a, let b): "\(a.text)/\(b.divisor)"
    case .minimum(let a, let b): "MIN(\(a.text),\(b.text))"
    case .maximum(let a, let b): "MAX(\(a.text),\(b.text))"
    case .magnitude(let a): "ABS(\(a.text))"
    case .rounded(let a, let places): "ROUND(\(a.text),\(places))"
    // Binary division may land a hair beside a whole number; nine places bring it back.
    case .floor(let a): "ROUNDDOWN(ROUND(\(a.text),9),0)"
    case .ceiling(let a): "ROUNDUP(ROUND(\(a.text),9),0)"
    case .choice(let condition, let then, let otherwise):
      "IF(\(condition.left.text)\(condition.sign.rawValue)\(condition.right.text),\(then.text),\(otherwise.text))"
    }
  }

  /// The text where it divides: a product or quotient needs brackets there.
  private var divisor: String {
    switch self {
    case .product, .quotient: "(\(text))"
    default: text
    }
  }
}

extension XLSXFormula.Condition {
  /// Nil where a side has no value.
  var holds: Bool? {
    guard let left = left.value, let right = right.value else { return nil }
    return switch sign {
    case .less: left < right
    case .atMost: left <= right
    case .equal: left == right
    case .atLeast: left >= right
    case .more: left > right
    }
  }
}

extension XLSXFormula {
  static func + (left: XLSXFormula, right: XLSXFormula) -> XLSXFormula { .sum(left, right) }
  static func - (left: XLSXFormula, right: XLSXFormula) -> XLSXFormula { .difference(left, right) }
  static func * (left: XLSXFormula, right: XLSXFormula) -> XLSXFormula { .product(left, right) }
  static func / (left: XLSXFormula, right: XLSXFormula) -> XLSXFormula { .quotient(left, right) }

  /// `IF(left sign right, then, otherwise)`
  static func when(
    _ left: XLSXFormula, _ sign: Sign, _ right: XLSXFormula, _ then: XLSXFormula, _ otherwise: XLSXFormula
  ) -> XLSXFormula {
    .choice(Condition(left: left, sign: sign, right: right), then: then, otherwise: otherwise)
  }
}
