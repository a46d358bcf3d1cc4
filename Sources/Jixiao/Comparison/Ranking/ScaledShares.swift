/// The shares of all entrants as integers rounded down and up, by which most pairs are told apart without a fraction.
///
/// What the rounded values leave open is answered by exact arithmetic. Rounding down the one and up the other makes every
/// answer given here a certain one: 1/3 is held as 366503875925 and 366503875926 parts of 2^40.
struct ScaledShares {
  private static let parts: Int64 = 1 << 40

  /// Weights as integers of one scale; nil where they have no common one that fits.
  private let low: [Int64]
  private let room: [Int64]
  private let rest: Int64
  private let groups: Int
  /// Four values a group and entrant: low rounded down and up, high rounded down and up.
  private var values: [Int64] = []

  init?(_ entrants: [RankEntrant], band: WeightBand) {
    guard let scale = Self.scale(band.groups.flatMap { [$0.low, $0.high, $0.weight] }) else { return nil }
    func scaled(_ ratio: Ratio) -> Int64? {
      guard let value = (ratio * scale).exact, value.places == 0 else { return nil }
      return Int64(exactly: value.coefficient)
    }
    var low: [Int64] = [], room: [Int64] = []
    var rest: Int64 = 0
    for group in band.groups {
      guard let least = scaled(group.low), let most = scaled(group.high), let weight = scaled(group.weight),
        most < 1 << 20
      else { return nil }
      low.append(least)
      room.append(most - least)
      rest += weight - least
    }
    self.low = low
    self.room = room
    self.rest = rest
    groups = band.groups.count
    values.reserveCapacity(entrants.count * groups * 4)
    for entrant in entrants {
      for share in entrant.shares {
        guard share.low >= .zero, share.high <= .one else { return nil }
        for bound in [share.low, share.high] {
          guard let (down, up) = Self.enclosed(bound) else { return nil }
          values.append(down)
          values.append(up)
        }
      }
    }
  }

  /// The least power of ten that makes integers of all these; nil where three places do not suffice.
  private static func scale(_ ratios: [Ratio]) -> Ratio? {
    var places: UInt8 = 0
    for ratio in ratios {
      guard let exact = ratio.exact, exact.places <= 3 else { return nil }
      places = max(places, exact.places)
    }
    return (0..<places).reduce(Ratio.one) { scale, _ in scale * Ratio(10) }
  }

  /// The integers next to a share of 0…1.
  private static func enclosed(_ share: Ratio) -> (down: Int64, up: Int64)? {
    let scaled = share * Ratio(Int(parts))
    guard let nearest = scaled.rounded(places: 0).flatMap({ Int64(exactly: $0.coefficient) }) else {
      return nil
    }
    let value = Ratio(Int(nearest))
    if value == scaled { return (nearest, nearest) }
    return value < scaled ? (nearest, nearest + 1) : (nearest - 1, nearest)
  }

  /// Whether the first is ahead of the second under every weighting; nil where rounding hides it.
  func alwaysBeats(_ first: Int, _ second: Int) -> Bool? {
    // Against the first: its low end and the other's high end.
    if total(first, 0, second, 3, largest: false) > 0 { return true }
    return total(first, 1, second, 2, largest: false) <= 0 ? false : nil
  }

  /// Whether the first is ahead of the second under some weighting; nil where rounding hides it.
  func canBeat(_ first: Int, _ second: Int) -> Bool? {
    if total(first, 2, second, 1, largest: true) > 0 { return true }
    return total(first, 3, second, 0, largest: true) <= 0 ? false : nil
  }

  /// The extreme of `Σ weight × (first − second)`, the groups filled greedily in the order of their differences.
  private func total(_ first: Int, _ a: Int, _ second: Int, _ b: Int, largest: Bool) -> Int128 {
    let (x, y) = (first * groups * 4 + a, second * groups * 4 + b)
    var sum: Int128 = 0
    var left = rest
    var used: UInt64 = 0
    for group in 0..<groups {
      sum += Int128(low[group]) * Int128(values[x + group * 4] - values[y + group * 4])
    }
    // Groups are few: picking the next by a scan costs less than sorting them.
    while left > 0 {
      var best = -1
      var bestValue: Int64 = 0
      for group in 0..<groups where used >> UInt64(group) & 1 == 0 {
        let value = values[x + group * 4] - values[y + group * 4]
        if best < 0 || (largest ? value > bestValue : value < bestValue) {
          (best, bestValue) = (group, value)
        }
      }
      guard best >= 0 else { break }
      used |= 1 << UInt64(best)
      let taken = min(left, room[best])
      sum += Int128(taken) * Int128(bestValue)
      left -= taken
    }
    return sum
  }
}
