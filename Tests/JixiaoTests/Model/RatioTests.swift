import Testing

@testable import Jixiao

struct RatioTests {
  @Test(
    "fractions are reduced",
    arguments: [
      ("40/7", "40/7"), ("80/14", "40/7"), ("-6/4", "-3/2"), ("6/-4", "-3/2"), ("-6/-4", "3/2"), ("0/5", "0"),
      ("90", "90"),
      ("0.25", "1/4"), ("1.5/0.5", "3"), ("-0.000000000000000001", "-1/1000000000000000000"),
    ])
  func reduces(text: String, printed: String) throws {
    #expect(try Ratio(parsing: text).description == printed)
  }

  @Test("text that is no fraction", arguments: ["", "/", "1/", "/7", "1/0", "1//2", "1/2/3", "a/7", "1e3"])
  func refuses(text: String) {
    #expect(throws: ExactError.self) { try Ratio(parsing: text) }
  }

  @Test(
    "half goes up, towards plus infinity",
    arguments: [
      ("40/7", 2, "5.71"), ("600/7", 2, "85.71"), ("7530/7", 2, "1075.71"), ("5.715", 2, "5.72"),
      ("5.7149999", 2, "5.71"),
      ("0.005", 2, "0.01"), ("-0.005", 2, "0"), ("-0.0051", 2, "-0.01"), ("-0.015", 2, "-0.01"),
      ("-0.0151", 2, "-0.02"),
      ("2.5", 0, "3"), ("-2.5", 0, "-2"), ("1/2", 0, "1"), ("-1/2", 0, "0"),
      ("1/3", 18, "0.333333333333333333"),
      ("2/3", 18, "0.666666666666666667"), ("99.995", 2, "100"), ("0", 2, "0"),
    ] as [(String, UInt8, String)])
  func roundsHalfUp(text: String, places: UInt8, printed: String) throws {
    #expect(try Ratio(parsing: text).rounded(places: places)?.description == printed)
  }

  @Test func roundingRefusesMoreThanEighteenPlaces() {
    #expect(Ratio.one.rounded(places: 19) == nil)
  }

  @Test(
    "a fraction that ends within 18 places is a decimal",
    arguments: [
      ("1/4", "0.25"), ("3", "3"), ("-7/8", "-0.875"), ("1/3", nil), ("40/7", nil),
      ("1/262144", "0.000003814697265625"),
      ("1/524288", nil), ("1/1000000000000000000", "0.000000000000000001"),
      ("100000000000000000000000000000000000000", "100000000000000000000000000000000000000"),
      ("50000000000000000000000000000000000001/5", "10000000000000000000000000000000000000.2"),
    ] as [(String, String?)])
  func decimals(text: String, printed: String?) throws {
    #expect(try Ratio(parsing: text).exact?.description == printed)
  }

  @Test func pointsOfAnAbsurdWeightAreNeverZero() throws {
    let digits = "12345678901234567890123456789012345678"
    #expect(try Ratio(parsing: digits).points.description == digits)
    let beyond = try Ratio(parsing: digits) * Ratio(1000)
    #expect(beyond.points.description == ExactTests.largest)
    #expect((-beyond).points.description == "-" + ExactTests.largest)
  }

  @Test func dividingByZeroIsRefused() {
    #expect(Ratio(Exact(1), over: .zero) == nil)
    #expect(Ratio.one.divided(by: .zero) == nil)
    #expect(Ratio(Exact(-1), over: Exact(-3)) == Ratio(Exact(1), over: Exact(3)))
  }

  /// The edge of 128 bits, where a value moves between its two forms and must stay one value.
  @Test func equalValuesAreOneValueWhateverTheWayToThem() throws {
    let most = try Ratio(parsing: ExactTests.largest)
    let low = -most - .one
    #expect(low.description == "-170141183460469231731687303715884105728")
    #expect((low * (try Ratio(parsing: "1/2"))).description == "-85070591730234615865843651857942052864")
    #expect(low + .one == -most)
    #expect((low + .one).hashValue == (-most).hashValue)
    #expect(low < -most && -most < most && most < most + .one)
    let far = most * most
    #expect(far.divided(by: most) == most)
    #expect((far - far) == .zero && !(far - far).isNegative && (far - far).hashValue == Ratio.zero.hashValue)
    #expect((-far).isNegative && -(-far) == far)
    #expect(far.divided(by: far) == .one && (-far).divided(by: far) == Ratio(-1))
    let tiny = try #require(Ratio.one.divided(by: far))
    #expect(tiny > .zero && tiny < .one && tiny * far == .one)
  }

  /// One fraction of the schoolbook: numerator over a denominator above zero, never reduced.
  private struct Fraction {
    var numerator: Schoolbook
    var denominator: Schoolbook

    static func + (left: Fraction, right: Fraction) -> Fraction {
      Fraction(
        numerator: left.numerator * right.denominator + right.numerator * left.denominator,
        denominator: left.denominator * right.denominator)
    }

