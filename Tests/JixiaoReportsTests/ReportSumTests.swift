import Jixiao
import Testing

@testable import JixiaoReports

@Test(arguments: [
  (["10/3", "10/3", "10/3"], "10"), (["1/3"], "0.33"), (["1/200", "0"], "0.01"),
  (["1/400", "1/400"], "0.01"),
  // Just under the edge by less than fixed point holds: only the exact sum tells.
  (["1/200", "-1/1000000000000000000000"], "0"), (["40/7", "30/7"], "10"), ([], "0"),
])
func aSumIsRoundedAsTheExactOne(_ values: [String], _ points: String) throws {
  let ratios = try values.map { text in
    text.contains("/") ? try fraction(text) : Ratio(try Exact(parsing: text))
  }
  #expect(ReportSum(ratios).points.description == points)
}

/// A fraction whose denominator may be longer than a decimal's places.
private func fraction(_ text: String) throws -> Ratio {
  let halves = text.split(separator: "/")
  let whole = Ratio(try Exact(parsing: halves[1]))
  return try #require(Ratio(try Exact(parsing: halves[0])).divided(by: whole))
}
@Test func manyOddDenominatorsSumAsExactly() throws {
  var exact = Ratio.zero
  var sum = ReportSum()
  for denominator in 1...300 {
    let value = try #require(Ratio(7).divided(by: Ratio(denominator)))
    exact = exact + value
    sum.add(value)
  }
  #expect(sum.points == exact.points)
}
