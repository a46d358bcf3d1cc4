import Testing

@testable import JixiaoStream

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Totals of random sheets against schoolbook fractions of whole numbers of any size: no code shared with the engine.
///
/// A few thousand sheets by default; `JIXIAO_SHEETS=100000 swift test -c release …` asks for more.
@Suite struct ExactTotalsTests {
  /// A whole number of any size, base 10^9, lowest digit first.
  private struct Whole {
    var digits: [UInt64] = []

    init(_ value: UInt64) {
      var rest = value
      while rest > 0 {
        digits.append(rest % 1_000_000_000)
        rest /= 1_000_000_000
      }
    }

    static func * (left: Whole, right: Whole) -> Whole {
      var product = Whole(0)
      product.digits = Array(repeating: 0, count: left.digits.count + right.digits.count + 1)
      for (i, mine) in left.digits.enumerated() {
        var carry: UInt64 = 0
        var k = i
        for theirs in right.digits {
          let sum = product.digits[k] + mine * theirs + carry
          product.digits[k] = sum % 1_000_000_000
          carry = sum / 1_000_000_000
          k += 1
        }
        product.digits[k] += carry
      }
      product.trim()
      return product
    }

    static func + (left: Whole, right: Whole) -> Whole {
      var sum = Whole(0)
      var carry: UInt64 = 0
      for i in 0..<max(left.digits.count, right.digits.count) + 1 {
        let digit =
          carry + (i < left.digits.count ? left.digits[i] : 0)
          + (i < right.digits.count ? right.digits[i] : 0)
        sum.digits.append(digit % 1_000_000_000)
        carry = digit / 1_000_000_000
      }
      sum.trim()
      return sum
    }

    static func <= (left: Whole, right: Whole) -> Bool {
      if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
      for (mine, theirs) in zip(left.digits, right.digits).reversed() where mine != theirs {
        return mine < theirs
      }
      return true
    }

    private mutating func trim() { while digits.last == 0 { digits.removeLast() } }
  }

  /// A number of so many places, as it is printed and without its point.
  private struct Decimal {
    let text: String
    /// In millionths.
    let millionths: UInt64

    init(most: UInt64, using random: inout SplitMix64) {
      let whole = UInt64.random(in: 1...most, using: &random)
      let places = Int.random(in: 0...3, using: &random)
      var text = "\(whole)"
      var millionths = whole * 1_000_000
      if places > 0 {
        let part = UInt64.random(in: 0..<[10, 100, 1000][places - 1], using: &random)
        let digits = String(part)
        text += "." + String(repeating: "0", count: places - digits.count) + digits
        millionths += part * [100_000, 10_000, 1000][places - 1]
      }
      self.text = text
      self.millionths = millionths
    }
  }

  @Test func roundedOnce() throws {
    let asked = getenv("JIXIAO_SHEETS").flatMap { Int(String(cString: $0)) } ?? 2000
    let scorer = try Streaming.scorer("literal")
    var random = SplitMix64(seed: 2026)
    for start in stride(from: 0, to: asked, by: 1000) {
      var table = "sheet,level3,operator,target,weight,rule,actual\n"
      var sums: [(numerator: Whole, denominator: Whole)] = []
      for sheet in start..<min(asked, start + 1000) {
        var sum = (numerator: Whole(0), denominator: Whole(1))
        for _ in 0..<Int.random(in: 1...9, using: &random) {
          let target = Decimal(most: 400, using: &random)
          let actual = Decimal(most: 400, using: &random)
          let weight = Decimal(most: 20, using: &random)
          let sign = ["≥", "≤", "＝"].randomElement(using: &random) ?? "≥"
          table += "S\(sheet),人数,\(sign),\(target.text),\(weight.text),,\(actual.text)\n"
          let (t, a) = (target.millionths, actual.millionths)
          let isMet = sign == "≥" ? a >= t : sign == "≤" ? a <= t : a == t
          let (part, whole) = isMet ? (1, 1) : (min(a, t), max(a, t))
          // n/d + w·p/(q·10^6)
          let divisor = Whole(whole) * Whole(1_000_000)
          sum.numerator =
            sum.numerator * divisor + Whole(weight.millionths) * Whole(part) * sum.denominator
          sum.denominator = sum.denominator * divisor
        }
        sums.append(sum)
      }
      let lines = try Streaming.flat(Array(table.utf8), scorer).lines
      #expect(lines.count == sums.count)
      for (line, sum) in zip(lines, sums) {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        let parts = fields[2].split(separator: ".")
        let cents = parts.count == 2 ? (parts[1] + "0").prefix(2) : "0"
        let hundredths = try #require(UInt64(parts[0])) * 100 + #require(UInt64(cents))
        // h − 1/2 ≤ 100·n/d < h + 1/2, in halves.
        let exact = sum.numerator * Whole(200)
        let isBelow = Whole(2 * hundredths + 1) * sum.denominator <= exact
        let isAbove = hundredths > 0 && !(Whole(2 * hundredths - 1) * sum.denominator <= exact)
        #expect(!isBelow && !isAbove && fields[2] == fields[3], "\(line)")
      }
    }
  }
}
