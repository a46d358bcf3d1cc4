/// Points as far as they are known: one number, or the interval that a person's judgement still has to fill.
public struct Points: Sendable, Hashable {
  public let low: Ratio
  public let high: Ratio

  public static let zero = Points(.zero)

  public init(_ exact: Ratio) {
    low = exact
    high = exact
  }

  public init(low: Ratio, high: Ratio) {
    self.low = min(low, high)
    self.high = max(low, high)
  }

  /// The one value, nil for an interval.
  public var exact: Ratio? { low == high ? low : nil }

  public static func + (left: Points, right: Points) -> Points {
    Points(low: left.low + right.low, high: left.high + right.high)
  }

  /// Both ends rounded half up, where a rule pack rounds each row before it sums.
  public func rounded(places: UInt8) -> Points {
    func round(_ end: Ratio) -> Ratio { end.rounded(places: places).map { Ratio($0) } ?? end }
    return Points(low: round(low), high: round(high))
  }
}