    func equals(_ ratio: Ratio) -> Bool {
      let parts = ratio.description.split(separator: "/").map { Schoolbook(String($0)) }
      return numerator * (parts.count == 2 ? parts[1] : Schoolbook("1")) == denominator * parts[0]
    }

    /// Half up: floor((2 n · 10^places + d) / 2 d).
    func rounded(places: Int) -> Schoolbook {
      let two = Schoolbook("2")
      return (two * numerator.shifted(by: places) + denominator).floorDivided(by: two * denominator).quotient
    }
  }

  @Test func sumsOfManyFractionsAgreeWithTheSchoolbook() throws {
    var random = SplitMix64(seed: 7_530_007)
    for _ in 0..<6 {
      var sum = Ratio.zero
      var expected = Fraction(numerator: .zero, denominator: Schoolbook("1"))
      for _ in 0..<20 {
        let (n, d) = (
          Int.random(in: -9_999...9_999, using: &random), Int.random(in: 1...99_999, using: &random)
        )
        let term = try #require(Ratio(Exact(n), over: Exact(d)))
        let same = Fraction(numerator: Schoolbook(String(n)), denominator: Schoolbook(String(d)))
        #expect(same.equals(term))
        #expect((sum + term) - term == sum)
        sum = sum + term
        expected = expected + same
      }
      #expect(expected.equals(sum), "\(sum)")
      for places in [0, 2, 18] {
        let rounded = try #require(sum.rounded(places: UInt8(places)))
        let digits = Schoolbook(String(rounded.coefficient)).shifted(by: places - Int(rounded.places))
        #expect(digits == expected.rounded(places: places), "\(sum) at \(places)")
      }
    }
  }

  @Test func productsQuotientsAndOrderAgreeWithTheSchoolbook() throws {
    var random = SplitMix64(seed: 42)
    func number() -> String {
      let count = Int.random(in: 1...30, using: &random)
      return String(Int.random(in: 1...9, using: &random))
        + (1..<max(2, count)).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }
    for _ in 0..<60 {
      let texts = [number(), number(), number(), number()]
      let (a, b) = (
        try Ratio(parsing: "-\(texts[0])/\(texts[1])"), try Ratio(parsing: "\(texts[2])/\(texts[3])")
      )
      let n = texts.map { Schoolbook($0) }
      #expect(Fraction(numerator: -(n[0] * n[2]), denominator: n[1] * n[3]).equals(a * b))
      #expect(
        Fraction(numerator: -(n[0] * n[3]), denominator: n[1] * n[2]).equals(try #require(a.divided(by: b))))
      #expect((-a < b) == (n[0] * n[3] < n[2] * n[1]))
      #expect(a < b && !(b < a))
    }
  }
}

/// Short fractions and those that outgrow 128 bits on the way obey the same laws.
@Test(arguments: 0..<40)
func fractionsOfAnySizeObeyTheLaws(_ seed: Int) throws {
  var source = SplitMix64(seed: UInt64(7_000 + seed))
  func number(bits: Int) -> String {
    // Two halves of decimal digits, so that numerators of up to 36 digits occur.
    let high = UInt64.random(in: 0...(bits > 60 ? 999_999_999_999_999_999 : 0), using: &source)
    let low = UInt64.random(in: 1...999_999_999_999_999_999, using: &source) >> UInt64(max(0, 60 - bits))
    return (high == 0 ? "" : String(high)) + String(max(low, 1))
  }
  func fraction() throws -> Ratio {
    let sign = Bool.random(using: &source) ? "-" : ""
    let top = number(bits: [4, 12, 40, 60, 120].randomElement(using: &source) ?? 4)
    let bottom =
      Bool.random(using: &source)
      ? ["1", "2", "8", "20", "125", "6400", "1000000"].randomElement(using: &source) ?? "1"
      : number(bits: [3, 10, 40, 120].randomElement(using: &source) ?? 3)
    return try Ratio(parsing: "\(sign)\(top)/\(bottom)")
  }
  for _ in 0..<50 {
    let (a, b) = (try fraction(), try fraction())
    #expect((a < b) == (a - b).isNegative && (b < a) == (b - a).isNegative, "\(a) \(b)")
    #expect((a + b) - b == a && a + b == b + a, "\(a) \(b)")
    for places in [UInt8(0), 2, 6] {
      guard let rounded = a.rounded(places: places) else { continue }
      let unit = Ratio(try Exact(parsing: "1" + String(repeating: "0", count: Int(places))))
      let scaled = (a - Ratio(rounded)) * unit
      let half = try Ratio(parsing: "1/2")
      #expect(scaled < half && scaled >= -half, "\(a) at \(places) is \(rounded)")
    }
    if let exact = a.exact {
      #expect(Ratio(exact) == a)
    } else if let bottom = a.description.split(separator: "/").dropFirst().first, bottom.count <= 6,
      a.description.utf8.count <= 25, var rest = Int(bottom)
    {
      while rest % 2 == 0 { rest /= 2 }
      while rest % 5 == 0 { rest /= 5 }
      #expect(rest != 1, "\(a) ends")
    }
  }
}
