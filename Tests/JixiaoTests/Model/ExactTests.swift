import Testing

@testable import Jixiao

struct ExactTests {
  static let largest = "170141183460469231731687303715884105727"

  @Test(
    "text reads as one reduced decimal",
    arguments: [
      ("0", "0"), ("-0", "0"), ("-0.00", "0"), ("007", "7"), ("+5", "5"), ("0.50", "0.5"), ("100.00", "100"),
      ("280.7748", "280.7748"), ("10.640887", "10.640887"), ("-3.250", "-3.25"),
      ("0.000000000000000001", "0.000000000000000001"),
      ("1.0000000000000000000000", "1"), ("2,004.85", "2004.85"), ("1,234,567", "1234567"),
      ("44,561", "44561"),
      ("-1,000", "-1000"),
      ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
      (largest, largest), ("-" + largest, "-" + largest),
    ])
  func parses(text: String, printed: String) throws {
    #expect(try Exact(parsing: text).description == printed)
  }

  @Test(
    "text that is no exact decimal says why",
    arguments: [
      ("", ExactError.empty), ("-", .notANumber), ("+", .notANumber), ("--5", .notANumber),
      ("+-5", .notANumber),
      (".5", .notANumber), ("5.", .notANumber), (".", .notANumber), ("1.2.3", .notANumber),
      ("5-", .notANumber),
      ("1e5", .notANumber), ("1e999", .notANumber), ("0x10", .notANumber), ("NaN", .notANumber),
      ("5%", .notANumber),
      (" 5", .notANumber), ("５", .notANumber), ("五", .notANumber), (",5", .notANumber), ("1,23", .notANumber),
      ("1,2345", .notANumber), ("1234,567", .notANumber), ("1,,000", .notANumber), ("1,000,", .notANumber),
      ("1.000,5", .notANumber), ("0,123", .notANumber), ("1,23.5", .notANumber), ("-,123", .notANumber),
      ("0.0000000000000000001", .tooManyPlaces), ("1." + String(repeating: "3", count: 60), .tooManyPlaces),
      (String(repeating: "9", count: 60), .tooManyDigits),
      ("170141183460469231731687303715884105728", .tooManyDigits),
      ("-170141183460469231731687303715884105728", .tooManyDigits),
    ])
  func refuses(text: String, reason: ExactError) {
    #expect(throws: reason) { try Exact(parsing: text) }
  }

  @Test func fullWidthDigitsReadAfterFolding() throws {
    #expect(try Exact(parsing: "２，００４．８５".folded).description == "2004.85")
    #expect(try Exact(parsing: "－５".folded) == Exact(-5))
  }

  @Test func placesAndRangeAreChecked() {
    #expect(Exact(coefficient: 1, places: 19) == nil)
    #expect(Exact(coefficient: .min, places: 0) == nil)
    #expect(Exact(coefficient: 500, places: 3) == Exact(coefficient: 5, places: 1))
    #expect(Exact(coefficient: 0, places: 18) == .zero)
  }

  @Test(
    "comparing never overflows",
    arguments: [
      ("1", "2", true), ("2", "1.5", false), ("-2", "-1.5", true), ("0.1", "0.10", false),
      ("-0.1", "0.1", true),
      (largest, "0.000000000000000001", false), ("0.000000000000000001", largest, true),
      ("-" + largest, "-0.000000000000000001", true), ("-0.000000000000000001", "-" + largest, false),
      (largest, largest, false), ("99.999999999999999999", "100", true),
    ])
  func compares(left: String, right: String, isLess: Bool) throws {
    #expect((try Exact(parsing: left) < Exact(parsing: right)) == isLess)
  }

  @Test(
    "products and sums are exact or nil, also where only a step between overflows",
    arguments: [
      ("0.1", "0.2", "0.3", "0.02"), ("1.25", "8", "9.25", "10"), ("-0.5", "0.5", "0", "-0.25"),
      ("100000000000000000000000000000000000000", "0.5", nil, "50000000000000000000000000000000000000"),
      (
        "18000000000000000000000000000000000000", "-10000000000000000000000000000000000000.5",
        "7999999999999999999999999999999999999.5", nil
      ),
      ("0.000000001", "0.0000000001", "0.0000000011", nil),
      ("0.000000002", "0.0000000005", "0.0000000025", "0.000000000000000001"),
      (largest, "1", nil, largest), (largest, "-1", "170141183460469231731687303715884105726", "-" + largest),
    ] as [(String, String, String?, String?)])
  func calculates(left: String, right: String, sum: String?, product: String?) throws {
    let (a, b) = (try Exact(parsing: left), try Exact(parsing: right))
    #expect(a.adding(b)?.description == sum)
    #expect(b.adding(a)?.description == sum)
    #expect(a.subtracting(b.negated)?.description == sum)
    #expect(a.multiplied(by: b)?.description == product)
    #expect(b.multiplied(by: a)?.description == product)
  }

  /// A random decimal as digits and places, its size spread evenly over its length.
  static func decimal(_ random: inout SplitMix64) -> (digits: String, places: Int) {
    let count = Int.random(in: 1...37, using: &random)
    let digits = (0..<count).map { _ in "0123456789000".randomElement(using: &random).map(String.init) ?? "" }
    return (
      (Bool.random(using: &random) ? "-" : "") + digits.joined(), Int.random(in: 0...18, using: &random)
    )
  }

  static func exact(_ number: (digits: String, places: Int)) throws -> Exact {
    let coefficient = try #require(Int128(number.digits))
    return try #require(Exact(coefficient: coefficient, places: UInt8(number.places)))
  }

  /// What a sum or product of that many places must print as; nil beyond 18 places or 128 bits.
  static func printed(_ value: Schoolbook, places: Int) -> String? {
    var (value, places) = (value, places)
    while places > 0, case let (quotient, rest) = value.magnitude.floorDivided(by: Schoolbook("10")),
      rest.isZero
    {
      value = value.isNegative ? -quotient : quotient
      places -= 1
    }
    if places > 18 || Schoolbook(largest) < value.magnitude { return nil }
    var digits = value.magnitude.description
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let point = digits.index(digits.endIndex, offsetBy: -places)
    return (value.isNegative ? "-" : "") + digits[..<point] + (places > 0 ? "." + digits[point...] : "")
  }

  @Test func agreesWithSchoolbookArithmetic() throws {
    var random = SplitMix64(seed: 20_250_101)
    for _ in 0..<200 {
      let (left, right) = (Self.decimal(&random), Self.decimal(&random))
      let (a, b) = (try Self.exact(left), try Self.exact(right))
      let (x, y) = (Schoolbook(left.digits), Schoolbook(right.digits))
      let most = max(left.places, right.places)
      let (p, q) = (x.shifted(by: most - left.places), y.shifted(by: most - right.places))
      #expect((a < b) == (p < q), "\(a) < \(b)")
      #expect((a == b) == (p == q), "\(a) == \(b)")
      #expect(a.adding(b)?.description == Self.printed(p + q, places: most), "\(a) + \(b)")
      #expect(a.subtracting(b)?.description == Self.printed(p - q, places: most), "\(a) - \(b)")
      let product = Self.printed(x * y, places: left.places + right.places)
      #expect(a.multiplied(by: b)?.description == product, "\(a) * \(b)")
      #expect(try Exact(parsing: a.description) == a)
      #expect(a.description == Self.printed(x, places: left.places))
      #expect(!a.magnitude.isNegative && (a.isNegative ? a.magnitude.negated : a.magnitude) == a)
    }
  }
}
