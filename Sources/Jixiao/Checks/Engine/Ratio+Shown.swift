extension Ratio {
  /// Half a unit of the last place shown: 0.5 for whole numbers, 0.05 for one place.
  static func halfUnit(places: UInt8) -> Ratio {
    Exact(coefficient: 5, places: min(places, 16) + 1).map { Ratio($0) } ?? .zero
  }
}
