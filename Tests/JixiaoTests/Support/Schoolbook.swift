/// Whole numbers as a child writes them, one decimal digit a column: the arithmetic that the fast one is held against.
struct Schoolbook: Equatable, CustomStringConvertible {
  /// Lowest digit first, no leading zeros; zero has none.
  private var digits: [Int]
  private(set) var isNegative: Bool

  private init(_ digits: [Int], isNegative: Bool) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
  }

  /// Reads digits with an optional sign.
  init(_ text: String) {
    self.init(text.reversed().compactMap(\.wholeNumberValue), isNegative: text.hasPrefix("-"))
  }

  static let zero = Schoolbook("")
  var isZero: Bool { digits.isEmpty }
  var description: String {
    isZero ? "0" : (isNegative ? "-" : "") + digits.reversed().map(String.init).joined()
  }
  var magnitude: Schoolbook { Schoolbook(digits, isNegative: false) }
  static prefix func - (value: Schoolbook) -> Schoolbook {
    Schoolbook(value.digits, isNegative: !value.isNegative)
  }

  /// This number with zeros written after it.
  func shifted(by places: Int) -> Schoolbook {
    Schoolbook(Array(repeating: 0, count: places) + digits, isNegative: isNegative)
  }

  static func < (left: Schoolbook, right: Schoolbook) -> Bool { (left - right).isNegative }

  private static func isSmaller(_ left: [Int], _ right: [Int]) -> Bool {
    if left.count != right.count { return left.count < right.count }
    return left.reversed().lexicographicallyPrecedes(right.reversed())
  }

  static func + (left: Schoolbook, right: Schoolbook) -> Schoolbook {
    guard left.isNegative == right.isNegative else {
      let (big, small) = isSmaller(left.digits, right.digits) ? (right, left) : (left, right)
      var result = big.digits
      for i in result.indices {
        result[i] -= i < small.digits.count ? small.digits[i] : 0
        if result[i] < 0 {
          result[i] += 10
          result[i + 1] -= 1
        }
      }
      return Schoolbook(result, isNegative: big.isNegative)
    }
    var result: [Int] = []
    var carry = 0
    for i in 0..<max(left.digits.count, right.digits.count) {
      let sum =
        carry + (i < left.digits.count ? left.digits[i] : 0) + (i < right.digits.count ? right.digits[i] : 0)
      result.append(sum % 10)
      carry = sum / 10
    }
    return Schoolbook(result + [carry], isNegative: left.isNegative)
  }

  static func - (left: Schoolbook, right: Schoolbook) -> Schoolbook { left + (-right) }

  static func * (left: Schoolbook, right: Schoolbook) -> Schoolbook {
    var result = [Int](repeating: 0, count: left.digits.count + right.digits.count + 1)
    for i in left.digits.indices {
      var carry = 0
      for j in 0..<right.digits.count {
        let sum = result[i + j] + left.digits[i] * right.digits[j] + carry
        result[i + j] = sum % 10
        carry = sum / 10
      }
      result[i + right.digits.count] = carry
    }
    return Schoolbook(result, isNegative: left.isNegative != right.isNegative)
  }

  /// Long division towards minus infinity, for a divisor above zero.
  func floorDivided(by divisor: Schoolbook) -> (quotient: Schoolbook, remainder: Schoolbook) {
    var quotient: [Int] = []
    var rest = Schoolbook.zero
    for digit in digits.reversed() {
      rest = Schoolbook([digit] + rest.digits, isNegative: false)
      var times = 0
      while !(rest < divisor) {
        rest = rest - divisor
        times += 1
      }
      quotient.append(times)
    }
    let result = Schoolbook(quotient.reversed(), isNegative: false)
    if !isNegative { return (result, rest) }
    return rest.isZero ? (-result, rest) : (-(result + Schoolbook("1")), divisor - rest)
  }
}
