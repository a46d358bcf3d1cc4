import Testing

@testable import Jixiao

/// Medians, quartiles and far values, worked by hand.
struct PeerStatisticsTests {
  private func ratios(_ text: String) throws -> [Ratio] {
    try text.split(separator: " ").map { try Ratio(parsing: $0) }
  }

  @Test(arguments: [
    ("4 1 3 2", "1 7/4 5/2 13/4 4", "1"), ("5", "5 5 5 5 5", "0"), ("1 2", "1 5/4 3/2 7/4 2", "1/2"),
    ("95 95 98 97.5", "95 95 385/4 781/8 98", "5/4"), ("10 20 30 40 50", "10 20 30 40 50", "10"),
  ])
  func quartiles(_ values: String, _ expected: String, _ deviation: String) throws {
    let peers = try #require(PeerStatistics(try ratios(values)))
    let figures = [peers.minimum, peers.lowerQuartile, peers.median, peers.upperQuartile, peers.maximum]
    #expect(figures.map(\.description).joined(separator: " ") == expected)
    #expect(peers.deviation.description == deviation)
  }

  /// 10 11 12 13 100: median 12, MAD 1; 88 / 1.4826 = 59.4 deviations for 100, 1.35 for 10.
  @Test func farValuesAreFound() throws {
    let values = try ratios("10 11 12 13 100")
    let peers = try #require(PeerStatistics(values))
    let parameters = try Compared.parameters()
    let far = values.map { Outlier($0, among: peers, parameters: parameters)?.score.points.description }
    #expect(far == [nil, nil, nil, nil, "59.36"])
  }

  @Test func nothingIsFarWhereTheSpreadIsZeroOrPeersAreFew() throws {
    let same = try ratios("95 95 95 95 20")
    let peers = try #require(PeerStatistics(same))
    #expect(
      same.allSatisfy { (try? Outlier($0, among: peers, parameters: Compared.parameters())) == .some(nil) })
    let few = try #require(PeerStatistics(try ratios("1 2 1000")))
    #expect(Outlier(Ratio(1000), among: few, parameters: try Compared.parameters(minimumPeers: 4)) == nil)
  }

  @Test func noValuesHaveNoStatistics() { #expect(PeerStatistics([]) == nil) }
}
